package import RuleEngine

/// What a person typed at a question.
package enum Reply: Hashable, Sendable {
    case answer(Answer.Value)
    /// An empty line: what stands there stays.
    case keep
    case why, back, skip, stop, list
    /// The person wants to say who answered and how, before the answer.
    case details
    /// Not understood; the sentence says what would be.
    case unclear(LocalizedText)

    /// Reads a line: a letter for a command, else the number, the text or the first letters of an option, else a figure.
    ///
    /// Commands in either language work in both. `w`, like "weet ik niet", is the answer that it is not known.
    package init(_ line: String, to question: Question, in language: Language = .nl) {
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        if let command = Self.command(text) {
            self = command
            return
        }
        if question.allowsNotApplicable, Self.notApplicable.contains(text) {
            self = .answer(.notApplicable)
            return
        }
        switch question.kind {
        case .yesOrNo: self = Self.choice(text, question)
        case .number: self = Self.figure(text, question, language)
        }
    }

    private static func command(_ text: String) -> Reply? {
        switch text {
        case "": .keep
        case "?", "waarom", "why": .why
        case "t", "terug", "b", "back": .back
        case "o", "overslaan", "k", "skip": .skip
        case "w", "weet ik niet", "d", "don't know", "do not know": .answer(.unknown)
        case "s", "stop", "opslaan", "save": .stop
        case "l", "lijst", "list": .list
        case "a", "aanvullen", "add": .details
        default: nil
        }
    }

    private static let notApplicable: Set = ["n.v.t.", "nvt", "niet van toepassing", "n/a", "not applicable"]

    /// An answer that can be chosen, with its words.
    package struct Option: Sendable {
        package let value: Answer.Value
        package let title: LocalizedText
    }

    /// The options of a question, in the order of their numbers; a question for a figure has "don't know" and, where it is
    /// allowed, "not applicable".
    package static func options(of question: Question) -> [Option] {
        var options: [Option] = []
        if question.kind == .yesOrNo { options = [Option(value: .yes, title: .yes), Option(value: .no, title: .no)] }
        options.append(Option(value: .unknown, title: .unknown))
        if question.allowsNotApplicable { options.append(Option(value: .notApplicable, title: .notApplicable)) }
        return options
    }

    private static func choice(_ text: String, _ question: Question) -> Reply {
        if let counts = counts(text) { return counts }
        let options = options(of: question)
        if let number = Int(text), options.indices.contains(number - 1) { return .answer(options[number - 1].value) }
        let fitting = options.filter { option in
            !text.isEmpty && [option.title.nl, option.title.en].contains { $0.lowercased().hasPrefix(text) }
        }
        guard fitting.count == 1 else { return .unclear(.choose) }
        return .answer(fitting[0].value)
    }

    /// "30 ja, 12 nee", "30 yes 12 no": so many people said yes, so many no.
    private static func counts(_ text: String) -> Reply? {
        let words = text.split { $0 == " " || $0 == "," || $0 == ";" }.map(String.init)
        guard words.count == 4, let first = Int(words[0]), let second = Int(words[2]), first >= 0, second >= 0,
            first + second > 0
        else { return nil }
        let yes: Set = ["ja", "yes"]
        let no: Set = ["nee", "no"]
        if yes.contains(words[1]), no.contains(words[3]) { return .answer(.counted(yes: first, no: second)) }
        if no.contains(words[1]), yes.contains(words[3]) { return .answer(.counted(yes: second, no: first)) }
        return nil
    }

    private static func figure(_ text: String, _ question: Question, _ language: Language) -> Reply {
        do {
            return .answer(try FigureReply.value(text, to: question, in: language))
        } catch {
            return .unclear(error.text)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let yes = LocalizedText(nl: "Ja", en: "Yes")
    fileprivate static let no = LocalizedText(nl: "Nee", en: "No")
    fileprivate static let unknown = LocalizedText(nl: "Weet ik niet", en: "Don't know")
    fileprivate static let notApplicable = LocalizedText(nl: "Niet van toepassing", en: "Not applicable")

    fileprivate static let choose = LocalizedText(
        nl: "Dat begrijp ik niet. Typ het nummer, de eerste letters of een van de letters hierboven.",
        en: "I do not understand that. Type the number, the first letters, or one of the letters above.")
}
