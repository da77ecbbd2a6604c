package import RuleEngine

/// Which figures a sheet has and which it lacks, per domain, with the table or the holder that would tell them.
package struct SheetCoverage: Sendable {
    private let sheet: FactSheet
    private let groups: [Group]

    /// The figures of a domain.
    private struct Group {
        let title: LocalizedText
        var known: [Vocabulary.Term] = []
        var missing: [Gap] = []

        var count: Int { known.count + missing.count }
    }

    /// A figure that is not known, and who would tell it.
    private struct Gap {
        let indicator: Vocabulary.Term
        /// Why, where the sheet says more than that it was not published.
        let reason: LocalizedText?
        let teller: Teller
    }

    /// Who tells a figure.
    private enum Teller: Hashable {
        /// Open tables, by title and publisher.
        case tables([String])
        case holder(LocalizedText)
    }

    package init(of sheet: FactSheet, _ recipes: ImportRecipes, _ ruleBase: RuleBase) {
        self.sheet = sheet
        let indicators = ruleBase.vocabulary(ruleBase.record.vocabulary)
        let domains = ruleBase.vocabulary(VocabularyName.domains)?.codes ?? []
        var groups = [Group(title: .general)] + domains.map { Group(title: $0.title) }
        let labels = Labels(ruleBase: ruleBase)
        let tables = Self.tables(recipes)
        for term in indicators?.codes ?? [] {
            let domain = term.string("domain")
            let place = domain.flatMap { code in domains.firstIndex { $0.code == code } }.map { $0 + 1 } ?? 0
            var reason: LocalizedText?
            switch sheet.figure(term.code)?.reading {
            case .known:
                groups[place].known.append(term)
                continue
            case .unknown(let code):
                if code != MissingReason.notPublished.rawValue {
                    reason = labels.title(code, in: VocabularyName.missingReasons)
                }
            case nil: break
            }
            let teller: Teller
            if let titles = tables[term.code] {
                teller = .tables(titles)
            } else if let table = term.string("table") {
                teller = .tables([table])
            } else {
                teller = .holder(term.text("holder") ?? .unnamedHolder)
            }
            groups[place].missing.append(Gap(indicator: term, reason: reason, teller: teller))
        }
        self.groups = groups.filter { $0.count > 0 }
    }

    /// The open tables that have a figure for each indicator.
    private static func tables(_ recipes: ImportRecipes) -> [String: [String]] {
        var tables: [String: [String]] = [:]
        for recipe in recipes.recipes {
            let title = "\(recipe.plainTitle) (\(recipe.publisher))"
            for figure in recipe.figures where tables[figure.indicator]?.contains(title) != true {
                tables[figure.indicator, default: []].append(title)
            }
        }
        return tables
    }

    package func text(in language: Language) -> String {
        var page = TextLines(width: 100)
        page.add(title[language], underlinedWith: "=")
        page.space()
        for group in groups {
            page.add(counts(group)[language])
            for teller in tellers(group) {
                let gaps = group.missing.filter { $0.teller == teller }
                page.add(words(teller)[language], indent: 2, mark: "- ")
                let names = gaps.map { gap in
                    gap.indicator.title[language] + (gap.reason.map { " (\($0[language]))" } ?? "")
                }
                page.add(names.joined(separator: "; "), indent: 6)
            }
            page.space()
        }
        page.add(LocalizedText.howToGoOn[language])
        return page.text
    }

    private func tellers(_ group: Group) -> [Teller] {
        var tellers: [Teller] = []
        for gap in group.missing where !tellers.contains(gap.teller) { tellers.append(gap.teller) }
        return tellers
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let general = LocalizedText(nl: "Algemeen", en: "General")
    fileprivate static let unnamedHolder = LocalizedText(nl: "de gemeente", en: "the municipality")
    fileprivate static let howToGoOn = LocalizedText(
        nl:
            "Staat een cijfer in een open tabel en hier niet, dan ontbreekt die tabel in de map, of heeft deze editie het nog "
            + "niet. Zet een andere editie in de map en gebruik analyst sheet update. Wat niet bekend is, telt niet als nul.",
        en:
            "A figure that an open table has and that is not here: the table is not in the folder, or this edition does not "
            + "have it yet. Put another edition into the folder and use analyst sheet update. What is not known does not "
            + "count as zero.")
}

extension SheetCoverage {
    private var title: LocalizedText {
        let place = sheet.municipality.isEmpty ? "" : ", \(sheet.municipality)"
        let count = sheet.residents
        return LocalizedText(
            nl: sheet.title.nl + place + (count.map { ": \(NumberText.text(of: $0, in: .nl)) inwoners" } ?? ""),
            en: sheet.title.en + place + (count.map { ": \(NumberText.text(of: $0, in: .en)) residents" } ?? ""))
    }

    private func counts(_ group: Group) -> LocalizedText {
        LocalizedText(
            nl: "\(group.title.nl): \(group.known.count) van \(group.count) cijfers bekend",
            en: "\(group.title.en): \(group.known.count) of \(group.count) figures known")
    }

    private func words(_ teller: Teller) -> LocalizedText {
        switch teller {
        case .tables(let titles):
            LocalizedText(
                nl: "niet bekend; open tabel: \(titles.joined(separator: " of "))",
                en: "not known; open table: \(titles.joined(separator: " or "))")
        case .holder(let holder):
            LocalizedText(
                nl: "niet bekend; te vragen aan: \(holder.nl)", en: "not known; ask: \(holder.en)")
        }
    }
}
