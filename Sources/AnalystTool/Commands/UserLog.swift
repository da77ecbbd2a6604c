import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst user log`: who did what and when; what was written or answered is not in it.
struct UserLog: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Laat het logboek zien. / Show the log.",
        discussion: "analyst user log --most 100")

    @Option(help: "Hoeveel regels ten hoogste, de laatste. / How many lines at most, the last ones.")
    var most = 1_000

    @OptionGroup var team: TeamOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let entries = try team.attempt(common) { store throws(TeamFault) in try store.log(most: max(most, 0)) }
        for entry in entries.reversed() {
            let dossier = entry.dossier.map { "  \($0)" } ?? ""
            Console.output("\(entry.instant)  \(entry.text(in: common.language))\(dossier)\n")
        }
    }
}
