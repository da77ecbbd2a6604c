import Analyst
import RuleEngine

/// The interview in a terminal: plain lines, nothing redrawn, no meaning by colour or sign alone.
struct Dialogue<Face: Terminal> {
    /// Why the dialogue ended.
    enum Ending: Hashable, Sendable {
        /// No question is left.
        case finished
        /// No question is left but those that were put off.
        case putOff
        /// The person stopped, or the input ended.
        case stopped
    }

    /// How it is shown.
    struct Style: Sendable {
        var language = Language.nl
        /// Lines are no longer than this.
        var width = 80
        /// For a screen reader: what is the same at each question is said once.
        var isAccessible = false
    }

    private(set) var interview: Interview
    private(set) var terminal: Face
    private let style: Style
    /// The command that goes on with this sheet.
    private let resumption: String
    private var details = AnswerDetails()
    private var saidHowToAnswer = false
    /// The stop that the person knows to be in.
    private var announced: Questionnaire.Stop?

    init(_ interview: Interview, on terminal: Face, style: Style, resumption: String) {
        self.interview = interview
        self.terminal = terminal
        self.style = style
        self.resumption = resumption
    }

    private var language: Language { style.language }

    /// Puts questions until none is left, or the person stops. The last line says how to go on.
    mutating func run() throws(BadInput) -> Ending {
        write(.opening(interview.area.sheet.title, open: interview.area.session.openConclusions.count))
        while true {
            while let entry = interview.current {
                announce(entry.question)
                put(entry)
                guard try reply(to: entry) else { return stop() }
            }
            let putOff = interview.putOff
            guard !putOff.isEmpty else {
                write(.finished(interview.area.session.openConclusions.count))
                return .finished
            }
            write(.putOff(putOff.count))
            write(.putOffPrompt)
            guard let line = terminal.readLine(), ["j", "ja", "y", "yes"].contains(line.lowercased()) else {
                write(DialogueText.resume(resumption))
                return .putOff
            }
            interview.go(to: putOff[0].id)
        }
    }

    /// Reads until the question is answered or left; gives whether the dialogue goes on.
    private mutating func reply(to entry: Questionnaire.Entry) throws(BadInput) -> Bool {
        let question = entry.question
        while true {
            prompt()
            guard let line = terminal.readLine() else { return false }
            switch Reply(line, to: question, in: language) {
            case .why: explain(question)
            case .list:
                if list() { return true }
            case .unclear(let sentence): write(sentence)
            case .details: guard askDetails(of: question) else { return false }
            case .stop: return false
            case .keep:
                guard entry.answer != nil || entry.figure != nil else {
                    write(.nothingTyped)
                    continue
                }
                interview.keep()
                return true
            case .back:
                if interview.isAtStart {
                    write(.atStart)
                } else {
                    interview.back()
                    return true
                }
            case .skip:
                if try keeping({ interview throws(AnswerFault) in try interview.skip() }) != nil { return true }
                return true
            case .answer(let value):
                let details = details
                self.details = AnswerDetails()
                guard
                    let effect = try keeping({ interview throws(AnswerFault) in
                        try interview.answer(value, with: details)
                    })
                else { return true }
                tell(value, effect)
                return true
            }
        }
    }

    /// Does something that is kept; `nil` where somebody else answered meanwhile, which is told.
    private mutating func keeping<Value>(
        _ body: (inout Interview) throws(AnswerFault) -> Value
    ) throws(BadInput) -> Value? {
        do {
            return try body(&interview)
        } catch {
            switch error {
            case .conflict(let answer):
                write(.conflict(answer.map { AnswerWords.text(of: $0, in: language) }))
                return nil
            case .closed, .bad: throw error.input
            }
        }
    }

    private mutating func stop() -> Ending {
        write(DialogueText.resume(resumption))
        return .stopped
    }

    // MARK: The question

    /// Says where the questions come from now, when that is elsewhere than before.
    private mutating func announce(_ question: Question) {
        guard announced != interview.stop else { return }
        announced = interview.stop
        terminal.write("")
        switch interview.stop {
        case .first: write(.firstStop(interview.remaining + 1))
        case .part(let id):
            guard let part = interview.questionnaire.part(id) else { return }
            write(.part(part.title, interview.questionnaire.progress(in: id)))
        }
    }

    private mutating func put(_ entry: Questionnaire.Entry) {
        let question = entry.question
        terminal.write("")
        write(.place(interview.number, remaining: interview.remaining, interview.part?.title ?? question.part))
        write(.respondent(question.perspectiveTitle))
        write(question.text)
        if question.kind == .yesOrNo || question.allowsNotApplicable {
            for (number, option) in Reply.options(of: question).enumerated() {
                write(LocalizedText(verbatim: option.title[language]), mark: "  \(number + 1). ")
            }
        }
        if case .number(let bounds) = question.kind { write(.figure(unit: question.unit, bounds)) }
        if let answer = entry.answer {
            write(answer.value == .skipped ? .wasPutOff : .given(AnswerWords.text(of: answer, in: language)))
        } else if let figure = entry.figure {
            write(.prefilled(AnswerWords.text(of: figure, in: language)))
        }
    }

