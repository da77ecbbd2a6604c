package import RuleEngine

/// Reads a decision model from a text of XML. What cannot be read is told, and the rest is kept.
package struct ModelReader {
    let file: SourceFile
    let namespace: String
    var diagnostics: [Diagnostic] = []

    /// The model, or `nil` where the text is none.
    package static func read(_ file: SourceFile) -> (model: DecisionModel?, diagnostics: [Diagnostic]) {
        let document: MarkupDocument
        do {
            document = try MarkupDocument(file)
        } catch {
            return (nil, [error])
        }
        guard document.root.name == "definitions", let version = DMNVersion(namespace: document.root.namespace) else {
            return (nil, [.noModel(document)])
        }
        var reader = ModelReader(file: file, namespace: document.root.namespace)
        let model = reader.model(document.root, version)
        return (model, reader.diagnostics)
    }

    /// Elements of the model's own language: not of a diagram or of an extension.
    func children(_ element: MarkupElement, _ name: String) -> [MarkupElement] {
        element.children.filter { $0.name == name && $0.namespace == namespace }
    }

    func child(_ element: MarkupElement, _ name: String) -> MarkupElement? { children(element, name).first }

    func span(_ element: MarkupElement) -> SourceSpan { file.span(element.places.name) }

    /// An attribute without blanks around it, with its place.
    func attribute(_ element: MarkupElement, _ name: String) -> Located<String>? {
        guard let text = element.attributes[name]?.trimmed else { return nil }
        return Located(text, at: file.span(element.places.attributes[name] ?? element.places.name))
    }

    /// The name of an element; where it is missing or empty that is told.
    mutating func name(_ element: MarkupElement, attribute name: String = "name") -> Located<String> {
        if let name = attribute(element, name), !name.value.isEmpty { return name }
        diagnostics.append(.noName(element.name, at: span(element), attribute: name))
        return Located("", at: span(element))
    }

    // MARK: Parts

    private mutating func model(_ root: MarkupElement, _ version: DMNVersion) -> DecisionModel {
        var model = DecisionModel(
            file: file, name: attribute(root, "name") ?? Located("", at: span(root)),
            namespace: root.attributes["namespace"]?.trimmed ?? "", version: version.rawValue)
        for element in root.children where element.namespace == namespace {
            switch element.name {
            case "import": if let found = importedModel(element) { model.imports.append(found) }
            case "itemDefinition": model.itemDefinitions.append(itemDefinition(element))
            case "inputData", "decision", "businessKnowledgeModel", "decisionService":
                model.elements.append(drgElement(element))
            default: break
            }
        }
        return model
    }

    /// `nil` for what is imported as something else than a model, such as a schema.
    private func importedModel(_ element: MarkupElement) -> DecisionModel.Import? {
        let kind = element.attributes["importType"]?.trimmed ?? ""
        guard kind.isEmpty || DMNVersion(namespace: kind) != nil else { return nil }
        return DecisionModel.Import(
            name: element.attributes["name"]?.trimmed ?? "",
            namespace: attribute(element, "namespace") ?? Located("", at: span(element)),
            location: attribute(element, "locationURI").flatMap { $0.value.isEmpty ? nil : $0 }, span: span(element))
    }

    private mutating func itemDefinition(_ element: MarkupElement) -> ItemDefinition {
        var function: ItemDefinition.FunctionItem?
        if let item = child(element, "functionItem") {
            function = ItemDefinition.FunctionItem(
                parameters: children(item, "parameters").map { type(of: $0) },
                result: type(of: item, attribute: "outputTypeRef"))
        }
        var components: [ItemDefinition] = []
        for part in children(element, "itemComponent") { components.append(itemDefinition(part)) }
        return ItemDefinition(
            name: name(element), base: type(of: element), components: components, function: function,
            isCollection: ["true", "1"].contains(element.attributes["isCollection"]?.trimmed),
            allowed: text(child(element, "allowedValues")), constraint: text(child(element, "typeConstraint")))
    }

    private mutating func drgElement(_ element: MarkupElement) -> DecisionModel.Element {
        let variable = child(element, "variable")
        let content: DecisionModel.Content
        switch element.name {
        case "decision":
            content = .decision(
                DecisionModel.Decision(
                    question: child(element, "question")?.text.trimmed ?? "", requirements: requirements(element),
                    logic: expression(in: element)))
        case "businessKnowledgeModel":
            let type = variable.flatMap { self.type(of: $0) }
            content = .knowledge(
                DecisionModel.Knowledge(
                    requirements: requirements(element),
                    function: child(element, "encapsulatedLogic").map { function($0) },
                    functionType: type))
        case "decisionService":
            content = .service(
                DecisionModel.Service(
                    outputs: references(children(element, "outputDecision")),
                    encapsulated: references(children(element, "encapsulatedDecision")),
                    inputDecisions: references(children(element, "inputDecision")),
                    inputData: references(children(element, "inputData"))))
        default: content = .input
        }
        return DecisionModel.Element(
            id: element.attributes["id"]?.trimmed ?? "", name: name(element),
            type: variable.flatMap { type(of: $0) } ?? type(of: element), content: content)
    }

    private func requirements(_ element: MarkupElement) -> [DecisionModel.Reference] {
        let requirements = element.children.filter { child in
            child.namespace == namespace
                && (child.name == "informationRequirement" || child.name == "knowledgeRequirement")
        }
        return references(requirements.flatMap(\.children))
    }

    private func references(_ elements: [MarkupElement]) -> [DecisionModel.Reference] {
        elements.compactMap { element in
            guard let href = attribute(element, "href") else { return nil }
            let mark = href.value.lastIndex(of: "#")
            let id = mark.map { String(href.value[href.value.index(after: $0)...]) } ?? href.value
            return DecisionModel.Reference(
                namespace: mark.map { String(href.value[..<$0]) } ?? "", id: id, span: href.span)
        }
    }

    // MARK: Types and texts

    /// The type that an attribute, or in models of DMN 1.1 an element, names.
    func type(of element: MarkupElement, attribute name: String = "typeRef") -> TypeReference? {
        var written = attribute(element, name)
        if written == nil, let inner = child(element, name) {
            let text = ModelText(content: inner, in: file)
            written = Located(text.text.trimmed, at: text.span)
        }
        guard let written, !written.value.isEmpty else { return nil }
        var space: String?
        if let colon = written.value.lastIndex(of: ":") {
            let prefix = String(written.value[..<colon])
            // A prefix may be that of a namespace, or the name of an import.
            space = element.namespaces[prefix] ?? prefix
        }
        return TypeReference(text: written.value, namespace: space, span: written.span)
    }

    /// The text inside an element that holds one.
    func text(_ element: MarkupElement?) -> ModelText? {
        element.flatMap { child($0, "text") }.map { ModelText(content: $0, in: file) }
    }
}

