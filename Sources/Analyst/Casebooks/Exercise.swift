package import RuleEngine

/// One case to do: what can be picked, and what the engine concludes from the sheet.
package struct Exercise: Sendable {
    /// A kind of finding to name.
    package struct Part: Sendable {
        package let template: String
        package let title: LocalizedText
        /// Points out of 100.
        package let points: Int
        /// All that can be picked, in the order of the vocabulary.
        package let options: [Vocabulary.Term]

        package func finding(_ code: String) -> FindingID { FindingID(template: template, key: [code]) }
    }

    /// The codes that a trainee picks, by kind of finding.
    package typealias Picks = [String: [String]]

    package let `case`: Casebook.Case
    package let passMark: Int
    package let session: Session
    package let parts: [Part]

    /// - Throws: when the case names a kind of finding that the rules do not have.
    package init(_ case: Casebook.Case, of casebook: Casebook, session: Session) throws(BadInput) {
        self.case = `case`
        passMark = casebook.passMark
        self.session = session
        var parts: [Part] = []
        for weight in `case`.weights {
            guard let template = session.ruleBase.template(weight.template), template.key.count == 1,
                case .code(let name) = template.key[0].type, let vocabulary = session.ruleBase.vocabulary(name)
            else { throw BadInput([.unknownKind(weight.template, in: `case`.id)]) }
            parts.append(
                Part(
                    template: template.name, title: template.title, points: weight.points, options: vocabulary.codes))
        }
        self.parts = parts
    }

    /// What the engine finds, as picks.
    package var model: Picks {
        var picks: Picks = [:]
        for part in parts {
            picks[part.template] = part.options.map(\.code).filter { session.state(of: part.finding($0)) == .found }
        }
        return picks
    }

    /// Picks from a YAML text: for each kind of finding a list of codes.
    package func picks(_ file: SourceFile) throws(BadInput) -> Picks {
        let result = YAMLParser.parseSingle(file)
        guard let root = result.root else { throw BadInput(result.diagnostics, sources: [file]) }
        var reader = MappingReader(root, of: LocalizedText(nl: "de antwoorden", en: "the answers"))
        var picks: Picks = [:]
        for part in parts {
            let codes = reader.optional(part.template, as: .list(of: .text)) ?? []
            let known = Set(part.options.map(\.code))
            for code in codes where !known.contains(code.value) { reader.report(.unknownCode(code, among: part)) }
            picks[part.template] = codes.map(\.value)
        }
        let diagnostics = result.diagnostics + reader.finish()
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            throw BadInput(diagnostics, sources: [file])
        }
        return picks
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknownKind(_ name: String, in id: String) -> Diagnostic {
        Diagnostic(
            code: "casebook/unknown-kind",
            message: LocalizedText(
                nl: "casus ‘\(id)’ vraagt naar ‘\(name)’; dat is geen soort bevinding met één code",
                en: "case ‘\(id)’ asks for ‘\(name)’, which is no kind of finding with one code"),
            at: nil)
    }

    fileprivate static func unknownCode(_ code: Located<String>, among part: Exercise.Part) -> Diagnostic {
        let near = Suggestion.nearest(to: code.value, among: part.options.map(\.code))
        return Diagnostic(
            code: "casebook/unknown-code",
            message: LocalizedText(
                nl: "‘\(code.value)’ staat niet in de lijst ‘\(part.title.nl)’",
                en: "‘\(code.value)’ is not in the list ‘\(part.title.en)’"),
            at: code.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }
}