    private mutating func prompt() {
        let isKnown = saidHowToAnswer && style.isAccessible
        saidHowToAnswer = true
        write(isKnown ? .shortPrompt : .prompt)
    }

    /// Asks what stands beside the answer; gives whether there is more input.
    private mutating func askDetails(of question: Question) -> Bool {
        write(.detailsHint)
        let isFigure = question.perspective == SheetContext.registered
        for field in isFigure ? DetailField.ofFigures : DetailField.ofVoices {
            write(field.title)
            guard let line = terminal.readLine() else { return false }
            if let fault = field.set(line, in: &details) { write(fault) }
        }
        write(.detailsKept)
        return true
    }

    private mutating func explain(_ question: Question) {
        for sentence in question.why { write(sentence) }
        guard !question.settles.isEmpty else { return }
        write(.settles(question.settles.count))
        let naming = Naming(interview.area.ruleBase)
        list(question.settles.map { title($0, naming) })
        for prospect in interview.questionnaire.prospects(of: question) where !prospect.effect.isNothing {
            write(.prospect(prospect.ends.map { AnswerWords.text(of: $0, in: language) }, question.kind))
            tell(prospect.effect, naming)
        }
    }

    // MARK: The list of parts

    /// Shows the parts and lets the person choose one; gives whether the question changes.
    private mutating func list() -> Bool {
        write(.parts)
        let parts = interview.questionnaire.parts
        for (number, part) in parts.enumerated() {
            let progress = interview.questionnaire.progress(in: part.id)
            write(
                LocalizedText(verbatim: "\(part.title[language]): \(AnswerWords.text(of: progress)[language])"),
                mark: "  \(number + 1). ")
        }
        write(.choosePart)
        guard let line = terminal.readLine(), let number = Int(line.filter { !$0.isWhitespace }),
            parts.indices.contains(number - 1)
        else { return false }
        let part = parts[number - 1]
        if interview.questionnaire.progress(in: part.id).open == 0 {
            write(.nothingIn(part.title))
            return false
        }
        interview.go(to: .part(part.id))
        return true
    }

    // MARK: What changed

    private mutating func tell(_ value: Answer.Value, _ effect: Questionnaire.Effect) {
        write(.saved(AnswerWords.text(of: value)[language]))
        tell(effect, Naming(interview.area.ruleBase))
        if effect.isNothing { write(.nothingSettled) }
        write(.stillOpen(effect.open))
    }

    private mutating func tell(_ effect: Questionnaire.Effect, _ naming: Naming) {
        let lists = [(effect.found, LocalizedText.found), (effect.refuted, .refuted), (effect.reopened, .reopened)]
        for (findings, heading) in lists where !findings.isEmpty {
            write(heading)
            list(findings.map { title($0, naming) })
        }
    }

    private mutating func list(_ lines: [String]) {
        for line in lines.prefix(DialogueText.exampleLimit) {
            write(LocalizedText(verbatim: line), mark: "  - ")
        }
        let more = lines.count - DialogueText.exampleLimit
        if more > 0 { write(.more(more)) }
    }

    /// "Probleem: Langdurige bijstand"
    private func title(_ finding: FindingID, _ naming: Naming) -> String {
        let kind = interview.area.ruleBase.template(finding.template)?.title[language] ?? finding.template
        return "\(kind): \(naming.title(of: finding, in: language))"
    }

    /// Writes a text within the width; longer lines are broken between words.
    private mutating func write(_ text: LocalizedText, mark: String = "") {
        var lines = TextLines(width: style.width)
        lines.add(text[language], mark: mark)
        for line in lines.lines { terminal.write(line) }
    }
}

