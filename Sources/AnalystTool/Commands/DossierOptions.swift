import Analyst
import AnalystStore
internal import ArgumentParser
import Foundation
import RuleEngine

/// Which database, and who works in it.
struct DossierOptions: ParsableArguments {
    @Option(help: "Bestand met de dossiers. / File with the dossiers.")
    var database: String?

    @Option(name: .customLong("by"), help: "Uw naam in de geschiedenis. / Your name in the history.")
    var author: String?

    /// The file, or an end where it is not known.
    var path: String {
        get throws {
            guard let path = DatabasePlace.path(database) else { throw ValidationError("--database") }
            return path
        }
    }

    /// Whether there is a file.
    var exists: Bool {
        get throws { try InputFile(path).identity != nil }
    }

    /// The dossiers; the file is made where there is none.
    func store(_ common: CommonOptions) throws -> any DossierStore {
        let path = try path
        return try common.attempt { () throws(BadInput) in
            do throws(StorageFault) {
                return try SQLiteDossierStore(path: path)
            } catch {
                throw DossierFault.storage(error).asBadInput(in: path)
            }
        }
    }

    /// The dossiers of a file that is there, and the one of them that is meant.
    func chosen(_ name: String, _ common: CommonOptions) throws -> (store: any DossierStore, dossier: DossierSummary) {
        guard try exists else { try refuse(.noDossiers(path), common) }
        let store = try store(common)
        let found = try attempt(common) { () throws(DossierFault) in DossierChoice(try store.list()).named(name) }
        switch found {
        case .one(let dossier): return (store, dossier)
        case .none: try refuse(.noDossier(name), common)
        case .several(let dossiers): try refuse(.several(name, dossiers), common)
        }
    }

    /// Does something with dossiers; a fault is told and ends the command.
    func attempt<Value>(_ common: CommonOptions, _ body: () throws(DossierFault) -> Value) throws -> Value {
        let path = try path
        return try common.attempt { () throws(BadInput) in
            do throws(DossierFault) {
                return try body()
            } catch {
                throw error.asBadInput(in: path)
            }
        }
    }

    private func refuse(_ diagnostic: Diagnostic, _ common: CommonOptions) throws -> Never {
        try common.attempt { () throws(BadInput) in throw BadInput([diagnostic]) }
    }

    /// This instant.
    static var now: String { LocalDay.now?.description ?? "" }

    /// A name that nobody guesses, and that no dossier has.
    static func newID() throws -> DossierID {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<DossierID.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        guard let id = DossierID(random: bytes) else { throw ExitCode(ExitStatus.unwritable) }
        return id
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noDossiers(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "dossier/none",
            message: LocalizedText(nl: "er zijn geen dossiers in \(path)", en: "there are no dossiers in \(path)"),
            at: nil,
            hint: LocalizedText(
                nl: "maak er een: analyst dossier new FEITENBLAD", en: "make one: analyst dossier new SHEET"))
    }

    fileprivate static func noDossier(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "dossier/missing",
            message: LocalizedText(nl: "er is geen dossier ‘\(name)’", en: "there is no dossier ‘\(name)’"), at: nil,
            hint: LocalizedText(
                nl: "analyst dossier list noemt de dossiers", en: "analyst dossier list names the dossiers"))
    }

    fileprivate static func several(_ name: String, _ dossiers: [DossierSummary]) -> Diagnostic {
        let names = dossiers.map(\.id.text).joined(separator: ", ")
        return Diagnostic(
            code: "dossier/several",
            message: LocalizedText(
                nl: "‘\(name)’ kan meer dossiers zijn", en: "‘\(name)’ may be several dossiers"), at: nil,
            hint: LocalizedText(nl: "kies uit: \(names)", en: "choose from: \(names)"))
    }
}
