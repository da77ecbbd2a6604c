import RuleEngine
import Testing

@testable import Analyst

/// Which programmes the area belongs to, on which day.
struct MembershipTests {
    private static func sheet(_ memberships: String) throws -> FactSheet {
        try FactSheet.read(
            SourceFile(name: "s.yaml", text: BrokenSheetTests.good + "\nmemberships: \(memberships)\n"))
    }

    private static func session(_ memberships: String, on day: String) throws -> Session {
        let date = try #require(FEELDate(day))
        let rules = try Project.rules.get()
        return AreaSession(try sheet(memberships), under: rules, on: date).session
    }

    private static func one(_ dates: String) -> String {
        "{ complete: false, known: [{ programme: nplv, \(dates), source: eigen opgave }] }"
    }

    @Test(
        arguments: [
            ("from: 2022-07-01", "2022-06-30", .refuted), ("from: 2022-07-01", "2022-07-01", .found),
            ("from: 2022-07", "2022-07-01", .open), ("from: 2022-07", "2022-07-30", .open),
            ("from: 2022-07", "2022-07-31", .found), ("from: 2022-07-01, until: 2025", "2025-12-31", .found),
            ("from: 2022-07-01, until: 2025", "2026-01-01", .refuted),
            ("from: 2022-07-01, until: 2025-06", "2025-06-30", .found),
            ("from: 2022-07-01, until: 2025-06", "2025-07-01", .refuted),
        ] as [(String, String, FindingState)])
    func `a membership counts in its own days only`(dates: String, day: String, state: FindingState) throws {
        let session = try Self.session(Self.one(dates), on: day)
        #expect(session.state(of: FindingID(template: "membership", key: ["nplv"])) == state)
    }

    @Test(
        arguments: [
            ("{ complete: false, known: [] }", "2024-01-01", .open),
            ("{ complete: false, asked: [nplv], known: [] }", "2024-01-01", .refuted),
            ("{ complete: false, asked: [kansrijke-wijk-1], known: [] }", "2024-01-01", .open),
            ("{ complete: true }", "2024-01-01", .refuted), ("{ complete: false }", "2022-06-30", .refuted),
            ("{ complete: false }", "2022-07-01", .open),
        ] as [(String, String, FindingState)])
    func `what the sheet does not list is not thereby absent`(listing: String, day: String, state: FindingState) throws
    {
        let session = try Self.session(listing, on: day)
        #expect(session.state(of: FindingID(template: "membership", key: ["nplv"])) == state)
    }

    @Test(
        arguments: [
            ("known: [{ programme: nplv, from: 2022-07, source: x }]", nil),
            ("known: [{ programme: nplf, from: 2022-07, source: x }]", "sheet/unknown-programme"),
            ("asked: [nplv]", nil), ("asked: [nplf]", "sheet/unknown-programme"),
            ("known: [{ programme: nplv, source: x }]", "yaml/missing-key"),
            ("known: [{ programme: nplv, from: 2022-07 }]", "yaml/missing-key"),
            ("known: [{ programme: nplv, from: 2022-7, source: x }]", "sheet/bad-date"),
            ("known: [{ programme: nplv, from: 2022-07, until: 2022-06-30, source: x }]", "sheet/period"),
            ("known: [{ programme: nplv, from: 2022-07, until: 2022-07-01, source: x }]", nil),
            (
                "known: [{ programme: nplv, from: 2022-07, source: { ref: gebiedsprogrammas, finding: GPR-2 } }]",
                "sheet/unknown-source"
            ),
            ("known: [{ programme: nplv, from: 2022-07, source: { ref: gebiedsprogrammas, finding: GPR-02 } }]", nil),
            (
                "known: [{ programme: nplv, from: 2022, source: x }, { programme: nplv, from: 2023, source: x }]",
                "sheet/duplicate"
            ),
            (
                "known: [{ programme: nplv, from: 2022, source: x }, { programme: regio-deal-1, from: 2023, source: x }]",
                nil
            ),
        ] as [(String, String?)])
    func `a mistake in a membership is told with its place`(listing: String, code: String?) throws {
        let rules = try Project.library.get().ruleBase
        let result = Result { () throws(BadInput) in
            let text = BrokenSheetTests.good + "\nmemberships: { complete: false, \(listing) }\n"
            return try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        }
        let found: [Diagnostic]
        switch result {
        case .success(let sheet): found = sheet.check(against: rules)
        case .failure(let fault): found = fault.diagnostics
        }
        #expect(found.map(\.code) == [code].compactMap { $0 })
        #expect(found.allSatisfy { $0.span?.start.line == 11 && $0.hint != nil })
    }