/// The versions of the standard, by the namespace of their models.
enum DMNVersion: String, CaseIterable {
    case v1_0 = "1.0"
    case v1_1 = "1.1"
    case v1_2 = "1.2"
    case v1_3 = "1.3"
    case v1_4 = "1.4"
    case v1_5 = "1.5"
    case v1_6 = "1.6"

    /// The date in the namespace.
    private var date: String {
        switch self {
        case .v1_0: "20130901"
        case .v1_1: "20151101"
        case .v1_2: "20180521"
        case .v1_3: "20191111"
        case .v1_4: "20211108"
        case .v1_5: "20230324"
        case .v1_6: "20240513"
        }
    }

    init?(namespace: String) {
        let found = Self.allCases.first { version in
            namespace.hasPrefix("http://www.omg.org/spec/DMN/\(version.date)")
                || namespace.hasPrefix("https://www.omg.org/spec/DMN/\(version.date)")
        }
        guard let found else { return nil }
        self = found
    }
}

extension String {
    /// Without blanks and line breaks around it.
    var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noModel(_ document: MarkupDocument) -> Diagnostic {
        let root = document.root
        let versions = "1.1 – 1.5"
        return Diagnostic(
            code: "dmn/no-model",
            message: LocalizedText(
                nl: "dit is XML, maar geen beslismodel van DMN: het begint met ‘\(root.name)’ uit ‘\(root.namespace)’",
                en: "this is XML, but no decision model of DMN: it begins with ‘\(root.name)’ of ‘\(root.namespace)’"),
            at: document.file.span(root.places.name),
            hint: LocalizedText(
                nl: "een model begint met ‘definitions’ uit de naamruimte van DMN \(versions)",
                en: "a model begins with ‘definitions’ in the namespace of DMN \(versions)"))
    }

    fileprivate static func noName(_ element: String, at span: SourceSpan, attribute: String) -> Diagnostic {
        Diagnostic(
            code: "dmn/no-name",
            message: LocalizedText(
                nl: "dit element ‘\(element)’ heeft geen naam", en: "this element ‘\(element)’ has no name"),
            at: span,
            hint: LocalizedText(nl: "geef het \(attribute)=\"…\"", en: "give it \(attribute)=\"…\""))
    }
}
