package import Analyst
import Dispatch
import Foundation
package import RuleEngine
import Synchronization

/// Where advisors work on rules: reads them with the texts of a version in their places, checks them, runs cases, compares
/// and steps through runs, apart from the threads that answer browsers. Nothing here changes the rules in use but `activate`.
package final class RuleDesk: Sendable {
    package typealias Outcome<Value> = Result<Value, BadInput>

    package let shelf: RuleVersionShelf
    private let compile: @Sendable (RuleLibrary) -> CompiledRules
    private let reading = Mutex(ReadingState())
    private let runnable = Mutex<[(key: String, value: RunnableRules)]>([])

    /// Short work, and work that takes many seconds: neither waits for the other.
    private static let quick = DispatchQueue(label: "rules", qos: .userInitiated)
    private static let slow = DispatchQueue(label: "rules-long", qos: .utility)

    private let readings = WorkDesk<String, Outcome<EditedRules>>(on: quick, most: 12)
    private let checks = WorkDesk<String, RuleCheck>(on: quick, most: 12)
    private let trials = WorkDesk<String, CaseTrial>(on: quick, most: 24)
    private let wholeTrials = WorkDesk<String, CaseTrial>(on: slow, most: 4)
    private let impacts = WorkDesk<String, RuleImpact>(on: slow, most: 4)
    private let runs = WorkDesk<String, Outcome<RuleSteps>>(on: quick, most: 8)

    private struct ReadingState {
        var cache = RuleReadingCache()
        var inUse: (state: FolderState, library: RuleLibrary, cases: [SourceFile])?
    }

    package init(_ shelf: RuleVersionShelf, compile: @escaping @Sendable (RuleLibrary) -> CompiledRules) {
        self.shelf = shelf
        self.compile = compile
    }

    // MARK: Reading

    /// The rules in use with some texts in the places of theirs; `nil` while they are being read.
    ///
    /// - Parameter subject: what is read, such as a version: of an earlier text of it nobody waits for the reading.
    package func rules(with texts: [SourceFile], subject: String) async -> Outcome<EditedRules>? {
        let key = textsKey(texts)
        return await readings.value(key, subject: subject) { [self] _ in
            Result { () throws(BadInput) in try edited(texts) }
        }
    }

    /// The state of the files in use is part of it: when somebody else changes these, all is read anew.
    private func textsKey(_ texts: [SourceFile]) -> String {
        let digests = texts.map { FileDigest(file: $0.name, of: Array($0.text.utf8)) }
        return "\(FileDigest.sha256(of: digests))/\(FolderState(of: [shelf.rules]).hashValue)"
    }

    private func edited(_ texts: [SourceFile]) throws(BadInput) -> EditedRules {
        try reading.withLock { state throws(BadInput) in
            let now = FolderState(of: [shelf.rules])
            if state.inUse?.state != now {
                let library = try RuleLibrary(folder: shelf.rules, &state.cache)
                state.inUse = (now, library, try RuleCaseFiles([], rules: shelf.rules).cases)
            }
            guard let inUse = state.inUse else { throw BadInput([Diagnostic]()) }
            let newCases = texts.filter { $0.name.hasSuffix(RuleLibrary.caseEnding) }
            let names = Set(newCases.map(\.name))
            let cases = (inUse.cases.filter { !names.contains($0.name) } + newCases).sorted { $0.name < $1.name }
            return EditedRules(inUse.library.replacing(texts, &state.cache), cases: cases)
        }
    }

    // MARK: Checking and trying

    /// All that `rules check` finds; `nil` while it is being looked for.
    package func check(_ rules: EditedRules, subject: String, on day: FEELDate) async -> RuleCheck? {
        let place = shelf.rules.lastPathComponent
        return await checks.value("\(rules.key)/\(day)", subject: subject) { _ in
            RuleCheck(rules.library, cases: rules.cases, at: place, on: day)
        }
    }

    /// Cases run, those of a filter or all; `nil` while they run.
    package func trial(
        _ rules: EditedRules, _ filter: RuleTestFilter, named name: String, subject: String, _ language: Language
    ) async -> CaseTrial? {
        let isWhole = name.isEmpty
        return await (isWhole ? wholeTrials : trials).value(
            "\(rules.key)/\(name)/\(language)", subject: "\(subject)/\(name)"
        ) { [self] _ in
            let ready = ready(rules)
            return CaseTrial(
                run: RuleTestRun(ready.cases, ready.rules, filter: filter, language: language), faults: ready.faults)
        }
    }

    /// What a version does to the areas of sheets; `nil` while that is being worked out.
    package func impact(
        of rules: EditedRules, against inUse: EditedRules, over offers: [SheetOffer], subject: String, on day: FEELDate
    ) async -> RuleImpact? {
        await impacts.value("\(rules.key)/\(inUse.key)/\(day)", subject: subject) { isStopped in
            // Only sheets that can be read are offered; one that was spoilt since is left out like any other.
            let sheets = offers.compactMap { try? $0.sheet() }
            return RuleImpact(
                RuleComparison(from: inUse.library, to: rules.library), over: sheets, on: day, isStopped: isStopped)
        }
    }

    /// A run on a sheet, rule by rule; `nil` while it is being made.
    package func steps(
        _ rules: EditedRules, on offer: SheetOffer, subject: String, on day: FEELDate
    ) async -> Outcome<RuleSteps>? {
        await runs.value("\(rules.key)/\(offer.id)/\(day)", subject: subject) { [self] _ in
            Result { () throws(BadInput) in
                let sheet = try offer.sheet()
                let faults = sheet.check(against: rules.ruleBase).filter { $0.severity == .error }
                guard faults.isEmpty else { throw BadInput(faults) }
                return RuleSteps(AreaSession(sheet, under: ready(rules).rules, on: day, running: .all).session)
            }
        }
    }

    /// Compiles rules and reads their cases, or finds them as they were.
    private func ready(_ rules: EditedRules) -> RunnableRules {
        runnable.withLock { kept in
            if let known = kept.first(where: { $0.key == rules.key }) { return known.value }
            var cases: [RuleCase] = []
            var faults: [Diagnostic] = []
            do throws(BadInput) {
                cases = try RuleCaseReader.read(rules.cases, rules.ruleBase, date: RuleCaseGiven.standardDay)
            } catch {
                faults = error.diagnostics
                for file in rules.cases {
                    do throws(BadInput) {
                        cases += try RuleCaseReader.read([file], rules.ruleBase, date: RuleCaseGiven.standardDay)
                    } catch {
                        // Told among the faults of all.
                        continue
                    }
                }
            }
            let value = RunnableRules(rules: compile(rules.library), cases: cases, faults: faults)
            kept.append((rules.key, value))
            if kept.count > Self.mostRunnable { kept.removeFirst() }
            return value
        }
    }

    private static let mostRunnable = 3

    // MARK: Taking into use

    /// Why rules cannot be taken into use.
    package enum ActivationFault: Error {
        /// So many errors.
        case errors(Int)
        case version(RuleVersionFault)
    }

    /// Rules as they are from now on.
    package struct NewRules: Sendable {
        package let rules: CompiledRules
        package let recipes: ImportRecipes
    }

    /// Puts a version among the rules in use, where nothing is wrong with it.
    package func activate(
        _ id: String, by author: String?, on day: FEELDate
    ) async throws(ActivationFault) -> NewRules {
        let result: Result<NewRules, ActivationFault> = await withCheckedContinuation { continuation in
            Self.quick.async {
                continuation.resume(
                    returning: Result { () throws(ActivationFault) in try self.takeIntoUse(id, author, day) })
            }
        }
        return try result.get()
    }

    /// Takes the versions into use that were planned for a day that has come, and ends what a stop of the machine left
    /// unfinished.
    ///
    /// - Returns: `nil` where nothing changed; a version that cannot be taken into use stays as it is, and its page says why.
    package func takeDue(on day: FEELDate) async -> NewRules? {
        await withCheckedContinuation { continuation in
            Self.quick.async {
                var latest: NewRules?
                // What is left unfinished, or cannot be read then, is told on its page.
                if let isFinished = try? self.shelf.finish(on: day), isFinished { latest = try? self.newRules() }
                for version in self.shelf.due(on: day) {
                    // Why one is not taken into use is told on its page.
                    if let rules = try? self.takeIntoUse(version.id, version.steps.last?.author, day) {
                        latest = rules
                    }
                }
                continuation.resume(returning: latest)
            }
        }
    }

    private let dueDay = Mutex<FEELDate?>(nil)

    /// Whether a day is another one than when this was last asked.
    package func isNewDay(_ day: FEELDate) -> Bool {
        dueDay.withLock { known in
            defer { known = day }
            return known != day
        }
    }

    private func takeIntoUse(
        _ id: String, _ author: String?, _ day: FEELDate
    ) throws(ActivationFault) -> NewRules {
        let rules = try versioned { () throws(RuleVersionFault) in try edited(in: try shelf.version(id)) }
        let check = RuleCheck(rules.library, cases: rules.cases, at: shelf.rules.lastPathComponent, on: day)
        guard check.errors == 0 else { throw .errors(check.errors) }
        return try versioned { () throws(RuleVersionFault) in
            try shelf.activate(id, by: author, on: day)
            return try newRules()
        }
    }

    /// The rules in use as their files are now.
    private func newRules() throws(RuleVersionFault) -> NewRules {
        do throws(BadInput) {
            let library = try RuleLibrary(folder: shelf.rules)
            return NewRules(rules: compile(library), recipes: ImportRecipes(library))
        } catch {
            throw .bad(error)
        }
    }

    private func versioned<Value>(
        _ body: () throws(RuleVersionFault) -> Value
    ) throws(ActivationFault) -> Value {
        do {
            return try body()
        } catch {
            throw .version(error)
        }
    }

    private func edited(in version: RuleVersion) throws(RuleVersionFault) -> EditedRules {
        let texts = try shelf.texts(in: version)
        do throws(BadInput) {
            return try edited(texts)
        } catch {
            throw .bad(error)
        }
    }
}
