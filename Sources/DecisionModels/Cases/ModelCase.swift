package import RuleEngine

/// What a model must give for some inputs.
package struct ModelCase: Sendable {
    /// A result that is expected.
    package struct Expectation: Sendable {
        /// A decision, or a part of what an invocable gives.
        package let name: Located<String>
        package let value: FEELValue
        /// Something goes wrong, so that the value is null.
        package let isError: Bool

        package init(name: Located<String>, value: FEELValue, isError: Bool = false) {
            self.name = name
            self.value = value
            self.isError = isError
        }
    }

    package let name: String
    package let span: SourceSpan?
    package let inputs: FEELContext
    /// The decision service or business knowledge model that is called; `nil` to ask for decisions.
    package let invocable: Located<String>?
    package let expectations: [Expectation]

    package init(
        name: String, span: SourceSpan?, inputs: FEELContext, invocable: Located<String>?, expectations: [Expectation]
    ) {
        self.name = name
        self.span = span
        self.inputs = inputs
        self.invocable = invocable
        self.expectations = expectations
    }
}

/// A file of cases in the form of the DMN technology compatibility kit (`testCases` of XML).
package struct ModelCaseFile: Sendable {
    package let file: SourceFile
    /// The file of the model, beside this one.
    package let modelName: Located<String>
    package let cases: [ModelCase]

    /// - Throws: what is wrong with the XML, and `dmn/no-cases` where it holds none.
    package init(_ file: SourceFile) throws(Diagnostic) {
        self.file = file
        let document = try MarkupDocument(file)
        let root = document.root
        guard root.name == "testCases", let name = root.first("modelName") else { throw .noCases(document) }
        modelName = Located(name.text.trimmed, at: ModelText(content: name, in: file).span)
        cases = root.all("testCase").map { Self.read($0, file) }
    }

    private static func read(_ element: MarkupElement, _ file: SourceFile) -> ModelCase {
        func name(_ element: MarkupElement, _ attribute: String = "name") -> Located<String>? {
            element.attributes[attribute].map {
                Located($0.asName, at: file.span(element.places.attributes[attribute] ?? element.places.name))
            }
        }
        let span = file.span(element.places.name)
        let inputs = element.all("inputNode").map { node in
            FEELContext.Entry(key: name(node)?.value ?? "", value: CaseValue.read(node))
        }
        let expectations = element.all("resultNode").map { node in
            ModelCase.Expectation(
                name: name(node) ?? Located("", at: file.span(node.places.name)),
                value: node.first("expected").map(CaseValue.read) ?? .null,
                isError: node.attributes["errorResult"] == "true")
        }
        return ModelCase(
            name: element.attributes["id"]?.trimmed ?? "", span: span, inputs: FEELContext(inputs),
            invocable: name(element, "invocableName"), expectations: expectations)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noCases(_ document: MarkupDocument) -> Diagnostic {
        Diagnostic(
            code: "dmn/no-cases",
            message: LocalizedText(
                nl: "dit is XML, maar er staan geen testgevallen met de naam van een model in",
                en: "this is XML, but it holds no test cases with the name of a model"),
            at: document.file.span(document.root.places.name),
            hint: LocalizedText(
                nl: "zulke bestanden beginnen met ‘testCases’ en hebben een ‘modelName’",
                en: "such files begin with ‘testCases’ and have a ‘modelName’"))
    }
}
