package import RuleEngine

extension FactSheet {
    /// Something that is done in the area, or was.
    package struct Effort: Sendable {
        package let code: String
        package let name: LocalizedText?
        package let aim: LocalizedText?
        package let intervention: String?
        /// As written; the dates go before it.
        package let status: String?
        /// Who is in charge of it.
        package let holder: String?
        package let money: [Money]
        package let period: RoughPeriod
        package let result: LocalizedText?
        package let source: Ground?
        package let note: LocalizedText?
        package let span: SourceSpan
        package let interventionSpan: SourceSpan?
        package let statusSpan: SourceSpan?
    }

    /// An amount of money for an effort or a membership.
    package struct Money: Sendable {
        package let amount: FEELNumber
        /// A code: in all, a year, a home.
        package let unit: Located<String>
        /// The year in whose prices the amount is told.
        package let priceYear: Int?
        /// Who pays it: a code, or a name.
        package let payer: String?
        package let source: Ground?
    }

    /// What a statement of the sheet rests on.
    package enum Ground: Sendable {
        /// Words of the one who wrote it.
        case words(String)
        /// A finding of the rules' sources.
        case finding(publication: Located<String>, finding: Located<String>)
    }
}

extension FactSheet.Effort {
    /// Whether the effort runs on a day or has ended; `nil` when neither the dates nor the sheet's word tell, and when it has
    /// not begun.
    package func status(on day: FEELDate) -> String? {
        switch period.standing(on: day) {
        case .ahead: nil
        case .ended: Self.ended
        case .beginning: Self.running
        case .running: period.from == nil && period.until == nil ? status : statusWithin
        }
    }

    /// A day between begin and end, as far as they are told: without an end the sheet's word counts.
    private var statusWithin: String? { period.until == nil ? status ?? Self.running : Self.running }

    package static let running = "running"
    package static let ended = "ended"
}

// MARK: - Reading

extension FactSheet.Effort {
    static func read(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Self? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een inzet", en: "an effort"))
        let code = reader.required("code", as: .text)
        let name = reader.optional("name", as: .words)
        let aim = reader.optional("aim", as: .words)
        let intervention = reader.optional("intervention", as: .text)
        let status = reader.optional("status", as: .text)
        let holder = reader.optional("holder", as: .text)
        let money = reader.optional("money", as: .oneOrMore(of: .money)) ?? []
        let period = reader.period()
        let result = reader.optional("result", as: .words)
        let source = reader.optional("source", as: .ground)
        let note = reader.optional("note", as: .words)
        diagnostics += reader.finish()
        guard let code else { return nil }
        return FactSheet.Effort(
            code: code.value, name: name, aim: aim, intervention: intervention?.value, status: status?.value,
            holder: holder?.value, money: money, period: period, result: result, source: source, note: note,
            span: code.span, interventionSpan: intervention?.span, statusSpan: status?.span)
    }
}

extension MappingReader {
    /// `from` and `until`.
    mutating func period() -> RoughPeriod {
        let from = optional("from", as: .roughDate)
        let until = optional("until", as: .roughDate)
        if let from, let until, until.value.last < from.value.first { report(.endsBeforeItBegins(from, until)) }
        return RoughPeriod(from: from?.value, until: until?.value)
    }
}

extension YAMLShape<Located<RoughDate>> {
    /// A day, a month or a year.
    static var roughDate: Self {
        Self { node, diagnostics in
            guard let text = YAMLShape<Located<String>>.text.read(node, into: &diagnostics) else { return nil }
            if let date = RoughDate(text.value) { return Located(date, at: text.span) }
            diagnostics.append(.badRoughDate(text))
            return nil
        }
    }
}

