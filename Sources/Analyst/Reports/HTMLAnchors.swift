package import RuleEngine

/// The names by which parts and findings of a page can be linked to; each is given once.
///
/// The first article of a finding `problem:poverty` is `f-problem-poverty`, and other findings link to that one.
package struct HTMLAnchors {
    private var taken: Set<String> = []
    private var articles: [FindingID: Article] = [:]
    private var lines: [FindingID: String] = [:]

    private struct Article {
        let anchor: String
        var isPlaced = false
    }

    /// - Parameter prefix: Stands before all names; tells analyses on one page apart.
    package init(_ analysis: AnalysisDocument, prefix: String = "") {
        self.prefix = prefix
        for finding in analysis.parts.flatMap(\.blocks).flatMap(\.findings) where articles[finding.id] == nil {
            articles[finding.id] = Article(anchor: unique("f-\(finding.id)"))
        }
    }

    /// Of a page without findings.
    package init(prefix: String) {
        self.prefix = prefix
    }

    package let prefix: String

    /// Where the finding stands; `nil` when it is not on the page.
    package func link(to finding: FindingID) -> String? { articles[finding]?.anchor }

    /// Where the finding stands in a line of the main text; `nil` when it does not.
    package func line(of finding: FindingID) -> String? { lines[finding] }

    /// The name for the line of a finding.
    package mutating func placeLine(_ finding: FindingID) -> String {
        let name = unique("o-\(finding)")
        if lines[finding] == nil { lines[finding] = name }
        return name
    }

    /// The name for one more article of the finding.
    package mutating func place(_ finding: FindingID) -> String {
        guard let article = articles[finding], !article.isPlaced else { return unique("f-\(finding)") }
        articles[finding]?.isPlaced = true
        return article.anchor
    }

    /// A name that was not given before: the text as lower-case ASCII letters, digits and single hyphens,
    /// numbered where that is taken.
    package mutating func unique(_ text: String) -> String {
        let name = prefix + Self.slug(text)
        var candidate = name
        var number = 2
        while !taken.insert(candidate).inserted {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }

    package static func slug(_ text: String) -> String {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }
}
