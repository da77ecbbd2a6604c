package import RuleEngine

extension ImportRecipe {
    /// Reads the recipe of a file.
    ///
    /// - Parameter indicators: the vocabulary that says which indicators there are, where one is at hand.
    /// - Returns: the recipe, `nil` where it cannot be used; and all that is wrong with it.
    package static func read(_ file: SourceFile, indicators: Vocabulary?) -> (
        recipe: ImportRecipe?, diagnostics: [Diagnostic]
    ) {
        let parsed = YAMLParser.parseSingle(file)
        guard let root = parsed.root else { return (nil, parsed.diagnostics) }
        var reader = RecipeReader(indicators: indicators)
        let recipe = reader.recipe(root)
        let diagnostics = parsed.diagnostics + reader.diagnostics
        return (diagnostics.contains { $0.severity == .error } ? nil : recipe, diagnostics)
    }
}

/// Reads the parts of a recipe and collects what is wrong.
private struct RecipeReader {
    let indicators: Vocabulary?
    var diagnostics: [Diagnostic] = []

    mutating func recipe(_ node: YAMLNode) -> ImportRecipe? {
        var reader = MappingReader(node, of: .recipe)
        let name = reader.required("import", as: .text)
        let ref = reader.required("ref", as: .text)
        let title = reader.required("title", as: .text)
        let publisher = reader.required("publisher", as: .text)
        let licence = reader.required("licence", as: .text)
        let kind = reader.required("kind", as: .choice(of: FigureKind.self))
        let definesAreas = reader.optional("defines_areas", as: .boolean)?.value ?? false
        let allowsShortRows = reader.optional("short_rows", as: .boolean)?.value ?? false
        let regionNode = reader.required("regions")
        let years = reader.optional("year", as: .list(of: .text)) ?? []
        let dimensionNodes = reader.optional("rows", as: .list(of: .node)) ?? []
        let columnNodes = reader.optional("columns", as: .mapping(of: .node)) ?? []
        let editionNodes = reader.required("editions", as: .list(of: .node)) ?? []
        let figureNodes = reader.optional("figures", as: .list(of: .node)) ?? []
        let downloadNode = reader.optional("download")
        diagnostics += reader.finish()
        let regions = regionNode.flatMap { regionColumns($0) }
        let columns = columnNodes.compactMap { column($0.name, $0.value) }
        reportTwice(columnNodes.map(\.name))
        let declared = Set(columns.map(\.name))
        for column in columns {
            guard let whole = column.whole, !declared.contains(whole) else { continue }
            let place = columnNodes.first { $0.name.value == column.name }?.name.span ?? node.span
            diagnostics.append(.unknownColumn(Located(whole, at: place), known: declared))
        }
        if definesAreas, !declared.contains(ImportRecipe.residents) {
            diagnostics.append(.noResidents(at: node.span))
        }
        let dimensions = dimensionNodes.compactMap { dimension($0) }
        let editions = editionNodes.compactMap { edition($0, columns: declared, keying: regions?.keying) }
        let figures = figureNodes.compactMap { figure($0, columns: declared) }
        let download = downloadNode.flatMap { ImportRecipe.Download.read($0, &diagnostics) }
        guard let name, let ref, let title, let publisher, let licence, let kind, let regions else { return nil }
        return ImportRecipe(
            name: name.value, ref: ref.value, title: title.value, publisher: publisher.value, licence: licence.value,
            kind: kind.value, definesAreas: definesAreas, allowsShortRows: allowsShortRows, regions: regions,
            yearNames: years.map(\.value),
            dimensions: dimensions, columns: columns, editions: editions.sorted { $0.year < $1.year },
            figures: figures, download: download, span: name.span)
    }

    private mutating func regionColumns(_ node: YAMLNode) -> ImportRecipe.RegionColumns? {
        var reader = MappingReader(node, of: .regionColumns)
        func names(_ key: String) -> [String] { (reader.optional(key, as: .list(of: .text)) ?? []).map(\.value) }
        let codes = names("code")
        let postcodes = names("by_postcode")
        let byName = names("by_name")
        let title = names("name")
        let municipality = names("municipality")
        let postcode = names("postcode")
        let change = names("change")
        let keys = [(codes, ImportRecipe.Keying.code), (postcodes, .postcode), (byName, .name)].filter {
            !$0.0.isEmpty
        }
        if keys.count != 1 { reader.report(.oneKey(at: node.span)) }
        diagnostics += reader.finish()
        guard let key = keys.first else { return nil }
        return ImportRecipe.RegionColumns(
            keying: key.1, keyNames: key.0, titleNames: title, municipalityNames: municipality,
            postcodeNames: postcode, changeNames: change)
    }

