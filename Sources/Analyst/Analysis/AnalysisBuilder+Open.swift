package import RuleEngine

extension AnalysisBuilder {
    /// What is not known, the inputs that most open conclusions wait for, and how to ask for each.
    package func openBlocks() -> [AnalysisDocument.Block] {
        let waiting = waitingConclusions()
        guard !waiting.isEmpty else { return [.paragraph(.nothingOpen)] }
        var blocks: [AnalysisDocument.Block] = [.heading(.mostSettling)]
        blocks.append(.list(waiting.prefix(3).map { entry in advice(entry.input, entry.conclusions) }))
        blocks.append(.paragraph(.rankingRule))
        let requests = waiting.compactMap { entry -> [AnalysisDocument.Table.Cell]? in
            guard case .slot(let slot) = session.reference(entry.input), slot.context == nil,
                let code = naming.code(of: slot)
            else { return nil }
            return request(code, entry.conclusions.count)
        }
        if !requests.isEmpty { blocks += [.heading(.dataRequests), .table(.requests(requests))] }
        if omissions.values.contains(.later) { blocks.append(.paragraph(.publishedLater)) }
        let questions = waiting.compactMap { entry -> LocalizedText? in
            guard case .slot(let slot) = session.reference(entry.input), slot.context != nil,
                let question = naming.code(of: slot)?.text("question")
            else { return nil }
            let title = LocalizedText { naming.title(of: session.reference(entry.input), in: $0) }
            return LocalizedText(
                nl:
                    "\(title.nl): \(question.nl) (\(entry.conclusions.count == 1 ? "1 conclusie" : "\(entry.conclusions.count) conclusies"))",
                en:
                    "\(title.en): \(question.en) (\(entry.conclusions.count == 1 ? "1 conclusion" : "\(entry.conclusions.count) conclusions"))"
            )
        }
        if !questions.isEmpty {
            blocks.append(.details(summary: .questions(questions.count), [.list(questions)]))
        }
        return blocks
    }

    /// The unknown inputs with the open conclusions that wait for each; those that most wait for first.
    ///
    /// Only conclusions of the leading part count: what follows from them would count twice. Left out is what nobody can
    /// give on the day of the analysis.
    package func waitingConclusions() -> [(input: InputID, conclusions: [FindingID])] {
        let parts = (ruleBase.vocabulary("report-parts")?.codes ?? []).filter { $0.value("leads") == .boolean(true) }
        let leading = Set(parts.flatMap { ($0.string("templates") ?? "").split(separator: " ").map(String.init) })
        var conclusions: [InputID: [FindingID]] = [:]
        let awaited = AwaitedInputs(session)
        for fact in session.facts where !fact.isCertain && leading.contains(ruleBase.templates[fact.template].name) {
            let finding = session.finding(fact)
            for input in awaited[fact] { conclusions[input, default: []].append(finding) }
        }
        return withoutBenchmarks(conclusions).filter { canBeAsked($0.key) }.sorted { left, right in
            left.value.count == right.value.count ? left.key < right.key : left.value.count > right.value.count
        }.map { (input: $0.key, conclusions: $0.value) }
    }

    /// A figure of the city or the country comes along with that of the area: where both are unknown they are one question.
    private func withoutBenchmarks(_ conclusions: [InputID: [FindingID]]) -> [InputID: [FindingID]] {
        var own: [String: InputID] = [:]
        for input in conclusions.keys {
            if case .slot(let slot) = session.reference(input), slot.context == nil { own[slot.name] = input }
        }
        var result = conclusions
        for input in conclusions.keys.sorted() {
            guard case .slot(let slot) = session.reference(input), slot.context != nil, isFigure(slot),
                let figure = own[slot.name]
            else { continue }
            let known = Set(result[figure] ?? [])
            result[figure, default: []] += (conclusions[input] ?? []).filter { !known.contains($0) }
            result[input] = nil
        }
        return result
    }

