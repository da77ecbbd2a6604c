package import RuleEngine

/// What a screening is for, where it ends and what it may not be used for, as the rules state it; and the file with all of
/// that which goes beside every output.
package struct ScreeningNotes {
    package enum Kind: String, CaseIterable {
        case purpose, limit, forbidden
    }

    package struct Note {
        package let kind: Kind
        package let text: LocalizedText
    }

    /// In the order of the vocabulary.
    package let all: [Note]

    package init(_ ruleBase: RuleBase) {
        all = (ruleBase.vocabulary(VocabularyName.screeningNotes)?.codes ?? []).compactMap { code in
            guard let kind = code.string("kind").flatMap({ Kind(rawValue: $0) }), let text = code.text("text")
            else { return nil }
            return Note(kind: kind, text: text)
        }
    }

    /// The name of the file beside an output: `LEESMIJ.md`, or with the name of the output where that file tells something
    /// else.
    ///
    /// - Parameter present: the text of a `LEESMIJ.md` that is there already.
    package static func fileName(beside output: String, present: String?) -> String {
        let isOther = present.map { !$0.hasPrefix("# " + LocalizedText.title("").nl) } ?? false
        return isOther ? "LEESMIJ-\(output.prefix { $0 != "." }).md" : plainFileName
    }

    package static let plainFileName = "LEESMIJ.md"

    /// The file in Markdown, Dutch first and then English.
    ///
    /// - Parameter omissions: what was left out of the rules; it is said at the top.
    package func page(_ screening: Screening, output: String, omissions: [RuleOmission] = []) -> String {
        Language.allCases.map { page(screening, output, RuleOmission.notice(omissions), in: $0) }
            .joined(separator: "\n---\n\n")
    }

    private func page(
        _ screening: Screening, _ output: String, _ notice: LocalizedText?, in language: Language
    ) -> String {
        let ranked = screening.rows.count { $0.place != nil }
        var lines = ["# " + LocalizedText.title(output)[language], ""]
        if let notice { lines += ["> " + notice[language], ""] }
        lines += [LocalizedText.facts(screening, ranked: ranked)[language], ""]
        for kind in Kind.allCases {
            lines += ["## " + LocalizedText.heading(kind)[language], ""]
            lines += all.filter { $0.kind == kind }.map { "- " + $0.text[language] } + [""]
        }
        lines += ["## " + LocalizedText.order[language], "", screening.order.text("explanation")?[language] ?? "", ""]
        lines += bands(screening, in: language)
        lines += ["## " + LocalizedText.sources[language], ""]
        lines += screening.sources.map { source in
            "- \(source.title). \(source.licenceLine)." + (source.note.map { " " + $0[language] } ?? "")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func bands(_ screening: Screening, in language: Language) -> [String] {
        let codes = screening.ruleBase.vocabulary(VocabularyName.screeningBands)?.codes ?? []
        return codes.map { "- `\($0.code)`: \($0.text("explanation")?[language] ?? $0.title[language])" } + [""]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func title(_ output: String) -> LocalizedText {
        LocalizedText(nl: "Lees dit eerst: \(output)", en: "Read this first: \(output)")
    }

    fileprivate static func facts(_ screening: Screening, ranked: Int) -> LocalizedText {
        let level = screening.level == .wijk ? "wijken" : "buurten"
        return LocalizedText(
            nl: "Een screening van \(screening.rows.count) \(level) op \(DateText.text(of: screening.date, in: .nl)), "
                + "met versie \(screening.rulesHash) van de regels. \(ranked) kregen een plaats.",
            en: "A screening of \(screening.rows.count) \(level) on \(DateText.text(of: screening.date, in: .en)), "
                + "with version \(screening.rulesHash) of the rules. \(ranked) got a place.")
    }

    fileprivate static func heading(_ kind: ScreeningNotes.Kind) -> LocalizedText {
        switch kind {
        case .purpose: LocalizedText(nl: "Waarvoor", en: "Purpose")
        case .limit: LocalizedText(nl: "Wat u hier niet uit kunt lezen", en: "Limits")
        case .forbidden: LocalizedText(nl: "Verboden gebruik", en: "Forbidden uses")
        }
    }

    fileprivate static let order = LocalizedText(nl: "De volgorde", en: "The order")
    fileprivate static let sources = LocalizedText(nl: "Bronnen en licenties", en: "Sources and licences")
}
