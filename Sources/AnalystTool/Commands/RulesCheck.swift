import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst rules check`: everything that is wrong with the rules, in one run.
struct RulesCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Controleer de regels. / Check the rules.",
        discussion: """
            analyst rules check
            analyst rules check rules/wonen
            analyst rules check --watch
            analyst rules check --format sarif

            Een bestand of map binnen de regels wordt gelezen met alle regels eromheen; getoond wordt wat daar fout is.
            A file or folder within the rules is read with all rules around it; shown is what is wrong there.
            """)

    @Argument(help: "Mappen of bestanden met regels. / Folders or files of rules.")
    var paths: [String] = []

    @Option(help: "Vorm: text, json, sarif of github. / Format: text, json, sarif or github.")
    var format: CheckReport.Format = .text

    @Flag(help: "Controleer opnieuw bij elke wijziging. / Check again at each change.")
    var watch = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard watch else {
            if try check() > 0 { throw ExitCode(ExitStatus.findings) }
            return
        }
        let folder = common.rulesFolder
        let places = paths.isEmpty ? [folder] : [folder] + paths.map { URL(filePath: $0) }
        while true {
            // What is changed during a check is seen after it.
            let state = FolderState(of: places)
            do {
                _ = try check()
            } catch is ExitCode {
                // The reason is told; the next change may mend it.
            }
            Console.error(waiting[common.language])
            while FolderState(of: places) == state { Thread.sleep(forTimeInterval: 0.3) }
        }
    }

    /// Checks once and tells; gives the number of errors.
    private func check() throws -> Int {
        let check = try common.attempt { () throws(BadInput) in
            try RuleCheck(paths, rules: common.rulesFolder, on: LocalDay.today)
        }
        let report = CheckReport(check, language: common.language)
        if format == .text {
            if !report.messages.isEmpty { Console.error(report.messages) }
            Console.output(report.summary)
        } else {
            Console.output(report.text(as: format))
        }
        return check.errors
    }
}

extension CheckReport.Format: ExpressibleByArgument {}

// MARK: - Wordings

private let waiting = LocalizedText(
    nl: "Wacht op een wijziging; stoppen met Ctrl-C.", en: "Waiting for a change; stop with Ctrl-C.")
