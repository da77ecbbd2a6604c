import Foundation
import Testing

/// `analyst run` and `analyst rules network` on the command line.
@Suite struct RunCommandTests {
    private static let day = ["--date", "2024-06-01", "--lang", "en"]

    private func run(_ files: GardenFiles, _ facts: [String], _ more: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(
            ["run", files.rules] + (facts.isEmpty ? [] : ["--facts"] + facts) + more + Self.day)
    }

    private func tables(_ files: GardenFiles) throws -> [String] {
        [
            try files.write(GardenFiles.gardens, to: "gardens.csv"),
            try files.write(GardenFiles.streets, to: "streets.csv"),
        ]
    }

    @Test func `tables of records give what is found and what is open of each`() throws {
        let files = try GardenFiles().onlyNumbers()
        let outcome = try run(files, try tables(files))
        #expect(outcome.code == 0)
        #expect(outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                found north mark:large
                found north mark:larger
                found south mark:small
                open  west mark:large
                open  west mark:larger
                open  west mark:small

                """)
    }

    @Test(arguments: [("certain", 3), ("possible", 3), ("both", 6)])
    func `bounds choose what is told`(bounds: String, count: Int) throws {
        let files = try GardenFiles().onlyNumbers()
        let outcome = try run(files, try tables(files), "--bounds", bounds)
        #expect(outcome.output.split(separator: "\n").count == count)
        #expect(bounds == "both" || outcome.output.contains("open ") == (bounds == "possible"))
    }

    @Test func `sessions say the same as one pass over columns`() throws {
        let files = try GardenFiles()
        let withTrees = try run(files, try tables(files), "--complete", "tree")
        // The rule on trees keeps the records from being run in one pass.
        let stats = try run(files, try tables(files), "--complete", "tree", "--stats")
        #expect(stats.output.contains("in one pass over columns: false"))
        let numbers = try files.onlyNumbers()
        #expect(try run(numbers, try tables(numbers), "--stats").output.contains("in one pass over columns: true"))
        #expect(withTrees.output == (try run(numbers, try tables(numbers))).output)
    }

    @Test func `figures are one JSON object with the same counts for columns and sessions`() throws {
        let files = try GardenFiles()
        for isColumnar in [false, true] {
            if isColumnar { _ = try files.onlyNumbers() }
            let outcome = try run(files, try tables(files), "--stats", "--format", "json", "--complete", "tree")
            let figures = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            #expect(figures["one_pass"] as? Bool == isColumnar)
            #expect(figures["records"] as? Int == 3)
            #expect(figures["facts"] as? Int == 3)
            #expect(figures["firings"] as? Int == 3)
            #expect(figures["possible_firings"] as? Int == 6)
            // FNV-1a of "north large", "north larger" and "south small", added up.
            #expect(figures["checksum"] as? String == Self.checksum(["north large", "north larger", "south small"]))
            for name in ["read_seconds", "load_seconds", "run_seconds", "peak_memory_kb"] {
                #expect(figures[name] as? Double != nil, "\(name)")
            }
        }
    }

    private static func checksum(_ texts: [String]) -> String {
        let sum = texts.reduce(UInt64(0)) { sum, text in
            sum &+ text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    @Test func `a trace goes rule by rule, with the facts that each conclusion looked at`() throws {
        let files = try GardenFiles()
        for isColumnar in [false, true] {
            if isColumnar { _ = try files.onlyNumbers() }
            let outcome = try run(files, try tables(files), "--trace", "--complete", "tree")
            #expect(outcome.output.contains("large: north mark:large [found]\nlarge: west mark:large [open]\n"))
            #expect(outcome.output.contains("small: west mark:small [open] ← mark:large\n"))
            #expect(outcome.output.contains("small: south mark:small [found]\n"))
        }
    }

    @Test func `facts of a template belong to the record that they name, or to all`() throws {
        let files = try GardenFiles()
        let trees = try files.write("garden,kind,height\nsouth,oak,12\n", to: "tree.csv")
        let gardens = try files.write("garden,surface\nnorth,50\nsouth,50\n", to: "gardens.csv")
        let one = try run(files, [gardens, trees], "--bounds", "certain")
        #expect(!one.output.contains("north mark:wooded"))
        #expect(one.output.contains("south mark:wooded"))
        let forAll = try files.write("kind,height\noak,12\n", to: "tree.csv")
        let both = try run(files, [gardens, forAll], "--bounds", "certain")
        #expect(both.output.contains("north mark:wooded"))
        #expect(both.output.contains("south mark:wooded"))
    }

    @Test(arguments: [
        (
            "facts.yaml",
            "garden: { surface: 400, street: { surface: 300 } }\ntree: [{ kind: oak, height: 8 }]\ncomplete: [tree]\n"
        ),
        (
            "facts.json",
            #"{"garden": {"surface": 400, "street": {"surface": 300}}, "tree": [{"kind": "oak", "height": 8}], "complete": ["tree"]}"#
        ),
    ])
    func `one record and facts are read from a document`(name: String, text: String) throws {
        let files = try GardenFiles()
        let outcome = try run(files, [try files.write(text, to: name)])
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output == "found garden mark:large\n")
    }

    @Test(arguments: [
        ("gardens.csv", "garden,surface\nnorth,4x\n", "gardens.csv:2:7", "‘4x’ is not a number"),
        ("gardens.csv", "garden,surface\nnorth,4000\n", "gardens.csv:2:7", "does not fit in ‘surface’"),
        ("gardens.csv", "garden,surface\nnorth,1\nnorth,2\n", "gardens.csv:3:1", "a line ‘north’ already"),
        ("gardens.csv", "garden,surface\nnorth\n", "gardens.csv:2:1", "this row has 1 cells"),
        ("gardens.csv", "garden,surface,surface\n", "gardens.csv:1:16", "stands here twice"),
        ("gardens.csv", "garden,surface\nnorth,\"4\n", "gardens.csv:2:7", "never closed"),
        ("gardens.csv", "", "gardens.csv:1:1", "empty"),
        ("gardens.csv", "garden,fenced\nnorth,maybe\n", "gardens.csv:2:7", "possible: "),
        ("trees.csv", "kind,height\noak,3\n", "trees.csv:1:1", "did you mean ‘tree’"),
        ("tree.csv", "kind,height\noax,3\n", "tree.csv:2:1", "did you mean ‘oak’"),
        ("tree.csv", "kind,hieght\noak,3\n", "tree.csv:2:5", "did you mean ‘height’"),
        ("tree.csv", "kind,height\n,3\n", "tree.csv:2:1", "no ‘kind’"),
        ("mark.csv", "code\nlarge\n", "mark.csv:2:1", "for rules to conclude"),
        ("facts.yaml", "garden: { surfice: 3 }\n", "facts.yaml:1:20", "did you mean ‘surface’"),
        ("facts.yaml", "- 1\n", "facts.yaml:1:1", "names kinds of fact"),
        ("facts.yaml", "tree: [oak]\n", "facts.yaml:1:8", "a number of fields"),
        ("facts.json", #"{"tree": [{"kind": "oak"]}"#, "facts.json:1:25", "closing mark"),
        ("facts.txt", "", "facts.txt", "not clear how"),
    ])
    func `bad facts end with code 3, the place and the reason`(
        name: String, text: String, place: String, reason: String
    ) throws {
        let files = try GardenFiles()
        let outcome = try run(files, [try files.write(text, to: name)])
        #expect(outcome.code == 3)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(place), "\(outcome.errors)")
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }

    @Test func `a column that the rules do not know is told, and the rest is used`() throws {
        let files = try GardenFiles().onlyNumbers()
        let outcome = try run(files, [try files.write("garden,surface,surfaces\nnorth,400,1\n", to: "gardens.csv")])
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("did you mean ‘surface’"))
        #expect(outcome.output.contains("found north mark:large"))
    }

    @Test func `a table that is looked up is told apart by a name of a context`() throws {
        let files = try GardenFiles().onlyNumbers()
        let roads = try files.write("road,surface\nA,100\n", to: "roads.csv")
        let gardens = try files.write("garden,road,surface\nnorth,A,400\n", to: "gardens.csv")
        #expect(try run(files, [gardens, roads]).output.contains("mark:larger"))
        #expect(try run(files, [gardens, roads], "--context", "street=roads.csv").output.contains("mark:larger"))
        let wrong = try run(files, [gardens, roads], "--context", "town=roads.csv")
        #expect(wrong.code == 3)
        #expect(wrong.errors.contains("--context street=roads.csv"))
        let missing = try run(files, [try files.write("garden,road,surface\nnorth,C,400\n", to: "gardens.csv"), roads])
        #expect(missing.code == 3)
        #expect(missing.errors.contains("gardens.csv:2:7"))
    }

    @Test func `each conclusion of each record can be asked why`() throws {
        let files = try GardenFiles().onlyNumbers()
        let tables = try tables(files)
        let found = try run(files, tables, "--why", "mark:larger", "--record", "north")
        #expect(found.output.hasPrefix("larger than the street [mark:larger]: found\n  Rule ‘Larger’ (larger)\n"))
        #expect(found.output.contains("400"))
        let open = try run(files, tables, "--why", "mark:small", "--record", "west")
        #expect(open.output.contains("[mark:small]: open"))
        #expect(open.output.contains("Waits for: surface"))
        let refuted = try run(files, tables, "--why", "mark:large", "--record", "south")
        #expect(refuted.output.contains("not at issue"))
        #expect(refuted.output.contains("[fails]"))
        #expect(try run(files, tables, "--why", "mark:large").code == 2)
        #expect(
            try run(files, tables, "--why", "mark:large", "--record", "nort").errors.contains("did you mean ‘north’"))
    }

    // MARK: Production systems

    private func countdown(_ more: String..., facts: String = "number\n2\n") throws -> CommandLineTests.Outcome {
        let files = try GardenFiles()
        let rules = try files.write(GardenFiles.countdown, to: "countdown.yaml")
        let start = try files.write(facts, to: "start.csv")
        return try CommandLineTests.analyst(["run", rules, "--facts", start] + more + Self.day)
    }

    @Test func `a production system gives the facts that are left`() throws {
        let outcome = try countdown()
        #expect(outcome.code == 0)
        #expect(outcome.output == "f4 step(number: 0, word: go)\n")
    }

    @Test func `a trace of a production system shows each firing and what it changes`() throws {
        let outcome = try countdown("--trace")
        #expect(
            outcome.output.hasPrefix(
                """
                1. begin: f1
                   + f2 step(number: 2, word: go)
                   - f1 start(number: 2)
                2. down: f2

                """))
    }

    @Test func `figures of a production system count facts by kind and firings by rule`() throws {
        let outcome = try countdown("--stats", "--format", "json")
        let figures = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(figures["firings"] as? Int == 3)
        #expect(figures["facts"] as? Int == 1)
        #expect(figures["firings_by_rule"] as? [String: Int] == ["begin": 1, "down": 2])
        #expect(figures["facts_by_template"] as? [String: Int] == ["start": 0, "step": 1])
        #expect(figures["ended"] as? String == "exhausted")
        #expect(figures["run_seconds"] as? Double != nil)
    }

    @Test func `facts that a production system does not know are refused`() throws {
        let wrong = try countdown(facts: "nummer\n2\n")
        #expect(wrong.code == 3)
        #expect(wrong.errors.contains("start.csv:2:1"))
        #expect(try countdown("--why", "step:2").code == 2)
    }

    // MARK: The plan

    @Test func `the plan of rules shows steps, shared comparisons and readers`() throws {
        let files = try GardenFiles()
        let outcome = try CommandLineTests.analyst(["rules", "network", files.rules, "--lang", "en"])
        #expect(outcome.code == 0)
        for line in [
            "large → mark:large\n     test surface > 100\n",
            "     test 2 * street.surface < surface\n     test surface > 100\n",
            "small → mark:small\n     absent mark:large\n", "  surface > 100: large, larger\n",
            "  surface: large, larger\n", "  street.surface: larger\n", "wooded → mark:wooded (facts are joined)\n",
        ] {
            #expect(outcome.output.contains(line), "\(line)\n\(outcome.output)")
        }
    }

    @Test func `the plan is a graph for Graphviz as well`() throws {
        let files = try GardenFiles()
        let outcome = try CommandLineTests.analyst(["rules", "network", files.rules, "--format", "dot"])
        #expect(outcome.output.hasPrefix("digraph rules {\n"))
        #expect(outcome.output.hasSuffix("}\n"))
        #expect(outcome.output.contains("\"fact mark:large\" -> \"rule small\" [style=dashed];"))
        #expect(outcome.output.contains("\"rule large\" -> \"fact mark:large\";"))
        let system = try files.write(GardenFiles.countdown, to: "countdown.yaml")
        let plan = try CommandLineTests.analyst(["rules", "network", system, "--format", "dot"])
        #expect(plan.output.hasPrefix("digraph \"countdown\" {"))
    }
}
