import RuleEngine

extension CasebookReader {
    /// `nil` with at least one diagnostic.
    mutating func `case`() -> CasebookCase? {
        guard let root = root() else { return nil }
        var reader = MappingReader(root, of: .casebookCase)
        let id = reader.required("case", as: .text)
        let title = reader.required("title", as: .localizedText)
        let level = reader.optional("level", as: .integer)
        let sheet = reader.required("sheet", as: .text)
        let day = reader.required("date", as: .text)
        let basis = reader.optional("model", as: .choice(of: CasebookCase.Basis.self))
        let view = reader.optional("shows", as: .choice(of: CasebookCase.View.self))
        let stages = reader.required("stages", as: .list(of: .node)) ?? []
        let information = reader.optional("information")
        let roles = reader.optional("roles", as: .list(of: .node)) ?? []
        let exercises = reader.required("exercises", as: .list(of: .node)) ?? []
        let panel = reader.optional("panel", as: .list(of: .node)) ?? []
        if let level { reader.check(level, within: 1...9) }
        let date = reader.day(day)
        diagnostics += reader.finish()

        let readStages = stages.compactMap { stage($0) }
        let (budget, requests) = self.information(information)
        let readRoles = roles.compactMap { role($0) }
        let definitions = exercises.compactMap { exercise($0) }
        let members = panel.compactMap { member($0) }
        var names = MappingReader(root, of: LocalizedText(nl: "een casus", en: "a case"))
        names.reportRepeated(readStages.flatMap(\.passages).map(\.id))
        names.reportRepeated(requests.map(\.id))
        names.reportRepeated(readRoles.map(\.id))
        names.reportRepeated(definitions.map(\.id))
        names.reportRepeated(members.map(\.name))
        // The keys were all asked for above; of this reader only the repeated names count.
        _ = names.remaining()
        diagnostics += names.finish()
        let sum = definitions.reduce(0) { $0 + $1.points.value }
        if sum != 100, let first = definitions.first, !hasErrors {
            diagnostics.append(.badPoints(sum, at: first.points.span))
        }
        guard !hasErrors, let id, let title, let sheet, let date else { return nil }
        return CasebookCase(
            id: id.value, title: title.value, level: level?.value ?? 1, sheet: sheet, date: date,
            basis: basis?.value ?? .given, view: view?.value ?? .text, stages: readStages, informationBudget: budget,
            requests: requests, roles: readRoles, exercises: definitions, panel: members, file: file)
    }

    private mutating func stage(_ node: YAMLNode) -> CasebookCase.Stage? {
        var reader = MappingReader(node, of: .casebookStage)
        let id = reader.required("stage", as: .text)
        let title = reader.required("title", as: .localizedText)
        let passages = reader.required("passages", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        let read = passages.compactMap { passage($0) }
        guard let id, let title else { return nil }
        return CasebookCase.Stage(id: id.value, title: title.value, passages: read)
    }

    private mutating func passage(_ node: YAMLNode) -> CasebookCase.Passage? {
        var reader = MappingReader(node, of: .casebookPassage)
        let id = reader.required("passage", as: .text)
        let text = reader.required("text", as: .localizedText)
        let figures = reader.optional("figures", as: .list(of: .text)) ?? []
        let answers = reader.optional("answers", as: .list(of: .node)) ?? []
        let invented = reader.optional("invented", as: .boolean)
        let source = reader.optional("source", as: .localizedText)
        if let first = answers.first, invented?.value != true, source == nil {
            reader.report(.voiceWithoutSource(at: first.span))
        }
        diagnostics += reader.finish()
        let read = self.answers(answers)
        guard let id, let text else { return nil }
        return CasebookCase.Passage(
            id: id, text: text.value, figures: figures, answers: read, isInvented: invented?.value ?? false,
            source: source?.value)
    }

    private mutating func information(_ node: YAMLNode?) -> (budget: Int, requests: [CasebookCase.Request]) {
        guard let node else { return (0, []) }
        var reader = MappingReader(node, of: .casebookInformation)
        let budget = reader.required("budget", as: .integer)
        let requests = reader.required("requests", as: .list(of: .node)) ?? []
        if let budget { reader.check(budget, within: 1...1000) }
        diagnostics += reader.finish()
        return (budget?.value ?? 0, requests.compactMap { request($0) })
    }

    private mutating func request(_ node: YAMLNode) -> CasebookCase.Request? {
        var reader = MappingReader(node, of: .casebookRequest)
        let id = reader.required("request", as: .text)
        let title = reader.required("title", as: .localizedText)
        let price = reader.required("price", as: .integer)
        let figures = reader.optional("figures", as: .list(of: .text)) ?? []
        let answers = reader.optional("answers", as: .list(of: .node)) ?? []
        if let price { reader.check(price, within: 1...1000) }
        if figures.isEmpty, answers.isEmpty, let id { reader.report(.tellsNothing(id)) }
        diagnostics += reader.finish()
        let read = self.answers(answers)
        guard let id, let title, let price else { return nil }
        return CasebookCase.Request(id: id, title: title.value, price: price.value, figures: figures, answers: read)
    }

    private mutating func answers(_ nodes: [YAMLNode]) -> [FactSheet.WrittenAnswer] {
        nodes.compactMap { FactSheet.WrittenAnswer.read($0, into: &diagnostics) }
    }

    private mutating func role(_ node: YAMLNode) -> CasebookCase.Role? {
        var reader = MappingReader(node, of: .casebookRole)
        let id = reader.required("role", as: .text)
        let title = reader.required("title", as: .localizedText)
        let text = reader.required("text", as: .localizedText)
        diagnostics += reader.finish()
        guard let id, let title, let text else { return nil }
        return CasebookCase.Role(id: id, title: title.value, text: text.value)
    }

    private mutating func member(_ node: YAMLNode) -> CasebookCase.PanelMember? {
        var reader = MappingReader(node, of: .casebookMember)
        let name = reader.required("member", as: .text)
        let answers = reader.required("answers", as: .mapping(of: .list(of: .text))) ?? []
        diagnostics += reader.finish()
        return name.map { CasebookCase.PanelMember(name: $0, answers: answers) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badPoints(_ sum: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "casebook/weights",
            message: LocalizedText(
                nl: "de punten van de oefeningen zijn samen \(sum); dat moet 100 zijn",
                en: "the points of the exercises are \(sum) together; they must be 100"),
            at: span,
            hint: LocalizedText(
                nl: sum < 100 ? "verdeel nog \(100 - sum) punten" : "haal er \(sum - 100) punten af",
                en: sum < 100 ? "give out another \(100 - sum) points" : "take off \(sum - 100) points"))
    }

    fileprivate static func voiceWithoutSource(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "casebook/voice-without-source",
            message: LocalizedText(
                nl: "deze stem heeft geen bron, en er staat niet bij dat hij verzonnen is",
                en: "this voice has no source, and it is not said that it is invented"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf bij de passage invented: true, of source: { nl: …, en: … }",
                en: "write invented: true at the passage, or source: { nl: …, en: … }"))
    }

    fileprivate static func tellsNothing(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/empty-request",
            message: LocalizedText(
                nl: "wie ‘\(id.value)’ vraagt, krijgt niets te horen",
                en: "whoever asks for ‘\(id.value)’ is told nothing"),
            at: id.span,
            hint: LocalizedText(nl: "noem figures: of answers:", en: "name figures: or answers:"))
    }
}
