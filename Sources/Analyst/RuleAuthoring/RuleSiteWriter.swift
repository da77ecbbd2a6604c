import RuleEngine

/// The pages of a rule base in one language.
struct RuleSiteWriter {
    let site: RuleSite
    let language: Language
    private let article: RuleArticle
    /// By rule, its cases.
    private let casesOfRule: [String: [Located<String>]]
    var ruleBase: RuleBase { site.ruleBase }

    init(_ site: RuleSite, _ language: Language) {
        self.site = site
        self.language = language
        article = RuleArticle(
            site.ruleBase, language,
            addresses: .init(
                code: { "list-\(Self.slug($0)).html#code-\(Self.slug($1))" },
                source: { "sources.html#finding-\(Self.slug($0))-\(Self.slug($1))" },
                parameter: { "parameters.html#parameter-\(Self.slug($0))" }))
        var cases: [String: [Located<String>]] = [:]
        var concluding: [FindingID: [String]] = [:]
        for rule in site.ruleBase.rules {
            for conclusion in rule.conclusions {
                if let finding = conclusion.finding(in: site.ruleBase) {
                    concluding[finding, default: []].append(rule.name)
                }
            }
        }
        for ruleCase in site.cases {
            let title = ruleCase.title.map { "\(ruleCase.name.value): \($0[language])" } ?? ruleCase.name.value
            let names = Set(
                ruleCase.rules.map { site.ruleBase.rules[$0].name }
                    + ruleCase.findings.flatMap { concluding[$0] ?? [] })
            for name in names { cases[name, default: []].append(Located(title, at: ruleCase.name.span)) }
        }
        casesOfRule = cases
    }

    func word(_ text: LocalizedText) -> String { text[language] }

    var files: [RuleSite.File] {
        var files = [file("index", SiteWords.title, contents), file("names", SiteWords.names, names)]
        for name in ruleSets {
            files.append(
                file("set-\(Self.slug(name))", LocalizedText(verbatim: name)) { self.write(ruleSet: name, to: &$0) })
        }
        files.append(file("parameters", SiteWords.parameters, parameters))
        files.append(file("sources", SiteWords.sources, sources))
        for vocabulary in ruleBase.vocabularies {
            files.append(
                file("list-\(Self.slug(vocabulary.name))", vocabulary.title) { self.write(vocabulary, to: &$0) })
        }
        if !graphs.isEmpty { files.append(file("links", SiteWords.links, links)) }
        if let since = site.since {
            files.append(file("changes", SiteWords.changes) { self.write(since, to: &$0) })
        }
        return files
    }

    private var graphs: [LinkGraph] { LinkGraph.all(in: ruleBase) }

    /// Rule sets in the order of their files.
    private var ruleSets: [String] {
        var seen: Set<String> = []
        return ruleBase.rules.map(\.ruleSet).filter { seen.insert($0).inserted }
    }

    // MARK: Frame

    private func file(
        _ name: String, _ title: LocalizedText, _ content: (inout HTMLText) -> Void
    ) -> RuleSite.File {
        let other: Language = language == .nl ? .en : .nl
        let html = HTMLText.page(
            title: word(title), language: language, style: Self.style + RuleChange.style,
            script: name == "names" ? "../search.js" : nil,
            header: { body in
                body.element("header") { header in
                    header.element("nav", ["aria-label": word(SiteWords.site)]) { nav in
                        nav.element("ul", ["class": "ways"]) { list in
                            let pages =
                                [
                                    ("index", SiteWords.title), ("names", SiteWords.names),
                                    ("parameters", SiteWords.parameters), ("sources", SiteWords.sources),
                                ] + (graphs.isEmpty ? [] : [("links", SiteWords.links)])
                                + (site.since == nil ? [] : [("changes", SiteWords.changes)])
                            for (page, title) in pages {
                                list.element("li") { item in
                                    item.element(
                                        "a", ["href": "\(page).html", "aria-current": page == name ? "page" : nil],
                                        text: word(title))
                                }
                            }
                            list.element("li") { item in
                                item.element(
                                    "a",
                                    [
                                        "href": "../\(other.rawValue)/\(name).html", "lang": other.rawValue,
                                        "hreflang": other.rawValue,
                                    ], text: other == .nl ? "Nederlands" : "English")
                            }
                        }
                    }
                }
            },
            content: { page in
                page.element("h1", text: word(title))
                content(&page)
            })
        return RuleSite.File(path: "\(language.rawValue)/\(name).html", text: html)
    }

