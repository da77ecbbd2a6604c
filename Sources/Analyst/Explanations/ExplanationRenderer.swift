package import RuleEngine

/// Puts into lines what a session can tell of itself: why, why not, what differs from another session, what would have to
/// be different, and which questions help. For any rules; with a sheet also with figures and their sources.
///
///     let renderer = ExplanationRenderer(area.session, .en)
///     print(renderer.why(finding).joined(separator: "\n"))
package struct ExplanationRenderer {
    package let session: Session
    package let language: Language
    package let depth: ExplanationDepth
    /// The steps in which distances to thresholds are given.
    let scale: InputScale
    let words: ChangeWords
    let naming: Naming
    let findings: FindingBuilder
    let conditions: ConditionRenderer

    package init(
        _ session: Session, _ language: Language, depth: ExplanationDepth = .usual, scale: InputScale = InputScale()
    ) {
        self.session = session
        self.language = language
        self.depth = depth
        self.scale = scale
        words = ChangeWords(session: session, language: language)
        naming = Naming(session.ruleBase)
        findings = FindingBuilder(
            session, ReportPlan(session.ruleBase), AwaitedInputs(session), language, most: depth.most)
        conditions = ConditionRenderer(session, language, factLimit: depth.most)
    }

    package init(_ area: AreaSession, _ language: Language, depth: ExplanationDepth = .usual) {
        self.init(area.session, language, depth: depth, scale: area.scale)
    }

    // MARK: Shared lines

    /// "Poverty [problem:poverty]: found"
    func head(_ finding: FindingID, _ indent: Int) -> String {
        pad(indent) + "\(naming.title(of: finding, in: language)) [\(finding)]: \(word(session.state(of: finding)))"
    }

    /// "- height is 4, more than 3 [holds]", and what went wrong in it.
    func lines(_ text: String, _ state: ConditionState, _ notes: [Explanation.Note], _ pad: String) -> [String] {
        ["\(pad)- \(text) [\(StateWords.text(state)[language])]"]
            + notes.map { note in
                let place = "\(note.span.file):\(note.span.start.line):\(note.span.start.column)"
                return pad + word("    geen uitkomst: ", "    no result: ") + "\(note.message[language]) (\(place))"
            }
    }

    func pad(_ indent: Int) -> String { String(repeating: "  ", count: indent) }

    func word(_ nl: String, _ en: String) -> String { language.word(nl, en) }

    func word(_ state: FindingState) -> String { StateWords.text(state)[language] }

    var explainedAbove: String { word("; hierboven uitgelegd", "; explained above") }

    /// "and 3 more findings behind this"
    func moreBehind(_ count: Int) -> String {
        count == 1
            ? word("en nog 1 bevinding hierachter", "and 1 more finding behind this")
            : word("en nog \(count) bevindingen hierachter", "and \(count) more findings behind this")
    }
}
