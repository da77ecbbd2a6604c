package import RuleEngine

extension FactSheet {
    /// Reads a sheet. With any error there is no sheet: half a sheet would give a wrong analysis.
    package static func read(_ file: SourceFile) throws(BadInput) -> FactSheet {
        var reader = FactSheetReader(file: file)
        let sheet = reader.sheet()
        let errors = reader.diagnostics.filter { $0.severity == .error }
        guard let sheet, errors.isEmpty else { throw BadInput(reader.diagnostics, sources: [file]) }
        return sheet
    }
}

private struct FactSheetReader {
    let file: SourceFile
    var diagnostics: [Diagnostic] = []

    mutating func sheet() -> FactSheet? {
        let result = YAMLParser.parseSingle(file)
        diagnostics += result.diagnostics
        guard let root = result.root else { return nil }
        var reader = MappingReader(root, of: LocalizedText(nl: "een feitenblad", en: "a fact sheet"))
        let id = reader.required("sheet", as: .text)
        let title = reader.required("title", as: .localizedText)
        let area = reader.required("area")
        let sources = reader.optional("sources", as: .mapping(of: .node)) ?? []
        let figures = reader.required("figures", as: .mapping(of: .node)) ?? []
        let parts = reader.optional("parts", as: .list(of: .node)) ?? []
        let efforts = reader.optional("efforts")
        let memberships = reader.optional("memberships")
        let voices = reader.optional("voices")
        let answers = reader.optional("answers", as: .list(of: .node)) ?? []
        let means = reader.optional("means")
        let overrules = reader.optional("overrules", as: .list(of: .node)) ?? []
        let outlines = reader.optional("outlines")
        diagnostics += reader.finish()
        guard let id, let title, let area else { return nil }

        var place = MappingReader(area, of: LocalizedText(nl: "het gebied", en: "the area"))
        let municipality = place.required("municipality")
        let residents = place.optional("residents", as: .count)
        let confidence = place.optional("confidence", as: .choice(of: FactSheet.Confidence.self))
        let boundary = place.optional("boundary", as: .localizedText)
        let definition = place.optional("definition", as: .text)
        let listed = place.optional("parts", as: .list(of: .node)) ?? []
        diagnostics += place.finish()
        let definitions = listed.compactMap { partDefinition($0) }
        let measured = parts.compactMap { partFigures($0) }
        for list in [definitions, measured] { reportRepeated(list.map { Located($0.code, at: $0.span) }) }
        for part in measured where !definitions.contains(where: { $0.code == part.code }) {
            diagnostics.append(
                .unknownPart(Located(part.code, at: part.span), among: definitions.map(\.code)))
        }
        let known = Set(sources.map(\.name.value))
        let (doneEfforts, effortsComplete) = list(efforts)
        let (heard, voicesComplete) = list(voices)
        let allEfforts = doneEfforts.compactMap { FactSheet.Effort.read($0, into: &diagnostics) }
        let allVoices = heard.compactMap { voice($0) }
        reportRepeated(allEfforts.map { Located($0.code, at: $0.span) })
        reportRepeated(allVoices.map { Located($0.perspective, at: $0.span) })
        let written = answers.compactMap { FactSheet.WrittenAnswer.read($0, into: &diagnostics) }
        let allOverrules = overrules.compactMap { overrule($0) }
        let belonging = memberships.map { FactSheet.Membership.readAll($0, into: &diagnostics) }
        reportRepeated(belonging?.known.map { Located($0.programme, at: $0.span) } ?? [])
        reportRepeated(belonging?.asked ?? [])
        var sheet = FactSheet(
            id: id.value, title: title.value, municipality: municipality?["name"]?.scalar?.text ?? "",
            residents: residents, confidence: confidence?.value, boundary: boundary?.value,
            definition: definition?.value, sources: sources.compactMap { source($0) },
            figures: figures.compactMap { figure($0, sources: known) },
            parts: merged(definitions, measured),
            efforts: allEfforts, effortsComplete: effortsComplete, voices: allVoices, voicesComplete: voicesComplete,
            answers: written.map(\.answer), writtenAnswers: written, overrules: allOverrules.map(\.value),
            overruleSpans: allOverrules.map(\.span), file: file)
        sheet.memberships = belonging?.known ?? []
        sheet.askedProgrammes = belonging?.asked ?? []
        sheet.membershipsComplete = belonging?.isComplete ?? false
        sheet.means = means.flatMap { FactSheet.Means.read($0, into: &diagnostics) }
        sheet.outlines = outlines.flatMap {
            FactSheet.Outlines.read($0, parts: definitions.map(\.code), into: &diagnostics)
        }
        return sheet
    }

