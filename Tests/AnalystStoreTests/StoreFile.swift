import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// A database in a folder of its own that goes away with the value.
final class StoreFile: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "dossiers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that stays behind in the temporary folder harms nothing.
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { folder.appending(path: "dossiers.sqlite").path }

    func open(pageLimit: Int? = nil, patience: Int = 60) throws -> SQLiteDossierStore {
        try SQLiteDossierStore(path: path, pageLimit: pageLimit, patience: patience)
    }

    /// All bytes of the database: its file and those beside it.
    var bytes: Data {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().reduce(into: Data()) {
                $0 += try Data(contentsOf: folder.appending(path: $1))
            }
        }
    }
}

/// A small sheet, and what tests do with dossiers of it.
enum Village {
    static let sheet = """
        # Een dorp.
        sheet: dorp
        title: { nl: Dorp, en: Village }
        area: { municipality: { code: GM0001, name: Plaats } }
        figures: {}
        answers:
          - { question: overlast, perspective: bewoners, value: true, date: 2026-10-01 }  # Gevraagd op straat.

        """

    static let moment = "2026-11-01T12:00:00+01:00"

    /// The same name for the same seed.
    static func id(_ seed: UInt64 = 1) throws -> DossierID {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<DossierID.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return try #require(DossierID(random: bytes))
    }

    static func question(_ text: String) throws -> QuestionID { try #require(QuestionID(text)) }

    /// `bewoners.overlast` and a value, as a sheet has it.
    static func answer(_ question: String, _ value: String, on day: String? = "2026-11-01") throws -> Answer {
        let id = try self.question(question)
        return Answer(
            question: id.code, perspective: id.perspective, value: try #require(Answer.Value(value)),
            date: day.flatMap { FEELDate($0) })
    }

    static func change(_ question: String, from old: Answer? = nil, to value: String?) throws -> AnswerChange {
        AnswerChange(try self.question(question), from: old, to: try value.map { try answer(question, $0) })
    }
}

extension SQLiteDossierStore {
    func make(_ id: DossierID, from text: String = Village.sheet, title: String? = nil) throws -> Dossier {
        try create(NewDossier(id, from: text, title: title), by: "Anna", at: Village.moment)
    }

    @discardableResult
    func record(_ change: AnswerChange, in id: DossierID, by author: String = "Anna") throws -> Dossier {
        try record(change, in: id, by: author, at: Village.moment)
    }
}

extension Dossier {
    /// `bewoners.overlast=true`
    var told: [String] { answers.map { "\(QuestionID($0))=\($0.value.text)" } }
}

extension HistoryEntry {
    /// `answered bewoners.overlast: true > false by Anna`
    var told: String {
        var text = "\(number) \(kind.rawValue)"
        if let question {
            text += " \(question): \(from?.value.text ?? "-") > \(to?.value.text ?? "-")"
        }
        if let undoes { text += " of \(undoes)" }
        if let name { text += " \(name)" }
        return text + " by \(author ?? "?")"
    }
}

/// The fault that something ends with; `nil` where it ends well.
func fault(_ body: () throws(DossierFault) -> some Any) -> DossierFault? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}

extension DossierFault {
    /// As a test reads it.
    var told: String {
        switch self {
        case .noSuchDossier: "no such dossier"
        case .noSuchVersion: "no such version"
        case .closed: "closed"
        case .conflict(let answer): "conflict with \(answer?.value.text ?? "no answer")"
        case .revisionConflict(let revision): "at revision \(revision)"
        case .nothingToUndo: "nothing to undo"
        case .bad(let input): "bad: \(input.diagnostics.map(\.code))"
        case .storage(let fault): "storage: \(fault)"
        }
    }
}
