import RuleEngine

extension Receipt {
    /// The receipt as JSON with a line break at the end; `docs/schema/receipt.schema.json` describes it.
    package var json: String { value.text + "\n" }

    private var value: JSONText {
        .object([
            ("schema", .string(Self.schema)), ("version", .number("\(Self.version)")), ("program", .string(program)),
            ("date", .string(date.description)),
            (
                "options",
                .object(
                    [
                        ("language", .string(options.language.rawValue)), ("format", .string(options.format)),
                        ("details", .bool(options.details)), ("laterFigures", .bool(options.laterFigures)),
                        ("allowErrors", .bool(options.allowErrors)),
                    ] + (options.version.map { [("for", JSONText.string($0))] } ?? [])
                        + (options.parts.isEmpty
                            ? [] : [("parts", JSONText.array(options.parts.map { .string($0) }))]))
            ),
            (
                "rules",
                .object(
                    (rules.folder.map { [("folder", JSONText.string($0))] } ?? []) + [
                        ("sha256", .string(rules.sha256)),
                        ("files", .array(rules.files.map { .object(Self.members($0)) })),
                    ])
            ),
            ("sheets", .array(sheets.map(Self.value))),
            ("report", .object([("sha256", .string(report))])),
        ])
    }

    private static func value(_ sheet: Sheet) -> JSONText {
        func names(_ findings: [FindingID]) -> JSONText { .array(findings.map { .string($0.description) }) }
        return .object(
            members(sheet.digest) + [
                ("id", .string(sheet.id)),
                (
                    "findings",
                    .object([("found", names(sheet.findings.found)), ("open", names(sheet.findings.open))])
                ),
            ])
    }

    private static func members(_ digest: FileDigest) -> [(name: String, value: JSONText)] {
        [("file", .string(digest.file)), ("sha256", .string(digest.sha256))]
    }
}