    /// Each group and each effort is told once: of two, one would silently win.
    private mutating func reportRepeated(_ names: [Located<String>]) {
        var first: [String: SourceSpan] = [:]
        for name in names {
            if let earlier = first[name.value] {
                diagnostics.append(.repeated(name, first: earlier))
            } else {
                first[name.value] = name.span
            }
        }
    }

    private mutating func source(_ field: YAMLField<YAMLNode>) -> FactSheet.Source? {
        var reader = MappingReader(field.value, of: LocalizedText(nl: "een bron", en: "a source"))
        let title = reader.required("title", as: .text)
        let publisher = reader.optional("publisher", as: .text)
        let table = reader.optional("table", as: .text)
        let edition = reader.optional("edition", as: .text)
        let licence = reader.required("licence", as: .text)
        _ = reader.optional("regions", as: .text)
        let note = reader.optional("note", as: .localizedText)
        let published = reader.optional("published_note", as: .localizedText)
        if let edition, Self.looksLikeDate(edition.value) { _ = reader.day(edition) }
        diagnostics += reader.finish()
        guard let title else { return nil }
        return FactSheet.Source(
            id: field.name.value, title: title.value, publisher: publisher?.value, table: table?.value,
            edition: edition?.value, licence: licence?.value, note: note?.value, publishedNote: published?.value)
    }

    private mutating func figure(_ field: YAMLField<YAMLNode>, sources: Set<String>) -> FactSheet.Figure? {
        var reader = MappingReader(field.value, of: LocalizedText(nl: "een cijfer", en: "a figure"))
        var places: [String: SourceSpan] = [:]
        func number(_ key: String) -> FEELNumber? {
            guard let node = reader.optional(key) else { return nil }
            places[key] = node.span
            return reader.read(node, as: .number)
        }
        func text(_ key: String) -> String? {
            guard let text = reader.optional(key, as: .text) else { return nil }
            places[key] = text.span
            return text.value
        }
        let value = number("value")
        let unknown = text("unknown")
        let unit = text("unit")
        let year = reader.optional("year", as: .integer)
        let published = reader.optional("published", as: .text)
        let publishedBy = reader.optional("published_by", as: .text)
        let source = reader.optional("source", as: .text)
        let kind = text("kind")
        let approximated = reader.optional("approximated", as: .boolean)
        let coverage = number("coverage")
        let municipality = number("gemeente")
        let country = number("nederland")
        let percentile = number("percentile")
        let municipal = number("percentile_gemeente")
        var series: [(year: Int, value: FEELNumber)] = []
        for entry in reader.optional("series", as: .mapping(of: .node)) ?? [] {
            let number = reader.read(entry.value, as: .number)
            guard let point = Int(entry.name.value), String(point) == entry.name.value, Self.years.contains(point)
            else {
                reader.report(.badYear(entry.name))
                continue
            }
            places[entry.name.value] = entry.value.span
            if let number { series.append((year: point, value: number)) }
        }
        var earlier: [FactSheet.Figure] = []
        for node in reader.optional("earlier", as: .list(of: .node)) ?? [] {
            let field = YAMLField(name: Located(field.name.value, at: node.span), value: node)
            if let version = figure(field, sources: sources) { earlier.append(version) }
        }
        if let year, !Self.years.contains(year.value) {
            reader.report(.badYear(Located(String(year.value), at: year.span)))
        }
        if (places["value"] == nil) == (places["unknown"] == nil) { reader.report(.figureNeedsOne(field.name)) }
        if value != nil, year == nil { reader.report(.figureNeedsYear(field.name)) }
        if let source, !sources.contains(source.value) { reader.report(.unknownSource(source, among: sources)) }
        let day = reader.day(published ?? publishedBy)
        diagnostics += reader.finish()
        let reading: FactSheet.Figure.Reading =
            value.map { .known($0) } ?? .unknown(unknown ?? "not-published")
        var result = FactSheet.Figure(
            indicator: field.name.value, reading: reading, unit: unit, year: year?.value, published: day,
            source: source?.value, kind: kind, isApproximated: approximated?.value ?? false,
            coverage: coverage, municipality: municipality, country: country, percentile: percentile,
            municipalPercentile: municipal, series: series, span: field.name.span, places: places)
        result.earlier = earlier
        return result
    }

