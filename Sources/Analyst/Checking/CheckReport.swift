import Foundation
package import RuleEngine

/// What a check found, in the forms in which people, editors and build machines read it.
package struct CheckReport {
    /// The forms.
    package enum Format: String, CaseIterable, Sendable {
        case text, json
        /// SARIF 2.1.0 (OASIS), which code hosts and editors show.
        case sarif
        /// Lines that GitHub Actions shows beside the changed lines.
        case github
    }

    let check: RuleCheck
    let language: Language
    private let files: [String: SourceFile]

    package init(_ check: RuleCheck, language: Language) {
        self.check = check
        self.language = language
        files = Dictionary(check.sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is wrong, with excerpts; empty when nothing is.
    package var messages: String {
        let renderer = DiagnosticRenderer(language: language, sources: check.sources)
        let notes = check.notes.map { renderer.render($0) }
        return (notes + (check.causes.isEmpty ? [] : [renderer.render(check.causes)])).joined(separator: "\n\n")
    }

    /// Which folder and files were read, and how much is wrong, a line each.
    package var summary: String {
        let lines = check.readings.map { reading($0)[language] } + [outcome[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// All in one form, for programs.
    package func text(as format: Format) -> String {
        switch format {
        case .text: (messages.isEmpty ? "" : messages + "\n\n") + summary
        case .json: json.text + "\n"
        case .sarif: sarif.text + "\n"
        case .github: check.causes.map { githubLine($0) + "\n" }.joined()
        }
    }

    // MARK: JSON

    private var json: JSONText {
        .object([
            ("kind", .string("analyst/check")), ("version", .number("1")),
            (
                "read",
                .array(
                    check.readings.map { reading in
                        .object([
                            ("place", .string(reading.place)), ("files", number(reading.files)),
                            ("rules", number(reading.rules)), ("caseFiles", number(reading.caseFiles)),
                            ("recipes", number(reading.recipes)), ("productionSets", number(reading.productionSets)),
                            ("chosen", .array(reading.chosen.map { .string($0) })),
                        ])
                    })
            ),
            ("errors", number(check.errors)), ("warnings", number(check.warnings)),
            ("following", number(check.followers)),
            ("diagnostics", .array(check.causes.map { json($0) })),
        ])
    }

    private func json(_ cause: DiagnosticCauses.Cause) -> JSONText {
        let diagnostic = cause.diagnostic
        var members = members(of: diagnostic)
        if !diagnostic.fixes.isEmpty { members.append(("fixes", .array(diagnostic.fixes.map { json($0) }))) }
        if !cause.followers.isEmpty {
            members.append(("following", .array(cause.followers.map { .object(self.members(of: $0)) })))
        }
        return .object(members)
    }

    private func members(of diagnostic: Diagnostic) -> [(name: String, value: JSONText)] {
        var members: [(name: String, value: JSONText)] = [
            ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
            ("message", .string(diagnostic.message[language])),
        ]
        if let hint = diagnostic.hint { members.append(("hint", .string(hint[language]))) }
        if let span = diagnostic.span { members.append(("place", place(span))) }
        if !diagnostic.related.isEmpty {
            members.append(
                (
                    "related",
                    .array(
                        diagnostic.related.map {
                            .object([("message", .string($0.message[language])), ("place", place($0.span))])
                        })
                ))
        }
        return members
    }

    private func json(_ fix: TextFix) -> JSONText {
        .object([
            ("title", .string(fix.title[language])),
            (
                "edits",
                .array(fix.edits.map { .object([("place", place($0.span)), ("text", .string($0.replacement))]) })
            ),
        ])
    }

    private func place(_ span: SourceSpan) -> JSONText {
        .object([
            ("file", .string(span.file)), ("line", number(span.start.line)), ("column", number(span.start.column)),
            ("endLine", number(span.end.line)), ("endColumn", number(span.end.column)),
        ])
    }

    private func number(_ value: Int) -> JSONText { .number(String(value)) }

    // MARK: SARIF

    private var sarif: JSONText {
        let codes = Set(check.causes.map(\.diagnostic.code)).sorted()
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            (
                "runs",
                .array([
                    .object([
                        (
                            "tool",
                            .object([
                                (
                                    "driver",
                                    .object([
                                        ("name", .string("analyst")), ("version", .string(ProgramVersion.text)),
                                        ("rules", .array(codes.map { .object([("id", .string($0))]) })),
                                    ])
                                )
                            ])
                        ),
                        ("columnKind", .string("unicodeCodePoints")),
                        ("results", .array(check.causes.map { sarif($0) })),
                    ])
                ])
            ),
        ])
    }

    private func sarif(_ cause: DiagnosticCauses.Cause) -> JSONText {
        let diagnostic = cause.diagnostic
        let parts = [diagnostic.message, diagnostic.hint, cause.remark].compactMap { $0?[language] }
        var members: [(name: String, value: JSONText)] = [
            ("ruleId", .string(diagnostic.code)), ("level", .string(diagnostic.severity.rawValue)),
            ("message", .object([("text", .string(parts.joined(separator: "\n")))])),
        ]
        if let span = diagnostic.span { members.append(("locations", .array([location(span)]))) }
        if !diagnostic.related.isEmpty {
            members.append(
                (
                    "relatedLocations",
                    .array(diagnostic.related.map { location($0.span, message: $0.message[language]) })
                ))
        }
        let fixes = diagnostic.fixes.map { sarif($0) }
        if !fixes.isEmpty { members.append(("fixes", .array(fixes))) }
        return .object(members)
    }

    private func sarif(_ fix: TextFix) -> JSONText {
        let changes = Set(fix.edits.map(\.span.file)).sorted().map { file -> JSONText in
            .object([
                ("artifactLocation", .object([("uri", .string(uri(file)))])),
                (
                    "replacements",
                    .array(
                        fix.edits.filter { $0.span.file == file }.map {
                            .object([
                                ("deletedRegion", region($0.span)),
                                ("insertedContent", .object([("text", .string($0.replacement))])),
                            ])
                        })
                ),
            ])
        }
        return .object([
            ("description", .object([("text", .string(fix.title[language]))])), ("artifactChanges", .array(changes)),
        ])
    }

    private func location(_ span: SourceSpan, message: String? = nil) -> JSONText {
        var members: [(name: String, value: JSONText)] = [
            (
                "physicalLocation",
                .object([
                    ("artifactLocation", .object([("uri", .string(uri(span.file)))])), ("region", region(span)),
                ])
            )
        ]
        if let message { members.append(("message", .object([("text", .string(message))]))) }
        return .object(members)
    }

    /// Columns are counted in code points there, where messages count characters.
    private func region(_ span: SourceSpan) -> JSONText {
        .object([
            ("startLine", number(span.start.line)), ("startColumn", number(column(span.start, in: span.file))),
            ("endLine", number(span.end.line)), ("endColumn", number(column(span.end, in: span.file))),
        ])
    }

    private func column(_ position: SourcePosition, in file: String) -> Int {
        guard let line = files[file]?.line(position.line) else { return position.column }
        return line.prefix(position.column - 1).unicodeScalars.count + 1
    }

    private func uri(_ file: String) -> String {
        file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
    }

    // MARK: GitHub

    private func githubLine(_ cause: DiagnosticCauses.Cause) -> String {
        let diagnostic = cause.diagnostic
        let word =
            switch diagnostic.severity {
            case .error: "error"
            case .warning: "warning"
            case .note: "notice"
            }
        var properties: [String] = []
        if let span = diagnostic.span {
            properties = ["file=\(escaped(span.file, isProperty: true))", "line=\(span.start.line)"]
            properties.append("endLine=\(span.end.line)")
            if span.start.line == span.end.line {
                properties += ["col=\(span.start.column)", "endColumn=\(span.end.column)"]
            }
        }
        properties.append("title=\(escaped(diagnostic.code, isProperty: true))")
        let parts = [diagnostic.message, diagnostic.hint, cause.remark].compactMap { $0?[language] }
        return "::\(word) \(properties.joined(separator: ","))::\(escaped(parts.joined(separator: "\n")))"
    }

    private func escaped(_ text: String, isProperty: Bool = false) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

// MARK: - Wordings

extension CheckReport {
    private func reading(_ reading: RuleCheck.Reading) -> LocalizedText {
        func words(_ count: Int, _ one: (String, String), _ many: (String, String)) -> LocalizedText? {
            count == 0
                ? nil
                : LocalizedText(
                    nl: "\(count) \(count == 1 ? one.0 : many.0)", en: "\(count) \(count == 1 ? one.1 : many.1)")
        }
        let parts = [
            words(reading.files, ("bestand", "file"), ("bestanden", "files")),
            words(reading.rules, ("regel", "rule"), ("regels", "rules")),
            words(
                reading.productionSets, ("productiesysteem", "production system"),
                ("productiesystemen", "production systems")),
            words(reading.productionRules, ("regel daarin", "rule in it"), ("regels daarin", "rules in it")),
            words(
                reading.caseFiles, ("bestand met gevallen", "file of cases"),
                ("bestanden met gevallen", "files of cases")),
            words(
                reading.recipes, ("recept van tabellen", "recipe of tables"),
                ("recepten van tabellen", "recipes of tables")),
        ].compactMap(\.self)
        let chosen = reading.chosen.joined(separator: ", ")
        return LocalizedText { language in
            let place = reading.place == "-" ? language.word("standaardinvoer", "standard input") : reading.place
            let choice = chosen.isEmpty ? "" : language.word("; getoond is \(chosen)", "; shown is \(chosen)")
            let counts = parts.map { $0[language] }.joined(separator: ", ")
            return language.word("Gelezen: \(place)\(choice) (\(counts))", "Read: \(place)\(choice) (\(counts))")
        }
    }

    private var outcome: LocalizedText {
        let (errors, warnings, rest) = (check.errors, check.warnings, check.followers)
        return LocalizedText(
            nl: "\(errors) \(errors == 1 ? "fout" : "fouten"), \(warnings) "
                + (warnings == 1 ? "waarschuwing" : "waarschuwingen")
                + (rest == 0 ? "" : "; \(rest) \(rest == 1 ? "melding volgt" : "meldingen volgen") daaruit"),
            en: "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
                + (rest == 0 ? "" : "; \(rest) \(rest == 1 ? "message follows" : "messages follow") from these"))
    }
}
