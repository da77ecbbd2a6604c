import Analyst
import RuleEngine

/// The interview in a terminal: plain lines, nothing redrawn, no meaning by colour or sign alone.
struct Dialogue<Face: Terminal> {
    /// Why the dialogue ended.
    enum Ending: Hashable, Sendable {
        /// No question is left.
        case finished
        /// The person stopped, or the input ended.
        case stopped
    }

    private(set) var interview: Interview
    private(set) var terminal: Face
    private let language: Language
    /// The command that goes on with this sheet.
    private let resumption: String

    init(_ interview: Interview, on terminal: Face, language: Language, resumption: String) {
        self.interview = interview
        self.terminal = terminal
        self.language = language
        self.resumption = resumption
    }

    /// Puts questions until none is left, or the person stops. The last line says how to go on.
    mutating func run() throws(BadInput) -> Ending {
        write(.opening(interview.sheet.title, open: interview.session.openConclusions.count))
        while let question = interview.current {
            put(question)
            var isPut = true
            while isPut {
                terminal.write(LocalizedText.prompt[language])
                guard let line = terminal.readLine() else { return stop() }
                switch Reply(line, to: question) {
                case .why: explain(question)
                case .list: list()
                case .unclear(let sentence): write(sentence)
                case .stop: return stop()
                case .back:
                    if interview.isAtStart {
                        write(.atStart)
                    } else {
                        try interview.back()
                        isPut = false
                    }
                case .skip:
                    interview.skip()
                    isPut = false
                case .answer(let value):
                    tell(try interview.answer(value))
                    isPut = false
                }
            }
        }
        write(.finished(interview.session.openConclusions.count))
        return .finished
    }

    private mutating func stop() -> Ending {
        write(DialogueText.resume(resumption))
        return .stopped
    }

    private mutating func put(_ question: Question) {
        terminal.write("")
        write(.place(interview.number, remaining: interview.remaining, question.part))
        write(.respondent(question.perspectiveTitle))
        write(question.text)
        switch question.kind {
        case .yesOrNo:
            for (number, option) in Reply.options.enumerated() {
                terminal.write("  \(number + 1). \(option.title[language])")
            }
        case .number(let bounds): write(.figure(unit: question.unit, bounds))
        }
    }

    private mutating func explain(_ question: Question) {
        for sentence in question.why { write(sentence) }
        write(.settles(question.settles.count))
        let naming = Naming(interview.ruleBase)
        for finding in question.settles.prefix(DialogueText.exampleLimit) {
            terminal.write("  - \(title(finding, naming))")
        }
        let more = question.settles.count - DialogueText.exampleLimit
        if more > 0 { write(.more(more)) }
    }

    private mutating func list() {
        for question in interview.list.prefix(DialogueText.listLimit) {
            terminal.write("  - \(question.title[language]) (\(question.perspectiveTitle[language]))")
        }
        let more = interview.list.count - DialogueText.listLimit
        if more > 0 { write(.more(more)) }
    }

    private mutating func tell(_ change: Interview.Change) {
        write(.saved)
        let naming = Naming(interview.ruleBase)
        for (findings, heading) in [(change.found, LocalizedText.found), (change.refuted, .refuted)] {
            guard !findings.isEmpty else { continue }
            write(heading)
            for finding in findings.prefix(DialogueText.exampleLimit) {
                terminal.write("  - \(title(finding, naming))")
            }
            let more = findings.count - DialogueText.exampleLimit
            if more > 0 { write(.more(more)) }
        }
        if change.found.isEmpty, change.refuted.isEmpty { write(.nothingSettled) }
        write(.stillOpen(change.open))
    }

    /// "Probleem: Langdurige bijstand"
    private func title(_ finding: FindingID, _ naming: Naming) -> String {
        let kind = interview.ruleBase.template(finding.template)?.title[language] ?? finding.template
        return "\(kind): \(naming.title(of: finding, in: language))"
    }

