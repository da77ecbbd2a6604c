package import RuleEngine

/// Reads files of cases against the rules that they test.
///
///     given: { figures: { nation.height: 10 } }
///     cases:
///       - case: just-above
///         given: { figures: { height: 12 } }
///         expect: [{ mark:tall: { state: found, degree: 2 } }]
///       - case: just-below
///         like: just-above
///         given: { figures: { height: 10 } }
///         expect: [{ mark:tall: refuted }]
///         not-fires: tall
///
/// What stands outside `cases` holds for each of them. `like` takes over what an earlier case of the file gives. All that is
/// wrong is told, with its place; a file with a mistake gives no cases at all.
package struct RuleCaseReader {
    package let ruleBase: RuleBase
    /// The day of cases that name none.
    package let date: FEELDate
    package var diagnostics: [Diagnostic] = []
    private let ruleNumbers: [String: Int]
    private let ruleNames: [String]

    package init(_ ruleBase: RuleBase, date: FEELDate) {
        self.ruleBase = ruleBase
        self.date = date
        ruleNames = ruleBase.rules.map(\.name)
        ruleNumbers = Dictionary(
            ruleNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The cases of all files, in order.
    package static func read(_ files: [SourceFile], _ ruleBase: RuleBase, date: FEELDate) throws(BadInput) -> [RuleCase]
    {
        var reader = RuleCaseReader(ruleBase, date: date)
        let cases = files.flatMap { reader.cases(of: $0) }
        guard reader.diagnostics.isEmpty else { throw BadInput(reader.diagnostics, sources: files) }
        return cases
    }

    /// What is wrong with files of cases.
    package static func diagnostics(_ files: [SourceFile], _ ruleBase: RuleBase, date: FEELDate) -> [Diagnostic] {
        var reader = RuleCaseReader(ruleBase, date: date)
        for file in files { _ = reader.cases(of: file) }
        return reader.diagnostics
    }

    private mutating func cases(of file: SourceFile) -> [RuleCase] {
        let result = YAMLParser.parseSingle(file)
        diagnostics += result.diagnostics
        guard let root = result.root else { return [] }
        var reader = MappingReader(root, of: LocalizedText(nl: "een bestand met gevallen", en: "a file with cases"))
        let day = reader.optional("date", as: .text)
        let given = reader.optional("given")
        let nodes = reader.required("cases", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        var base = given.map { self.given($0) } ?? RuleCaseGiven()
        base.date = day.flatMap { self.date($0) }
        var earlier: [String: (given: RuleCaseGiven, span: SourceSpan)] = [:]
        return nodes.compactMap { ruleCase($0, base, &earlier) }
    }

    private mutating func ruleCase(
        _ node: YAMLNode, _ base: RuleCaseGiven, _ earlier: inout [String: (given: RuleCaseGiven, span: SourceSpan)]
    ) -> RuleCase? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een geval", en: "a case"))
        let name = reader.required("case", as: .text)
        let title = reader.optional("title", as: .localizedText)
        let day = reader.optional("date", as: .text)
        let like = reader.optional("like", as: .text)
        let givenNode = reader.optional("given")
        let expect = reader.optional("expect")
        let fires = reader.optional("fires", as: .oneOrMore(of: .text)) ?? []
        let notFires = reader.optional("not-fires", as: .oneOrMore(of: .text)) ?? []
        diagnostics += reader.finish()
        var given = givenNode.map { self.given($0) } ?? RuleCaseGiven()
        given.date = day.flatMap { date($0) }
        if let like, earlier[like.value] == nil {
            diagnostics.append(.unknownCase(like, among: earlier.keys.sorted()))
        }
        given = given.over(like.flatMap { earlier[$0.value]?.given } ?? base)
        guard let name else { return nil }
        if let first = earlier[name.value] {
            diagnostics.append(.repeatedCase(name, first: first.span))
        } else {
            earlier[name.value] = (given, name.span)
        }
        let demands =
            demands(expect)
            + fires.compactMap { rule($0).map { Located(.fires(rule: $0.value), at: $0.span) } }
            + notFires.compactMap { rule($0).map { Located(.doesNotFire(rule: $0.value), at: $0.span) } }
        if demands.isEmpty, expect == nil, fires.isEmpty, notFires.isEmpty {
            diagnostics.append(.nothingExpected(name))
        }
        return RuleCase(
            name: name, title: title?.value, inputs: given.inputs(ruleBase, date: date), demands: demands)
    }

    private mutating func date(_ text: Located<String>) -> FEELDate? {
        if let date = FEELDate(text.value) { return date }
        diagnostics.append(.noDate(text, code: "case/bad-date"))
        return nil
    }

    private mutating func rule(_ name: Located<String>) -> Located<Int>? {
        if let number = ruleNumbers[name.value] { return Located(number, at: name.span) }
        diagnostics.append(.unknownName("rule", .rule, name, among: ruleNames))
        return nil
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let rule = LocalizedText(nl: "regel", en: "rule")
}

extension Diagnostic {
    /// A name that the rules do not have.
    package static func unknownName(
        _ code: String, _ kind: LocalizedText, _ name: Located<String>, among known: [String]
    ) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        let isShort = !known.isEmpty && known.count <= 12
        let list = known.joined(separator: ", ")
        return Diagnostic(
            code: "case/unknown-\(code)",
            message: LocalizedText(
                nl: "de regels kennen geen \(kind.nl) ‘\(name.value)’",
                en: "the rules know no \(kind.en) ‘\(name.value)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? (isShort ? LocalizedText(nl: "bekend zijn: \(list)", en: "known are: \(list)") : nil),
            // Of a name that is part of a longer text the place is that of the text.
            fixes: name.span.end.offset - name.span.start.offset == name.value.utf8.count
                ? near.map { [.replacing(name.span, with: $0)] } ?? [] : [],
            missing: MissingName(name.value))
    }

    fileprivate static func unknownCase(_ name: Located<String>, among known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        return Diagnostic(
            code: "case/unknown-case",
            message: LocalizedText(
                nl: "er staat geen geval ‘\(name.value)’ boven dit geval",
                en: "there is no case ‘\(name.value)’ above this case"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "like noemt een geval dat eerder in hetzelfde bestand staat",
                    en: "like names a case that stands earlier in the same file"))
    }

    fileprivate static func repeatedCase(_ name: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "case/duplicate-case",
            message: LocalizedText(
                nl: "er is al een geval ‘\(name.value)’ in dit bestand",
                en: "there is a case ‘\(name.value)’ in this file already"),
            at: name.span,
            related: [.init(LocalizedText(nl: "hier staat het al", en: "here it is already"), at: first)],
            hint: LocalizedText(nl: "geef elk geval een eigen naam", en: "give each case a name of its own"))
    }

    fileprivate static func nothingExpected(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "case/nothing-expected",
            message: LocalizedText(
                nl: "geval ‘\(name.value)’ verwacht niets en kan dus niet mislukken",
                en: "case ‘\(name.value)’ expects nothing and so cannot fail"),
            at: name.span,
            hint: LocalizedText(
                nl: "voeg expect:, fires: of not-fires: toe", en: "add expect:, fires: or not-fires:"))
    }
}
