import Foundation
import Testing

@testable import Analyst

/// `analyst run --stream` and `analyst screen --stream` as filters in a pipe.
@Suite struct StreamCommandTests {
    private static let day = ["--date", "2024-06-01", "--lang", "en"]

    private static let records = """
        {"id": "north", "surface": 400, "street": {"surface": 100}}
        {"id": "south", "surface": 50}
        {"garden": {"id": "west", "surface": 20}, "tree": [{"kind": "oak", "height": 12}], "complete": ["tree"]}

        """

    private func stream(
        _ files: GardenFiles, _ records: String, _ more: [String] = [], command: String = "\"$@\" < FILE"
    ) throws -> CommandLineTests.Outcome {
        let path = try files.write(records, to: "records.ndjson")
        return try StreamFault.shell(
            command.replacing("FILE", with: path),
            ["run", files.rules, "--stream", "--bounds", "certain"] + more + Self.day)
    }

    @Test func `each line gives a line, with the facts that rules conclude of it`() throws {
        let outcome = try stream(GardenFiles(), Self.records)
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                {"record":"north","facts":[{"fact":"mark:large","state":"found"},{"fact":"mark:larger","state":"found"}]}
                {"record":"south","facts":[{"fact":"mark:small","state":"found"}]}
                {"record":"west","facts":[{"fact":"mark:small","state":"found"},{"fact":"mark:wooded","state":"found"}]}

                """)
    }

    @Test func `a stream says the same as one run over a table`() throws {
        let files = try GardenFiles()
        let table = try files.write("garden,surface\na,400\nb,50\nc,\n", to: "gardens.csv")
        let whole = try CommandLineTests.analyst(["run", files.rules, "--facts", table, "--format", "json"] + Self.day)
        let lines = "{\"id\":\"a\",\"surface\":400}\n{\"id\":\"b\",\"surface\":50}\n{\"id\":\"c\"}\n"
        let streamed = try stream(files, lines, ["--bounds", "both"])
        func facts(_ text: String) -> [String] {
            text.matches(of: /"fact": ?"([^"]+)",\s*"state": ?"([^"]+)"/).map { "\($0.1) \($0.2)" }
        }
        #expect(facts(whole.output) == facts(streamed.output))
        #expect(facts(whole.output).count == 9)
    }

    @Test func `a bad record is told with its number and does not stop the rest, unless the user is strict`() throws {
        let bad =
            "{\"id\": \"a\", \"surface\": 400}\n{\"surface\": }\n{\"surfce\": 3}\n\u{1}\n[1]\n{\"id\": \"b\", \"surface\": 50}\n"
        let outcome = try stream(GardenFiles(), bad)
        #expect(outcome.code == 0)
        #expect(outcome.output.split(separator: "\n").count == 3, "an empty value says nothing")
        #expect(outcome.errors.contains("record 3: -:1:12: error: ‘surfce’"))
        #expect(outcome.errors.contains("‘surface’"))
        #expect(outcome.errors.contains("record 4: "))
        #expect(outcome.errors.contains("record 5: "))
        #expect(outcome.errors.hasSuffix("3 of 6 records could not be read; the rest is answered\n"))
        let strict = try stream(GardenFiles(), bad, ["--strict"])
        #expect(strict.code == 3)
        #expect(strict.output.split(separator: "\n").count == 2)
    }

    @Test func `parts at the same time say what one process says`() throws {
        let files = try GardenFiles()
        let many = (0..<3_000).map { "{\"id\": \"g\($0)\", \"surface\": \($0 % 200)}\n" }.joined()
        let whole = try stream(files, many)
        let parts = try stream(
            files, many,
            command: """
                split -n l/4 FILE FILE.part. && export -f 2>/dev/null; printf '%s\\n' FILE.part.* \
                | xargs -P 2 -I{} sh -c 'in=$1; shift; "$@" < "$in" > "$in.out"' sh {} "$@" && cat FILE.part.*.out
                """)
        #expect(parts.code == 0, "\(parts.errors)")
        #expect(parts.output == whole.output)
        #expect(whole.output.split(separator: "\n").count == 3_000)
    }

    @Test func `a filter answers each line before the next one is there, and ends when its reader has left`() throws {
        // Both stand between single quotes.
        let slow = "(head -n 1 FILE; sleep 3) | \"$@\" | head -n 1"
        let start = try stream(GardenFiles(), Self.records, command: "timeout 60 bash -c '\(slow)' bash \"$@\"")
        #expect(start.output.hasPrefix("{\"record\":\"north\""))
        let endless = "(yes \"$(head -n 1 FILE)\" | head -n 300000) 2>/dev/null | \"$@\" | head -n 2"
        let outcome = try stream(GardenFiles(), Self.records, command: "timeout 60 bash -c '\(endless)' bash \"$@\"")
        #expect(outcome.code == 0)
        #expect(outcome.output.split(separator: "\n").count == 2)
        #expect(outcome.errors.isEmpty)
    }

    @Test func `a production system runs each record in a memory of its own`() throws {
        let files = try GardenFiles()
        let set = try files.write(GardenFiles.countdown, to: "countdown.yaml")
        let facts = try files.write(
            "{\"start\": [{\"number\": 1}]}\n{\"start\": [{\"number\": 2}]}\n", to: "start.ndjson")
        let outcome = try StreamFault.shell("\"$@\" < '\(facts)'", ["run", set, "--stream"] + Self.day)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let counts = outcome.output.split(separator: "\n").map {
            $0.contains("\"down\":1") ? 1 : $0.contains("\"down\":2") ? 2 : 0
        }
        #expect(counts == [1, 2])
    }

    @Test func `areas are screened one by one, with the same score as all together`() throws {
        let country = SmallCountry(buurten: [.init(name: "Noord", welfare: 90, health: "60.0"), .init(name: "Zuid")])
        let folder = try TemporaryFolder()
        let (kwb, codes, result) = (folder.file("kwb-2020.csv"), folder.file("codes"), folder.file("result.json"))
        try Data(country.keyFigures.bytes).write(to: kwb)
        try "{\"code\": \"BU00010100\"}\nBU00010101\n{\"code\": \"WK000101\"}\n"
            .write(to: codes, atomically: true, encoding: .utf8)
        let words = ["screen", kwb.path, "--date", "2026-11-01", "--lang", "en"]
        let outcome = try StreamFault.shell("\"$@\" < '\(codes.path)'", words + ["--stream"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("record 3: "))
        #expect(outcome.errors.contains("screen/record"))
        let whole = try CommandLineTests.analyst(words + ["--format", "json", "-o", result.path])
        #expect(whole.code == 0, "\(whole.errors)")
        func scores(_ text: String) -> [String] {
            text.replacing(/\s/, with: "").matches(of: /"code":"(BU\d+)".*?"score":(null|\{[^}]*\})/).map {
                "\($0.1) \($0.2)"
            }.sorted()
        }
        #expect(scores(outcome.output) == scores(try String(contentsOf: result, encoding: .utf8)))
        #expect(scores(outcome.output).count == 2)
        #expect(try CommandLineTests.analyst(words).code == 2)
    }
}