    private static let years = 1...9999

    /// An edition may have any name; one that is written like a day must be a day.
    private static func looksLikeDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }

    private mutating func partDefinition(_ node: YAMLNode) -> FactSheet.Part? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een deel", en: "a part"))
        let code = reader.required("code", as: .text)
        let name = reader.required("name", as: .text)
        let residents = reader.optional("residents", as: .count)
        let extent = reader.optional("extent", as: .choice(of: FactSheet.Extent.self))
        _ = reader.optional("confidence", as: .choice(of: FactSheet.Confidence.self))
        let role = reader.optional("role", as: .choice(of: FactSheet.Role.self))
        diagnostics += reader.finish()
        guard let code, let name else { return nil }
        return FactSheet.Part(
            code: code.value, name: name.value, residents: residents, extent: extent?.value,
            isFocus: role?.value == .focus,
            figures: [], span: code.span)
    }

    private mutating func partFigures(_ node: YAMLNode) -> FactSheet.Part? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een deel", en: "a part"))
        let code = reader.required("code", as: .text)
        let name = reader.required("name", as: .text)
        let figures = reader.required("figures", as: .mapping(of: .locatedNumber)) ?? []
        diagnostics += reader.finish()
        guard let code, let name else { return nil }
        return FactSheet.Part(
            code: code.value, name: name.value, residents: nil, extent: nil, isFocus: false,
            figures: figures.map {
                FactSheet.PartFigure(
                    indicator: $0.name.value, value: $0.value.value, span: $0.name.span, valueSpan: $0.value.span)
            }, span: code.span)
    }

    private func merged(_ definitions: [FactSheet.Part], _ figures: [FactSheet.Part]) -> [FactSheet.Part] {
        definitions.map { part in
            FactSheet.Part(
                code: part.code, name: part.name, residents: part.residents, extent: part.extent,
                isFocus: part.isFocus, figures: figures.first { $0.code == part.code }?.figures ?? [],
                span: part.span)
        }
    }

    /// `{ complete: true, known: […] }`
    private mutating func list(_ node: YAMLNode?) -> ([YAMLNode], Bool) {
        guard let node else { return ([], false) }
        var reader = MappingReader(node, of: LocalizedText(nl: "een opsomming", en: "a listing"))
        let complete = reader.required("complete", as: .boolean)
        let known = reader.optional("known", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        return (known, complete?.value ?? false)
    }

    private mutating func voice(_ node: YAMLNode) -> FactSheet.Voice? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een gehoorde groep", en: "a group that was heard"))
        let perspective = reader.required("perspective", as: .text)
        let people = reader.optional("people", as: .count)
        _ = reader.optional("method", as: .text)
        let ranking = reader.optional("ranking", as: .list(of: .text)) ?? []
        diagnostics += reader.finish()
        guard let perspective else { return nil }
        return FactSheet.Voice(
            perspective: perspective.value, people: people, ranking: ranking, span: perspective.span)
    }

    private mutating func overrule(_ node: YAMLNode) -> Located<SessionInputs.Overrule>? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een eigen oordeel", en: "an overrule"))
        let finding = reader.required("finding", as: .text)
        let verdict = reader.required("verdict", as: .choice(of: SessionInputs.Overrule.Verdict.self))
        let reason = reader.required("reason", as: .text)
        let id = finding.flatMap { FindingID($0.value) }
        if let finding, id == nil { reader.report(.badFinding(finding)) }
        diagnostics += reader.finish()
        guard let finding, let id, let verdict, let reason else { return nil }
        return Located(
            SessionInputs.Overrule(finding: id, verdict: verdict.value, reason: reason.value), at: finding.span)
    }
}

extension YAMLShape<FEELNumber> {
    /// A number with a point for decimals.
    package static var number: Self {
        Self { node, diagnostics in
            guard let text = YAMLShape<Located<String>>.text.read(node, into: &diagnostics) else { return nil }
            if let number = FEELNumber(text.value) { return number }
            diagnostics.append(.badNumber(text))
            return nil
        }
    }
}

