import Analyst
import Foundation
import RuleEngine
import Testing

/// Declared values and ranges hold for conclusions, inputs and facts from files.
@Suite struct DeclaredValueTests {
    private static let date = FEELDate("2026-11-01")

    private func session(_ rule: String, traffic: Int) throws -> Session {
        let files = try Streets.files() + [SourceFile(name: "example.yaml", text: rule)]
        let library = RuleLibrary(files: files)
        #expect(library.diagnostics.filter { $0.severity == .error }.map(\.message.en) == [])
        let day = try #require(Self.date)
        return CompiledRules(library).session(
            SessionInputs(date: day, values: [.init(name: "width"): .exactly(.number(FEELNumber(traffic)))]))
    }

    /// A folder with the rules of the streets, and room for tables beside them.
    private static func world() throws -> (GardenFiles, rules: String) {
        let files = try GardenFiles()
        let rules = files.folder.file("streets")
        try FileManager.default.copyItem(at: Streets.folder, to: rules)
        return (files, rules.path)
    }

    private static let second = """

          - rule: second
            title: { nl: Tweede, en: Second }
            source: [{ ref: street-survey, finding: SU-01 }]
            strength: Q
            when: ['{ remark: r, code: unsafe, where: r.degree > 3 }']
            then: [{ log: { id: '"high"' } }]
        """

    @Test(arguments: [(9, false, 1), (4, true, 0), (3, false, 0)])
    func `F2: a value that the template does not allow does not count, and check and run agree`(
        width: Int, isHigh: Bool, faults: Int
    ) throws {
        let rule = Streets.rule(when: "width > 0", then: "remark: { code: unsafe, degree: width }")
        let second = Self.second.replacing("['{ remark", with: "[{ remark").replacing("> 3 }']", with: "> 3 }]")
        let session = try session(rule + second, traffic: width)
        let found = session.diagnostics.filter { $0.code == "session/value-not-allowed" }
        #expect(found.count == faults, "\(session.diagnostics.map(\.message.en))")
        #expect(found.first.map { $0.message.en.contains("‘degree’ of remark:unsafe the value 9") } ?? true)
        let high = session.facts.first { session.finding($0).template == "log" }
        #expect((high?.isCertain == true) == isHigh)
        // What the value is, nobody knows: it is one of those that are declared.
        if width == 9 { #expect(high != nil && high?.isCertain == false) }
    }

    @Test func `F6: a text that looks like a number stays a text`() throws {
        let (files, rules) = try Self.world()
        let table = try files.write("id,name,width\na,01234,5\nb,12,5\n", to: "streets.csv")
        let more = Streets.rule(when: "'name = \"01234\"'", then: "log: { id: '\"leading\"' }")
        try files.write(more, to: "streets/more.yaml")
        let outcome = try CommandLineTests.analyst(
            ["run", rules, "--facts", table, "--date", "2026-11-01", "--lang", "en", "--format", "json"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.components(separatedBy: "leading").count == 2, "\(outcome.output)")
    }

    @Test func `F14: a fact in two files is an error that names both places`() throws {
        let (files, rules) = try Self.world()
        let one = try files.write("id,speed\nann,5\nben,6\n", to: "car.csv")
        let two = try files.write("car: [{ id: ann, speed: 1 }]\n", to: "more.yaml")
        let twice = try CommandLineTests.analyst(
            ["run", rules, "--facts", one, two, "--date", "2026-11-01", "--lang", "en"])
        #expect(twice.code == 3)
        #expect(twice.errors.contains("fact car:ann is there twice [facts/twice]"), "\(twice.errors)")
        #expect(twice.errors.contains("car.csv:2:1: here it is first"), "\(twice.errors)")
        let other = try files.write("car: [{ id: cas, speed: 1 }]\n", to: "other.yaml")
        let once = try CommandLineTests.analyst(
            ["run", rules, "--facts", one, other, "--date", "2026-11-01", "--lang", "en"])
        #expect(once.code == 0, "\(once.errors)")
    }

    @Test(arguments: [("yes", "possible: true, false"), ("true", ""), ("0", "possible: true, false")])
    func `F15: a truth in a file is true or false, and the message says so`(value: String, says: String) throws {
        let (files, rules) = try Self.world()
        let table = try files.write("id,closed\na,\(value)\nb,false\n", to: "streets.csv")
        let outcome = try CommandLineTests.analyst(
            [
                "run", rules, "--facts", table, "--date", "2026-11-01", "--lang", "en",
            ])
        #expect((outcome.code == 0) == says.isEmpty, "\(outcome.errors)")
        #expect(says.isEmpty || outcome.errors.contains(says), "\(outcome.errors)")
    }
}
