package import RuleEngine

/// A model with all that it imports, and references that lead from one to another.
package struct ModelSet: Sendable {
    /// An element of one of the models.
    package struct ElementID: Hashable, Comparable, Sendable {
        package let model: Int
        package let index: Int

        package static func < (left: ElementID, right: ElementID) -> Bool {
            (left.model, left.index) < (right.model, right.index)
        }
    }

    /// An import that leads to a model of the set.
    package struct Link: Sendable {
        package let name: String
        package let model: Int
    }

    /// What a reference leads to.
    package struct Target: Sendable {
        package let id: ElementID
        /// The name of the import through which the element is seen; `nil` for one of the same model.
        package let importName: String?
    }

    /// The first one is the model that was asked for.
    package private(set) var models: [DecisionModel]
    /// By model.
    package private(set) var links: [[Link]] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// By model, its elements by id.
    private var ids: [[String: Int]] = []

    /// Models that are read at most, whatever imports what.
    private static let modelLimit = 200

    /// - Parameters:
    ///   - file: the model that is asked for.
    ///   - neighbours: files in which imported models may stand; those that nothing imports play no part.
    /// - Returns: the models, or `nil` where the file holds none, and what is wrong with them.
    package static func read(_ file: SourceFile, neighbours: [SourceFile] = []) -> (
        set: ModelSet?, diagnostics: [Diagnostic]
    ) {
        let (main, diagnostics) = ModelReader.read(file)
        guard let main else { return (nil, diagnostics) }
        var set = ModelSet(main)
        set.diagnostics = diagnostics
        set.link(neighbours.filter { $0.name != file.name })
        for index in set.models.indices { set.checkNames(index) }
        return (set, set.diagnostics)
    }

    private init(_ main: DecisionModel) { models = [main] }

    package var main: DecisionModel { models[0] }

    package subscript(id: ElementID) -> DecisionModel.Element { models[id.model].elements[id.index] }

    /// The elements of a model.
    package func elements(of model: Int) -> [ElementID] {
        models[model].elements.indices.map { ElementID(model: model, index: $0) }
    }

    /// The place of an element among all of the set.
    func number(of id: ElementID) -> Int { models[..<id.model].reduce(0) { $0 + $1.elements.count } + id.index }

    /// The element at a place among all.
    func element(numbered number: Int) -> ElementID? {
        var rest = number
        for (model, content) in models.enumerated() {
            if rest < content.elements.count { return ElementID(model: model, index: rest) }
            rest -= content.elements.count
        }
        return nil
    }

    package var allElements: [ElementID] { models.indices.flatMap { elements(of: $0) } }

    /// The element of that name, whose kind is right.
    package func element(named name: String, in model: Int = 0, where isRight: (DecisionModel.Content) -> Bool)
        -> ElementID?
    {
        let wanted = name.asName
        return elements(of: model).first { isRight(self[$0].content) && self[$0].name.value.asName == wanted }
    }

    package func target(of reference: DecisionModel.Reference, from model: Int) -> Target? {
        if reference.namespace.isEmpty || reference.namespace == models[model].namespace {
            return ids[model][reference.id].map { Target(id: ElementID(model: model, index: $0), importName: nil) }
        }
        for link in links[model] where models[link.model].namespace == reference.namespace {
            if let index = ids[link.model][reference.id] {
                return Target(id: ElementID(model: link.model, index: index), importName: link.name)
            }
        }
        return nil
    }

    /// What an element requires.
    package func requirements(of id: ElementID) -> [Target] {
        self[id].requirements.compactMap { target(of: $0, from: id.model) }
    }

    // MARK: Imports

    private mutating func link(_ neighbours: [SourceFile]) {
        var others: [(model: DecisionModel?, diagnostics: [Diagnostic])]?
        var index = 0
        var known = [models[0].namespace: 0]
        while index < models.count {
            var found: [Link] = []
            for wanted in models[index].imports {
                let space = wanted.namespace.value
                if let model = known[space] {
                    found.append(Link(name: wanted.name.asName, model: model))
                    continue
                }
                // Neighbours are read when something is imported.
                let all = others ?? neighbours.map { ModelReader.read($0) }
                others = all
                guard models.count < Self.modelLimit, let other = all.first(where: { $0.model?.namespace == space }),
                    let model = other.model
                else {
                    let spaces = all.compactMap { $0.model?.namespace }
                    let broken = all.filter { $0.model == nil }.flatMap(\.diagnostics)
                    if let location = wanted.location, Self.leadsOutside(location.value) {
                        diagnostics.append(.importOutside(wanted, location))
                        continue
                    }
                    diagnostics.append(.noImport(wanted, near: Suggestion.nearest(to: space, among: spaces), broken))
                    continue
                }
                diagnostics += other.diagnostics
                known[space] = models.count
                found.append(Link(name: wanted.name.asName, model: models.count))
                models.append(model)
            }
            links.append(found)
            index += 1
        }
        ids = models.map { model in
            Dictionary(model.elements.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        }
        if let cycle = ModelCycle.first(in: models.count, { links[$0].map(\.model) }) {
            diagnostics.append(.importCycle(cycle.map { models[$0] }))
        }
    }

    /// Whether a place is not in the folder of the model.
    private static func leadsOutside(_ location: String) -> Bool {
        location.contains("://") || location.hasPrefix("/") || location.split(separator: "/").contains("..")
            || location.contains("\\")
    }

    // MARK: Names and references

    private mutating func checkNames(_ index: Int) {
        let model = models[index]
        var first: [String: SourceSpan] = [:]
        for element in model.elements where !element.name.value.isEmpty {
            if let span = first[element.name.value.asName] {
                diagnostics.append(.sameName(element.name, first: span))
            } else {
                first[element.name.value.asName] = element.name.span
            }
        }
        for element in model.elements {
            var references = element.requirements
            if case .service(let service) = element.content { references += service.outputs + service.encapsulated }
            for reference in references where target(of: reference, from: index) == nil {
                let here = reference.namespace.isEmpty || reference.namespace == model.namespace
                let ids = here ? Array(self.ids[index].keys) : links[index].flatMap { self.ids[$0.model].keys }
                diagnostics.append(.noTarget(reference, near: Suggestion.nearest(to: reference.id, among: ids)))
            }
        }
        let cycle = ModelCycle.first(in: model.elements.count) { element in
            requirements(of: ElementID(model: index, index: element)).filter {
                // A function may call itself.
                $0.id.model == index && !($0.id.index == element && isFunction($0.id))
            }.map(\.id.index)
        }
        if let cycle { diagnostics.append(.requirementCycle(cycle.map { model.elements[$0] })) }
    }

    private func isFunction(_ id: ElementID) -> Bool { if case .knowledge = self[id].content { true } else { false } }
}

/// Finds a cycle without calling itself, so that no length of a chain can exhaust the stack.
enum ModelCycle {
    /// The nodes of the first cycle, each once; `nil` when there is none.
    static func first(in count: Int, _ next: (Int) -> [Int]) -> [Int]? {
        var state = Array(repeating: 0, count: count)
        for start in 0..<count where state[start] == 0 {
            var path: [(node: Int, others: [Int], position: Int)] = [(start, next(start), 0)]
            state[start] = 1
            while let last = path.last {
                guard last.position < last.others.count else {
                    state[last.node] = 2
                    path.removeLast()
                    continue
                }
                let node = last.others[last.position]
                path[path.count - 1].position += 1
                if state[node] == 1 {
                    let begin = path.firstIndex { $0.node == node } ?? 0
                    return path[begin...].map(\.node)
                }
                if state[node] == 0 {
                    state[node] = 1
                    path.append((node, next(node), 0))
                }
            }
        }
        return nil
    }
}

extension String {
    /// A name as FEEL has it: one blank between words.
    package var asName: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noImport(
        _ wanted: DecisionModel.Import, near: String?, _ broken: [Diagnostic]
    ) -> Diagnostic {
        let cause = broken.first
        return Diagnostic(
            code: "dmn/missing-import",
            message: LocalizedText(
                nl: "het model met de naamruimte ‘\(wanted.namespace.value)’ is er niet",
                en: "there is no model with the namespace ‘\(wanted.namespace.value)’"),
            at: wanted.namespace.span,
            related: cause.flatMap { cause in
                cause.span.map {
                    [
                        .init(
                            LocalizedText(
                                nl: "dit bestand is niet te lezen: \(cause.message.nl)",
                                en: "this file cannot be read: \(cause.message.en)"), at: $0)
                    ]
                }
            } ?? [],
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "zet het in dezelfde map als dit model; daarbuiten wordt niet gezocht",
                    en: "put it into the folder of this model; elsewhere nothing is looked for"))
    }

    fileprivate static func importOutside(
        _ wanted: DecisionModel.Import, _ location: Located<String>
    ) -> Diagnostic {
        Diagnostic(
            code: "dmn/import-outside",
            message: LocalizedText(
                nl: "dit model importeert ‘\(location.value)’, en dat ligt buiten zijn map; daar wordt niets gelezen",
                en: "this model imports ‘\(location.value)’, which lies outside its folder; nothing is read there"),
            at: location.span,
            hint: LocalizedText(
                nl: "zet het model met de naamruimte ‘\(wanted.namespace.value)’ in dezelfde map",
                en: "put the model with the namespace ‘\(wanted.namespace.value)’ into the same folder"))
    }

    fileprivate static func importCycle(_ models: [DecisionModel]) -> Diagnostic {
        let chain = (models + models.prefix(1)).map(\.name.value).joined(separator: " → ")
        return Diagnostic(
            code: "dmn/import-cycle",
            message: LocalizedText(
                nl: "modellen importeren elkaar in een kring: \(chain)",
                en: "models import each other in a circle: \(chain)"),
            at: models.first?.imports.first?.span,
            hint: LocalizedText(
                nl: "zet wat beide nodig hebben in een derde model", en: "put what both need into a third model"))
    }

    fileprivate static func sameName(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "dmn/same-name",
            message: LocalizedText(
                nl: "er zijn twee elementen met de naam ‘\(name.value)’",
                en: "there are two elements with the name ‘\(name.value)’"),
            at: name.span,
            related: [.init(LocalizedText(nl: "hier staat het eerste", en: "here is the first one"), at: first)],
            hint: LocalizedText(nl: "geef een van beide een andere naam", en: "give one of them another name"))
    }

    fileprivate static func noTarget(_ reference: DecisionModel.Reference, near: String?) -> Diagnostic {
        Diagnostic(
            code: "dmn/unknown-reference",
            message: LocalizedText(
                nl: "er is geen element met het id ‘\(reference.id)’",
                en: "there is no element with the id ‘\(reference.id)’"),
            at: reference.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") },
            fixes: near.map {
                [.replacing(reference.span, with: (reference.namespace.isEmpty ? "#" : reference.namespace + "#") + $0)]
            } ?? [])
    }

    fileprivate static func requirementCycle(_ elements: [DecisionModel.Element]) -> Diagnostic {
        let chain = (elements + elements.prefix(1)).map(\.name.value).joined(separator: " → ")
        return Diagnostic(
            code: "dmn/requirement-cycle",
            message: LocalizedText(
                nl: "deze elementen hebben elkaar nodig in een kring: \(chain)",
                en: "these elements require each other in a circle: \(chain)"),
            at: elements.first?.name.span,
            related: elements.dropFirst().map {
                .init(LocalizedText(nl: "en ‘\($0.name.value)’", en: "and ‘\($0.name.value)’"), at: $0.name.span)
            },
            hint: LocalizedText(nl: "haal een van de pijlen weg", en: "take away one of the arrows"))
    }
}