    /// Not a figure that was published after the day of the analysis, nor one of an indicator that did not exist yet.
    private func canBeAsked(_ input: InputID) -> Bool {
        guard case .slot(let slot) = session.reference(input), isFigure(slot) else { return true }
        switch omissions[slot.name] {
        case .later?, .future?: return false
        case .missing?, .tooOld?, nil: break
        }
        return naming.code(of: slot)?.validity.contains(date) ?? true
    }

    /// A figure of the area or a benchmark of one, not an answer of a voice.
    private func isFigure(_ slot: RecordSchema.Slot) -> Bool {
        guard let context = slot.context else { return true }
        return ruleBase.record.context(named: context)?.vocabulary == ruleBase.record.vocabulary
    }

    private func advice(_ input: InputID, _ conclusions: [FindingID]) -> LocalizedText {
        LocalizedText { language in
            let title = naming.title(of: session.reference(input), in: language)
            let problems = conclusions.filter { $0.template == "problem" }
            let names = problems.prefix(5).map { naming.title(of: $0, in: language) }
            let list =
                names.isEmpty ? "" : " (" + names.joined(separator: "; ") + (problems.count > 5 ? "; …" : "") + ")"
            return language == .nl
                ? "\(title): \(conclusions.count) open conclusies wachten hierop\(list)"
                : "\(title): \(conclusions.count) open conclusions wait for this\(list)"
        }
    }

    private func request(_ code: Vocabulary.Term, _ count: Int) -> [AnalysisDocument.Table.Cell] {
        func cell(_ attribute: String) -> AnalysisDocument.Table.Cell {
            if let text = code.text(attribute) { return .text(text) }
            return code.string(attribute).map { .text(LocalizedText(verbatim: $0)) } ?? .empty
        }
        let basis: LocalizedText =
            code.string("request_basis") == "read"
            ? LocalizedText(nl: "nagezocht", en: "verified")
            : LocalizedText(nl: "oordeel van de makers", en: "judgement of the authors")
        return [
            .text(code.title), .number(FEELNumber(count)), cell("holder"), cell("table"), cell("legal_basis"),
            cell("lead_time"), .text(basis),
        ]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static var nothingOpen: LocalizedText {
        LocalizedText(nl: "Er staat geen conclusie open.", en: "No conclusion is open.")
    }

    fileprivate static var mostSettling: LocalizedText {
        LocalizedText(nl: "Welke antwoorden helpen het meest", en: "Which answers help most")
    }

    fileprivate static var rankingRule: LocalizedText {
        LocalizedText(
            nl: "Volgorde: het aantal open problemen en krachten dat op het antwoord wacht.",
            en: "Order: the number of open problems and strengths that wait for the answer.")
    }

    fileprivate static var dataRequests: LocalizedText {
        LocalizedText(nl: "Cijfers om op te vragen", en: "Figures to ask for")
    }

    fileprivate static var publishedLater: LocalizedText {
        LocalizedText(
            nl:
                "Cijfers die pas na de datum van de analyse verschenen, staan hier niet bij; zij staan bij de cijfers die ontbreken.",
            en:
                "Figures that were published only after the date of the analysis are not listed here; they stand with the missing figures."
        )
    }

    fileprivate static func questions(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) vragen aan bewoners, ondernemers en professionals",
            en: "\(count) questions to residents, entrepreneurs and professionals")
    }
}

extension AnalysisDocument.Table {
    fileprivate static func requests(_ rows: [[Cell]]) -> AnalysisDocument.Table {
        func column(_ nl: String, _ en: String, _ numeric: Bool = false) -> Column {
            Column(title: LocalizedText(nl: nl, en: en), isNumeric: numeric)
        }
        return AnalysisDocument.Table(
            caption: LocalizedText(nl: "Gegevens om op te vragen", en: "Data to ask for"),
            columns: [
                column("Cijfer", "Figure"), column("Open conclusies", "Open conclusions", true),
                column("Wie heeft het", "Holder"), column("Tabel", "Table"), column("Grondslag", "Legal basis"),
                column("Gewone termijn", "Usual lead time"),
                column("Zekerheid van deze opgave", "Certainty of this entry"),
            ], rows: rows, note: nil)
    }
}
