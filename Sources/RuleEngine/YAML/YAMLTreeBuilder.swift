/// Makes documents of events, without recursion, and checks what libyaml leaves to its user: equal keys, aliases,
/// tags and limits.
struct YAMLTreeBuilder {
    private let file: SourceFile
    private let limits: YAMLLimits

    private var documents: [YAMLNode] = []
    private var diagnostics: [Diagnostic] = []
    /// The collections that are open, outermost first.
    private var open: [OpenCollection] = []
    private var anchors: [String: Anchor] = [:]
    private var root: YAMLNode?
    /// Nodes as written.
    private var writtenNodes = 0
    /// Nodes behind aliases, counted as if they were written out.
    private var aliasedNodes = 0
    private var lastOffset = 0
    private var isStopped = false

    init(file: SourceFile, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
    }

    var result: YAMLResult {
        var all = diagnostics
        if documents.isEmpty, all.isEmpty {
            all.append(YAMLProblem.emptyDocument.diagnostic(at: file.span(0..<0)))
        }
        return YAMLResult(documents: documents, diagnostics: all.sortedByLocation())
    }

    mutating func report(_ diagnostic: Diagnostic) {
        guard diagnostics.count <= limits.mistakes else { return }
        guard diagnostics.count < limits.mistakes else {
            isStopped = true
            let problem = YAMLProblem.tooManyMistakes(limit: limits.mistakes)
            if let span = diagnostic.span { diagnostics.append(problem.diagnostic(at: span)) }
            return
        }
        diagnostics.append(diagnostic)
    }

    /// Takes the next event, found at a place in UTF-8 offsets. Gives `false` when a limit ends the reading.
    mutating func take(_ event: YAMLEvent, at range: Range<Int>) -> Bool {
        switch event {
        case .documentStart:
            anchors = [:]
            root = nil
        case .documentEnd:
            if let root { finishDocument(root) }
        case .alias(let name):
            takeAlias(name, at: range)
        case .scalar(let text, let style, let properties):
            takeScalar(text, style, properties, at: range)
        case .sequenceStart(let isFlow, let properties):
            takeStart(.sequence, isFlow: isFlow, properties, at: range)
        case .mappingStart(let isFlow, let properties):
            takeStart(.mapping, isFlow: isFlow, properties, at: range)
        case .collectionEnd:
            takeEnd(at: range)
        }
        return !isStopped
    }

    private mutating func finishDocument(_ root: YAMLNode) {
        if root.isEmpty {
            report(YAMLProblem.emptyDocument.diagnostic(at: root.span))
        } else {
            documents.append(root)
        }
    }

    // MARK: Scalars and aliases

    private mutating func takeScalar(
        _ text: String, _ style: YAMLScalar.Style, _ properties: YAMLEvent.Properties, at range: Range<Int>
    ) {
        let index = file.contentRange(of: range, style: style, properties: properties)
        check(properties.tag, allowed: "tag:yaml.org,2002:str", at: range.lowerBound..<index.lowerBound)
        let scalar = YAMLScalar(text: text, style: style, tag: properties.tag, source: file, range: index)
        let node = YAMLNode(
            span: file.span(index), content: .scalar(scalar), isFlow: open.last?.isFlow ?? false)
        guard countNode(at: range) else { return }
        lastOffset = index.upperBound
        if let anchor = properties.anchor { anchors[anchor] = .complete(node, size: 1) }
        add(node)
    }

    private mutating func takeAlias(_ name: String, at range: Range<Int>) {
        lastOffset = range.upperBound
        let span = file.span(range)
        let isFlow = open.last?.isFlow ?? false
        guard countNode(at: range) else { return }
        switch anchors[name] {
        case .complete(let node, let size):
            aliasedNodes += size
            guard aliasedNodes <= limits.aliasedNodes else {
                return stop(.tooManyAliasedNodes(limit: limits.aliasedNodes), at: range)
            }
            add(YAMLNode(span: span, content: node.content, isFlow: isFlow || node.isFlow))
        case .open(let start):
            let problem = YAMLProblem.recursiveAlias(name, anchor: start)
            report(problem.diagnostic(at: span))
            add(emptyNode(at: range, isFlow: isFlow))
        case nil:
            let problem = YAMLProblem.undefinedAlias(name, known: anchors.keys.sorted())
            report(problem.diagnostic(at: span))
            add(emptyNode(at: range, isFlow: isFlow))
        }
    }

    /// Stands in for an alias that means nothing, so that the rest of the document can be read.
    private func emptyNode(at range: Range<Int>, isFlow: Bool) -> YAMLNode {
        let scalar = YAMLScalar(text: "", style: .plain, tag: nil, source: file, range: range)
        return YAMLNode(span: file.span(range), content: .scalar(scalar), isFlow: isFlow)
    }

    // MARK: Collections

