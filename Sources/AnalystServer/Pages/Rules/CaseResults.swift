import Analyst
import RuleEngine

/// What became of cases, as part of a page: those that fail first, with what was expected, what came, and why.
struct CaseResults {
    private let results: [RuleCaseResult]
    private let bench: Workbench
    private static let most = 300

    init(_ results: [RuleCaseResult], _ bench: Workbench) {
        self.results = results.filter { !$0.passes } + results.filter(\.passes)
        self.bench = bench
    }

    func write(to html: inout HTMLText) {
        let language = bench.language
        let (failing, passing) = (results.filter { !$0.passes }, results.filter(\.passes))
        if !failing.isEmpty {
            html.element("ul", ["class": "causes"]) { list in
                for result in failing.prefix(Self.most) {
                    list.newLine()
                    list.element("li", ["class": "error"]) { write(failing: result, to: &$0) }
                }
            }
        }
        guard !passing.isEmpty else { return }
        html.element("details", ["open": failing.isEmpty && passing.count < 12 ? "" : nil]) { details in
            details.element("summary", text: Words.passing(passing.count)[language])
            details.element("div", ["class": "opened"]) { opened in
                opened.element("ul", ["class": "plain"]) { list in
                    for result in passing.prefix(Self.most) {
                        list.element("li") { item in
                            item.element("span", ["class": "state passes"], text: Words.passes[language])
                            item.write(" ")
                            writeName(of: result.ruleCase, to: &item)
                        }
                    }
                }
                if passing.count > Self.most {
                    opened.element("p", ["class": "small"], text: Words.more(passing.count - Self.most)[language])
                }
            }
        }
    }

    private func write(failing result: RuleCaseResult, to item: inout HTMLText) {
        let language = bench.language
        item.element("p") { line in
            line.element("span", ["class": "state fails"], text: Words.fails[language])
            line.write(" ")
            writeName(of: result.ruleCase, to: &line)
        }
        for failure in result.failures {
            item.element("dl", ["class": "facts"]) { list in
                for (title, text) in [(Words.expected, failure.expected), (Words.got, failure.found)] {
                    list.element("div") { pair in
                        pair.element("dt", text: title[language])
                        pair.element("dd", text: text[language])
                    }
                }
            }
            guard !failure.why.isEmpty else { continue }
            item.element("details") { details in
                details.element("summary", text: Words.why[language])
                details.element("div", ["class": "opened"]) { $0.markup(html: LineOutline(failure.why).html) }
            }
        }
    }

    private func writeName(of ruleCase: RuleCase, to html: inout HTMLText) {
        let span = ruleCase.name.span
        html.element(
            "a", ["href": bench.file(span.file, line: span.start.line)],
            text: ruleCase.title?[bench.language] ?? ruleCase.name.value)
        if ruleCase.title != nil {
            html.write(" ")
            html.element("code", text: ruleCase.name.value)
        }
    }

    // MARK: - Wordings

    private enum Words {
        static let passes = LocalizedText(nl: "klopt", en: "passes")
        static let fails = LocalizedText(nl: "klopt niet", en: "fails")
        static let expected = LocalizedText(nl: "Verwacht", en: "Expected")
        static let got = LocalizedText(nl: "Gekregen", en: "Got")
        static let why = LocalizedText(nl: "Waarom is dat zo?", en: "Why is that so?")

        static func passing(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 geval klopt" : "\(count) gevallen kloppen",
                en: count == 1 ? "1 case passes" : "\(count) cases pass")
        }

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "En nog \(count).", en: "And \(count) more.")
        }
    }
}