    private mutating func write(_ text: LocalizedText) { terminal.write(text[language]) }
}

/// Sentences that the command needs as well, and how much a dialogue shows at once.
enum DialogueText {
    static let exampleLimit = 8
    static let listLimit = 25

    /// How to go on after stopping; also said when the program is interrupted.
    static func resume(_ command: String) -> LocalizedText {
        LocalizedText(
            nl: "Alle bevestigde antwoorden zijn opgeslagen. Ga verder met: \(command)",
            en: "All confirmed answers are saved. Go on with: \(command)")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let prompt = LocalizedText(
        nl: "Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, s opslaan en stoppen, l lijst):",
        en: "Your answer (? why, b back, k skip, d don't know, s save and stop, l list):")
    fileprivate static let atStart = LocalizedText(nl: "Dit is de eerste vraag.", en: "This is the first question.")
    fileprivate static let saved = LocalizedText(nl: "Opgeslagen.", en: "Saved.")
    fileprivate static let found = LocalizedText(nl: "Nu vastgesteld:", en: "Now found:")
    fileprivate static let refuted = LocalizedText(nl: "Nu niet meer mogelijk:", en: "No longer possible:")
    fileprivate static let nothingSettled = LocalizedText(
        nl: "Hiermee ligt nog geen conclusie vast.", en: "This settles no conclusion yet.")

    fileprivate static func opening(_ title: LocalizedText, open: Int) -> LocalizedText {
        LocalizedText(
            nl: "Vragen over \(title.nl). \(conclusions(open, .nl)) nog open. ‘Weet ik niet’ is een goed antwoord.",
            en: "Questions on \(title.en). \(conclusions(open, .en)) still open. ‘Don't know’ is a good answer.")
    }

    fileprivate static func place(_ number: Int, remaining: Int, _ part: LocalizedText) -> LocalizedText {
        let (left, leftEnglish) =
            remaining == 0 ? ("de laatste", "the last one") : ("nog ongeveer \(remaining)", "about \(remaining) to go")
        return LocalizedText(
            nl: "Vraag \(number), \(left) – \(part.nl)", en: "Question \(number), \(leftEnglish) – \(part.en)")
    }

    fileprivate static func respondent(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "Wie antwoordt: \(title.nl)", en: "Who answers: \(title.en)")
    }

    fileprivate static func figure(unit: String?, _ bounds: NumberInterval) -> LocalizedText {
        func range(_ language: Language) -> String {
            guard let low = bounds.low, let high = bounds.high else { return "" }
            let (from, to) = (NumberText.text(of: low, in: language), NumberText.text(of: high, in: language))
            return language == .nl ? ", van \(from) tot \(to)" : ", from \(from) to \(to)"
        }
        let unit = unit.map { " (\($0))" } ?? ""
        return LocalizedText(nl: "Typ een getal\(unit)\(range(.nl)).", en: "Type a number\(unit)\(range(.en)).")
    }

    fileprivate static func settles(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Op dit antwoord \(count == 1 ? "wacht 1 conclusie" : "wachten \(count) conclusies"):",
            en: count == 1 ? "1 conclusion waits for this answer:" : "\(count) conclusions wait for this answer:")
    }

    fileprivate static func more(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "  en nog \(count)", en: "  and \(count) more")
    }

    fileprivate static func stillOpen(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "\(conclusions(count, .nl)) nog open.", en: "\(conclusions(count, .en)) still open.")
    }

    fileprivate static func finished(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Er zijn geen vragen meer. Alle antwoorden zijn opgeslagen. \(conclusions(count, .nl)) nog open.",
            en: "There are no more questions. All answers are saved. \(conclusions(count, .en)) still open.")
    }

    private static func conclusions(_ count: Int, _ language: Language) -> String {
        switch language {
        case .nl: count == 1 ? "1 conclusie is" : "\(count) conclusies zijn"
        case .en: count == 1 ? "1 conclusion is" : "\(count) conclusions are"
        }
    }
}
