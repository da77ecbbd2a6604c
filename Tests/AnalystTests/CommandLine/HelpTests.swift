import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystTool

/// The help of all commands, from their declarations.
struct HelpTests {
    /// What the library of commands says by itself; the help page has words of its own for it.
    private static let given = ["Show help information.", "Show the version."]

    private static let commands: [[CommandDescription]] = {
        func below(_ path: [CommandDescription]) -> [[CommandDescription]] {
            [path] + (path.last?.subcommands ?? []).filter { $0.commandName != "help" }.flatMap { below(path + [$0]) }
        }
        return CommandDescription.of(AnalystCommand.self).map { below([$0]) } ?? []
    }()

    @Test func `C1: every command has help in both languages, with an example where it stands alone`() {
        #expect(Self.commands.count > 30)
        for path in Self.commands {
            guard let command = path.last else { continue }
            let name = path.map(\.commandName).joined(separator: " ")
            let texts = [command.abstract] + (command.arguments ?? []).filter(\.shouldDisplay).map(\.abstract)
            for text in texts.compactMap(\.self) where !Self.given.contains(text) {
                #expect(text.components(separatedBy: " / ").count == 2, "\(name): \(text)")
            }
            let remarks = (command.discussion ?? "").split(separator: "\n").filter { !$0.hasPrefix("analyst ") }
            #expect(remarks.count % 2 == 0, "\(name): a remark in one language")
            if command.subcommands?.isEmpty != false {
                #expect(command.discussion?.contains("analyst ") == true, "\(name) has no example")
            }
        }
    }

    @Test func `U19: help is in one language, its headings too`() {
        let path = Self.commands.first { $0.last?.commandName == "ask" } ?? []
        let dutch = HelpPage(path, language: .nl).text
        let english = HelpPage(path, language: .en).text
        #expect(dutch.hasPrefix("analyst ask: Beantwoord de vragen die het meest uitmaken.\n\nZo gebruikt u het:\n"))
        #expect(english.hasPrefix("analyst ask: Answer the questions that settle most.\n\nUsage:\n"))
        #expect(english.contains("  analyst ask <sheet> [options]\n"))
        #expect(!dutch.contains(" / ") && !english.contains(" / "))
        #expect(dutch.contains("Voorbeeld:\n  analyst ask "))
    }

    @Test(arguments: [40, 80])
    func `C10: help fits the width`(width: Int) {
        for path in Self.commands {
            let lines = HelpPage(path, language: .nl, width: width).text.split(separator: "\n")
            #expect(lines.filter { $0.count > width && $0.contains(" ") && !$0.hasPrefix("      ") } == [])
        }
    }

    @Test(arguments: [
        (["--help"], "analyst"), (["ask", "-h"], "ask"), (["help", "rules", "check"], "check"), ([], "analyst"),
        (["waarom", "--help"], "why"), (["rules", "--lang", "en", "--help"], "rules"), (["ask", "x.yaml"], nil),
        (["feel", "--", "--help"], nil),
    ])
    func `help is asked for with a word or an option`(words: [String], command: String?) {
        let path = HelpPage.asked(by: words) { CommandDescription.of(AnalystCommand.self) }
        #expect(path?.last?.commandName == command)
    }

    @Test(arguments: [
        (
            "Error: Unknown option '--databse', did you mean '--database'?",
            "Fout: de optie ‘--databse’ is er niet; bedoelde u ‘--database’?"
        ),
        ("Error: Missing expected argument '<sheet>'", "Fout: u vulde ‘<sheet>’ niet in"),
        ("Error: Missing value for '--date <date>'", "Fout: achter ‘--date <date>’ hoort een waarde"),
        ("Error: Unexpected argument 'b.yaml'", "Fout: ‘b.yaml’ hoort hier niet"),
        (
            "Error: --lang: nl, en\nUsage: analyst x\n  See 'analyst x --help' for more information.",
            "Fout: --lang: nl, en\nZo gebruikt u het: analyst x\n  Meer hierover: analyst x --help"
        ),
    ])
    func `wrong usage is told in Dutch`(english: String, dutch: String) {
        #expect(UsageFault.text(english, in: .nl) == dutch)
        #expect(UsageFault.text(english, in: .en) == english)
    }
}
