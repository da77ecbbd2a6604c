package import RuleEngine

/// Analyses as one page that stands on its own: no script, nothing from another host.
///
/// It works with a keyboard, a screen reader, in grey and on paper; states are words, not colours.
package struct HTMLReport {
    package let language: Language
    /// For whom it is.
    package var subtitle: String?
    /// How its last section is told; `nil` where it has none.
    package var imprint: Imprint?

    package struct Imprint: Sendable {
        /// Without codes and check sums.
        let isPlain: Bool
        /// Who answers for the report.
        let author: String?

        package init(isPlain: Bool, author: String?) {
            self.isPlain = isPlain
            self.author = author
        }
    }

    package init(language: Language, subtitle: String? = nil, imprint: Imprint? = nil) {
        self.language = language
        self.subtitle = subtitle
        self.imprint = imprint
    }

    /// One analysis is a page with its title; several get a common title and a list of areas.
    package func text(_ analyses: [AnalysisDocument]) -> String {
        let isSingle = analyses.count == 1
        let title =
            analyses.first.flatMap { isSingle ? $0.title : nil } ?? ReportWords.analyses(analyses.count)[language]
        var prefixes: Set<String> = []
        let articles = analyses.map { analysis in
            let prefix = isSingle ? "" : Self.unique(HTMLAnchors.slug(analysis.id), among: &prefixes) + "--"
            return HTMLAnalysisWriter(
                analysis, language: language, prefix: prefix, level: isSingle ? 1 : 2, imprint: imprint
            ).view()
        }
        return HTMLTemplate.page.render(
            Page(
                language: language.rawValue, title: title, skip: ReportWords.skip[language],
                style: HTMLStyle.sheet, subtitle: subtitle, commonTitle: isSingle ? nil : title,
                areas: isSingle ? nil : .init(name: ReportWords.areas[language], articles: articles),
                articles: articles))
    }

    private static func unique(_ name: String, among taken: inout Set<String>) -> String {
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }
}

extension HTMLReport {
    package struct Page {
        package let language: String
        package let title: String
        package let skip: String
        package let style: String
        package let subtitle: String?
        package let commonTitle: String?
        package let areas: Areas?
        package let articles: [Article]
    }

    package struct Areas {
        package let name: String
        package let articles: [Article]
    }

    package struct Article {
        package let anchor: String
        package let level: Int
        package let title: String
        package let municipalityName: String
        package let municipality: String
        package let dateName: String
        package let date: String
        package let dateCode: String
        package let provisional: String?
        package let cutShort: String?
        package let partsName: String
        package let partLevel: Int
        package let parts: [Part]
        /// So short that nobody needs its contents on paper.
        package let isShort: Bool
        package let imprint: Section?
    }

    /// The last section.
    package struct Section {
        package let imprintAnchor: String
        package let heading: String
        package let lines: [String]
    }

    package struct Link {
        /// Without characters that mean something in HTML: an anchor behind its sign, or an encoded path.
        package let address: String
        package let text: String

        package init(address: String, text: String) {
            self.address = address
            self.text = text
        }
    }

    package struct Part {
        package let anchor: String
        /// The title with its number.
        package let heading: String
        package let isAnnex: Bool
        package let intro: String?
        /// To the annex, or back from it.
        package let link: Link?
        /// Blocks as HTML.
        package let content: String
    }
}
