import DecisionModels
import RuleEngine

/// A decision model that a test writes: what stands between `definitions`, and its XML around it.
struct WrittenModel {
    static let namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/"

    let file: SourceFile

    init(_ body: String, name: String = "model.dmn", space: String = "urn:test", dmn: String = Self.namespace) {
        let start =
            "<definitions xmlns=\"\(dmn)\" xmlns:feel=\"\(dmn)\" xmlns:tns=\"\(space)\" name=\"test\" namespace=\"\(space)\">"
        file = SourceFile(name: name, text: start + "\n" + body + "\n</definitions>\n")
    }

    /// An input with a type.
    static func input(_ name: String, _ type: String = "Any") -> String {
        "<inputData id=\"\(id(name))\" name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"\(type)\"/></inputData>"
    }

    /// A decision that requires others by name.
    static func decision(
        _ name: String, type: String = "Any", needs: [String] = [], knows: [String] = [], _ logic: String
    ) -> String {
        let information = needs.map { name in
            "<informationRequirement><requiredInput href=\"#\(id(name))\"/></informationRequirement>"
        }
        let knowledge = knows.map {
            "<knowledgeRequirement><requiredKnowledge href=\"#\(id($0))\"/></knowledgeRequirement>"
        }
        return "<decision id=\"\(id(name))\" name=\"\(name)\"><variable name=\"\(name)\" typeRef=\"\(type)\"/>"
            + (information + knowledge).joined() + "\n\(logic)\n</decision>"
    }

    /// A literal expression.
    static func literal(_ text: String) -> String {
        let escaped = text.map { $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }.joined()
        return "<literalExpression><text>\(escaped)</text></literalExpression>"
    }

    private static func id(_ name: String) -> String { "_" + name.filter { $0 != " " } }

    func program(_ neighbours: [WrittenModel] = []) throws -> ModelProgram {
        let (set, diagnostics) = ModelSet.read(file, neighbours: neighbours.map(\.file))
        guard let set else { throw diagnostics[0] }
        return ModelProgram(set, timeZones: nil, now: nil)
    }

    /// The codes of what is wrong, each once, in the order of their names.
    func codes(_ neighbours: [WrittenModel] = []) -> [String] {
        do {
            return Set(try program(neighbours).diagnostics.map(\.code)).sorted()
        } catch {
            return [(error as? Diagnostic)?.code ?? "\(error)"]
        }
    }

    /// The value of a decision as FEEL writes it.
    func value(_ decision: String, _ inputs: FEELContext = [:], _ neighbours: [WrittenModel] = []) throws -> String {
        let program = try program(neighbours)
        guard let id = program.set.element(named: decision, where: { _ in true }) else { return "no such decision" }
        return program.run(inputs).value(of: id).text
    }
}
