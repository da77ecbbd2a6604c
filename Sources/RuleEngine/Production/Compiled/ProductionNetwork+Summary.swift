/// The compiled plan, to be looked at: which memories there are, in which order facts are joined, what rules share.
extension ProductionNetwork {
    /// The plan as text: the memories, then the nodes as a tree with the rules that are complete at each.
    package func summary(in language: Language) -> String {
        var lines: [String] = []
        lines.append(LocalizedText.counts(of: self)[language])
        for filter in filters.indices { lines.append("  m\(filter): \(text(ofFilter: filter))") }
        lines.append(LocalizedText.plan[language])
        var children: [[Int]] = nodes.map { _ in [] }
        for (index, node) in nodes.enumerated() where node.parent >= 0 { children[Int(node.parent)].append(index) }
        func add(_ index: Int, _ depth: Int) {
            lines.append(String(repeating: "  ", count: depth) + text(ofNode: index))
            for child in children[index] { add(child, depth + 1) }
        }
        add(0, 1)
        for rule in rules where !rule.gates.isEmpty {
            let gates = rule.gates.map { text(ofNode: Int($0)) }.joined(separator: ", ")
            lines.append("  \(productionSet.rules[rule.source].name): \(gates)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The plan as a graph in the language of Graphviz: memories as boxes, nodes as ovals, rules as houses.
    package var graph: String {
        var lines = ["digraph \(QuotedText.of(productionSet.name)) {", "  rankdir=TB;"]
        for filter in filters.indices {
            lines.append("  m\(filter) [shape=box, label=\(QuotedText.of(text(ofFilter: filter)))];")
        }
        for (index, node) in nodes.enumerated() {
            lines.append("  n\(index) [label=\(QuotedText.of(label(ofNode: index)))];")
            if node.parent >= 0 { lines.append("  n\(node.parent) -> n\(index);") }
            if node.factIndex >= 0 {
                lines.append("  m\(factIndexes[Int(node.factIndex)].filter) -> n\(index) [style=dashed];")
            }
            for rule in node.rules { lines.append("  n\(index) -> r\(lists[Int(rule)]);") }
        }
        for (index, rule) in rules.enumerated() {
            lines.append("  r\(index) [shape=house, label=\(QuotedText.of(productionSet.rules[rule.source].name))];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// How many nodes serve more than one rule or more than one node below.
    var sharedNodes: Int {
        var uses = nodes.map { $0.kind == .gate ? 0 : $0.rules.count }
        for node in nodes where node.parent >= 0 { uses[Int(node.parent)] += 1 }
        return uses.dropFirst().count { $0 > 1 }
    }

    private func text(ofNode index: Int) -> String {
        let node = nodes[index]
        let names = node.rules.map { name(of: lists[Int($0)]) }.joined(separator: ", ")
        let memory = node.factIndex < 0 ? "" : " m\(factIndexes[Int(node.factIndex)].filter)"
        let rules = node.kind == .gate || names.isEmpty ? "" : " → \(names)"
        return "n\(index) \(label(ofNode: index))\(memory)\(rules)"
    }

    private func label(ofNode index: Int) -> String {
        let node = nodes[index]
        let word =
            switch node.kind {
            case .root: "root"
            case .join: "join"
            case .absent: "absent"
            case .exists: "exists"
            case .gate: "gate"
            }
        guard node.factIndex >= 0 else { return word }
        let template = productionSet.templates[Int(filters[Int(factIndexes[Int(node.factIndex)].filter)].template)]
        var keys: [String] = []
        if node.tokenIndex >= 0 {
            let fields = factIndexes[Int(node.factIndex)].fields
            for (field, part) in zip(fields, tokenIndexes[Int(node.tokenIndex)].key) {
                keys.append(
                    "\(template.fields[Int(keyFields[Int(field)])].name) = \(text(of: keyParts[Int(part)], above: index))"
                )
            }
        }
        let tests = node.tests.isEmpty ? [] : ["+\(node.tests.count)"]
        return ([word, template.name] + (keys.isEmpty ? [] : [keys.joined(separator: ", ")]) + tests).joined(
            separator: " ")
    }

    /// `guest.hobby` of the fact at a level above a node, or the sign of a computed value.
    private func text(of part: KeyPart, above index: Int) -> String {
        guard part.program < 0 else { return "…" }
        var current = Int(nodes[index].parent)
        while current > 0, nodes[current].kind != .join || nodes[current].level != part.level {
            current = Int(nodes[current].parent)
        }
        guard current > 0 else { return "…" }
        let template = productionSet.templates[
            Int(filters[Int(factIndexes[Int(nodes[current].factIndex)].filter)].template)]
        return "n\(current).\(template.fields[Int(part.field)].name)"
    }

    private func text(ofFilter index: Int) -> String {
        let filter = filters[index]
        let template = productionSet.templates[Int(filter.template)]
        let constants = constants[Int(filter.constants.lowerBound)..<Int(filter.constants.upperBound)].map { constant in
            "\(template.fields[Int(constant.field)].name) = \(programs.values.value(constant.value).literal)"
        }
        let tests = filter.tests.isEmpty ? [] : ["+\(filter.tests.count)"]
        return ([template.name] + (constants.isEmpty ? [] : [constants.joined(separator: ", ")]) + tests).joined(
            separator: " ")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func counts(of network: ProductionNetwork) -> LocalizedText {
        let rules = network.rules.count
        let memories = network.filters.count
        let nodes = network.nodes.count
        let shared = network.sharedNodes
        return LocalizedText(
            nl:
                "\(network.productionSet.name): \(rules) regels, \(memories) geheugens, \(nodes) knopen (\(shared) gedeeld)",
            en: "\(network.productionSet.name): \(rules) rules, \(memories) memories, \(nodes) nodes (\(shared) shared)"
        )
    }

    fileprivate static let plan = LocalizedText(
        nl: "volgorde van koppelen (+n: overige toetsen; gate: staat los, wordt niet gekoppeld)",
        en: "order of joining (+n: other tests; gate: stands apart, is not joined)")
}
