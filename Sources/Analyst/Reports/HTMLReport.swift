import RuleEngine

/// Analyses as one page that stands on its own: no script, nothing from another host.
///
/// It works with a keyboard, a screen reader, in grey and on paper; states are words, not colours.
struct HTMLReport {
    let language: Language

    /// One analysis is a page with its title; several get a common title and a list of areas.
    func text(_ analyses: [Analysis]) -> String {
        let isSingle = analyses.count == 1
        let title = analyses.first.flatMap { isSingle ? $0.title : nil } ?? ReportWords.analyses(analyses.count)
        var prefixes: Set<String> = []
        let articles = analyses.map { analysis in
            let prefix = isSingle ? "" : Self.unique(HTMLAnchors.slug(analysis.id), among: &prefixes) + "--"
            return HTMLAnalysisWriter(analysis, language: language, prefix: prefix, level: isSingle ? 1 : 2).view()
        }
        return HTMLTemplate.page.render(
            Page(
                language: language.rawValue, title: title[language], skip: ReportWords.skip[language],
                style: HTMLStyle.sheet, commonTitle: isSingle ? nil : title[language],
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
    struct Page {
        let language: String
        let title: String
        let skip: String
        let style: String
        let commonTitle: String?
        let areas: Areas?
        let articles: [Article]
    }

    struct Areas {
        let name: String
        let articles: [Article]
    }

    struct Article {
        let anchor: String
        let level: Int
        let title: String
        let municipalityName: String
        let municipality: String
        let dateName: String
        let date: String
        let dateCode: String
        let provisional: String?
        let cutShort: String?
        let partsName: String
        let partLevel: Int
        let parts: [Part]
    }

    struct Part {
        let anchor: String
        /// Nothing for a part before the numbered ones.
        let number: String?
        let title: String
        /// The title with its number.
        let heading: String
        let intro: String?
        /// Blocks as HTML.
        let content: String
    }
}