    private mutating func column(_ name: Located<String>, _ node: YAMLNode) -> ImportRecipe.Column? {
        var reader = MappingReader(node, of: .column)
        let unit = reader.optional("unit", as: .text)
        let whole = reader.optional("of", as: .text)
        let names = reader.required("names", as: .list(of: .text)) ?? []
        diagnostics += reader.finish()
        guard !names.isEmpty else { return nil }
        return ImportRecipe.Column(name: name.value, unit: unit?.value, whole: whole?.value, names: names.map(\.value))
    }

    private mutating func dimension(_ node: YAMLNode) -> ImportRecipe.Dimension? {
        var reader = MappingReader(node, of: .dimension)
        let names = reader.required("column", as: .list(of: .text)) ?? []
        let taken = reader.required("take", as: .list(of: .text)) ?? []
        let meaning = reader.required("meaning", as: .localizedText)
        diagnostics += reader.finish()
        guard !names.isEmpty, !taken.isEmpty, let meaning else { return nil }
        return ImportRecipe.Dimension(
            names: names.map(\.value), taken: taken.map(\.value), meaning: meaning.value)
    }

    private mutating func edition(
        _ node: YAMLNode, columns: Set<String>, keying: ImportRecipe.Keying?
    ) -> ImportRecipe.Edition? {
        var reader = MappingReader(node, of: .edition)
        let year = reader.required("year", as: .integer)
        let table = reader.optional("table", as: .text)
        let on = reader.optional("published", as: .text)
        let by = reader.optional("published_by", as: .text)
        let regions = reader.optional("regions", as: .integer)
        let isTried = reader.required("tried", as: .boolean)
        let fingerprint = (reader.optional("fingerprint", as: .list(of: .text)) ?? []).map(\.value)
        let units = reader.optional("units", as: .mapping(of: .text)) ?? []
        let note = reader.optional("note", as: .localizedText)
        for day in [on, by].compactMap(\.self) where FEELDate(day.value) == nil {
            reader.report(.noDate(day, code: "recipe/date"))
        }
        if (on == nil) == (by == nil) { reader.report(.onePublication(at: node.span)) }
        for unit in units where !columns.contains(unit.name.value) {
            reader.report(.unknownColumn(unit.name, known: columns))
        }
        diagnostics += reader.finish()
        guard let year, let isTried else { return nil }
        let publication: SheetSource.Publication
        if let on {
            publication = .on(on.value)
        } else if let by {
            publication = .by(by.value)
        } else {
            return nil
        }
        return ImportRecipe.Edition(
            year: year.value, table: table?.value, publication: publication,
            regions: regions?.value ?? (keying == .code ? year.value : nil), isTried: isTried.value,
            fingerprint: fingerprint,
            units: Dictionary(units.map { ($0.name.value, $0.value.value) }) { first, _ in first }, note: note?.value)
    }

    private mutating func figure(_ node: YAMLNode, columns: Set<String>) -> ImportRecipe.Figure? {
        var reader = MappingReader(node, of: .figure)
        let indicator = reader.required("indicator", as: .text)
        let method = method(&reader, at: node.span)
        let approximation = reader.optional("approximated", as: .choice(of: ImportRecipe.Approximation.self))
        let level = reader.optional("level", as: .choice(of: LevelName.self))
        let digits = reader.optional("digits", as: .integer)?.value ?? 1
        let isRanked = reader.optional("ranked", as: .boolean)?.value ?? true
        if let indicator, let indicators, indicators[indicator.value] == nil {
            reader.report(.unknownIndicator(indicator, known: indicators.codes.map(\.code)))
        }
        for column in method?.columns ?? [] where !columns.contains(column) {
            reader.report(.unknownColumn(Located(column, at: node.span), known: columns))
        }
        diagnostics += reader.finish()
        guard let indicator, let method else { return nil }
        return ImportRecipe.Figure(
            indicator: indicator.value, method: method,
            approximation: approximation?.value ?? method.usualApproximation,
            level: level?.value.level, digits: digits, isRanked: isRanked, span: node.span)
    }

    private mutating func method(_ reader: inout MappingReader, at span: SourceSpan) -> FigureMethod? {
        func names(_ key: String) -> [String]? {
            reader.optional(key, as: .oneOrMore(of: .text)).map { $0.map(\.value) }
        }
        let (sum, single) = (reader.optional("sum", as: .text), reader.optional("single", as: .text))
        let (share, ratio, whole) = (names("share"), names("ratio"), names("of"))
        let (mean, relative) = (reader.optional("mean", as: .text), reader.optional("relative_mean", as: .text))
        let atMost = reader.optional("at_most", as: .text)
        let (limit, times) = (number("limit", &reader), number("times", &reader))
        let weight = names("weight")
        var methods: [FigureMethod] = []
        if let sum { methods.append(.sum(sum.value)) }
        if let single { methods.append(.single(single.value)) }
        if let share, let whole { methods.append(.ratio(share, to: whole, times: 100)) }
        if let ratio, let whole { methods.append(.ratio(ratio, to: whole, times: times ?? 1)) }
        if let mean, let weight { methods.append(.mean(mean.value, weight: weight)) }
        if let relative, let weight { methods.append(.relativeMean(relative.value, weight: weight)) }
        if let atMost, let limit, let weight {
            methods.append(.shareAtMost(atMost.value, limit: limit, weight: weight))
        }
        guard methods.count == 1 else {
            reader.report(.oneMethod(at: span))
            return nil
        }
        return methods[0]
    }

