package import RuleEngine

/// A screening as JSON: what it rests on, the rule of the order, the meaning of the codes, and the areas.
package struct ScreeningJSON {
    package let screening: Screening
    package let language: Language

    package init(screening: Screening, language: Language) {
        self.screening = screening
        self.language = language
    }

    package var text: String {
        JSONText.object([
            ("level", .string(screening.level.name)),
            ("date", .string(screening.date.description)),
            ("rules", .string(screening.rulesHash)),
            ("order", order),
            ("notes", .array(ScreeningNotes(screening.ruleBase).all.map(note))),
            ("sources", .array(screening.sources.map(source))),
            ("indicators", .array(screening.indicators.map(JSONText.string))),
            ("titles", .object(titles)),
            ("areas", .array(screening.rowsByPlace.map(area))),
        ]).text + "\n"
    }

    private var order: JSONText {
        .object([
            ("code", .string(screening.order.code)), ("title", .string(screening.order.title[language])),
            ("rule", .string(screening.order.text("explanation")?[language] ?? "")),
        ])
    }

    private func note(_ note: ScreeningNotes.Note) -> JSONText {
        .object([("kind", .string(note.kind.rawValue)), ("text", .string(note.text[language]))])
    }

    private func source(_ source: SheetSource) -> JSONText {
        .object([
            ("ref", .string(source.ref)), ("title", .string(source.title)), ("publisher", .string(source.publisher)),
            ("table", source.table.map(JSONText.string) ?? .null), ("year", .number(String(source.year))),
            ("licence", .string(source.licence)), ("note", source.note.map { .string($0[language]) } ?? .null),
        ])
    }

    /// The titles of the codes that the areas use, in the order of their vocabularies.
    private var titles: [(name: String, value: JSONText)] {
        var codes: Set<String> = []
        for area in screening.rows.map(\.area) {
            codes.formUnion(area.problems.map(\.code))
            codes.formUnion(area.flags + area.reasons)
            codes.formUnion(area.knownDomains)
            codes.insert(area.band)
        }
        let vocabularies = [
            VocabularyName.problems, VocabularyName.domains, VocabularyName.screeningBands,
            VocabularyName.screeningFlags,
            VocabularyName.screeningReasons,
        ]
        var seen: Set<String> = []
        return vocabularies.compactMap { screening.ruleBase.vocabulary($0) }.flatMap(\.codes)
            .filter { codes.contains($0.code) && seen.insert($0.code).inserted }
            .map { (name: $0.code, value: .string($0.title[language])) }
    }

    private func area(_ row: Screening.Row) -> JSONText {
        let area = row.area
        func number(_ value: Int?) -> JSONText { value.map { .number(String($0)) } ?? .null }
        func list(_ codes: [String]) -> JSONText { .array(codes.map(JSONText.string)) }
        return .object([
            ("code", .string(area.region.text)), ("name", .string(area.name)),
            ("municipality", .string(area.municipality)),
            ("rank", number(row.place?.rank)), ("band", .string(area.band)), ("rank_low", number(row.place?.low)),
            ("rank_high", number(row.place?.high)), ("domains_known", number(area.knownDomains.count)),
            ("known_domains", list(area.knownDomains)),
            ("residents", area.residents.map { .number($0.description) } ?? .null), ("domains", list(area.domains)),
            ("severity", Self.bounds(area.severity)), ("score", Self.bounds(area.score)),
            ("problems", .array(area.problems.map(Self.problem))), ("flags", list(area.flags)),
            ("not_known", list(area.missing)),
            ("reason", list(screening.reasons(area).map { $0[language] })),
        ])
    }

    /// What the rules say of one area, without its place among others and with codes instead of words.
    static func answer(_ area: ScreenedArea) -> JSONText {
        func list(_ codes: [String]) -> JSONText { .array(codes.map(JSONText.string)) }
        return .object([
            ("code", .string(area.region.text)), ("name", .string(area.name)),
            ("municipality", .string(area.municipality)), ("band", .string(area.band)),
            ("known_domains", list(area.knownDomains)),
            ("residents", area.residents.map { .number($0.description) } ?? .null), ("domains", list(area.domains)),
            ("severity", bounds(area.severity)), ("score", bounds(area.score)),
            ("problems", .array(area.problems.map(problem))), ("flags", list(area.flags)),
            ("not_known", list(area.missing)), ("reason", list(area.reasons)),
        ])
    }

    private static func problem(_ problem: ScreenedArea.Problem) -> JSONText {
        .object([
            ("code", .string(problem.code)),
            ("state", .string((problem.isFound ? FindingState.found : .open).rawValue)),
            ("severity", bounds(problem.severity)),
        ])
    }

    private static func bounds(_ bounds: NumberBounds?) -> JSONText {
        guard let bounds else { return .null }
        return .object([("low", .number(bounds.low.description)), ("high", .number(bounds.high.description))])
    }
}

extension RegionCode.Level {
    /// As the command line writes it.
    package var name: String {
        switch self {
        case .country: "land"
        case .municipality: "gemeente"
        case .wijk: "wijk"
        case .buurt: "buurt"
        }
    }
}
