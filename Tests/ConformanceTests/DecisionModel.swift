import Foundation
import RuleEngine

/// A decision model as it stands in its file, with the models it imports.
final class DecisionModel {
    let root: MarkupElement
    /// The imported models by the name under which this model knows them.
    let imports: [(name: String, model: DecisionModel)]
    /// Decisions, input data, business knowledge models and decision services, by id.
    let elements: [String: MarkupElement]
    let types: [String: FEELTypeName]
    /// What item definitions allow beyond their type, by the name of the definition.
    let constraints: [String: FEELUnaryTests]
    /// The names that expressions of this model may use.
    let names: FEELNames
    /// The decision tables that stand in expressions of this model and of those it imports.
    let tables: TableCalls

    var namespace: String { root.attributes["namespace"] ?? "" }

    /// - Parameter folder: where the models lie that this one may import.
    convenience init?(file: URL) {
        guard let root = MarkupElement.read(file) else { return nil }
        let folder = file.deletingLastPathComponent()
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let neighbours = files.filter { $0.pathExtension == "dmn" && $0.lastPathComponent != file.lastPathComponent }
            .sorted { $0.path < $1.path }.compactMap(MarkupElement.read)
        self.init(root: root, neighbours: neighbours, tables: TableCalls(), depth: 0)
    }

    private init(root: MarkupElement, neighbours: [MarkupElement], tables: TableCalls, depth: Int) {
        self.root = root
        self.tables = tables
        imports = root.all("import").compactMap { element in
            guard depth < 8, let name = element.attributes["name"],
                let other = neighbours.first(where: { $0.attributes["namespace"] == element.attributes["namespace"] })
            else { return nil }
            return (name, DecisionModel(root: other, neighbours: neighbours, tables: tables, depth: depth + 1))
        }
        elements = Dictionary(
            root.children.compactMap { child in child.attributes["id"].map { ($0, child) } }
        ) { first, _ in first }
        var names = FEELNames.builtins
        names = names.adding(imports.map(\.name)).adding(Self.names(in: root))
        for (_, model) in imports { names = names.adding(Self.names(in: model.root)) }
        self.names = names
        let definitions = root.all("itemDefinition")
        var types: [String: FEELTypeName] = [:]
        var constraints: [String: FEELUnaryTests] = [:]
        for definition in definitions {
            guard let name = definition.attributes["name"] else { continue }
            types[name] = Self.type(of: definition)
            constraints[name] = Self.constraint(of: definition, names: names)
        }
        for (prefix, model) in imports {
            for (name, type) in model.types { types[prefix + "." + name] = type.resolved(by: model.types) }
        }
        self.types = types
        self.constraints = constraints
    }

    /// The element that a reference names, in this model or in an imported one.
    func target(of reference: String) -> (model: DecisionModel, importName: String?, element: MarkupElement)? {
        let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
        guard let id = parts.last.map(String.init) else { return nil }
        let space = parts.count > 1 ? String(parts[0]) : ""
        if space.isEmpty || space == namespace { return elements[id].map { (self, nil, $0) } }
        guard let (name, model) = imports.first(where: { $0.model.namespace == space }) else { return nil }
        return model.elements[id].map { (model, name, $0) }
    }

    func element(_ kind: String, named name: String) -> MarkupElement? {
        root.all(kind).first { $0.attributes["name"]?.trimmed == name.trimmed }
    }

    private static func names(in element: MarkupElement) -> [String] {
        let isLocal = ["definitions", "formalParameter", "parameter"].contains(element.name)
        let own = isLocal ? nil : element.attributes["name"] ?? element.attributes["iteratorVariable"]
        return [own?.trimmed].compactMap { $0 } + element.children.flatMap(names)
    }

    // MARK: Types

    func type(_ reference: String) -> FEELTypeName { Self.typeName(reference).resolved(by: types) }

    func isCollection(_ name: String) -> Bool {
        element("itemDefinition", named: name)?.attributes["isCollection"] == "true"
    }

    private static func type(of definition: MarkupElement) -> FEELTypeName {
        let components = definition.all("itemComponent")
        let base: FEELTypeName
        if let function = definition.first("functionItem") {
            base = .function(
                function.all("parameters").map { .named($0.attributes["typeRef"] ?? "Any") },
                .named(function.attributes["outputTypeRef"] ?? "Any"))
        } else if !components.isEmpty {
            base = .context(
                components.map { .init(name: $0.attributes["name"]?.trimmed ?? "", type: type(of: $0)) })
        } else {
            base = typeName(definition.first("typeRef")?.text ?? definition.attributes["typeRef"] ?? "Any")
        }
        return definition.attributes["isCollection"] == "true" ? .list(base) : base
    }

    /// Prefixes such as `feel:` say nothing new.
    static func typeName(_ text: String) -> FEELTypeName {
        let name = text.trimmed
        return .named(name.hasPrefix("feel:") ? String(name.dropFirst(5)) : name)
    }

    private static func constraint(of definition: MarkupElement, names: FEELNames) -> FEELUnaryTests? {
        guard let text = (definition.first("allowedValues") ?? definition.first("typeConstraint"))?.first("text")?.text
        else { return nil }
        return FEELParser.parse(text, as: .unaryTests, names: names).tests
    }
}