    /// All that the vocabulary says of memberships can be written in a sheet and rests on a finding.
    @Test func `every membership of the vocabulary has dates, a finding and areas of its own`() throws {
        let rules = try Project.library.get().ruleBase
        let terms = try #require(rules.vocabulary(VocabularyName.memberships)?.codes)
        var seen: Set<String> = []
        for term in terms {
            #expect(term.string("from").flatMap { RoughDate($0) } != nil, "\(term.code)")
            if let until = term.string("until") { #expect(RoughDate(until) != nil, "\(term.code)") }
            let publication = term.string("ref").flatMap { rules.publication($0) }
            let finding = term.string("finding").flatMap { publication?.finding($0) }
            #expect(finding?.strength.isEmpty == false, "\(term.code)")
            for area in term.codes("areas") {
                #expect(
                    seen.insert("\(area) \(term.string("programme") ?? "")").inserted, "\(term.code): \(area) twice")
            }
        }
        #expect(terms.count > 20)
    }

    @Test(arguments: [
        ("heerlen-noord", "GM0917", true), ("heerlen-noord", "GM0918", false), ("heerlen", "GM0917", false),
    ])
    func `an area is one of a programme by its name and its municipality`(
        name: String, municipality: String, isMember: Bool
    ) throws {
        let memberships = AreaMemberships(try Project.library.get().ruleBase)
        let listing = memberships.listing(of: name, in: municipality)
        #expect(listing.known.contains { $0.programme == "nplv" } == isMember)
        // In a municipality without an area of the list nobody belongs to it; in one that has an area it is not known.
        #expect(listing.asked.contains("nplv") == (municipality == "GM0918"))
        #expect(!listing.asked.contains("wbmgp"))
    }

    @Test func `the letter names sixteen areas and the national programme twenty`() throws {
        let rules = try Project.library.get().ruleBase
        func areas(_ programme: String) -> [String] {
            (rules.vocabulary(VocabularyName.memberships)?.codes ?? [])
                .filter { $0.string("programme") == programme }.flatMap { $0.codes("areas") }
        }
        #expect(areas("aanpak-wijken-2020").count == 16)
        #expect(areas("nplv").count == 20)
        #expect(areas("wbmgp").isEmpty)
    }

    @Test(arguments: Project.sheets("areas") + Project.sheets("amsterdam"))
    func `the sheets of the project carry what the vocabulary tells of their areas`(path: String) throws {
        let file = SourceFile(name: path, text: try Project.text(path))
        let sheet = try FactSheet.read(file)
        let municipality = YAMLParser.parse(file).root?["area"]?["municipality"]?["code"]?.scalar?.text
        let listing = AreaMemberships(try Project.library.get().ruleBase)
            .listing(of: sheet.id, in: try #require(municipality))
        #expect(sheet.memberships.map(\.programme) == listing.known.map(\.programme))
        #expect(sheet.memberships.map { $0.period.from?.description } == listing.known.map { $0.from })
        #expect(sheet.memberships.map { $0.period.until?.description } == listing.known.map(\.until))
        #expect(sheet.memberships.map { $0.money.map(\.amount) } == listing.known.map { $0.money.map(\.amount) })
        #expect(sheet.memberships.map(\.note) == listing.known.map(\.note))
        #expect(sheet.askedProgrammes.map(\.value) == listing.asked)
        #expect(listing.known.count >= 4 || path.contains("amsterdam/"))
    }
}