    private mutating func takeStart(
        _ kind: OpenCollection.Kind, isFlow: Bool, _ properties: YAMLEvent.Properties, at range: Range<Int>
    ) {
        let allowed = kind == .sequence ? "tag:yaml.org,2002:seq" : "tag:yaml.org,2002:map"
        let start = file.contentStart(of: range.lowerBound, properties: properties)
        check(properties.tag, allowed: allowed, at: range.lowerBound..<start)
        guard open.count < limits.depth else { return stop(.tooDeep(limit: limits.depth), at: range) }
        guard countNode(at: range) else { return }
        if let anchor = properties.anchor {
            anchors[anchor] = .open(file.span(range.lowerBound..<start))
        }
        lastOffset = range.upperBound
        open.append(
            OpenCollection(
                kind: kind, isFlow: isFlow || (open.last?.isFlow ?? false), isBracketed: isFlow, start: start,
                anchor: properties.anchor, sizeBefore: writtenNodes + aliasedNodes - 1))
    }

    private mutating func takeEnd(at range: Range<Int>) {
        guard let collection = open.popLast() else {
            preconditionFailure("libyaml ends a collection that it did not start")
        }
        // The end that libyaml gives to a block lies after the blank lines and comments that follow it.
        if collection.isBracketed { lastOffset = range.upperBound }
        let span = file.span(collection.start..<max(collection.start, lastOffset))
        if collection.kind == .mapping { reportEqualKeys(collection.entries) }
        let content: YAMLNode.Content =
            collection.kind == .sequence ? .sequence(collection.elements) : .mapping(collection.entries)
        let node = YAMLNode(span: span, content: content, isFlow: collection.isFlow)
        if let anchor = collection.anchor {
            anchors[anchor] = .complete(node, size: writtenNodes + aliasedNodes - collection.sizeBefore)
        }
        add(node)
    }

    /// Puts a finished node where it belongs: in the innermost open collection, or at the root.
    private mutating func add(_ node: YAMLNode) {
        guard let innermost = open.indices.last else {
            root = node
            return
        }
        switch open[innermost].kind {
        case .sequence:
            open[innermost].elements.append(node)
        case .mapping:
            guard let key = open[innermost].pendingKey else {
                open[innermost].pendingKey = node
                return
            }
            open[innermost].pendingKey = nil
            if let problem = problem(ofKey: key) {
                report(problem.diagnostic(at: key.span))
            } else {
                open[innermost].entries.append(YAMLEntry(key: key, value: node))
            }
        }
    }

    private func problem(ofKey key: YAMLNode) -> YAMLProblem? {
        guard let scalar = key.scalar else { return .nonScalarKey }
        return scalar.style == .plain && scalar.text == "<<" ? .mergeKey : nil
    }

    private mutating func reportEqualKeys(_ entries: [YAMLEntry]) {
        guard entries.count > 1 else { return }
        var first: [String: SourceSpan] = [:]
        var repeated: [(name: Located<String>, first: SourceSpan)] = []
        for entry in entries {
            let name = entry.name
            if let earlier = first[name.value] {
                repeated.append((name, earlier))
            } else {
                first[name.value] = name.span
            }
        }
        // Several keys again, the first of them included: two elements of a list that run into one.
        let isTwice =
            Set(repeated.map(\.name.value)).count > 1 && repeated.first?.name.value == entries.first?.name.value
        for (name, earlier) in isTwice ? repeated.prefix(1) : repeated[...] where !isStopped {
            let problem: YAMLProblem =
                isTwice ? .missingDash(name.value, first: earlier) : .duplicateKey(name.value, first: earlier)
            report(problem.diagnostic(at: name.span))
        }
    }

    // MARK: Tags and limits

    private mutating func check(_ tag: String?, allowed: String, at range: Range<Int>) {
        guard let tag, tag != "!", tag != allowed else { return }
        let written = file.text(range)
        let spelling = written.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("!") }
        report(YAMLProblem.tag(spelling.map(String.init) ?? tag).diagnostic(at: file.span(range)))
    }

    private mutating func countNode(at range: Range<Int>) -> Bool {
        writtenNodes += 1
        guard writtenNodes <= limits.nodes else {
            stop(.tooManyNodes(limit: limits.nodes), at: range)
            return false
        }
        return true
    }

    private mutating func stop(_ problem: YAMLProblem, at range: Range<Int>) {
        isStopped = true
        report(problem.diagnostic(at: file.span(range)))
    }
}

/// A sequence or mapping of which the end has not come yet.
private struct OpenCollection {
    enum Kind { case sequence, mapping }

    let kind: Kind
    /// Whether it has brackets or stands inside one that has.
    let isFlow: Bool
    /// Whether it has brackets itself.
    let isBracketed: Bool
    let start: Int
    let anchor: String?
    /// Nodes counted before this one.
    let sizeBefore: Int
    var elements: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var pendingKey: YAMLNode?
}

/// What an alias may refer to.
private enum Anchor {
    /// The node is not finished: an alias to it would contain itself.
    case open(SourceSpan)
    /// The node, and how many nodes it is when written out.
    case complete(YAMLNode, size: Int)
}