    private mutating func number(_ key: String, _ reader: inout MappingReader) -> FEELNumber? {
        guard let text = reader.optional(key, as: .text) else { return nil }
        guard let number = FEELNumber(text.value) else {
            reader.report(.notANumber(text))
            return nil
        }
        return number
    }

    private mutating func reportTwice(_ names: [Located<String>]) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name.value).inserted { diagnostics.append(.columnTwice(name)) }
    }
}

extension FigureMethod {
    /// Means of parts are approximations, sums are not.
    fileprivate var usualApproximation: ImportRecipe.Approximation {
        switch self {
        case .sum, .ratio, .single: .never
        case .mean, .relativeMean, .shareAtMost: .whenCombined
        }
    }
}

/// Levels below the municipality, as recipes write them.
private enum LevelName: String, CaseIterable {
    case wijk, buurt

    var level: RegionCode.Level {
        switch self {
        case .wijk: .wijk
        case .buurt: .buurt
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let recipe = LocalizedText(nl: "een recept voor een tabel", en: "a recipe of a table")
    fileprivate static let regionColumns = LocalizedText(nl: "‘regions’ van een recept", en: "‘regions’ of a recipe")
    fileprivate static let column = LocalizedText(nl: "een kolom van een recept", en: "a column of a recipe")
    fileprivate static let dimension = LocalizedText(nl: "‘rows’ van een recept", en: "‘rows’ of a recipe")
    fileprivate static let edition = LocalizedText(nl: "een editie van een recept", en: "an edition of a recipe")
    fileprivate static let figure = LocalizedText(nl: "een cijfer van een recept", en: "a figure of a recipe")
}

extension Diagnostic {
    fileprivate static func noResidents(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "recipe/no-residents",
            message: LocalizedText(
                nl: "een tabel die gebieden bepaalt, heeft een kolom ‘\(ImportRecipe.residents)’",
                en: "a table that defines areas has a column ‘\(ImportRecipe.residents)’"),
            at: span,
            hint: LocalizedText(
                nl: "voeg de kolom met inwoners toe, of haal ‘defines_areas’ weg",
                en: "add the column of residents, or remove ‘defines_areas’"))
    }

    fileprivate static func oneKey(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "recipe/key",
            message: LocalizedText(
                nl: "een recept zegt op één manier van welk gebied een rij is",
                en: "a recipe says in one way which region a row is about"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf één van: code, by_postcode, by_name", en: "write one of: code, by_postcode, by_name"))
    }

    fileprivate static func onePublication(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "recipe/publication",
            message: LocalizedText(
                nl: "een editie zegt op één manier wanneer zij verscheen",
                en: "an edition says in one way when it was published"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf ‘published’ met de dag, of ‘published_by’ met een dag waarop zij er zeker was",
                en: "write ‘published’ with the day, or ‘published_by’ with a day by which it was surely there"))
    }

    fileprivate static func oneMethod(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "recipe/method",
            message: LocalizedText(
                nl: "een cijfer zegt op één manier hoe het wordt berekend",
                en: "a figure says in one way how it is computed"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf één van: sum; single; share met of; ratio met of en times; mean met weight; "
                    + "relative_mean met weight; at_most met limit en weight",
                en: "write one of: sum; single; share with of; ratio with of and times; mean with weight; "
                    + "relative_mean with weight; at_most with limit and weight"))
    }

    static func unknownColumn(_ name: Located<String>, known: Set<String>) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known.sorted())
        return Diagnostic(
            code: "recipe/unknown-column",
            message: LocalizedText(
                nl: "dit recept heeft geen kolom ‘\(name.value)’", en: "this recipe has no column ‘\(name.value)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }

    fileprivate static func unknownIndicator(_ name: Located<String>, known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        return Diagnostic(
            code: "recipe/unknown-indicator",
            message: LocalizedText(
                nl: "de woordenlijst kent geen indicator ‘\(name.value)’",
                en: "the vocabulary has no indicator ‘\(name.value)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }

    fileprivate static func columnTwice(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "recipe/column-twice",
            message: LocalizedText(
                nl: "de kolom ‘\(name.value)’ staat er twee keer", en: "the column ‘\(name.value)’ stands here twice"),
            at: name.span)
    }

    fileprivate static func notANumber(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "recipe/number",
            message: LocalizedText(nl: "‘\(text.value)’ is geen getal", en: "‘\(text.value)’ is not a number"),
            at: text.span)
    }
}
