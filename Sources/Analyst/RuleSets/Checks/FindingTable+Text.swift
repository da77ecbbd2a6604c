package import RuleEngine

extension FindingTable {
    /// One line a finding, publication by publication: what rests on it, or why nothing does.
    package func text(in language: Language) -> String {
        var text = ""
        var last = ""
        for row in rows {
            if row.publication.reference != last {
                last = row.publication.reference
                text += "\(text.isEmpty ? "" : "\n")\(last): \(row.publication.title)\n"
            }
            text += "  \(row.finding.id): \(use(row, language))\n"
        }
        return text + "\n" + summary(in: language) + "\n"
    }

    /// A table in Markdown, with the finding in words.
    package func markdown(in language: Language) -> String {
        let head = language.word(
            "| bron | bevinding | wat zij zegt | zekerheid | gebruikt door, of reden |",
            "| source | finding | what it says | certainty | used by, or reason |")
        let lines = rows.map { row in
            let cells = [
                row.publication.reference, row.finding.id, row.finding.statement[language],
                row.finding.certainty.rawValue,
                use(row, language),
            ]
            return "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
        }
        return ([head, "|---|---|---|---|---|"] + lines).joined(separator: "\n") + "\n\n" + summary(in: language) + "\n"
    }

    /// The same as one JSON object.
    package func json(in language: Language) -> String {
        let rows = rows.map { row in
            JSONText.object([
                ("source", .string(row.publication.reference)), ("finding", .string(row.finding.id)),
                ("statement", .string(row.finding.statement[language])),
                ("certainty", .string(row.finding.certainty.rawValue)),
                ("rules", .array(row.rules.map { .string($0) })),
                ("parameters", .array(row.parameters.map { .string($0) })),
                ("codes", .array(row.codes.map { .string($0) })),
                ("reason", row.isUsed ? .null : row.reason.map { .string($0[language]) } ?? .null),
                ("accounted", .bool(row.isAccounted)),
            ])
        }
        return JSONText.object([("findings", .array(rows))]).text + "\n"
    }

    private func summary(in language: Language) -> String {
        let (used, open) = (rows.count(where: \.isUsed), rows.count { !$0.isAccounted })
        return language.word(
            "\(rows.count) bevindingen: \(used) in gebruik, \(rows.count - used - open) met een reden waarom niet, \(open) zonder reden.",
            "\(rows.count) findings: \(used) in use, \(rows.count - used - open) with a reason why not, \(open) without a reason."
        )
    }

    private func use(_ row: Row, _ language: Language) -> String {
        func list(_ nl: String, _ en: String, _ names: [String]) -> String? {
            names.isEmpty ? nil : "\(language.word(nl, en)) \(names.joined(separator: ", "))"
        }
        let reason = row.reason.map { language.word("geen regel: ", "no rule: ") + $0[language] }
        let parts = [
            list("regel", "rule", row.rules), list("grens", "parameter", row.parameters),
            list("bij", "with", row.codes),
            row.isUsed ? nil : reason ?? language.word("geen regel en geen reden", "no rule and no reason"),
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }
}
