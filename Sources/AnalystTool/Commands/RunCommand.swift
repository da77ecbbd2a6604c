import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst run`: any rule set on any facts. For engineers: what rules conclude, in which order, and what it costs.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Voer regels uit op feiten. / Run rules on facts.",
        discussion: """
            analyst run rules.yaml --facts tree.csv gardens.csv
            analyst run seating.yaml --facts guest.csv --trace
            analyst run rules --facts areas.csv munis.csv --context municipality=munis.csv --stats
            analyst run rules --facts areas.csv --why signal:S017 --record A00042
            analyst run rules --stream < records.ndjson > answers.ndjson

            Een tabel heet naar het soort feit; een tabel met namen uit de regels als kolommen geeft een record per regel.
            A table is named after the kind of fact; one with names of the rules as columns gives a record on each line.
            Met --stream is elke regel van de standaardinvoer een record in JSON, en elke regel van de uitvoer zijn antwoord.
            With --stream each line of standard input is a record in JSON, and each line of the output is its answer.
            """)

    @Argument(help: "Bestand of map met regels. / File or folder of rules.")
    var path: String

    @Option(
        parsing: .upToNextOption, help: "Bestanden met feiten: csv, yaml, json. / Files with facts: csv, yaml, json.")
    var facts: [String] = []

    @Option(help: "context=tabel: wat een opgezochte tabel is. / context=table: what a table that is looked up is.")
    var context: [String] = []

    @Option(help: "Soort waarvan alle feiten er staan. / Kind of which all facts are listed.")
    var complete: [String] = []

    @Flag(help: "Toon aantallen, tijd en geheugen. / Show counts, time and memory.")
    var stats = false

    @Flag(help: "Toon wat regels een voor een doen. / Show what rules do one by one.")
    var trace = false

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @Option(
        help: "Wat zeker is, nog open is, of beide: certain, possible, both. / What is certain, still open, or both.")
    var bounds: RunBounds = .both

    @Option(help: "Bevinding, soort:code: waarom die er is. / Finding, kind:code: why it is there.")
    var why: String?

    @Option(name: .customLong("ruleset"), help: "Naam van een productiesysteem. / Name of a production system.")
    var ruleSet: String?

    @Option(help: "Het record voor --why. / The record for --why.")
    var record: String?

    @Option(
        help: """
            naam=getal, meer keren: een grens (facts, conclusions, rounds, steps, firings, matches, tries, memory in MB). \
            / name=number, repeatable: a limit.
            """)
    var limit: [String] = []

    @Flag(help: "Lees en schrijf record voor record (NDJSON). / Read and write record by record (NDJSON).")
    var stream = false

    @Flag(help: "Met --stream: stop bij een record dat niet deugt. / With --stream: end at a bad record.")
    var strict = false

    @OptionGroup var depth: DepthOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if stream,
            !facts.isEmpty || stats || trace || why != nil || !limit.isEmpty || !complete.isEmpty || !context.isEmpty
        {
            throw ValidationError("--stream: --facts, --stats, --trace, --why, --limit, --complete, --context")
        }
        if strict, !stream { throw ValidationError("--strict: --stream") }
        for pair in context where pair.split(separator: "=").count != 2 {
            throw ValidationError("--context: naam=tabel / name=table")
        }
        var limits = RunLimits()
        for text in limit {
            if let fault = limits.set(text) { throw ValidationError("--limit: \(fault[common.language])") }
        }
    }

    func run() throws {
        let (library, reading) = try ProcessMeter.time { () throws -> RuleLibrary in
            try common.library(named: path)
        }
        let ruleBase = library.ruleBase
        let cost = RunFigures.Cost(reading: reading)
        if let ruleSet {
            guard let set = ruleBase.productionSet(ruleSet) else {
                throw fail(
                    .noSystem(ruleSet, Suggestion.nearest(to: ruleSet, among: ruleBase.productionSets.map(\.name))))
            }
            try runProduction(set, library, cost)
        } else if ruleBase.rules.isEmpty, let set = ruleBase.productionSets.first {
            guard ruleBase.productionSets.count == 1 else {
                throw fail(.whichSystem(ruleBase.productionSets.map(\.name)))
            }
            try runProduction(set, library, cost)
        } else {
            try runDomain(library, cost)
        }
    }

    private func runDomain(_ library: RuleLibrary, _ cost: RunFigures.Cost) throws {
        let date = try common.analysisDate()
        if stream {
            let answers = RecordStream(common.compiled(library), on: date, bounds, common.language)
            return try StreamFilter(isStrict: strict, language: common.language)
                .run { line, name throws(BadInput) in try answers.answer(to: line, name: name) }
        }
        var cost = cost
        let (rules, compiling) = ProcessMeter.time { common.compiled(library) }
        cost.reading += compiling
        let inputs: RunInputs
        (inputs, cost.loading) = try ProcessMeter.time { () throws -> RunInputs in
            try common.attempt { () throws(BadInput) in
                try RunInputs(FactFiles(facts), rules.ruleBase, contexts: contexts, complete: complete)
            }
        }
        tell(inputs.warnings)
        if let why {
            try explain(why, rules, inputs, date)
            return
        }
        let run: DomainRun
        (run, cost.running) = ProcessMeter.time {
            DomainRun(rules, inputs, on: date, isTracing: trace, limits: limits.session)
        }
        tell(run.diagnostics, library.files)
        if stats {
            cost.peakMemory = ProcessMeter.peakMemory
            if trace, format == .text { Console.output(run.traceText(in: common.language)) }
            let figures = run.figures(cost)
            Console.output(format == .json ? figures.json : figures.text(in: common.language))
        } else if format == .json {
            Console.output(run.json(bounds, in: common.language, trace: trace))
        } else {
            if trace { Console.output(run.traceText(in: common.language) + "\n") }
            Console.output(run.text(bounds, in: common.language))
        }
        if run.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    private func runProduction(_ set: ProductionSet, _ library: RuleLibrary, _ cost: RunFigures.Cost) throws {
        guard why == nil else { throw fail(.noWhy) }
        if stream {
            let answers = RecordStream(ProductionNetwork(set), library.ruleBase, common.language)
            return try StreamFilter(isStrict: strict, language: common.language)
                .run { line, name throws(BadInput) in try answers.answer(to: line, name: name) }
        }
        var cost = cost
        let (network, compiling) = ProcessMeter.time { ProductionNetwork(set) }
        cost.reading += compiling
        var run: ProductionRun
        (run, cost.loading) = try ProcessMeter.time { () throws -> ProductionRun in
            try common.attempt { () throws(BadInput) in
                try ProductionRun(network, FactFiles(facts), library.ruleBase, limits: limits.production)
            }
        }
        let isFollowed = trace && format == .text
        var lines = ""
        let follower: (String) -> Void = { line in
            lines += line
            guard lines.utf8.count > Self.traceChunk else { return }
            Console.output(lines)
            lines = ""
        }
        cost.running =
            ProcessMeter.time { run.run(keepsTrace: trace && !isFollowed, follower: isFollowed ? follower : nil) }
            .seconds
        if !lines.isEmpty { Console.output(lines) }
        tell(run.session.diagnostics, library.files)
        if stats {
            cost.peakMemory = ProcessMeter.peakMemory
            let figures = run.figures(cost)
            Console.output(format == .json ? figures.json : figures.text(in: common.language))
        } else if format == .json {
            Console.output(run.json(trace: trace))
        } else {
            Console.output(trace ? "\n" + run.text : run.text)
        }
        if run.session.state == .stopped { throw ExitCode(1) }
    }

    /// So many bytes of a trace are written at once.
    private static let traceChunk = 1 << 15

    /// The limits that the user asks; what is wrong with one was told before.
    private var limits: RunLimits { limit.reduce(into: RunLimits()) { limits, text in _ = limits.set(text) } }

    /// The context of each table that the user names, by the name of the table.
    private var contexts: [String: String] {
        Dictionary(
            context.map { pair in
                let parts = pair.split(separator: "=").map(String.init)
                return (FactGrid.stem(of: parts[1]), parts[0])
            }, uniquingKeysWith: { _, last in last })
    }

    private func explain(_ why: String, _ rules: CompiledRules, _ inputs: RunInputs, _ date: FEELDate) throws {
        let finding = try FindingName(rules.ruleBase, common).finding(why)
        var row = 0
        if let record {
            guard let found = inputs.records?.row(of: record) else {
                throw fail(.noRecord(record, Suggestion.nearest(to: record, among: inputs.records?.ids ?? [])))
            }
            row = found
        } else if inputs.count > 1 {
            throw fail(.whichRecord(inputs.count))
        }
        let run = rules.session(inputs.inputs(of: row, on: date))
        let lines = ExplanationRenderer(run, common.language, depth: depth.value).why(finding)
        Console.output(lines.joined(separator: "\n") + "\n")
    }

    private func tell(_ diagnostics: [Diagnostic], _ sources: [SourceFile] = []) {
        guard !diagnostics.isEmpty else { return }
        Console.error(DiagnosticRenderer(language: common.language, sources: sources).render(diagnostics))
    }

    private func fail(_ message: LocalizedText) -> ExitCode {
        Console.error(message[common.language])
        return ExitCode(ExitStatus.usage)
    }
}

extension RunBounds: ExpressibleByArgument {}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func noRecord(_ id: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "er is geen record ‘\(id)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "there is no record ‘\(id)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func noSystem(_ name: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "er is geen productiesysteem ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "there is no production system ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func whichSystem(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: ", ")
        return LocalizedText(
            nl: "er zijn meer productiesystemen; kies er een met --ruleset: \(list)",
            en: "there are several production systems; choose one with --ruleset: \(list)")
    }

    fileprivate static let noWhy = LocalizedText(
        nl: "een productiesysteem houdt niet bij waarom een feit er is; --trace toont wat het doet",
        en: "a production system does not keep why a fact is there; --trace shows what it does")

    fileprivate static func whichRecord(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "er zijn \(count) records; kies er een met --record",
            en: "there are \(count) records; choose one with --record")
    }
}
