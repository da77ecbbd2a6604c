package import RuleEngine

/// A rule as part of a page to read: what must be so, what then holds, and what that rests on. The rule base as a site and the
/// pages of the server share it; only the addresses of other pages differ.
package struct RuleArticle {
    /// Where the things that a rule names are told of.
    package struct Addresses {
        let code: (_ vocabulary: String, _ code: String) -> String
        let source: (_ reference: String, _ finding: String) -> String
        let parameter: (_ name: String) -> String

        package init(
            code: @escaping (_ vocabulary: String, _ code: String) -> String,
            source: @escaping (_ reference: String, _ finding: String) -> String,
            parameter: @escaping (_ name: String) -> String
        ) {
            self.code = code
            self.source = source
            self.parameter = parameter
        }
    }

    private let ruleBase: RuleBase
    private let language: Language
    private let words: RuleInWords
    private let addresses: Addresses

    package init(_ ruleBase: RuleBase, _ language: Language, addresses: Addresses) {
        self.ruleBase = ruleBase
        self.language = language
        self.addresses = addresses
        words = RuleInWords(ruleBase, language)
    }

    package func write(_ rule: Rule, to section: inout HTMLText) {
        label(SiteWords.when, in: &section)
        section.element("ul") { list in
            for (condition, sentence) in zip(rule.conditions, words.conditions(of: rule)) {
                list.element("li") { item in
                    item.write(sentence)
                    if case .table(let table) = condition { write(table, of: rule, to: &item) }
                }
            }
        }
        label(SiteWords.then, in: &section)
        section.element("ul") { list in
            for (conclusion, sentence) in zip(rule.conclusions, words.conclusions(of: rule)) {
                list.element("li") { write(conclusion, sentence, to: &$0) }
            }
        }
        label(SiteWords.restsOn, in: &section)
        section.element("ul") { list in
            for source in rule.sources { list.element("li") { write(source, to: &$0) } }
            let strength = ruleBase.vocabulary("rule-strengths")?[rule.strength]?.title[language] ?? rule.strength
            list.element("li", text: "\(SiteWords.strength[language]): \(strength)")
        }
        let parameters = rule.parameters.sorted()
        guard !parameters.isEmpty else { return }
        label(SiteWords.parameters, in: &section)
        section.element("ul") { list in
            for name in parameters {
                list.element("li") { item in
                    item.element(
                        "a", ["href": addresses.parameter(name)],
                        text: ruleBase.parameter(name)?.title[language] ?? name)
                }
            }
        }
    }

    /// What was found in a source, with the way to it.
    package func write(_ source: SourceReference, to html: inout HTMLText) {
        let publication = ruleBase.publication(source.reference)
        html.element(
            "a", ["href": addresses.source(source.reference, source.finding)],
            text: "\(publication?.title ?? source.reference), \(source.finding)")
        if let page = source.page { html.write(", \(page)") }
        if let statement = publication?.finding(source.finding)?.statement[language] { html.write(": \(statement)") }
    }

    private func write(_ conclusion: Rule.Conclusion, _ sentence: String, to item: inout HTMLText) {
        if let finding = conclusion.finding(in: ruleBase), finding.key.count == 1,
            case .code(let vocabulary) = ruleBase.templates[conclusion.template].key[0].type
        {
            item.element("a", ["href": addresses.code(vocabulary, finding.key[0])], text: sentence)
        } else {
            item.write(sentence)
        }
        if let because = conclusion.because { item.element("p", text: "“\(words.because(because))”") }
    }

    private func label(_ text: LocalizedText, in html: inout HTMLText) {
        html.element("p", ["class": "label"], text: text[language])
    }

    private func write(_ table: Rule.Table, of rule: Rule, to html: inout HTMLText) {
        let title = "\(SiteWords.table[language]) \(table.variable)"
        html.element("div", ["class": "wide", "tabindex": "0", "role": "region", "aria-label": title]) { wide in
            wide.element("table") { html in
                html.element("caption", text: title)
                html.element("thead") { head in
                    head.element("tr") { row in
                        for input in table.inputs {
                            row.element("th", ["scope": "col"], text: words.words(input.value, in: rule))
                        }
                        for output in table.outputs { row.element("th", ["scope": "col"], text: output.name) }
                    }
                }
                html.element("tbody") { body in
                    for entry in table.rows {
                        body.element("tr") { row in
                            for test in entry.tests { row.element("td", text: test?.text ?? "–") }
                            for (output, value) in zip(table.outputs, entry.outputs) {
                                let title = output.vocabulary.flatMap {
                                    ruleBase.vocabulary($0)?[value.text]?.title[language]
                                }
                                row.element("td", text: title ?? value.text)
                            }
                        }
                    }
                }
            }
        }
    }
}
