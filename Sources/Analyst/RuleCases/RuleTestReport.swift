package import RuleEngine

/// A run of cases as text: each case that fails with what was expected, what came and why, and a summary.
package struct RuleTestReport {
    package let run: RuleTestRun
    package let language: Language

    package init(run: RuleTestRun, language: Language) {
        self.run = run
        self.language = language
    }

    package var text: String {
        let failures = run.failures.map { lines(of: $0).joined(separator: "\n") + "\n" }
        return (failures + [summary + "\n"]).joined(separator: "\n")
    }

    /// "24 gevallen: 23 goed, 1 fout"
    private var summary: String {
        let (all, wrong) = (run.results.count, run.failures.count)
        return language.word(
            "\(all) \(all == 1 ? "geval" : "gevallen"): \(all - wrong) goed, \(wrong) fout",
            "\(all) \(all == 1 ? "case" : "cases"): \(all - wrong) right, \(wrong) wrong")
    }

    private func lines(of result: RuleCaseResult) -> [String] {
        let name = result.ruleCase.name
        let title = result.ruleCase.title.map { " (\($0[language]))" } ?? ""
        var lines = ["\(name.span.place): \(language.word("geval faalt", "case fails")): \(name.value)\(title)"]
        for failure in result.failures {
            lines.append("  \(failure.span.place)")
            lines.append("    \(language.word("verwacht: ", "expected: "))\(failure.expected[language])")
            lines.append("    \(language.word("gekregen: ", "got:      "))\(failure.found[language])")
            lines += failure.why.map { "      \($0)" }
        }
        return lines
    }

    /// Members of the JSON object of a run.
    package var members: [(name: String, value: JSONText)] {
        [
            ("cases", .array(run.results.map { json($0) })),
            (
                "summary",
                .object([
                    ("cases", .number("\(run.results.count)")), ("failed", .number("\(run.failures.count)")),
                ])
            ),
        ]
    }

    private func json(_ result: RuleCaseResult) -> JSONText {
        .object(
            [("case", .string(result.ruleCase.name.value))] + result.ruleCase.name.span.members + [
                ("passed", .bool(result.passes)),
                (
                    "failures",
                    .array(
                        result.failures.map { failure in
                            .object(
                                failure.span.members + [
                                    ("expected", .string(failure.expected[language])),
                                    ("got", .string(failure.found[language])),
                                    ("why", .array(failure.why.map { .string($0) })),
                                ])
                        })
                ),
            ])
    }
}

extension SourceSpan {
    /// "file:12:5"
    package var place: String { "\(file):\(start.line):\(start.column)" }

    /// The place as members of a JSON object.
    package var members: [(name: String, value: JSONText)] {
        [
            ("file", .string(file)), ("line", .number("\(start.line)")), ("column", .number("\(start.column)")),
        ]
    }
}