extension YAMLShape<LocalizedText> {
    /// A text in one language for all readers, or `{ nl: …, en: … }`.
    static var words: Self {
        Self { node, diagnostics in
            if node.mapping != nil {
                return YAMLShape<Located<LocalizedText>>.localizedText.read(node, into: &diagnostics)?.value
            }
            return YAMLShape<Located<String>>.text.read(node, into: &diagnostics)
                .map { LocalizedText(verbatim: $0.value) }
        }
    }
}

extension YAMLShape<FactSheet.Ground> {
    /// A text, or `{ ref: …, finding: … }`.
    static var ground: Self {
        Self { node, diagnostics in
            guard node.mapping != nil else {
                return YAMLShape<Located<String>>.text.read(node, into: &diagnostics).map { .words($0.value) }
            }
            var reader = MappingReader(node, of: LocalizedText(nl: "een bronverwijzing", en: "a source reference"))
            let publication = reader.required("ref", as: .text)
            let finding = reader.required("finding", as: .text)
            diagnostics += reader.finish()
            guard let publication, let finding else { return nil }
            return .finding(publication: publication, finding: finding)
        }
    }
}

extension YAMLShape<FactSheet.Money> {
    /// `{ amount: 250000, unit: euro-per-jaar, price_year: 2022 }`
    static var money: Self {
        Self { node, diagnostics in
            var reader = MappingReader(node, of: LocalizedText(nl: "een bedrag", en: "an amount of money"))
            let written = reader.required("amount")
            let amount = written.flatMap { reader.read($0, as: .number) }
            let unit = reader.required("unit", as: .text)
            let year = reader.optional("price_year", as: .integer)
            let payer = reader.optional("payer", as: .text)
            let source = reader.optional("source", as: .ground)
            if let written, let amount, amount.isNegative { reader.report(.negativeAmount(amount, at: written.span)) }
            if let year, !(1...9999).contains(year.value) { reader.report(.badPriceYear(year)) }
            diagnostics += reader.finish()
            guard let amount, let unit else { return nil }
            return FactSheet.Money(
                amount: amount, unit: unit, priceYear: year?.value, payer: payer?.value, source: source)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badRoughDate(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/bad-date",
            message: LocalizedText(nl: "‘\(text.value)’ is geen datum", en: "‘\(text.value)’ is no date"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf een dag die bestaat (2022-07-01), een maand (2022-07) of een jaar (2022)",
                en: "write a day that exists (2022-07-01), a month (2022-07) or a year (2022)"))
    }

    fileprivate static func endsBeforeItBegins(
        _ from: Located<RoughDate>, _ until: Located<RoughDate>
    ) -> Diagnostic {
        Diagnostic(
            code: "sheet/period",
            message: LocalizedText(
                nl: "het einde ‘\(until.value)’ ligt voor het begin ‘\(from.value)’",
                en: "the end ‘\(until.value)’ lies before the begin ‘\(from.value)’"),
            at: until.span,
            related: [.init(LocalizedText(nl: "het begin staat hier", en: "the begin is here"), at: from.span)],
            hint: LocalizedText(
                nl: "verwissel from en until, of laat weg wat u niet weet",
                en: "swap from and until, or leave out what you do not know"))
    }

    fileprivate static func negativeAmount(_ amount: FEELNumber, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/amount",
            message: LocalizedText(
                nl: "een bedrag van \(amount) kan niet", en: "an amount of \(amount) cannot be"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf wat er wordt uitgegeven zonder minteken; is het niet bekend, laat money dan weg",
                en: "write what is spent without a minus sign; when it is not known, leave out money"))
    }

    fileprivate static func badPriceYear(_ year: Located<Int>) -> Diagnostic {
        Diagnostic(
            code: "sheet/bad-year",
            message: LocalizedText(nl: "‘\(year.value)’ is geen jaar", en: "‘\(year.value)’ is no year"),
            at: year.span,
            hint: LocalizedText(
                nl: "schrijf het jaar van de prijzen, zoals 2022; weet u het niet, laat price_year dan weg",
                en: "write the year of the prices, such as 2022; when you do not know it, leave out price_year"))
    }
}
