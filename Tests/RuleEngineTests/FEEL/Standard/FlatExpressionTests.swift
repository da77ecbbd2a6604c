import RuleEngine
import Testing

/// A long text without brackets nests nothing, whatever a tree of it would.
struct FlatExpressionTests {
    private static func row(_ term: String, _ sign: String, _ count: Int) -> String {
        Array(repeating: term, count: count).joined(separator: " \(sign) ")
    }

    private static let sizes = [2, 64, 65, 66, 201, 10_000]

    @Test(arguments: sizes)
    func `E10: a row of operators is as long as one likes`(count: Int) throws {
        #expect(try feel(Self.row("1", "+", count)) == "\(count)")
        #expect(try feel("\(count) - " + Self.row("1", "-", count)) == "0")
        #expect(try feel(Self.row("1", "*", count)) == "1")
        #expect(try feel(Self.row("1", "**", count)) == "1")
        #expect(try feel(Self.row("false", "or", count)) == "false")
        #expect(try feel(Self.row("false", "or", count) + " or true") == "true")
        #expect(try feel(Self.row("true", "and", count)) == "true")
        #expect(try feel(Self.row("true", "and", count) + " and null") == "null")
        #expect(try feel("string length(\(Self.row("\"ab\"", "+", count)))") == "\(2 * count)")
    }

    @Test(arguments: sizes)
    func `E10: a row of else if is as long as one likes`(count: Int) throws {
        let branches = (0..<count).map { "if x = \($0) then \($0) * 2 else " }.joined()
        for (x, expected) in [("0", "0"), ("1", "2"), ("-1", "7"), ("null", "7")] {
            #expect(try feel(branches + "7", ["x": x]) == expected)
        }
        #expect(try feel(branches + "7", ["x": "\(count - 1)"]) == "\(2 * count - 2)")
        #expect(try feel(branches + "7", ["x": "0 | 1"]) == "0 | 2 | 7")
    }

    @Test(arguments: sizes)
    func `E10: other rows are flat too`(count: Int) throws {
        let list = Array(repeating: "1", count: count).joined(separator: ", ")
        #expect(try feel("count([\(list)])") == "\(count)")
        #expect(try feel("1 in (2, \(list))") == "true")
        #expect(try feel("sum(\(list))") == "\(count)")
        let entries = (0..<count).map { "k\($0): \($0)" }.joined(separator: ", ")
        #expect(try feel("{\(entries)}.k\(count - 1)") == "\(count - 1)")
    }

    /// The trees of the same texts in brackets, which nest: both must give the same, unknown inputs included.
    @Test(arguments: [3, 64, 65, 90])
    func `E10: a row gives what its tree gives`(count: Int) throws {
        for inputs in [["x": "1"], ["x": "null"], ["x": "1 | 2"], ["x": "[0..3]"], ["x": "anything"], ["x": "\"a\""]] {
            for (term, sign) in [
                ("x", "+"), ("x", "-"), ("x < 2", "and"), ("x < 2", "or"), ("x = 1", "or"), ("x", "and"), ("x", "or"),
            ] {
                let flat = Self.row(term, sign, count)
                let nested =
                    String(repeating: "(", count: count - 2) + term
                    + String(repeating: " \(sign) \(term))", count: count - 2) + " \(sign) \(term)"
                let (one, two) = (try outcome(of: flat, inputs), try outcome(of: nested, inputs))
                #expect(one.result == two.result, "\(term) \(sign) … of \(inputs)")
            }
        }
    }

    @Test(arguments: [10, 65, 90])
    func `E10: a row is printed and read back as it is`(count: Int) throws {
        for text in [
            Self.row("a", "+", count), Self.row("a", "and", count) + " or b",
            "(" + Self.row("a", "or", count) + ") and b", "2 * (" + Self.row("a", "-", count) + ")",
            (0..<count).map { "if x = \($0) then \($0) else " }.joined() + "7",
        ] {
            let tree = try tree(text)
            #expect(FEELPrinter.text(of: tree) == text)
            #expect(Set(tree.freeNames.map(\.name)).isSubset(of: ["a", "b", "x"]))
        }
    }

    @Test func `E10: mixed signs go from left to right`() throws {
        let text = "0" + String(repeating: " + 3 - 1", count: 100)
        #expect(try feel(text) == "200")
        #expect(try feel("1" + String(repeating: " * 4 / 2", count: 100)) == "1267650600228229401496703205376")
    }

    @Test func `E10: a type is found of long rows, and a mistake in them`() throws {
        let scope = FEELDictionaryTypeScope()
        func typing(_ text: String) throws -> FEELTyping { FEELTypeChecker().typing(of: try tree(text), in: scope) }
        #expect(try typing(Self.row("1", "+", 1_000)).type.description.hasPrefix("number"))
        #expect(try typing(Self.row("true", "and", 1_000)).type.description.hasPrefix("true"))
        #expect(!(try typing(Self.row("1", "+", 1_000) + " + \"a\"").findings.isEmpty))
        #expect(!(try typing(Self.row("true", "and", 1_000) + " and 5").findings.isEmpty))
    }
}
