package import RuleEngine

extension RuleCaseReader {
    /// `{ figures: …, voices: …, facts: …, without: …, complete: … }`
    package mutating func given(_ node: YAMLNode) -> RuleCaseGiven {
        var reader = MappingReader(node, of: LocalizedText(nl: "wat een geval geeft", en: "what a case gives"))
        let figures = reader.optional("figures", as: .mapping(of: .node)) ?? []
        let voices = reader.optional("voices", as: .mapping(of: .node)) ?? []
        let facts = reader.optional("facts", as: .oneOrMore(of: .node)) ?? []
        let without = reader.optional("without", as: .oneOrMore(of: .text)) ?? []
        let complete = reader.optional("complete", as: .oneOrMore(of: .text)) ?? []
        diagnostics += reader.finish()
        var given = RuleCaseGiven()
        for field in figures { readValues(field, into: &given) }
        for field in voices {
            let before = Set(given.values.keys)
            readValues(field, into: &given)
            for slot in given.values.keys.filter({ !before.contains($0) }).sorted(by: { $0.path < $1.path }) {
                guard let context = slot.context, !given.heard.contains(context), canBeHeard(context) else { continue }
                given.heard.append(context)
            }
        }
        for node in facts { readFacts(node, into: &given) }
        for text in without { if let finding = finding(text) { given.without.append(finding) } }
        for name in complete { readComplete(name, into: &given) }
        return given
    }

    // MARK: Values

    /// `name: 3`, `context.name: 3` or `context: { name: 3 }`
    private mutating func readValues(_ field: YAMLField<YAMLNode>, into given: inout RuleCaseGiven) {
        guard let members = field.value.mapping else { return readValue(field.name, field.value, into: &given) }
        for member in members {
            let path = Located("\(field.name.value).\(member.name.value)", at: member.name.span)
            readValue(path, member.value, into: &given)
        }
    }

    private mutating func readValue(_ path: Located<String>, _ node: YAMLNode, into given: inout RuleCaseGiven) {
        let parts = path.value.split(separator: ".", maxSplits: 1).map(String.init)
        let slot =
            parts.count == 2
            ? RecordSchema.Slot(context: parts[0], name: parts[1]) : RecordSchema.Slot(name: path.value)
        guard let index = ruleBase.record.index(of: slot) else {
            diagnostics.append(.unknownName("value", .value, path, among: ruleBase.record.slots.map(\.path)))
            return
        }
        guard let text = text(of: node) else {
            diagnostics.append(.badValue(node, path.value))
            return
        }
        if text.value == "unknown" {
            given.values[slot] = .some(nil)
        } else if text.value == "not-applicable", ruleBase.admits(.notApplicable, to: slot) {
            given.values[slot] = .exactly(.null)
        } else if let interval = NumberInterval(caseText: text.value) {
            let domain = ruleBase.record.domains[index]
            guard [interval.low, interval.high].allSatisfy({ $0.map { domain.contains(.number($0)) } ?? false }) else {
                diagnostics.append(.outside(text, path.value, domain))
                return
            }
            given.values[slot] = .numbers(interval, orNull: false)
        } else {
            let place = FactPlace.node(text.span, file(of: node))
            let value = GivenFact.Value(name: path.value, text: text.value, place: place)
            let read = collected { reader throws(BadInput) in try reader.value(value, ofSlot: index) }
            if let read { given.values[slot] = .exactly(read) }
        }
    }

    /// A scalar; `[60..80]`, which YAML reads as a list of one, counts as one.
    private func text(of node: YAMLNode) -> Located<String>? {
        let only = node.sequence.flatMap { $0.count == 1 ? $0[0] : nil } ?? node
        guard let scalar = only.scalar, !only.isEmpty else { return nil }
        return Located(scalar.text, at: only.span)
    }

    /// Somebody whose answers are a voice, as far as the rules know who was heard.
    private func canBeHeard(_ context: String) -> Bool {
        guard let voice = ruleBase.template(SheetContext.voice), voice.isInput,
            case .code(let name)? = voice.key.first?.type
        else { return false }
        return ruleBase.vocabulary(name)?[context] != nil
    }

    // MARK: Facts

