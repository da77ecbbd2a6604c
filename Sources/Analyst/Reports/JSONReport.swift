package import RuleEngine

/// Analyses as data for other programs, in one language.
///
/// The top object has `schema` ("analyst/analysis"), `version`, `language` and `analyses`. Names of members and
/// codes (states, verdicts, directions) do not depend on the language. A member is added without a new version;
/// one that changes or goes away asks for one.
package struct JSONReport {
    /// The version of the schema.
    package static let version = 1

    package let language: Language

    package func text(_ analyses: [AnalysisDocument]) -> String {
        JSONText.object([
            ("schema", .string("analyst/analysis")),
            ("version", .number("\(Self.version)")),
            ("language", .string(language.rawValue)),
            ("analyses", .array(analyses.map(value))),
        ]).text + "\n"
    }

    private func value(_ analysis: AnalysisDocument) -> JSONText {
        .object([
            ("id", .string(analysis.id)),
            ("title", string(analysis.title)),
            ("municipality", .string(analysis.municipality)),
            ("date", .string(analysis.date.description)),
            ("provisional", .bool(analysis.isProvisional)),
            ("cutShort", .bool(analysis.isCutShort)),
            ("parts", .array(analysis.parts.map(value))),
        ])
    }

    private func value(_ part: AnalysisDocument.Part) -> JSONText {
        .object([
            ("id", .string(part.id)),
            ("number", part.number.map { .number("\($0)") } ?? .null),
            ("title", string(part.title)),
            ("intro", part.intro.map(string) ?? .null),
            ("blocks", .array(part.blocks.map(value))),
        ])
    }

    private func value(_ block: AnalysisDocument.Block) -> JSONText {
        switch block {
        case .heading(let text): .object([("kind", .string("heading")), ("text", string(text))])
        case .paragraph(let text): .object([("kind", .string("paragraph")), ("text", string(text))])
        case .notice(let text): .object([("kind", .string("notice")), ("text", string(text))])
        case .list(let items): .object([("kind", .string("list")), ("items", strings(items))])
        case .findings(let findings):
            .object([("kind", .string("findings")), ("findings", .array(findings.map(value)))])
        case .outline(let findings):
            .object([("kind", .string("list")), ("items", strings(findings.map(\.line)))])
        case .table(let table): value(table)
        case .dotPlot(let plot): value(plot)
        case .map(let map): value(map)
        case .details(let summary, let blocks):
            .object([
                ("kind", .string("details")), ("summary", string(summary)), ("blocks", .array(blocks.map(value))),
            ])
        }
    }

    private func value(_ finding: AnalysisDocument.Finding) -> JSONText {
        .object([
            ("id", .string(finding.id.description)),
            ("title", string(finding.title)),
            ("state", .string(finding.state.rawValue)),
            ("properties", pairs(finding.properties)),
            ("because", strings(finding.because)),
            ("facts", pairs(finding.facts)),
            ("grounds", .array(finding.grounds.map(value))),
            ("waitsFor", strings(finding.waitsFor)),
            ("overruled", finding.overruled.map(JSONText.string) ?? .null),
            ("notInForce", finding.notInForce.map(value) ?? .null),
        ])
    }

    /// The days on which a code is in force, both included; null where there is no bound.
    private func value(_ validity: Validity) -> JSONText {
        .object([
            ("from", validity.from.map { .string($0.description) } ?? .null),
            ("until", validity.until.map { .string($0.description) } ?? .null),
        ])
    }

    private func value(_ ground: AnalysisDocument.Ground) -> JSONText {
        .object([
            ("rule", .string(ground.rule)),
            ("title", string(ground.ruleTitle)),
            ("strength", string(ground.strength)),
            ("certain", .bool(ground.isCertain)),
            (
                "conditions",
                .array(
                    ground.conditions.map { condition in
                        .object([
                            ("verdict", .string(condition.state.rawValue)), ("text", string(condition.text)),
                            ("notes", .array(condition.notes.map(value))),
                        ])
                    })
            ),
            ("figures", strings(ground.figures)),
            ("judgements", strings(ground.judgements)),
            ("findings", .array(ground.findings.map { .string($0.description) })),
            ("sources", strings(ground.sources)),
        ])
    }

    private func value(_ note: Explanation.Note) -> JSONText {
        .object([
            ("kind", .string(note.kind.rawValue)), ("message", string(note.message[language])),
            ("file", .string(note.span.file)),
            ("line", .number("\(note.span.start.line)")), ("column", .number("\(note.span.start.column)")),
        ])
    }

    private func value(_ table: AnalysisDocument.Table) -> JSONText {
        .object([
            ("kind", .string("table")),
            ("caption", string(table.caption)),
            (
                "columns",
                .array(
                    table.columns.map { .object([("title", string($0.title)), ("numeric", .bool($0.isNumeric))]) })
            ),
            ("rows", .array(table.rows.map { row in .array(row.map(value)) })),
            ("note", table.note.map(string) ?? .null),
        ])
    }

    private func value(_ cell: AnalysisDocument.Table.Cell) -> JSONText {
        switch cell {
        case .text(let text): string(text)
        case .number(let number): value(number)
        case .empty: .null
        }
    }

    private func value(_ plot: AnalysisDocument.DotPlot) -> JSONText {
        .object([
            ("kind", .string("dotPlot")),
            ("title", string(plot.title)),
            ("description", string(plot.description)),
            (
                "rows",
                .array(
                    plot.rows.map { row in
                        .object([
                            ("label", string(row.label)),
                            ("unit", row.unit.map(JSONText.string) ?? .null),
                            ("value", value(row.value)),
                            ("benchmark", value(row.benchmark)),
                            ("ratio", value(row.ratio)),
                            ("better", .string(row.direction.rawValue)),
                        ])
                    })
            ),
        ])
    }

    private func value(_ map: AnalysisDocument.PartsMap) -> JSONText {
        .object([
            ("kind", .string("map")),
            ("title", string(map.title)),
            ("description", string(map.description)),
            (
                "parts",
                .array(
                    map.parts.map { part in
                        .object([
                            ("letter", string(part.letter)),
                            ("name", string(part.name)),
                            ("residents", part.residents.map(value) ?? .null),
                            ("found", part.counts.map { .number("\($0.found)") } ?? .null),
                            ("open", part.counts.map { .number("\($0.open)") } ?? .null),
                            ("outline", .string(part.outline.text)),
                        ])
                    })
            ),
        ])
    }

    private func value(_ number: FEELNumber) -> JSONText { .number(number.normalizedDescription) }

    private func string(_ text: String) -> JSONText { .string(text) }

    private func strings(_ texts: [String]) -> JSONText { .array(texts.map(string)) }

    private func pairs(_ pairs: [(name: String, value: String)]) -> JSONText {
        .array(pairs.map { .object([("name", string($0.name)), ("value", string($0.value))]) })
    }
}
