import DecisionModels
import RuleEngine
import Testing

/// Decisions are worked out from what they require, by the evaluator of FEEL and tables that rules use.
@Suite struct ModelRunTests {
    private typealias M = WrittenModel

    @Test func `a decision sees what it requires and nothing else`() throws {
        let parts = [
            M.input("Monthly Pay", "number"),
            M.decision("Year", type: "number", needs: ["Monthly Pay"], M.literal("Monthly Pay * 12")),
            M.decision("Blind", M.literal("Monthly Pay * 12")),
        ]
        let model = M(parts.joined(separator: "\n"))
        #expect(try model.value("Year", ["Monthly Pay": .number(100)]) == "1200")
        #expect(try model.value("Blind", ["Monthly Pay": .number(100)]) == "null")
        #expect(model.codes() == ["dmn/not-required"])
    }

    @Test(arguments: [
        ("number", "12"), ("feel:number", "12"), ("integer", "12"), ("xsd:decimal", "12"), ("double", "12"),
        ("long", "12"),
        ("tns:tNumber", "12"), ("tNumber", "12"), ("string", "null"), ("feel:string", "null"), ("Any", "12"),
        ("tNumbers", "[12]"), ("boolean", "null"), ("date and time", "null"), ("dateTime", "null"),
        ("days and time duration", "null"), ("dayTimeDuration", "null"), ("yearMonthDuration", "null"),
    ])
    func `a type is read in each of its spellings`(type: String, result: String) throws {
        let definitions = """
            <itemDefinition name="tNumber"><typeRef>feel:number</typeRef></itemDefinition>
            <itemDefinition name="tNumbers" isCollection="true"><typeRef>number</typeRef></itemDefinition>
            """
        let model = M(definitions + M.decision("D", type: type, M.literal("12")))
        #expect(try model.value("D") == result)
        #expect(model.codes() == [])
    }

    @Test func `a type that nobody knows is told with the nearest one, and asks nothing`() throws {
        let model = M(M.decision("D", type: "nubmer", M.literal("12")))
        let diagnostics = try model.program().diagnostics
        #expect(diagnostics.map(\.code) == ["dmn/unknown-type"])
        #expect(diagnostics.first?.hint?.en == "did you mean ‘number’?")
        #expect(try model.value("D") == "12")
    }

