package import Analyst
import Dispatch
package import RuleEngine
import Synchronization

/// The tables that people sent for a dossier, until their figures are taken over. They are read one after another, apart
/// from the threads that answer browsers.
package final class FigureDesk: Sendable {
    package struct Key: Hashable, Sendable {
        let session: String
        let dossier: DossierID
    }

    /// What somebody is about to take over.
    package struct Work: Sendable {
        package var tables = SentTables()
        /// What the tables do to the sheet, once they could be read.
        package var outcome: SentTables.Outcome?
        /// The sheet that it was worked out for.
        package var sheetText = ""
        /// Larger for what was used later.
        fileprivate var use = 0
    }

    package enum Fault: Error {
        case bad(BadInput)
        /// More, or larger files than one person may keep here.
        case tooMuch
    }

    /// The most files of one person for one dossier, and the most bytes of them; then of all people.
    package static let mostFiles = 12
    package static let mostBytes = 40 << 20
    private static let mostBytesOfAll = 160 << 20

    private static let queue = DispatchQueue(label: "figures", qos: .utility)
    private let works = Mutex<[Key: Work]>([:])

    package init() {}

    package func work(_ key: Key) -> Work { works.withLock { $0[key] ?? Work() } }

    package func forget(_ key: Key) { works.withLock { $0[key] = nil } }

    package func forget(session: String) {
        works.withLock { $0 = $0.filter { $0.key.session != session } }
    }

    package func forget(_ dossier: DossierID) { works.withLock { $0 = $0.filter { $0.key.dossier != dossier } } }

    /// Adds files to those that were sent before, as far as they can be read, and works out what they do together.
    package func add(
        _ files: [SentTables.File], boundaries: Int?, for dossier: Dossier, key: Key, recipes: ImportRecipes,
        ruleBase: RuleBase
    ) async throws(Fault) {
        let before = work(key).tables
        let all = before.with(files, boundaries: boundaries)
        guard all.files.count <= Self.mostFiles, Self.size(all) <= Self.mostBytes else { throw .tooMuch }
        var refused: [BadInput] = []
        var good: [SentTables.File] = []
        for file in files {
            switch await Self.run({ () throws(BadInput) in try !SentTables.editions(of: file, recipes).isEmpty }) {
            case .success: good.append(file)
            case .failure(let fault): refused.append(fault)
            }
        }
        var work = Work()
        work.tables = before.with(good, boundaries: boundaries)
        keep(work, key)
        guard refused.isEmpty else { throw .bad(BadInput(refused)) }
        try await workOut(for: dossier, key: key, recipes: recipes, ruleBase: ruleBase)
    }

    /// Works out anew what the tables do to the sheet of the dossier, where it is another one by now.
    package func workOut(
        for dossier: Dossier, key: Key, recipes: ImportRecipes, ruleBase: RuleBase
    ) async throws(Fault) {
        var work = work(key)
        guard !work.tables.files.isEmpty, work.outcome == nil || work.sheetText != dossier.sheetText else { return }
        let tables = work.tables
        let outcome = await Self.run { () throws(BadInput) in
            let sheet = try dossier.originalSheet().checked(against: ruleBase)
            return try tables.outcome(for: sheet, recipes, against: ruleBase)
        }
        do {
            work.outcome = try outcome.get()
        } catch {
            throw .bad(error)
        }
        work.sheetText = dossier.sheetText
        keep(work, key)
    }

    /// Of all that people left here the oldest makes room.
    private func keep(_ work: Work, _ key: Key) {
        works.withLock { works in
            var work = work
            work.use = (works.values.map(\.use).max() ?? 0) + 1
            works[key] = work
            while works.count > 1, works.values.reduce(0, { $0 + Self.size($1.tables) }) > Self.mostBytesOfAll,
                let oldest = works.min(by: { $0.value.use < $1.value.use })
            {
                works[oldest.key] = nil
            }
        }
    }

    private static func size(_ tables: SentTables) -> Int { tables.files.reduce(0) { $0 + $1.bytes.count } }

    private static func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(BadInput) -> Value
    ) async -> Result<Value, BadInput> {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: body)) }
        }
    }
}