    /// `{ kind: { … } }` or `{ kind: [{ … }, { … }] }`
    private mutating func readFacts(_ node: YAMLNode, into given: inout RuleCaseGiven) {
        guard let entries = node.mapping else {
            diagnostics.append(.factShape(node))
            return
        }
        for entry in entries {
            guard let template = ruleBase.template(entry.name.value), template.relation == nil else {
                let known = ruleBase.templates.filter { $0.relation == nil }.map(\.name)
                diagnostics.append(.unknownName("kind", .kind, entry.name, among: known))
                continue
            }
            for node in entry.value.sequence ?? [entry.value] { readFact(node, of: template, into: &given) }
        }
    }

    private mutating func readFact(_ node: YAMLNode, of template: Template, into given: inout RuleCaseGiven) {
        guard let entries = node.mapping else {
            diagnostics.append(.factShape(node))
            return
        }
        let file = file(of: node)
        var values: [GivenFact.Value] = []
        for entry in entries {
            let parts = entry.value.sequence ?? [entry.value]
            let texts = parts.compactMap { $0.scalar?.text }
            guard texts.count == parts.count else {
                diagnostics.append(.badValue(entry.value, entry.name.value))
                continue
            }
            // A field that is said to be not known is left out, once its name is known to be right.
            if texts == ["unknown"], template.fieldIndex(of: entry.name.value) != nil { continue }
            values.append(
                GivenFact.Value(
                    name: entry.name.value, text: texts.joined(separator: " "), place: .node(entry.value.span, file)))
        }
        let fact = GivenFact(kind: template.name, values: values, place: .node(node.span, file))
        let read = collected { reader throws(BadInput) in try reader.fact(fact, of: template).fact }
        guard let read else { return }
        guard !given.facts.contains(where: { $0.finding == read.finding }) else {
            diagnostics.append(.repeatedFact(read.finding, at: node.span))
            return
        }
        given.facts.append(read)
    }

    private mutating func readComplete(_ name: Located<String>, into given: inout RuleCaseGiven) {
        guard let template = ruleBase.template(name.value), template.relation == nil else {
            let known = ruleBase.templates.filter { $0.relation == nil }.map(\.name)
            diagnostics.append(.unknownName("kind", .kind, name, among: known))
            return
        }
        given.complete.append(template.name)
    }

    /// What a reader of fields gives; what it finds wrong is kept here.
    package mutating func collected<Value>(_ read: (FieldReader) throws(BadInput) -> Value) -> Value? {
        do {
            return try read(FieldReader(ruleBase: ruleBase, takesPartial: true))
        } catch {
            diagnostics += error.diagnostics
            return nil
        }
    }

    /// A file of which only the name matters: excerpts are made with the texts that are read.
    package func file(of node: YAMLNode) -> SourceFile { SourceFile(name: node.span.file, text: "") }
}

extension NumberInterval {
    /// `60..80`, both ends included.
    package init?(caseText text: String) {
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { FEELNumber(String($0)) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
        self.init(low: low, high: high)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let value = LocalizedText(nl: "cijfer of antwoord", en: "figure or answer")
    fileprivate static let kind = LocalizedText(nl: "soort feit", en: "kind of fact")
}

extension Diagnostic {
    fileprivate static func badValue(_ node: YAMLNode, _ name: String) -> Diagnostic {
        Diagnostic(
            code: "case/bad-value",
            message: LocalizedText(nl: "‘\(name)’ heeft geen waarde die past", en: "‘\(name)’ has no value that fits"),
            at: node.span,
            hint: LocalizedText(
                nl: "schrijf een waarde, een bereik zoals 60..80, of unknown",
                en: "write a value, a range such as 60..80, or unknown"))
    }

    fileprivate static func outside(_ text: Located<String>, _ name: String, _ domain: ValueSet) -> Diagnostic {
        Diagnostic(
            code: "case/outside",
            message: LocalizedText(
                nl: "‘\(text.value)’ kan niet voor ‘\(name)’", en: "‘\(text.value)’ cannot be for ‘\(name)’"),
            at: text.span, hint: FieldReader.hint(domain, orPartial: true))
    }

    fileprivate static func factShape(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            code: "case/fact-shape",
            message: LocalizedText(
                nl: "een feit is een soort met velden", en: "a fact is a kind with fields"),
            at: node.span,
            hint: LocalizedText(nl: "schrijf { soort: { code: … } }", en: "write { kind: { code: … } }"))
    }

    fileprivate static func repeatedFact(_ finding: FindingID, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "case/duplicate-fact",
            message: LocalizedText(nl: "\(finding) staat er twee keer", en: "\(finding) is there twice"),
            at: span, hint: LocalizedText(nl: "voeg de twee samen", en: "make one of the two"))
    }
}
