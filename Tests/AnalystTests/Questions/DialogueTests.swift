import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

struct DialogueTests {
    @Test func `a session in Dutch tells the place, why, what changed, and how to go on`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (ending, output) = try run(["?", "ja", "s"], on: file)
        #expect(ending == .stopped)
        #expect(
            output == """
                Vragen over Het dorp. 6 conclusies zijn nog open. ‘Weet ik niet’ is een goed antwoord.

                Vraag 1, nog ongeveer 3 – Veiligheid
                Wie antwoordt: Bewoners
                Is er overlast?
                  1. Ja
                  2. Nee
                  3. Weet ik niet
                Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, s opslaan en stoppen, l lijst):
                Cijfers missen veel.
                Op dit antwoord wachten 3 conclusies:
                  - Probleem: Onrust
                  - Probleem: Angst
                  - Probleem: Mijding
                Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, s opslaan en stoppen, l lijst):
                Opgeslagen.
                Nu vastgesteld:
                  - Probleem: Onrust
                  - Probleem: Angst
                4 conclusies zijn nog open.

                Vraag 2, nog ongeveer 2 – Werk
                Wie antwoordt: Registratie
                Wat is het cijfer voor Bijstand? Aandeel met bijstand.
                Typ een getal (%), van 0 tot 100.
                Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, s opslaan en stoppen, l lijst):
                Alle bevestigde antwoorden zijn opgeslagen. Ga verder met: analyst ask dorp.yaml
                """)
        #expect(try file.answers == ["overlast bewoners true"])
    }

    @Test func `the end of input loses no confirmed answer and says how to go on`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (ending, output) = try run(["nee"], on: file, language: .en)
        #expect(ending == .stopped)
        #expect(output.hasSuffix("All confirmed answers are saved. Go on with: analyst ask dorp.yaml"))
        #expect(try file.answers == ["overlast bewoners false"])
    }

    @Test func `all questions can be answered, each answer changing the open conclusions`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (ending, output) = try run(["ja", "12,5", "n", "w"], on: file)
        #expect(ending == .finished)
        #expect(output.contains("Nu niet meer mogelijk:\n  - Probleem: Verval"))
        #expect(
            output.hasSuffix("Er zijn geen vragen meer. Alle antwoorden zijn opgeslagen. 2 conclusies zijn nog open."))
        #expect(
            try file.answers == [
                "overlast bewoners true", "bijstand registratie 12.5", "leegstand ondernemers false",
                "overlast ondernemers unknown",
            ])
    }

    @Test func `back at the first question, a list and a word not understood change nothing`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let before = try file.text
        let (_, output) = try run(["t", "l", "misschien"], on: file)
        #expect(output.contains("Dit is de eerste vraag."))
        #expect(output.contains("  - Leegstand (Ondernemers)"))
        #expect(output.contains("Dat begrijp ik niet."))
        #expect(try file.text == before)
    }

    @Test func `skip and back move between questions`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(["o", "t", "ja"], on: file)
        let places = output.split(separator: "\n").filter { $0.hasPrefix("Vraag ") }
        #expect(places.map { $0.prefix(7) } == ["Vraag 1", "Vraag 2", "Vraag 1", "Vraag 2"])
        #expect(try file.answers == ["overlast bewoners true"])
    }

    @Test func `no line holds a control character`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(["?", "ja", "l", "12,5"], on: file)
        #expect(!output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    private func run(
        _ script: [String], on file: TemporarySheet, language: Language = .nl
    ) throws -> (Dialogue<ScriptedTerminal>.Ending, String) {
        var dialogue = Dialogue(
            try file.interview(), on: ScriptedTerminal(script), language: language, resumption: "analyst ask dorp.yaml")
        let ending = try dialogue.run()
        return (ending, dialogue.terminal.output.joined(separator: "\n"))
    }
}
