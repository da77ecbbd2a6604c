import Analyst
import RuleEngine

/// The workbench for rules: search, versions, and all files.
package enum RulesPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench.browsing(visit)
        guard let rules = try await bench.rules() else { return bench.wait(Texts.reading) }
        let language = visit.language
        let (versions, faults) = bench.desk.shelf.versions()
        return bench.show(
            Texts.title[language],
            back: bench.version == nil ? .init(visit.address([]), Texts.back[language]) : nil
        ) { page in
            page.element("p", text: Texts.intro[language])
            if case .ready(let served) = visit.site.rules.state, bench.version == nil, !served.hash.isEmpty,
                served.hash != rules.library.hash
            {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.stale[language]) }
            }
            RuleSearchPage.writeForm("", bench, to: &page)
            page.element("ul", ["class": "counts"]) { list in
                let base = rules.ruleBase
                for (count, word) in [
                    (base.rules.count, Texts.rules), (base.parameters.count, Texts.parameters),
                    (base.publications.count, Texts.sources), (rules.files.count, Texts.filesWord),
                ] {
                    list.element("li") { item in
                        item.element("strong", text: "\(count)")
                        item.write(word[language])
                    }
                }
            }
            if bench.version == nil { write(versions, faults, bench, to: &page) }
            page.element("h2", text: Texts.files[language])
            write(rules, bench, to: &page)
        }
    }

    /// Opens a file in a version, or begins one for it.
    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let path = visit.fields["file"].flatMap({ RuleFilePath($0) }) else { throw .broken }
        guard let name = visit.fields["version"] else {
            return visit.redirect(
                visit.address(["rules", "new"], FormFields([.init(name: "file", value: path.description)])))
        }
        return visit.redirect(try Workbench(visit, version: name).edit(path))
    }

    private static func write(
        _ versions: [RuleVersion], _ faults: [Diagnostic], _ bench: Workbench, to page: inout HTMLText
    ) {
        let language = bench.language
        page.element("h2", text: Texts.versions[language])
        page.element("p", text: Texts.versionsText[language])
        page.element("p") { line in
            line.element(
                "a", ["class": "button main", "href": bench.visit.address("rules", "new")], text: Texts.new[language])
        }
        for fault in faults { page.element("p", ["class": "mistake"], text: fault.message[language]) }
        let (past, current) = (versions.filter { $0.state == .ended }, versions.filter { $0.state != .ended })
        if versions.isEmpty { page.element("p", text: Texts.none[language]) }
        if !current.isEmpty { write(current, bench, to: &page) }
        guard !past.isEmpty else { return }
        page.element("details") { details in
            details.element("summary", text: Texts.past(past.count)[language])
            details.element("div", ["class": "opened"]) { write(past, bench, to: &$0) }
        }
    }

    private static func write(_ versions: [RuleVersion], _ bench: Workbench, to html: inout HTMLText) {
        let language = bench.language
        html.element("ul", ["class": "cards"]) { list in
            for version in versions {
                list.element("li") { item in
                    item.element(
                        "a", ["href": bench.visit.address("rules", "versions", version.id)], text: version.title)
                    item.write(" ")
                    item.element("span", ["class": "state \(version.state)"], text: version.state.title[language])
                    item.element("p", ["class": "small"], text: VersionPage.sentence(version, language))
                }
            }
        }
    }

    private static func write(_ rules: EditedRules, _ bench: Workbench, to page: inout HTMLText) {
        let language = bench.language
        var counts: [String: Int] = [:]
        for rule in rules.ruleBase.rules { counts[rule.span.file, default: 0] += 1 }
        let folders = Dictionary(grouping: rules.files) { file in
            file.name.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
        }
        let changed = Set((bench.version?.files ?? []).map(bench.desk.shelf.name))
        for folder in folders.keys.sorted() {
            let files = folders[folder] ?? []
            let count = files.reduce(0) { $0 + (counts[$1.name] ?? 0) }
            page.element("details") { details in
                details.element(
                    "summary", text: Texts.folder(folder.isEmpty ? "/" : folder, files.count, count)[language])
                details.element("div", ["class": "opened"]) { opened in
                    opened.element("ul", ["class": "plain"]) { list in
                        for file in files {
                            list.element("li") { item in
                                let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
                                item.element("a", ["href": bench.file(file.name)], text: name)
                                if let count = counts[file.name] { item.write(", \(Texts.count(count)[language])") }
                                if changed.contains(file.name) {
                                    item.write(" ")
                                    item.element("span", ["class": "state checked"], text: Texts.changed[language])
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Werkbank voor regels", en: "Workbench for rules")
        static let back = LocalizedText(nl: "Terug naar het begin", en: "Back to the start")
        static let reading = LocalizedText(nl: "De regels worden gelezen.", en: "The rules are being read.")
        static let intro = LocalizedText(
            nl:
                "Hier leest, zoekt en wijzigt u de regels. Wijzigingen staan in een versie; de regels die in gebruik zijn "
                + "veranderen pas als u een versie in gebruik neemt.",
            en:
                "Here you read, search and change the rules. Changes stand in a version; the rules in use change only when you "
                + "take a version into use.")
        static let stale = LocalizedText(
            nl:
                "De bestanden met regels zijn gewijzigd sinds het programma ze las. Analyses gaan nog over de oude regels, tot "
                + "het programma opnieuw start of u een versie in gebruik neemt.",
            en:
                "The rule files were changed since the program read them. Analyses are still of the old rules, until the "
                + "program starts anew or you take a version into use.")
        static let rules = LocalizedText(nl: "regels", en: "rules")
        static let parameters = LocalizedText(nl: "grenzen en getallen", en: "thresholds and numbers")
        static let sources = LocalizedText(nl: "bronnen", en: "sources")
        static let filesWord = LocalizedText(nl: "bestanden", en: "files")
        static let versions = LocalizedText(nl: "Versies", en: "Versions")
        static let versionsText = LocalizedText(
            nl: "Een versie gaat van concept, via nagekeken, naar actief. Een oudere versie is vervallen.",
            en: "A version goes from draft, by way of checked, to active. An older version is ended.")
        static let new = LocalizedText(nl: "Nieuwe versie beginnen", en: "Begin a new version")
        static let none = LocalizedText(nl: "Er is nog geen versie.", en: "There is no version yet.")
        static let files = LocalizedText(nl: "Bestanden", en: "Files")
        static let changed = LocalizedText(nl: "gewijzigd", en: "changed")

        static func past(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 vervallen versie" : "\(count) vervallen versies",
                en: count == 1 ? "1 ended version" : "\(count) ended versions")
        }

        static func count(_ rules: Int) -> LocalizedText {
            LocalizedText(nl: rules == 1 ? "1 regel" : "\(rules) regels", en: rules == 1 ? "1 rule" : "\(rules) rules")
        }

        static func folder(_ name: String, _ files: Int, _ rules: Int) -> LocalizedText {
            LocalizedText { language in
                let count = rules == 0 ? "" : ", \(self.count(rules)[language])"
                let word =
                    files == 1 ? language.word("bestand", "file") : language.word("bestanden", "files")
                return "\(name) (\(files) \(word)\(count))"
            }
        }
    }
}
