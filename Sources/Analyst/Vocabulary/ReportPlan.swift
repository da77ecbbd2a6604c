package import RuleEngine

/// What a report shows, as the vocabularies of parts and of summary lists say; read once when rules are compiled.
package struct ReportPlan: Sendable {
    /// A part of the report.
    package struct Part: Sendable {
        package let code: String
        /// `nil` for the parts that stand before the numbered ones.
        package let number: Int?
        package let title: LocalizedText
        package let intro: LocalizedText?
        /// The word for how it is laid out: the kind of a `ReportPart`.
        package let kind: String
        /// The kinds of fact that stand in it, in this order.
        package let templates: [String]
        /// Of these, the kinds that the main text tells in a line each; what they rest on stands in the annex.
        package let outlined: [String]
        /// The part stands in the annexes only.
        package let isAnnex: Bool
        /// Of these, the kinds that are shown by domain, with what does not hold.
        package let byDomain: [String]
        /// The kind of fact of which the heaviest are shown first.
        package let shortlist: String?
        /// Its open conclusions decide what is asked first.
        package let leads: Bool
        /// The kind of fact that is shown with the findings it is about.
        package let attached: Attachment?
    }

    /// A kind of fact shown with other findings, and the words before those that are found and those that are open.
    package struct Attachment: Sendable {
        package let template: String
        package let found: LocalizedText
        package let open: LocalizedText
    }

    /// A line of the summary.
    package struct SummaryList: Sendable {
        package let title: LocalizedText
        package let template: String
        /// How many findings are named.
        package let most: Int
        /// The field that is told beside each.
        package let graded: String?
    }

    /// A version of the report for one group of readers.
    package struct Version: Hashable, Sendable {
        package let code: String
        package let title: LocalizedText
        /// It is told in plain words: no codes, no names of files.
        package let isPlain: Bool
        /// How its parts are shown, by their codes; others are left out.
        package let parts: [String: Extent]
    }

    /// How much of a part a version shows.
    package enum Extent: String, CaseIterable, Sendable {
        /// What stands before its first heading.
        case lead
        /// Its introduction, its sentences and the titles of what is found.
        case brief
        /// Its main text.
        case main
        /// Its main text, and its annex behind those of the other parts.
        case whole
    }

    package let parts: [Part]
    /// The versions for groups of readers; none where the rules name none.
    package let versions: [Version]
    package let summaryLists: [SummaryList]

    package init(_ ruleBase: RuleBase) {
        func words(_ text: String?) -> [String] { (text ?? "").split(separator: " ").map(String.init) }
        parts = (ruleBase.vocabulary(VocabularyName.reportParts)?.codes ?? []).map { term in
            let attached = term.string("attached").flatMap { name -> Attachment? in
                guard let found = term.text("attached_found"), let open = term.text("attached_open") else { return nil }
                return Attachment(template: name, found: found, open: open)
            }
            return Part(
                code: term.code, number: term.integer("number"), title: term.title, intro: term.text("intro"),
                kind: term.string("kind") ?? "", templates: words(term.string("templates")),
                outlined: words(term.string("outlined")), isAnnex: term.value("annex") == .boolean(true),
                byDomain: words(term.string("by_domain")), shortlist: term.string("shortlist"),
                leads: term.value("leads") == .boolean(true), attached: attached)
        }
        let terms = ruleBase.vocabulary(VocabularyName.reportParts)?.codes ?? []
        versions = (ruleBase.vocabulary(VocabularyName.reportVersions)?.codes ?? []).map { version in
            let shown = terms.compactMap { term in
                term.string(version.code).flatMap(Extent.init).map { (term.code, $0) }
            }
            return Version(
                code: version.code, title: version.title, isPlain: version.value("plain") == .boolean(true),
                parts: Dictionary(shown, uniquingKeysWith: { first, _ in first }))
        }
        summaryLists = (ruleBase.vocabulary(VocabularyName.summaryLists)?.codes ?? []).compactMap { term in
            guard let template = term.string("template"), let most = term.integer("most") else { return nil }
            return SummaryList(title: term.title, template: template, most: most, graded: term.string("graded"))
        }
    }

    package func version(_ code: String) -> Version? { versions.first { $0.code == code } }

    /// The kinds of fact that stand in the parts.
    package var listedTemplates: Set<String> { Set(parts.flatMap(\.templates)) }

    /// The kinds of fact whose open conclusions decide what is asked first.
    package var leadingTemplates: Set<String> { Set(parts.filter(\.leads).flatMap(\.templates)) }

    /// All kinds of fact that a report shows: in its parts, with other findings, and in the lists of its summary. None where
    /// the vocabularies name none, as in rules that make no report.
    package var shownTemplates: Set<String> {
        listedTemplates.union(parts.flatMap(\.byDomain)).union(parts.compactMap(\.shortlist))
            .union(parts.compactMap(\.attached?.template)).union(summaryLists.map(\.template))
    }
}

extension Vocabulary.Term {
    /// A whole number that is fixed for the code; `nil` where there is none.
    fileprivate func integer(_ attribute: String) -> Int? {
        if case .number(let number)? = value(attribute) { number.integerValue } else { nil }
    }
}
