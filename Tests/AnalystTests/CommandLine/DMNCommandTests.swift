import Foundation
import Testing

/// `analyst dmn` on the command line, on a model that decides who may borrow a bicycle.
@Suite struct DMNCommandTests {
    private let folder: TemporaryFolder
    private let model: String

    init() throws {
        folder = try TemporaryFolder()
        model = folder.file("bicycle.dmn").path
        try Self.bicycle.write(toFile: model, atomically: true, encoding: .utf8)
    }

    private func write(_ text: String, _ name: String) throws -> String {
        let file = folder.file(name)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    private func dmn(_ words: String...) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(["dmn"] + words + ["--lang", "en"])
    }

    static let bicycle = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/" name="bicycle" namespace="urn:bicycle">
          <itemDefinition name="tPerson">
            <itemComponent name="age"><typeRef>number</typeRef></itemComponent>
            <itemComponent name="member since"><typeRef>date</typeRef></itemComponent>
          </itemDefinition>
          <inputData id="person" name="Person"><variable name="Person" typeRef="tPerson"/></inputData>
          <inputData id="kind" name="kind"><variable name="kind" typeRef="string"/></inputData>
          <decision id="member" name="Is member">
            <variable name="Is member" typeRef="boolean"/>
            <informationRequirement><requiredInput href="#person"/></informationRequirement>
            <literalExpression><text>Person.member since &lt; date("2024-01-01")</text></literalExpression>
          </decision>
          <decision id="fee" name="Fee">
            <variable name="Fee" typeRef="number"/>
            <informationRequirement><requiredInput href="#kind"/></informationRequirement>
            <informationRequirement><requiredDecision href="#member"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE">
              <input><inputExpression typeRef="string"><text>kind</text></inputExpression></input>
              <input><inputExpression typeRef="boolean"><text>Is member</text></inputExpression></input>
              <output typeRef="number"/>
              <rule><inputEntry><text>"city"</text></inputEntry><inputEntry><text>true</text></inputEntry><outputEntry><text>0</text></outputEntry></rule>
              <rule><inputEntry><text>"city"</text></inputEntry><inputEntry><text>false</text></inputEntry><outputEntry><text>5</text></outputEntry></rule>
              <rule><inputEntry><text>"cargo"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>12.50</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """

    @Test func `a sound model is checked without a word, and a mistake is named with its place and what was meant`()
        throws
    {
        let sound = try dmn("check", model)
        #expect(sound.code == 0)
        #expect(sound.errors.isEmpty)
        #expect(sound.output.hasSuffix(": DMN 1.2, ‘bicycle’: 2 decisions, 0 errors, 0 other messages\n"))
        let text = Self.bicycle.replacing("<text>kind</text>", with: "<text>knid</text>")
        let outcome = try dmn("check", try write(text, "wrong.dmn"))
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("wrong.dmn:19:54: error: the name ‘knid’ is not known here [dmn/unknown-name]"))
        #expect(outcome.errors.contains("did you mean ‘kind’?"))
        #expect(try dmn("check", try write("<a>", "broken.dmn")).code == 3)
    }

    @Test func `a record gives an object, many give a list, and a table gives one for each line`() throws {
        let one = try write("Person: { age: 30, member since: 2020-05-01 }\nkind: city\n", "one.yaml")
        let outcome = try dmn("run", model, "--inputs", one)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == "{\n  \"Is member\": true,\n  \"Fee\": 0\n}\n")
        let two = try write(
            #"[{"Person": {"age": 3, "member since": "2025-05-01"}, "kind": "city"}, {"kind": "cargo"}]"#, "two.json")
        #expect(
            try dmn("run", model, "--inputs", two, "--decision", "Fee").output.filter { !$0.isWhitespace }
                == #"[{"Fee":5},{"Fee":12.5}]"#)
        let table = try write(
            "kind,Person.member since,remark\ncity,2020-01-01,x\ncity,2025-01-01,y\ncargo,,z\n", "table.csv")
        let rows = try dmn("run", model, "--inputs", table, "--decision", "Fee")
        #expect(rows.output.filter { !$0.isWhitespace } == #"[{"Fee":0},{"Fee":5},{"Fee":12.5}]"#)
        #expect(rows.errors.contains("remark [dmn/column-left-out]"))
    }

    @Test(arguments: [
        (
            "kind: 3\nPerson: { age: old }\n",
            "one.yaml:2:16: error: ‘age’ must be a value of the type number, and ‘old’ is none"
        ),
        ("knd: city\n", "one.yaml:1:1: error: the model has no input ‘knd’; did you mean ‘kind’?"),
        ("Person: { agee: 3 }\n", "one.yaml:1:11: error: ‘Person’ has no component ‘agee’; did you mean ‘age’?"),
        ("Person: 3\n", "‘Person’ must be a value of the type context<age, member since>, and ‘3’ is none"),
    ])
    func `a value that does not fit is told with its place`(text: String, message: String) throws {
        let outcome = try dmn("run", model, "--inputs", try write(text, "one.yaml"))
        #expect(outcome.code == 3)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func `what gives null is told, and a decision that is not there has a nearest name`() throws {
        let outcome = try dmn("run", model, "--inputs", try write("kind: boat\n", "one.yaml"))
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("‘Fee’: no row of this table hits"))
        let missing = try dmn("run", model, "--decision", "Feee")
        #expect(missing.code == 3)
        #expect(missing.errors.contains("the model has no ‘Feee’; did you mean ‘Fee’?"))
    }

    @Test func `cases are run from YAML, from a table and from the form of the test kit`() throws {
        let yaml = try write(
            """
            model: bicycle.dmn
            cases:
              - name: cargo
                inputs: { kind: cargo }
                expect: { Fee: 12.5 }
              - name: wrong
                inputs: { kind: city, Person: { member since: 2020-01-01 } }
                expect: { Fee: 1, Is member: true }
            """, "bicycle.cases.yaml")
        let outcome = try dmn("test", yaml)
        #expect(outcome.code == 1)
        #expect(outcome.output.contains(":8: wrong, Fee: expected 1, found 0\n"))
        #expect(outcome.output.hasSuffix("2 of 3 results right\n"))
        let table = try write("kind,= Fee\ncargo,12.50\nboat,\n", "cases.csv")
        #expect(try dmn("test", table, "--model", model).output.hasSuffix("2 of 2 results right\n"))
        let xml = try write(
            """
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <modelName>bicycle.dmn</modelName>
              <testCase id="001"><inputNode name="kind"><value xsi:type="xsd:string">cargo</value></inputNode>
                <resultNode name="Fee" type="decision"><expected><value xsi:type="xsd:decimal">12.5</value></expected></resultNode>
              </testCase>
            </testCases>
            """, "bicycle-test-01.xml")
        let kit = try dmn("test", xml)
        #expect(kit.code == 0, "\(kit.errors)")
        #expect(kit.output.hasSuffix("1 of 1 results right\n"))
    }
}
