import Foundation
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
                Vragen over Het dorp. 6 conclusies zijn nog open. ‘Weet ik niet’ is een goed
                antwoord.

                Eerst de 4 vragen die het meest uitmaken.

                Vraag 1, nog ongeveer 3 – Bewoners
                Wie antwoordt: Bewoners
                Is er overlast?
                  1. Ja
                  2. Nee
                  3. Weet ik niet
                Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, a aanvullen, s
                opslaan en stoppen, l lijst):
                Cijfers missen veel.
                Op dit antwoord wachten 3 conclusies:
                  - Probleem: Onrust
                  - Probleem: Angst
                  - Probleem: Mijding
                Is het antwoord nee:
                Nu niet meer mogelijk:
                  - Probleem: Onrust
                  - Probleem: Angst
                  - Probleem: Mijding
                Is het antwoord ja:
                Nu vastgesteld:
                  - Probleem: Onrust
                  - Probleem: Angst
                Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, a aanvullen, s
                opslaan en stoppen, l lijst):
                Opgeslagen: ja.
                Nu vastgesteld:
                  - Probleem: Onrust
                  - Probleem: Angst
                4 conclusies zijn nog open.

                Vraag 2, nog ongeveer 2 – Werk
                Wie antwoordt: Registratie
                Wat is het cijfer voor Bijstand? Aandeel met bijstand.
                Typ een getal (%), van 0 tot 100. Weet u het niet precies, typ dan bijvoorbeeld
                10..20.
                Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, a aanvullen, s
                opslaan en stoppen, l lijst):
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
        #expect(output.contains("Nu niet meer mogelijk:\n  - Probleem: Mijding"))
        #expect(
            output.hasSuffix(
                "Er zijn geen vragen meer. Alle antwoorden zijn opgeslagen. 2 conclusies zijn nog\nopen."))
        #expect(
            try file.answers == [
                "overlast bewoners true", "bijstand registratie 12.5", "overlast ondernemers false",
                "leegstand ondernemers unknown",
            ])
    }

    @Test func `back at the first question, a list and a word not understood change nothing`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let before = try file.text
        let (_, output) = try run(["t", "l", "", "misschien", ""], on: file)
        #expect(output.contains("Dit is de eerste vraag."))
        #expect(output.contains("  5. Ondernemers: nog niet begonnen, 2 vragen"))
        #expect(output.contains("Dat begrijp ik niet."))
        #expect(output.contains("U typte niets."))
        #expect(try file.text == before)
    }

    @Test func `the list leads to the questions of a part`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(["l", "5"], on: file)
        #expect(output.contains("Onderdeel: Ondernemers."))
        #expect(output.contains("Staan er winkels leeg?"))
    }

    @Test func `U2: back shows the answer that was given, and Enter keeps it`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(["ja", "t", "", "s"], on: file)
        #expect(output.contains("Uw antwoord was: ja, 1 juni 2024. Druk op Enter om het te laten staan."))
        let places = output.split(separator: "\n").filter { $0.hasPrefix("Vraag ") }
        #expect(places.map { $0.prefix(7) } == ["Vraag 1", "Vraag 2", "Vraag 1", "Vraag 2"])
        #expect(try file.answers == ["overlast bewoners true"])
    }

    @Test func `U11: who skips all is told how many questions wait, and can answer them`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (ending, output) = try run(["o", "o", "o", "o", ""], on: file)
        #expect(ending == .putOff)
        #expect(output.contains("U sloeg 4 vragen over."))
        let (again, all) = try run(["j", "nee", "j", "0", "j", "nee"], on: file)
        #expect(again == .finished || again == .putOff, "\(all)")
        #expect(all.contains("U sloeg deze vraag eerder over."))
        #expect(try file.answers.first == "overlast bewoners false")
    }

    @Test func `U16: an answer can say how many people were asked, how, how bad and where`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(
            ["a", "42", "gesprek", "3", "plein, park", "bel 06-12345678", "30 ja, 12 nee"], on: file)
        #expect(output.contains("Let op: hier lijken gegevens van een persoon te staan."))
        #expect(output.contains("Opgeslagen: 30 ja en 12 nee."))
        let answer = try #require(try FactSheet.read(TextFile.read(file.url)).answers.first)
        #expect(answer.people == 42 && answer.method == "gesprek" && answer.degree == .serious)
        #expect(answer.places == ["plein", "park"])
    }

    @Test(arguments: [40, 80])
    func `C10: no line is longer than the width`(width: Int) throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(
            ["?", "l", "", "a", "", "", "", "", "", "ja", "t", "", "12,5", "x"], on: file, width: width)
        #expect(output.split(separator: "\n").filter { $0.count > width } == [])
    }

    @Test func `C4: in accessible mode the letters are told once`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(["ja", "12,5", "s"], on: file, isAccessible: true)
        #expect(output.components(separatedBy: "overslaan").count == 2)
        #expect(output.contains("\nUw antwoord:\n"))
    }

    @Test func `no line holds a control character`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let (_, output) = try run(["?", "ja", "l", "12,5"], on: file)
        #expect(!output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    private func run(
        _ script: [String], on file: TemporarySheet, language: Language = .nl, width: Int = 80,
        isAccessible: Bool = false
    ) throws -> (Dialogue<ScriptedTerminal>.Ending, String) {
        var dialogue = Dialogue(
            try file.interview(), on: ScriptedTerminal(script),
            style: .init(language: language, width: width, isAccessible: isAccessible),
            resumption: "analyst ask dorp.yaml")
        let ending = try dialogue.run()
        return (ending, dialogue.terminal.output.joined(separator: "\n"))
    }
}
