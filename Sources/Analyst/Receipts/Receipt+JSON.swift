import RuleEngine

extension Receipt {
    /// The receipt as JSON with a line break at the end; `docs/schema/receipt.schema.json` describes it.
    package var json: String { value.text + "\n" }

    private var value: JSONText {
        .object([
            ("schema", .string(Self.schema)), ("version", .number("\(Self.version)")), ("program", .string(program)),
            ("date", .string(date.description)),
            ("options", .object(asked)),
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

    /// What was asked for; what most calls do not ask for is left out where they do not.
    private var asked: [(name: String, value: JSONText)] {
        var members: [(name: String, value: JSONText)] = [
            ("language", .string(options.language.rawValue)), ("format", .string(options.format)),
            ("details", .bool(options.details)), ("laterFigures", .bool(options.laterFigures)),
            ("allowErrors", .bool(options.allowErrors)),
        ]
        if let version = options.version { members.append(("for", .string(version))) }
        if !options.parts.isEmpty { members.append(("parts", .array(options.parts.map { .string($0) }))) }
        if let author = options.author { members.append(("author", .string(author))) }
        return members
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
