import Analyst
import Foundation
import RuleEngine
import Testing

/// Declared kinds and values hold for facts and records from files.
@Suite struct DeclaredValueTests {
    /// A folder with the rules of the streets, and room for tables beside them.
    private static func world() throws -> (GardenFiles, rules: String) {
        let files = try GardenFiles()
        let rules = files.folder.file("streets")
        try FileManager.default.copyItem(at: Streets.folder, to: rules)
        return (files, rules.path)
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

    @Test(arguments: [(3, false), (4, false), (7, true)])
    func `F2: a value that a rule computes and its field does not allow is told by the run`(
        width: Int, isTold: Bool
    ) throws {
        let (files, rules) = try Self.world()
        let table = try files.write("id,width\na,\(width)\n", to: "streets.csv")
        let more = Streets.rule(when: "width > 2", then: "remark: { code: unsafe, degree: = width }")
        try files.write(more, to: "streets/more.yaml")
        let outcome = try CommandLineTests.analyst(
            ["run", rules, "--facts", table, "--date", "2026-11-01", "--lang", "en"])
        #expect(outcome.errors.contains("[session/value-not-allowed]") == isTold, "\(outcome.errors)")
        #expect(
            outcome.errors.contains("gives ‘degree’ of remark:unsafe the value 7; possible is one of: 1, 2, 3, 4")
                == isTold, "\(outcome.errors)")
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

    @Test(arguments: [("yes", "possible: false, true"), ("true", ""), ("0", "possible: false, true")])
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
