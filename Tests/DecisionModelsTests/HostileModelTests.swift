import DecisionModels
import RuleEngine
import Testing

/// Nothing that a file can hold stops the program, makes it grow, or makes it read another file.
@Suite struct HostileModelTests {
    private typealias M = WrittenModel

    private static func codes(_ text: String) -> [String] {
        ModelSet.read(SourceFile(name: "m.dmn", text: text)).diagnostics.map(\.code)
    }

    @Test(arguments: [
        ("", "xml/cut-off"), ("<definitions>", "xml/cut-off"), ("no xml", "xml/syntax"), ("<a></b>", "xml/syntax"),
        ("<definitions/>", "dmn/no-model"),
        ("<a xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>", "dmn/no-model"),
        ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "xml/declaration"),
        ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "xml/declaration"),
        (
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "xml/declaration"
        ),
        ("<a>&b;</a>", "xml/syntax"), ("<a b=\"1\" b=\"2\"/>", "xml/syntax"), ("<a>\u{1}</a>", "xml/syntax"),
    ])
    func `a text that holds no model is refused with its reason`(text: String, code: String) {
        #expect(Self.codes(text) == [code])
    }

    @Test func `entities that grow are refused before they do`() {
        var text = "<!DOCTYPE a [<!ENTITY e0 \"ha\">"
        for level in 1...9 { text += "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">" }
        #expect(Self.codes(text + "]><a>&e9;</a>") == ["xml/declaration"])
    }

    @Test func `elements too deep inside each other, too many, and attributes too large are refused`() {
        let deep = String(repeating: "<list>", count: 5_000) + String(repeating: "</list>", count: 5_000)
        #expect(M(deep).codes() == ["xml/too-deep"])
        #expect(Self.codes("<a b=\"" + String(repeating: "x", count: 2 << 20) + "\"/>") == ["xml/too-large"])
        #expect(Self.codes("<a>" + String(repeating: "<b/>", count: 600_000) + "</a>") == ["xml/too-large"])
    }

    @Test func `conditions inside each other cost what they hold, not three times as much at each level`() throws {
        let branches = "<then>\(M.literal("true"))</then><else>\(M.literal("false"))</else>"
        let nested = (0..<25).reduce(M.literal("1 = 1")) { inner, _ in
            "<conditional><if>\(inner)</if>\(branches)</conditional>"
        }
        #expect(try M(M.decision("D", nested)).value("D") == "true")
    }

    @Test func `a word in the text of a model is no encoding`() {
        let name = M("<decision name=\"Video encoding\" id=\"d\">\(M.literal("1"))</decision>")
        #expect(name.codes() == [])
    }

    @Test func `the tag that is closed wrongly is named with the one that is open`() throws {
        let model = M("<decision name=\"D\" id=\"d\"><literalExpression></decision>")
        let diagnostic = try #require(ModelSet.read(model.file).diagnostics.first)
        #expect(diagnostic.message.en == "‘decision’ is closed here, but ‘literalExpression’ is open")
        #expect(diagnostic.span?.start.line == 2)
        #expect(diagnostic.related.first?.span.start.column == 28)
    }

    @Test func `decisions that require each other are named as a circle, and are null`() throws {
        let model = M(
            M.decision("a", needs: ["b"], M.literal("b + 1")) + M.decision("b", needs: ["c"], M.literal("c + 1"))
                + M.decision("c", needs: ["a"], M.literal("a + 1")))
        #expect(
            try model.program().diagnostics.map(\.message.en) == [
                "these elements require each other in a circle: a → b → c → a"
            ])
        #expect(try model.value("a") == "null")
    }

    @Test func `a service that requires itself ends`() throws {
        let model = M(
            "<decisionService id=\"_s\" name=\"s\"><outputDecision href=\"#_d\"/></decisionService>"
                + M.decision("d", knows: ["s"], M.literal("s() + 1")))
        #expect(try model.value("d") == "null")
    }

    @Test func `models that import each other are named as a circle`() {
        func model(_ name: String, imports other: String) -> M {
            M(
                "<import name=\"x\" namespace=\"urn:\(other)\" importType=\"\(M.namespace)\"/>", name: name,
                space: "urn:\(name)")
        }
        #expect(model("a", imports: "b").codes([model("b", imports: "a")]) == ["dmn/import-cycle"])
        #expect(
            model("a", imports: "b").codes([model("b", imports: "c"), model("c", imports: "b")]) == ["dmn/import-cycle"]
        )
    }

    @Test(arguments: ["../secret.dmn", "/etc/passwd", "file:///etc/passwd", "https://example.org/a.dmn", "..\\a.dmn"])
    func `a model outside of the folder is not read`(place: String) {
        let model = M("<import name=\"x\" namespace=\"urn:x\" locationURI=\"\(place)\" importType=\"\(M.namespace)\"/>")
        #expect(model.codes() == ["dmn/import-outside"])
    }

    @Test func `types that grow when written out ask nothing, and types inside themselves are types`() throws {
        var types = "<itemDefinition name=\"t0\"><typeRef>string</typeRef></itemDefinition>"
        for level in 1...12 {
            let parts = (0..<10).map {
                "<itemComponent name=\"c\($0)\"><typeRef>t\(level - 1)</typeRef></itemComponent>"
            }
            types += "<itemDefinition name=\"t\(level)\">\(parts.joined())</itemDefinition>"
        }
        let model = M(types + M.decision("D", type: "t12", M.literal("1")))
        #expect(model.codes() == ["dmn/type-too-large"])
        #expect(try model.value("D") == "1")
        let tree =
            "<itemDefinition name=\"tree\"><itemComponent name=\"left\"><typeRef>tree</typeRef></itemComponent></itemDefinition>"
        #expect(
            try M(tree + M.decision("D", type: "tree", M.literal("{left: {left: null}}"))).value("D")
                == "{left: {left: null}}")
        #expect(try M(tree + M.decision("D", type: "tree", M.literal("1"))).value("D") == "null")
    }

    @Test func `calls that double at each level end`() throws {
        let table = """
            <decisionTable><input><inputExpression><text>n</text></inputExpression></input><output/>
            <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>f(n + 1)</text></outputEntry></rule></decisionTable>
            """
        let model = M(
            "<businessKnowledgeModel id=\"_f\" name=\"f\"><encapsulatedLogic><formalParameter name=\"n\"/>\(table)</encapsulatedLogic>"
                + "<knowledgeRequirement><requiredKnowledge href=\"#_f\"/></knowledgeRequirement></businessKnowledgeModel>"
                + M.decision("D", knows: ["f"], M.literal("f(1)")))
        #expect(try model.value("D") == "null")
    }

    @Test func `places are counted through entities, sections and line breaks`() throws {
        let model = M(
            M.decision(
                "D",
                "<literalExpression><text>\r\n1 &lt; <!-- x --><![CDATA[2 &]]>&amp; unknwon</text></literalExpression>")
        )
        let diagnostic = try #require(try model.program().diagnostics.first)
        #expect(diagnostic.code.hasPrefix("feel/"))
        #expect(diagnostic.span?.start.line == 4)
        let plain = M(M.decision("D", "<literalExpression><text>1 &lt; nubmer</text></literalExpression>"))
        #expect(try plain.program().diagnostics.first?.span?.start.column == 33)
    }
}