extension YAMLShape<FEELNumber> {
    /// How many there are: a whole number of at most nine digits, not below zero.
    static var count: Self {
        Self { node, diagnostics in
            guard let text = YAMLShape<Located<String>>.text.read(node, into: &diagnostics) else { return nil }
            if let count = Int(text.value), (0...999_999_999).contains(count) { return FEELNumber(count) }
            diagnostics.append(FEELNumber(text.value) == nil ? .badNumber(text) : .badCount(text))
            return nil
        }
    }
}

extension YAMLShape<Located<FEELNumber>> {
    /// A number with its place.
    fileprivate static var locatedNumber: Self { YAMLShape<FEELNumber>.number.map { Located($0, at: $1) } }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badNumber(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/not-a-number",
            message: LocalizedText(nl: "‘\(text.value)’ is geen getal", en: "‘\(text.value)’ is no number"),
            at: text.span,
            hint: NumberReading(text.value, allowed: .anything).advice(decimalSign: ".")
                ?? (text.value.contains(",")
                    ? LocalizedText(
                        nl: "schrijf een punt in plaats van de komma", en: "write a point instead of the comma")
                    : LocalizedText(
                        nl: "is het cijfer er niet? Schrijf dan { unknown: not-published }",
                        en: "is there no figure? Then write { unknown: not-published }")))
    }

    fileprivate static func badCount(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/not-a-count",
            message: LocalizedText(nl: "‘\(text.value)’ is geen aantal", en: "‘\(text.value)’ is no count"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf een heel getal van hoogstens negen cijfers, zonder punten of komma's, zoals 4195",
                en: "write a whole number of at most nine digits, without points or commas, such as 4195"))
    }

    static func unknownPart(_ code: Located<String>, among known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: code.value, among: known)
        return Diagnostic(
            code: "sheet/unknown-part",
            message: LocalizedText(
                nl: "deel ‘\(code.value)’ staat niet onder area, parts",
                en: "part ‘\(code.value)’ is not under area, parts"),
            at: code.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "zet het deel met code en naam ook onder area, parts",
                    en: "put the part with its code and name under area, parts too"))
    }

    fileprivate static func badYear(_ year: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/bad-year",
            message: LocalizedText(nl: "‘\(year.value)’ is geen jaar", en: "‘\(year.value)’ is no year"),
            at: year.span,
            hint: LocalizedText(
                nl: "schrijf een jaar van 1 tot en met 9999, zoals 2020",
                en: "write a year from 1 to 9999, such as 2020"))
    }

    fileprivate static func repeated(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "sheet/duplicate",
            message: LocalizedText(nl: "‘\(name.value)’ staat er twee keer", en: "‘\(name.value)’ is there twice"),
            at: name.span,
            related: [.init(LocalizedText(nl: "hier staat het al", en: "here it is already"), at: first)],
            hint: LocalizedText(nl: "voeg de twee samen tot één", en: "make one of the two"))
    }

    fileprivate static func figureNeedsOne(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/figure",
            message: LocalizedText(
                nl: "cijfer ‘\(name.value)’ heeft óf een value, óf een unknown nodig",
                en: "figure ‘\(name.value)’ needs either a value or an unknown"),
            at: name.span,
            hint: LocalizedText(
                nl: "een cijfer dat ontbreekt is { unknown: reden }, nooit 0",
                en: "a figure that is missing is { unknown: reason }, never 0"))
    }

    fileprivate static func figureNeedsYear(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/figure-year",
            message: LocalizedText(
                nl: "cijfer ‘\(name.value)’ zegt niet over welk jaar het gaat",
                en: "figure ‘\(name.value)’ does not say of which year it is"),
            at: name.span,
            hint: LocalizedText(nl: "voeg toe: year: 2020", en: "add year: 2020"))
    }

    fileprivate static func unknownSource(_ source: Located<String>, among known: Set<String>) -> Diagnostic {
        let near = Suggestion.nearest(to: source.value, among: known.sorted())
        return Diagnostic(
            code: "sheet/unknown-source",
            message: LocalizedText(
                nl: "bron ‘\(source.value)’ staat niet onder sources",
                en: "source ‘\(source.value)’ is not under sources"),
            at: source.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "voeg de bron toe onder sources", en: "add the source under sources"))
    }

    fileprivate static func badFinding(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/finding",
            message: LocalizedText(nl: "‘\(text.value)’ is geen bevinding", en: "‘\(text.value)’ is no finding"),
            at: text.span,
            hint: LocalizedText(nl: "schrijf soort:code", en: "write kind:code"))
    }
}
