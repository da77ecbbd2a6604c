import RuleEngine
import Testing

@testable import Analyst

/// What may be data of a person is found in the free words of a sheet, and nowhere else.
@Suite struct PersonalDataTests {
    @Test(
        arguments: [
            ("Bel 06-12345678.", [.phone]), ("bel 06 1234 5678 na vijven", [.phone]), ("(020) 123 45 67", [.phone]),
            ("+31 6 12345678", [.phone]), ("0031612345678", [.phone]), ("0612345678", [.phone]),
            ("06-1234567", []), ("15 mensen, 06-12345678", [.phone]), ("15 06-12345678", [.phone]),
            ("in 2020 0612345678", [.phone]), ("in 2020 3 van 0612345", []), ("(123456789)", [.citizenNumber]),
            ("1234-56-789", []), ("1612345678", []), ("tussen 2015-2020 en 2021", []), ("42 mensen, 15 gesprekken", []),
            ("mail j.voorbeeld@voorbeeld.nl", [.email]), ("J.Voorbeeld@buurt-huis.org,", [.email]),
            ("@voorbeeld.nl", []), ("voorbeeld@buurt", []), ("3 @ 5", []), ("a@b@c.nl", []),
            ("Dorpsstraat 12, 1234 AB", [.address]), ("1234AB 12a", [.address]), ("1234 AB, 12", [.address]),
            ("in 1234 AB wonen veel ouderen", []), ("in 2024 de 12 scholen", []), ("0123 AB 12", []),
            ("nummer 123456789", [.citizenNumber]), ("12345678", []), ("1234567890", []),
            ("06-12345678 of j@voorbeeld.nl", [.phone, .email]), ("", []),
        ] as [(String, Set<PersonalData.Kind>)])
    func `a text that seems to hold data of a person is found`(text: String, kinds: Set<PersonalData.Kind>) {
        #expect(PersonalData.kinds(in: text) == kinds)
    }

    private func codes(in answers: String) -> [String] {
        let text = VillageRules.sheetText(bijstand: "12").replacing("answers: []", with: answers)
        return PersonalData.warnings(in: SourceFile(name: "dorp.yaml", text: text)).map { warning in
            "\(warning.span?.start.line ?? 0) \(warning.severity) \(warning.code)"
        }
    }

    @Test func `notes, methods and reasons are looked at, numbers of tables and codes are not`() {
        #expect(
            codes(in: "answers: [{ question: overlast, perspective: bewoners, value: true, note: 'bel 0612345678' }]")
                == ["10 warning sheet/personal-data"])
        #expect(
            codes(in: "answers: [{ question: overlast, perspective: bewoners, value: true, method: bel 0612345678 }]")
                == ["10 warning sheet/personal-data"])
        #expect(
            codes(
                in:
                    "answers: []\noverrules: [{ finding: problem:onrust, verdict: rejected, reason: { nl: j@x.nl, en: x } }]"
            )
                == ["11 warning sheet/personal-data"])
        #expect(codes(in: "answers: [{ question: overlast, perspective: bewoners, value: 123456789 }]") == [])
        #expect(codes(in: "answers: []\nsources: { x: { title: 123456789, note: { nl: '0612345678' } } }") == [])
    }

    @Test func `the sheets of the project hold none`() throws {
        for path in ["areas", "amsterdam"].flatMap(Project.sheets) {
            #expect(PersonalData.warnings(in: SourceFile(name: path, text: try Project.text(path))).isEmpty, "\(path)")
        }
    }
}
