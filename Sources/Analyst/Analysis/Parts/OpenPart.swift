import RuleEngine

/// What is not known, the inputs that most open conclusions wait for, and how to ask for each.
package enum OpenPart: ReportPart {
    package static let kind = "open"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.settlingBlocks() + FindingsPart.blocks(of: plan, composer)
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.requestBlocks() + FindingsPart.annex(of: plan, composer)
    }
}

extension AnalysisComposer {
    fileprivate func settlingBlocks() -> [AnalysisDocument.Block] {
        let waiting = conclusions.waiting
        guard !waiting.isEmpty else { return [.paragraph(say(.nothingOpen))] }
        return [
            .heading(say(.mostSettling)),
            .list(waiting.prefix(3).map { entry in advice(entry.input, entry.conclusions) }),
            .paragraph(say(.rankingRule)),
        ]
    }

    fileprivate func requestBlocks() -> [AnalysisDocument.Block] {
        let waiting = conclusions.waiting
        var blocks: [AnalysisDocument.Block] = []
        let requests = waiting.compactMap { entry -> [AnalysisDocument.Table.Cell]? in
            guard case .slot(let slot) = session.reference(entry.input), slot.context == nil,
                let code = naming.code(of: slot)
            else { return nil }
            return request(code, entry.conclusions.count)
        }
        if !requests.isEmpty { blocks += [.heading(say(.dataRequests)), .table(.requests(requests, language))] }
        if area.omissions.values.contains(.later) { blocks.append(.paragraph(say(.publishedLater))) }
        let questions = waiting.compactMap { entry -> String? in
            guard case .slot(let slot) = session.reference(entry.input), slot.context != nil,
                let question = naming.code(of: slot)?.text("question")
            else { return nil }
            let title = naming.title(of: session.reference(entry.input), in: language)
            return "\(title): \(say(question)) (\(say(.conclusions(entry.conclusions.count))))"
        }
        if !questions.isEmpty {
            blocks.append(.details(summary: say(.questions(questions.count)), [.list(questions)]))
        }
        return blocks
    }

    private func advice(_ input: InputID, _ conclusions: [FindingID]) -> String {
        let title = naming.title(of: session.reference(input), in: language)
        let problems = conclusions.filter { $0.template == TemplateName.problem }
        let names = problems.prefix(5).map { naming.title(of: $0, in: language) }
        let list = names.isEmpty ? "" : " (" + names.joined(separator: "; ") + (problems.count > 5 ? "; …" : "") + ")"
        return "\(title): \(say(.waitForThis(conclusions.count)))\(list)"
    }

    private func request(_ code: Vocabulary.Term, _ count: Int) -> [AnalysisDocument.Table.Cell] {
        func cell(_ attribute: String) -> AnalysisDocument.Table.Cell {
            if let text = code.text(attribute) { return .text(say(text)) }
            return code.string(attribute).map { .text($0) } ?? .empty
        }
        return [
            .text(say(code.title)), .number(FEELNumber(count)), cell("holder"), cell("table"), cell("legal_basis"),
            cell("lead_time"), .text(say(code.string("request_basis") == "read" ? .verified : .ownJudgement)),
        ]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let verified = LocalizedText(nl: "nagezocht", en: "verified")
    fileprivate static let ownJudgement = LocalizedText(nl: "oordeel van de makers", en: "judgement of the authors")

    fileprivate static func conclusions(_ count: Int) -> LocalizedText {
        count == 1
            ? LocalizedText(nl: "1 conclusie", en: "1 conclusion")
            : LocalizedText(nl: "\(count) conclusies", en: "\(count) conclusions")
    }

    fileprivate static func waitForThis(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) open conclusies wachten hierop", en: "\(count) open conclusions wait for this")
    }

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
    fileprivate static func requests(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        func column(_ nl: String, _ en: String, _ numeric: Bool = false) -> Column {
            Column(LocalizedText(nl: nl, en: en), language, isNumeric: numeric)
        }
        return AnalysisDocument.Table(
            caption: LocalizedText(nl: "Gegevens om op te vragen", en: "Data to ask for")[language],
            columns: [
                column("Cijfer", "Figure"), column("Open conclusies", "Open conclusions", true),
                column("Wie heeft het", "Holder"), column("Tabel", "Table"), column("Grondslag", "Legal basis"),
                column("Gewone termijn", "Usual lead time"),
                column("Zekerheid van deze opgave", "Certainty of this entry"),
            ], rows: rows, note: nil)
    }
}
