import Foundation
import RuleEngine

/// A folder of the kit: test files, each for one model.
struct KitFolder {
    let level: String
    let name: String
    let url: URL

    func results() -> [KitResult] {
        let files = (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }.flatMap(results)
    }

    private func results(of file: URL) -> [KitResult] {
        guard let root = MarkupElement.read(file) else { return [] }
        let modelName = root.first("modelName")?.text.trimmed ?? ""
        let model = DecisionModel(file: url.appendingPathComponent(modelName))
        return root.all("testCase").flatMap { results(of: $0, model: model) }
    }

    private func results(of testCase: MarkupElement, model: DecisionModel?) -> [KitResult] {
        let pairs = testCase.all("inputNode").map { ($0.attributes["name"]?.trimmed ?? "", KitValue.read($0)) }
        let inputs = Dictionary(pairs) { first, _ in first }
        let evaluation = model.map { ModelEvaluation($0, inputs: inputs, now: Self.now) }
        let invocable = testCase.attributes["invocableName"]
        let service = invocable.flatMap { name in evaluation?.result(ofInvocable: name) }
        return testCase.all("resultNode").map { node in
            let name = node.attributes["name"]?.trimmed ?? ""
            let expected = node.first("expected").map(KitValue.read) ?? .null
            let found = invocable == nil ? evaluation?.decision(named: name) : Self.part(name, of: service)
            let decision = invocable == nil ? model?.element("decision", named: name) : nil
            let logic = decision?.children.first(where: \.isLogic)
            return KitResult(
                level: level, folder: self.name, name: (testCase.attributes["id"] ?? "") + " " + name,
                kind: invocable == nil ? logic?.name ?? "none" : "invocable",
                text: logic?.first("text")?.text.trimmed ?? "", expected: expected, found: found,
                passed: KitValue.agree(found ?? .null, expected))
        }
    }

    /// A service of several outputs gives a context of them.
    private static func part(_ name: String, of result: FEELValue?) -> FEELValue? {
        if case .context(let context)? = result, let part = context[name] { return part }
        return result
    }

    private static var now: FEELDateTime? {
        FEELDateTime(Date().formatted(Date.ISO8601FormatStyle()))
    }
}

extension MarkupElement {
    fileprivate var isLogic: Bool { BoxedExpression.kinds.contains(name) }
}
