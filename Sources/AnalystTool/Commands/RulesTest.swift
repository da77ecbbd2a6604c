import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst rules test`: runs the cases beside the rules, and tells what they leave untried.
struct RulesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Toets regels met hun gevallen. / Test rules with their cases.",
        discussion: """
            analyst rules test
            analyst rules test rules/wonen
            analyst rules test rules/wonen/wonen.cases.yaml --filter net-onder
            analyst rules test lage-woningwaarde
            analyst rules test --coverage --filter wonen/wonen

            Een map of bestand binnen de regels kiest gevallen; een andere map bevat zelf regels.
            A folder or file within the rules chooses cases; any other folder holds rules itself.
            De naam van een regel kiest de gevallen die naar die regel of naar haar bevinding vragen.
            The name of a rule chooses the cases that ask for that rule or for its finding.
            """)

    @Argument(help: "Regels, of bestanden met gevallen (*.cases.yaml). / Rules, or files with cases.")
    var paths: [String] = []

    @Option(
        help:
            "Alleen gevallen en regels waarvan naam of bestand deze tekst bevat. / Only cases and rules of which name or file holds this text."
    )
    var filter: String?

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @Flag(
        help:
            "Toon welke regels, rijen en grenzen nog geen geval hebben. / Show which rules, rows and parameters lack a case."
    )
    var coverage = false

    @Flag(help: "Eindig met code 1 als er gevallen ontbreken. / End with code 1 when cases are lacking.")
    var strict = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let ruleName = paths.count == 1 && Self.canBeRule(paths[0]) ? paths[0] : nil
        let files = try common.attempt { () throws(BadInput) in
            try RuleCaseFiles(ruleName == nil ? paths : [], rules: common.rulesFolder)
        }
        let library = try common.library(at: files.rules)
        let ofRule = try ruleName.map { try casesOf($0, library) }
        let date = common.date == nil ? RuleCaseGiven.standardDay : try common.analysisDate()
        let cases = try common.attempt { () throws(BadInput) in
            try RuleCaseReader.read(files.cases, library.ruleBase, date: date)
        }
        let filter = ofRule ?? RuleTestFilter(filter)
        let run = RuleTestRun(
            cases, common.compiled(library), filter: filter, countsAll: coverage || strict, language: common.language)
        let report = RuleTestReport(run: run, language: common.language)
        let gaps = CoverageReport(run: run, filter: filter, language: common.language)
        switch format {
        case .text:
            if coverage || strict { Console.output(gaps.text) }
            Console.output(report.text + gaps.summary + "\n")
        case .json:
            let members = report.members + (coverage || strict ? [("coverage", gaps.json)] : [])
            Console.output(JSONText.object(members).text + "\n")
        }
        if !run.failures.isEmpty || (strict && !gaps.isComplete) { throw ExitCode(1) }
    }

    /// Whether a word is no path: neither written like one, nor that of a file or folder.
    private static func canBeRule(_ word: String) -> Bool {
        !word.contains("/") && !word.contains(".") && InputFile(word).identity == nil
    }

    /// The cases of a rule.
    private func casesOf(_ name: String, _ library: RuleLibrary) throws -> RuleTestFilter {
        if let filter = RuleTestFilter(casesOf: name, in: library.ruleBase) { return filter }
        Console.error(
            LocalizedText.noRule(name, Suggestion.nearest(to: name, among: library.ruleBase.ruleNames))[common.language]
        )
        throw ExitCode(ExitStatus.badInput)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func noRule(_ name: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "er is geen bestand, map of regel ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "there is no file, folder or rule ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }
}
