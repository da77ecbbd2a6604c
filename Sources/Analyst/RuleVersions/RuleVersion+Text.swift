import RuleEngine

/// The file `version.yaml`.
extension RuleVersion {
    static let fileName = "version.yaml"

    /// As it is written, a line for each thing that happened.
    var text: String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        var lines = ["version: \(scalar(id))", "title: \(scalar(title))", "state: \(state.rawValue)"]
        if let from { lines.append("from: \(from)") }
        if isUnfinished { lines.append("unfinished: true") }
        lines.append("history:")
        for step in steps {
            var members = ["state: \(step.state.rawValue)", "on: \(step.day)"]
            if let author = step.author { members.append("by: \(scalar(author))") }
            if let note = step.note { members.append("note: \(scalar(note))") }
            lines.append("  - { \(members.joined(separator: ", ")) }")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads the file of a version.
    ///
    /// - Parameter id: the name of its folder, which counts.
    init(_ file: SourceFile, id: String) throws(BadInput) {
        let result = YAMLParser.parseSingle(file)
        guard let root = result.root else { throw BadInput(result.diagnostics, sources: [file]) }
        var reader = MappingReader(root, of: .version)
        _ = reader.required("version", as: .text)
        let title = reader.required("title", as: .text)
        let state = reader.required("state", as: .choice(of: State.self))
        let from = reader.optional("from", as: .text)
        let unfinished = reader.optional("unfinished", as: .boolean)
        let history = reader.required("history", as: .list(of: .node)) ?? []
        var faults = result.diagnostics + reader.finish()
        var steps: [Step] = []
        for node in history {
            var reader = MappingReader(node, of: .step)
            let state = reader.required("state", as: .choice(of: State.self))
            let on = reader.required("on", as: .text)
            let author = reader.optional("by", as: .text)
            let note = reader.optional("note", as: .text)
            faults += reader.finish()
            guard let state, let on else { continue }
            guard let day = FEELDate(on.value) else {
                faults.append(.badVersionDay(on))
                continue
            }
            steps.append(Step(state.value, on: day, by: author?.value, note: note?.value))
        }
        if let from, FEELDate(from.value) == nil { faults.append(.badVersionDay(from)) }
        if let state, let last = steps.last, state.value != last.state {
            faults.append(.stateDiffers(state.span, last.state))
        }
        guard let title, !steps.isEmpty, !faults.contains(where: { $0.severity == .error }) else {
            throw BadInput(faults, sources: [file])
        }
        self.init(id: id, title: title.value, steps: steps)
        self.from = from.flatMap { FEELDate($0.value) }
        isUnfinished = unfinished?.value ?? false
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let version = LocalizedText(nl: "een versie", en: "a version")
    fileprivate static let step = LocalizedText(nl: "een stap van een versie", en: "a step of a version")
}

extension Diagnostic {
    fileprivate static func badVersionDay(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "version/day",
            message: LocalizedText(nl: "‘\(text.value)’ is geen dag", en: "‘\(text.value)’ is no day"), at: text.span,
            hint: LocalizedText(
                nl: "schrijf een dag als 2026-01-31", en: "write a day as 2026-01-31"))
    }

    fileprivate static func stateDiffers(_ span: SourceSpan, _ last: RuleVersion.State) -> Diagnostic {
        Diagnostic(
            code: "version/state",
            message: LocalizedText(
                nl: "de laatste stap onder history: is ‘\(last.rawValue)’, state: zegt iets anders",
                en: "the last step below history: is ‘\(last.rawValue)’, state: says otherwise"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf state: \(last.rawValue), of voeg de stap toe die erbij hoort",
                en: "write state: \(last.rawValue), or add the step that belongs to it"))
    }
}