/// Sentences that the command needs as well, and how much a dialogue shows at once.
enum DialogueText {
    static let exampleLimit = 8

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
        nl: "Uw antwoord (? waarom, t terug, o overslaan, w weet ik niet, a aanvullen, s opslaan en stoppen, l lijst):",
        en: "Your answer (? why, b back, k skip, d don't know, a add details, s save and stop, l list):")
    fileprivate static let shortPrompt = LocalizedText(nl: "Uw antwoord:", en: "Your answer:")
    fileprivate static let atStart = LocalizedText(nl: "Dit is de eerste vraag.", en: "This is the first question.")
    fileprivate static let nothingTyped = LocalizedText(
        nl: "U typte niets. Geef een antwoord, of typ o om de vraag over te slaan.",
        en: "You typed nothing. Give an answer, or type k to skip the question.")
    fileprivate static let found = LocalizedText(nl: "Nu vastgesteld:", en: "Now found:")
    fileprivate static let refuted = LocalizedText(nl: "Nu niet meer mogelijk:", en: "No longer possible:")
    fileprivate static let reopened = LocalizedText(nl: "Weer open:", en: "Open again:")
    fileprivate static let nothingSettled = LocalizedText(
        nl: "Hiermee ligt nog geen conclusie vast.", en: "This settles no conclusion yet.")
    fileprivate static let wasPutOff = LocalizedText(
        nl: "U sloeg deze vraag eerder over.", en: "You skipped this question before.")
    fileprivate static let detailsHint = LocalizedText(
        nl: "Vul aan wat u weet; druk op Enter om een regel leeg te laten.",
        en: "Add what you know; press Enter to leave a line empty.")
    fileprivate static let detailsKept = LocalizedText(
        nl: "Dit komt bij uw antwoord te staan. Geef nu het antwoord.",
        en: "This will stand beside your answer. Now give the answer.")
    fileprivate static let parts = LocalizedText(nl: "De onderdelen:", en: "The parts:")
    fileprivate static let choosePart = LocalizedText(
        nl: "Typ het nummer van een onderdeel, of druk op Enter om bij deze vraag te blijven:",
        en: "Type the number of a part, or press Enter to stay at this question:")
    fileprivate static let putOffPrompt = LocalizedText(
        nl: "Typ j om ze nu te beantwoorden, of druk op Enter om te stoppen:",
        en: "Type y to answer them now, or press Enter to stop:")

    fileprivate static func opening(_ title: LocalizedText, open: Int) -> LocalizedText {
        LocalizedText(
            nl: "Vragen over \(title.nl). \(conclusions(open, .nl)) nog open. ‘Weet ik niet’ is een goed antwoord.",
            en: "Questions on \(title.en). \(conclusions(open, .en)) still open. ‘Don't know’ is a good answer.")
    }

    fileprivate static func firstStop(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1
                ? "Eerst de vraag die het meest uitmaakt." : "Eerst de \(count) vragen die het meest uitmaken.",
            en: count == 1
                ? "First the question that settles most." : "First the \(count) questions that settle most.")
    }

    fileprivate static func part(
        _ title: LocalizedText, _ progress: Questionnaire.Progress
    ) -> LocalizedText {
        LocalizedText(
            nl: "Onderdeel: \(title.nl). \(AnswerWords.text(of: progress).nl).",
            en: "Part: \(title.en). \(AnswerWords.text(of: progress).en).")
    }

    fileprivate static func nothingIn(_ title: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "Bij \(title.nl) wacht nu geen vraag.", en: "No question waits in \(title.en) now.")
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
        return LocalizedText(
            nl: "Typ een getal\(unit)\(range(.nl)). Weet u het niet precies, typ dan bijvoorbeeld \(bounds.example).",
            en: "Type a number\(unit)\(range(.en)). If you do not know it exactly, type for example \(bounds.example).")
    }

    fileprivate static func given(_ answer: String) -> LocalizedText {
        LocalizedText(
            nl: "Uw antwoord was: \(answer). Druk op Enter om het te laten staan.",
            en: "Your answer was: \(answer). Press Enter to keep it.")
    }

    fileprivate static func prefilled(_ figure: String) -> LocalizedText {
        LocalizedText(
            nl: "Het feitenblad heeft: \(figure). Druk op Enter om het te laten staan.",
            en: "The fact sheet has: \(figure). Press Enter to keep it.")
    }

    fileprivate static func conflict(_ answer: String?) -> LocalizedText {
        guard let answer else {
            return LocalizedText(
                nl:
                    "Iemand anders haalde het antwoord op deze vraag intussen weg. Uw antwoord is niet opgeslagen; geef het opnieuw.",
                en:
                    "Somebody else took the answer to this question back meanwhile. Your answer is not saved; give it again."
            )
        }
        return LocalizedText(
            nl:
                "Iemand anders beantwoordde deze vraag intussen: \(answer). Uw antwoord is niet opgeslagen. Kies welk antwoord het wordt.",
            en:
                "Somebody else answered this question meanwhile: \(answer). Your answer is not saved. Choose which answer it shall be."
        )
    }

    fileprivate static func saved(_ answer: String) -> LocalizedText {
        LocalizedText(nl: "Opgeslagen: \(answer).", en: "Saved: \(answer).")
    }

    fileprivate static func settles(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Op dit antwoord \(count == 1 ? "wacht 1 conclusie" : "wachten \(count) conclusies"):",
            en: count == 1 ? "1 conclusion waits for this answer:" : "\(count) conclusions wait for this answer:")
    }

    fileprivate static func prospect(_ answers: [String], _ kind: Question.Kind) -> LocalizedText {
        let (example, exampleEnglish) = kind == .yesOrNo ? ("", "") : ("bijvoorbeeld ", "for example ")
        return LocalizedText(
            nl: "Is het antwoord \(example)\(answers.joined(separator: " of ")):",
            en: "If the answer is \(exampleEnglish)\(answers.joined(separator: " or ")):")
    }

    fileprivate static func more(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "  en nog \(count)", en: "  and \(count) more")
    }

    fileprivate static func stillOpen(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "\(conclusions(count, .nl)) nog open.", en: "\(conclusions(count, .en)) still open.")
    }

    fileprivate static func putOff(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "U sloeg 1 vraag over." : "U sloeg \(count) vragen over.",
            en: count == 1 ? "You skipped 1 question." : "You skipped \(count) questions.")
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