    private static let style = """
        header { max-width: 1020px; margin: 0 auto; padding: 10px 20px 0; }
        .ways { display: flex; flex-wrap: wrap; gap: 0 25px; padding: 0; list-style: none; }
        .rule { margin: 30px 0; padding: 15px 20px 5px; border: 1px solid var(--line); border-left: 5px solid var(--brand); }
        .rule:target, .rule:focus-within { border-color: var(--ink); }
        .rule h2 { margin: 0 0 10px; padding: 0; border: 0; font-size: 21px; }
        .wide svg { max-width: none; }
        input { font: inherit; padding: 8px; border: 2px solid var(--ink); max-width: 100%; }

        """

    /// A name as part of an address.
    static func slug(_ name: String) -> String {
        String(
            name.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_")
                    ? Character($0) : "-"
            })
    }

    func address(ofRule name: String) -> String {
        "set-\(Self.slug(ruleBase.rule(name)?.ruleSet ?? "")).html#rule-\(Self.slug(name))"
    }

    private func linkToRule(_ name: String, in html: inout HTMLText) {
        html.element("a", ["href": address(ofRule: name)], text: ruleBase.rule(name)?.title[language] ?? name)
    }

    private func linkToRules(_ names: some Sequence<String>, in html: inout HTMLText) {
        html.element("ul") { list in
            for name in names { list.element("li") { linkToRule(name, in: &$0) } }
        }
    }

    // MARK: Contents and names

    private func contents(_ page: inout HTMLText) {
        page.element("p", ["class": "intro"], text: word(SiteWords.counts(ruleBase, site.cases.count)))
        page.element("h2", text: word(SiteWords.ruleSets))
        page.element("ul") { list in
            for name in ruleSets {
                let rules = ruleBase.rules.filter { $0.ruleSet == name }
                list.element("li") { item in
                    item.element("a", ["href": "set-\(Self.slug(name)).html"], text: name)
                    item.write(": \(word(SiteWords.rules(rules.count)))")
                }
            }
        }
        page.element("h2", text: word(SiteWords.lists))
        page.element("ul") { list in
            for vocabulary in ruleBase.vocabularies {
                list.element("li") { item in
                    item.element(
                        "a", ["href": "list-\(Self.slug(vocabulary.name)).html"], text: vocabulary.title[language])
                }
            }
        }
    }

    private func names(_ page: inout HTMLText) {
        var entries: [(title: String, kind: String, address: String)] = []
        for rule in ruleBase.rules {
            entries.append(
                (rule.title[language], "\(word(RuleSymbol.rule("").kind)) \(rule.name)", address(ofRule: rule.name)))
        }
        for parameter in ruleBase.parameters {
            entries.append(
                (
                    parameter.title[language], "\(word(RuleSymbol.parameter("").kind)) \(parameter.name)",
                    "parameters.html#parameter-\(Self.slug(parameter.name))"
                ))
        }
        for vocabulary in ruleBase.vocabularies {
            for term in vocabulary.codes {
                entries.append(
                    (
                        term.title[language], "\(vocabulary.title[language]), \(term.code)",
                        "list-\(Self.slug(vocabulary.name)).html#code-\(Self.slug(term.code))"
                    ))
            }
        }
        for publication in ruleBase.publications {
            entries.append(
                (publication.title, word(SiteWords.source), "sources.html#source-\(Self.slug(publication.reference))"))
        }
        func letter(_ text: String) -> String {
            let first = text.uppercased().first { $0.isLetter || $0.isNumber }
            return first.map { $0.isASCII && $0.isLetter ? String($0) : "#" } ?? "#"
        }
        let groups = Dictionary(
            grouping: entries.sorted { ($0.title.lowercased(), $0.address) < ($1.title.lowercased(), $1.address) }
        ) {
            letter($0.title)
        }
        page.element("form", ["id": "search-form", "hidden": "", "role": "search"]) { form in
            form.element("p") { line in
                line.element("label", ["for": "search"], text: word(SiteWords.search))
                line.write(" ")
                line.void("input", ["id": "search", "type": "search", "autocomplete": "off"])
            }
            form.element(
                "p", ["id": "search-status", "role": "status", "data-words": word(SiteWords.hits)], text: "")
        }
        page.element("div", ["id": "names"]) { names in
            for letter in groups.keys.sorted() {
                names.newLine()
                names.element("section", ["aria-labelledby": "letter-\(letter == "#" ? "other" : letter)"]) { section in
                    section.element("h2", ["id": "letter-\(letter == "#" ? "other" : letter)"], text: letter)
                    section.element("ul") { list in
                        for entry in groups[letter] ?? [] {
                            list.newLine()
                            list.element("li") { item in
                                item.element("a", ["href": entry.address], text: entry.title)
                                item.write(" (\(entry.kind))")
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Rules

    private func write(ruleSet name: String, to page: inout HTMLText) {
        for rule in ruleBase.rules where rule.ruleSet == name {
            page.newLine()
            page.element("section", ["class": "rule", "id": "rule-\(Self.slug(rule.name))"]) { write(rule, to: &$0) }
        }
    }

    private func write(_ rule: Rule, to section: inout HTMLText) {
        section.element("h2", text: rule.title[language])
        section.element("p", ["class": "small"]) { line in
            line.element("code", text: rule.name)
            line.write(" \(rule.span.place)")
        }
        article.write(rule, to: &section)
        let cases = casesOfRule[rule.name] ?? []
        if !cases.isEmpty {
            section.element("details") { details in
                details.element("summary", text: word(SiteWords.cases(cases.count)))
                details.element("ul") { list in
                    for ruleCase in cases { list.element("li", text: "\(ruleCase.value) (\(ruleCase.span.place))") }
                }
            }
        }
    }

    private func label(_ text: LocalizedText, in html: inout HTMLText) {
        html.element("p", ["class": "label"], text: word(text))
    }

    // MARK: Parameters, sources, lists

    private func parameters(_ page: inout HTMLText) {
        let values = ValueText(language, units: Naming(ruleBase).units)
        for parameter in ruleBase.parameters.sorted(by: { $0.name < $1.name }) {
            page.newLine()
            page.element("section", ["class": "rule", "id": "parameter-\(Self.slug(parameter.name))"]) { section in
                section.element("h2", text: parameter.title[language])
                section.element("p", ["class": "small"]) { line in
                    line.element("code", text: parameter.name)
                    line.write(" \(parameter.span.place)")
                }
                section.element("ul") { list in
                    for (from, value) in parameter.values {
                        let day = DateText.text(of: from, in: language)
                        list.element(
                            "li",
                            text: "\(word(SiteWords.from)) \(day): \(values.text(of: value, unit: parameter.unit))")
                    }
                    if let source = parameter.source { list.element("li") { article.write(source, to: &$0) } }
                    if let judgement = parameter.judgement { list.element("li", text: judgement[language]) }
                }
                let users = site.index.rules(using: .parameter(parameter.name)).sorted()
                guard !users.isEmpty else { return }
                label(SiteWords.usedBy, in: &section)
                linkToRules(users, in: &section)
            }
        }
    }

    private func sources(_ page: inout HTMLText) {
        let rows = FindingTable(ruleBase).rows
        for publication in ruleBase.publications {
            page.newLine()
            page.element("h2", ["id": "source-\(Self.slug(publication.reference))"], text: publication.title)
            let origin = [publication.authors.joined(separator: ", "), publication.publisher, publication.year]
                .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
            if !origin.isEmpty { page.element("p", text: origin) }
            page.element("p", text: publication.read[language])
            for row in rows where row.publication.reference == publication.reference {
                let id = "finding-\(Self.slug(publication.reference))-\(Self.slug(row.finding.id))"
                page.element("section", ["class": "rule", "id": id]) { section in
                    section.element("h3", text: row.finding.id)
                    section.element("p", text: row.finding.statement[language])
                    if let place = row.finding.place { section.element("p", ["class": "small"], text: place) }
                    if let reason = row.reason, !row.isUsed {
                        section.element("p", text: "\(word(SiteWords.unused)) \(reason[language])")
                    }
                    if !row.rules.isEmpty {
                        label(SiteWords.usedBy, in: &section)
                        linkToRules(row.rules, in: &section)
                    }
                }
            }
        }
    }

    private func write(_ vocabulary: Vocabulary, to page: inout HTMLText) {
        page.element("p", ["class": "small"]) { $0.element("code", text: vocabulary.name) }
        for term in vocabulary.codes {
            page.newLine()
            page.element("section", ["class": "rule", "id": "code-\(Self.slug(term.code))"]) { section in
                section.element("h2", text: term.title[language])
                section.element("p", ["class": "small"]) { line in
                    line.element("code", text: term.code)
                    line.write(" \(term.span.place)")
                }
                for attribute in vocabulary.attributes where attribute.kind == .text {
                    if let text = term.text(attribute.name) { section.element("p", text: text[language]) }
                }
                let symbol = RuleSymbol.code(vocabulary: vocabulary.name, code: term.code)
                let uses = site.index.uses(of: symbol)
                for (title, role) in [(SiteWords.concludedBy, RuleMention.Role.concludes), (SiteWords.readBy, .reads)] {
                    var seen: Set<String> = []
                    let names = uses.filter { $0.role == role }.compactMap { mention -> String? in
                        guard case .rule(let name)? = mention.owner, ruleBase.rule(name) != nil else { return nil }
                        return seen.insert(name).inserted ? name : nil
                    }
                    guard !names.isEmpty else { continue }
                    label(title, in: &section)
                    linkToRules(names, in: &section)
                }
            }
        }
    }

    // MARK: Links

    private func links(_ page: inout HTMLText) {
        for (number, graph) in graphs.enumerated() {
            page.element("h2", ["id": "graph-\(number)"], text: graph.links.title[language])
            page.element("p", text: word(SiteWords.pictureIsListed))
            page.element(
                "div", ["class": "wide", "tabindex": "0", "role": "region", "aria-labelledby": "graph-\(number)"]
            ) {
                $0.markup(graph.svg(language, title: graph.links.title[language]))
            }
            let list = "list-\(Self.slug(graph.nodes.name)).html"
            page.element("ul") { items in
                for place in graph.places {
                    let targets = graph.edges.filter { $0.from == place }.map { graph.nodes.codes[$0.to] }
                    guard !targets.isEmpty else { continue }
                    items.element("li") { item in
                        let own = graph.nodes.codes[place]
                        item.element("a", ["href": "\(list)#code-\(Self.slug(own.code))"], text: own.title[language])
                        item.element("ul") { inner in
                            for target in targets {
                                inner.element("li") { line in
                                    line.write("→ ")
                                    line.element(
                                        "a", ["href": "\(list)#code-\(Self.slug(target.code))"],
                                        text: target.title[language])
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

// MARK: - Wordings

enum SiteWords {
    static let title = LocalizedText(nl: "Regels", en: "Rules")
    static let site = LocalizedText(nl: "Bladzijden", en: "Pages")
    static let names = LocalizedText(nl: "Alle namen", en: "All names")
    static let parameters = LocalizedText(nl: "Grenzen en andere getallen", en: "Thresholds and other numbers")
    static let sources = LocalizedText(nl: "Bronnen", en: "Sources")
    static let source = LocalizedText(nl: "bron", en: "source")
    static let links = LocalizedText(nl: "Verbanden", en: "Links")
    static let ruleSets = LocalizedText(nl: "Regelsets", en: "Rule sets")
    static let lists = LocalizedText(nl: "Lijsten", en: "Lists")
    static let changes = LocalizedText(nl: "Wat is veranderd", en: "What changed")
    static let when = LocalizedText(nl: "Als dit allemaal zo is:", en: "When all of this is so:")
    static let then = LocalizedText(nl: "dan geldt:", en: "then this holds:")
    static let restsOn = LocalizedText(nl: "Dit rust op:", en: "This rests on:")
    static let strength = LocalizedText(nl: "sterkte van de onderbouwing", en: "strength of the evidence")
    static let table = LocalizedText(nl: "Tabel", en: "Table")
    static let from = LocalizedText(nl: "vanaf", en: "from")
    static let usedBy = LocalizedText(nl: "Gebruikt door:", en: "Used by:")
    static let concludedBy = LocalizedText(nl: "Vastgesteld door:", en: "Concluded by:")
    static let readBy = LocalizedText(nl: "Gelezen door:", en: "Read by:")
    static let unused = LocalizedText(nl: "Geen regel rust hierop:", en: "No rule rests on this:")
    static let search = LocalizedText(nl: "Zoek in deze lijst", en: "Search this list")
    static let hits = LocalizedText(nl: "# namen", en: "# names")
    static let pictureIsListed = LocalizedText(
        nl: "Alles in dit plaatje staat ook in de lijst eronder.",
        en: "All of this picture stands in the list below it, too.")

    static func rules(_ count: Int) -> LocalizedText {
        LocalizedText(nl: count == 1 ? "1 regel" : "\(count) regels", en: count == 1 ? "1 rule" : "\(count) rules")
    }

    static func cases(_ count: Int) -> LocalizedText {
        LocalizedText(nl: count == 1 ? "1 geval" : "\(count) gevallen", en: count == 1 ? "1 case" : "\(count) cases")
    }

    static func counts(_ ruleBase: RuleBase, _ cases: Int) -> LocalizedText {
        let (rules, parameters, sources) = (
            ruleBase.rules.count, ruleBase.parameters.count, ruleBase.publications.count
        )
        return LocalizedText(
            nl: "\(rules) regels, \(parameters) grenzen en andere getallen, \(sources) bronnen en \(cases) gevallen.",
            en: "\(rules) rules, \(parameters) thresholds and other numbers, \(sources) sources and \(cases) cases.")
    }
}