    @Test(arguments: [
        ("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "1.1"), ("http://www.omg.org/spec/DMN/20180521/MODEL/", "1.2"),
        ("https://www.omg.org/spec/DMN/20191111/MODEL/", "1.3"),
        ("https://www.omg.org/spec/DMN/20211108/MODEL/", "1.4"),
        ("https://www.omg.org/spec/DMN/20230324/MODEL/", "1.5"),
    ])
    func `models of each version are read`(namespace: String, version: String) throws {
        let model = M(M.decision("D", M.literal("1 + 1")), dmn: namespace)
        #expect(try model.program().set.main.version == version)
        #expect(try model.value("D") == "2")
    }

    @Test(arguments: [("\"high\"", "high"), ("\"hihg\"", "null"), ("null", "null")])
    func `a value outside of those that its type allows is null`(text: String, result: String) throws {
        let type = """
            <itemDefinition name="tRisk"><typeRef>string</typeRef><allowedValues><text>"high", "low"</text></allowedValues></itemDefinition>
            """
        #expect(try M(type + M.decision("D", type: "tRisk", M.literal(text))).value("D") == result)
    }

    @Test(arguments: [("[{ risk: \"high\" }]", "[{risk: high}]"), ("[{ risk: \"none\" }]", "null")])
    func `allowed values hold inside of lists and contexts`(text: String, result: String) throws {
        let type = """
            <itemDefinition name="tAll" isCollection="true"><itemComponent name="risk"><typeRef>string</typeRef>
            <allowedValues><text>"high", "low"</text></allowedValues></itemComponent></itemDefinition>
            """
        let found = try M(type + M.decision("D", type: "tAll", M.literal(text))).value("D")
        #expect(found.replacing("\"", with: "") == result)
    }

    @Test(arguments: [
        ("UNIQUE", "15", "null"), ("FIRST", "15", "1"), ("ANY", "15", "null"), ("RULE ORDER", "15", "[1, 2]"),
        ("COLLECT", "15", "[1, 2]"), ("UNIQUE", "5", "1"), ("UNIQUE", "-5", "null"), ("PRIORITY", "15", "2"),
        ("OUTPUT ORDER", "15", "[2, 1]"),
    ])
    func `a decision table has every hit policy`(policy: String, x: String, result: String) throws {
        #expect(try Self.table("hitPolicy=\"\(policy)\"").value("D", ["x": .number(FEELNumber(x) ?? 0)]) == result)
    }

    @Test(arguments: [("SUM", "3"), ("COUNT", "2"), ("MIN", "1"), ("MAX", "2")])
    func `a decision table computes with its hits`(aggregation: String, result: String) throws {
        let model = Self.table("hitPolicy=\"COLLECT\" aggregation=\"\(aggregation)\"")
        #expect(try model.value("D", ["x": .number(15)]) == result)
    }

    private static func table(_ attributes: String) -> M {
        M(
            M.input("x", "number")
                + M.decision(
                    "D", needs: ["x"],
                    """
                    <decisionTable \(attributes)><input><inputExpression><text>x</text></inputExpression></input>
                    <output><outputValues><text>2, 1</text></outputValues></output>
                    <rule><inputEntry><text>&gt; 0</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
                    <rule><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
                    </decisionTable>
                    """))
    }

    @Test func `two rows that must not hit together are named`() throws {
        let program = try Self.table("").program()
        let run = program.run(["x": .number(15)])
        _ = run.value(of: try #require(program.set.element(named: "D") { _ in true }))
        #expect(
            run.notes.first?.message.en
                == "row 1 and row 2 hit together, which this table does not allow; the result is null")
        #expect(run.notes.first?.span?.start.line == 6)
    }

    @Test(arguments: [
        (
            "<conditional><if>\(literal("x > 1"))</if><then>\(literal("\"a\""))</then><else>\(literal("\"b\""))</else></conditional>",
            "a"
        ),
        (
            "<for iteratorVariable=\"i\"><in>\(literal("[1, x]"))</in><return>\(literal("i * i"))</return></for>",
            "[1, 4]"
        ),
        (
            "<some iteratorVariable=\"i\"><in>\(literal("[1, x]"))</in><satisfies>\(literal("i = 2"))</satisfies></some>",
            "true"
        ),
        (
            "<every iteratorVariable=\"i\"><in>\(literal("[1, x]"))</in><satisfies>\(literal("i = 2"))</satisfies></every>",
            "false"
        ),
        ("<filter><in>\(literal("[1, 2, 3]"))</in><match>\(literal("item > x"))</match></filter>", "[3]"),
        ("<list>\(literal("x"))\(literal("x + 1"))</list>", "[2, 3]"),
        (
            "<relation><column name=\"a b\"/><row>\(literal("x"))</row><row>\(literal("7"))</row></relation>",
            "[{a b: 2}, {a b: 7}]"
        ),
        (
            "<context><contextEntry><variable name=\"y\"/>\(literal("x * 2"))</contextEntry><contextEntry>\(literal("y + 1"))</contextEntry></context>",
            "5"
        ),
        (
            "<context><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter name=\"a\" typeRef=\"number\"/>\(literal("a + x"))</functionDefinition></contextEntry><contextEntry><invocation>\(literal("f"))<binding><parameter name=\"a\"/>\(literal("40"))</binding></invocation></contextEntry></context>",
            "42"
        ),
    ])
    func `each boxed expression has its value`(boxed: String, result: String) throws {
        let model = M(M.input("x", "number") + M.decision("D", needs: ["x"], boxed))
        #expect(model.codes() == [])
        #expect(try model.value("D", ["x": .number(2)]) == result)
    }

    private static let literal = M.literal

    @Test func `a business knowledge model may call itself, through a table too, as far as the stack bears`() throws {
        let body =
            "<conditional><if>\(M.literal("n = 0"))</if><then>\(M.literal("1"))</then><else>\(M.literal("n * f(n - 1)"))</else></conditional>"
        func model(_ logic: String, _ call: String) -> M {
            M(
                "<businessKnowledgeModel id=\"_f\" name=\"f\"><encapsulatedLogic><formalParameter name=\"n\"/>\(logic)</encapsulatedLogic>"
                    + "<knowledgeRequirement><requiredKnowledge href=\"#_f\"/></knowledgeRequirement></businessKnowledgeModel>"
                    + M.decision("D", knows: ["f"], M.literal(call)))
        }
        #expect(model(body, "f(5)").codes() == [])
        #expect(try model(body, "f(5)").value("D") == "120")
        let table = """
            <decisionTable><input><inputExpression><text>n</text></inputExpression></input><output/>
            <rule><inputEntry><text>0</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
            <rule><inputEntry><text>not(0)</text></inputEntry><outputEntry><text>n * f(n - 1)</text></outputEntry></rule></decisionTable>
            """
        #expect(try model(table, "f(5)").value("D") == "120")
        #expect(try model(table, "f(100000)").value("D") == "null")
    }

    @Test func `a decision service is a function of its inputs and gives a context of its outputs`() throws {
        let model = M(
            M.input("a", "number") + M.decision("double", needs: ["a"], M.literal("a * 2"))
                + M.decision("plus", needs: ["double"], M.literal("double + 1"))
                    + """
                    <decisionService id="_s" name="s"><outputDecision href="#_double"/><outputDecision href="#_plus"/><inputData href="#_a"/></decisionService>
                    <decisionService id="_t" name="t"><outputDecision href="#_plus"/><inputDecision href="#_double"/></decisionService>
                    """
                + M.decision("D", knows: ["s", "t"], M.literal("[s(3), s(a: 4).plus, t(10)]")))
        #expect(model.codes() == [])
        #expect(try model.value("D") == "[{double: 6, plus: 7}, 9, 11]")
    }

    @Test func `an imported model is seen by the name of its import`() throws {
        let other = M(
            M.input("age", "number") + M.decision("adult", type: "boolean", needs: ["age"], M.literal("age >= 18"))
                + "<itemDefinition name=\"tAge\"><typeRef>number</typeRef></itemDefinition>",
            name: "other.dmn", space: "urn:other")
        let main = M(
            "<import name=\"o\" namespace=\"urn:other\" importType=\"\(M.namespace)\"/>"
                + "<decision id=\"_D\" name=\"D\"><variable name=\"D\" typeRef=\"o.tAge\"/><informationRequirement><requiredDecision href=\"urn:other#_adult\"/></informationRequirement>\(M.literal("if o.adult then 1 else 2"))</decision>"
        )
        #expect(main.codes([other]) == [])
        #expect(try main.value("D", ["o": .context(["age": .number(20)])], [other]) == "1")
        #expect(try main.value("D", ["age": .number(3)], [other]) == "2")
        #expect(
            main.codes() == ["dmn/missing-import", "dmn/unknown-name", "dmn/unknown-reference", "dmn/unknown-type"])
    }

    @Test func `a chain of five thousand decisions is worked out`() throws {
        var text = M.decision("d0", M.literal("1"))
        for number in 1...5_000 {
            text += M.decision("d\(number)", needs: ["d\(number - 1)"], M.literal("d\(number - 1) + 1")) + "\n"
        }
        #expect(try M(text).value("d5000") == "5001")
    }
}
