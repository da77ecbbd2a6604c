import Analyst
import RuleEngine

/// Puts a case in a terminal: the text, then exercise by exercise what can be picked. Each line that is typed is kept at once.
struct CaseDialogue<Face: Terminal> {
    private let prepared: PreparedCase
    private let language: Language
    private let width: Int
    private let pauses: Bool
    private let keep: (CaseAnswers) -> Void
    private(set) var answers: CaseAnswers
    private(set) var terminal: Face

    /// - Parameters:
    ///   - pauses: who begins reads stage by stage, and says when to go on.
    ///   - keep: is given the answers after each line that changes them.
    init(
        _ prepared: PreparedCase, _ answers: CaseAnswers, on terminal: Face, language: Language, width: Int = 80,
        pauses: Bool = false, keep: @escaping (CaseAnswers) -> Void
    ) {
        self.prepared = prepared
        self.answers = answers
        self.terminal = terminal
        self.language = language
        self.width = width
        self.pauses = pauses
        self.keep = keep
    }

    /// What a line of an exercise came to.
    private enum Step { case stay, next, stop }

    /// Puts the case; gives whether it was handed in.
    mutating func run() -> Bool {
        guard tellText() else { return false }
        guard answers.attempts < prepared.book.attempts else {
            write(.noAttempts)
            tellMark()
            return true
        }
        write(.howTo)
        for exercise in prepared.exercises {
            announce(exercise)
            reading: while true {
                guard let line = terminal.readLine() else { return false }
                switch step(line, exercise) {
                case .stay: continue
                case .next: break reading
                case .stop: return false
                }
            }
        }
        write(.handIn(prepared.book.attempts - answers.attempts))
        guard let line = terminal.readLine(), ["j", "ja", "y", "yes"].contains(line.lowercased()) else { return false }
        answers.attempts += 1
        answers.scores.append(prepared.mark(answers).points.hundredths)
        keep(answers)
        tellMark()
        return true
    }

    /// The text, in stages for somebody who begins; `false` when the input ends meanwhile.
    private mutating func tellText() -> Bool {
        let text = CaseText(prepared, language, width: width)
        guard pauses, answers == CaseAnswers() else {
            terminal.write(text.text(for: .reading))
            return true
        }
        for (number, part) in text.parts.enumerated() {
            if number > 0 {
                write(.readOn)
                guard terminal.readLine() != nil else { return false }
            }
            terminal.write(part)
        }
        return true
    }

    private mutating func tellMark() {
        let report = MarkReport(
            mark: prepared.mark(answers), prepared: prepared, answers: answers, language: language,
            showsModel: answers.attempts >= prepared.book.attempts)
        terminal.write(report.text())
    }

    private mutating func announce(_ exercise: Exercise) {
        terminal.write("")
        terminal.write("\(exercise.title[language]) (\(exercise.definition.points.value))")
        terminal.write(exercise.question[language])
        for material in exercise.material {
            terminal.write("  \(material.code.isEmpty ? "" : "\(material.code). ")\(material.text[language])")
        }
        if let budget = exercise.budget { write(.budget(budget)) }
        if exercise.isMarkedByTrainer {
            write(.ownWords)
        } else if exercise.options.count <= Self.shortList {
            list(exercise.options, of: exercise)
        } else {
            write(.longList(exercise.options.count))
        }
        tellPicks(exercise)
    }

    /// A longer list is searched rather than read.
    private static var shortList: Int { 30 }

    private mutating func step(_ line: String, _ exercise: Exercise) -> Step {
        let text = line.trimmed
        guard !text.isEmpty else {
            guard let fault = exercise.fault(in: answer(exercise)) else { return .next }
            terminal.write(fault[language])
            return .stay
        }
        let (word, rest) = text.headAndRest
        switch word.lowercased() {
        case "stop": return .stop
        case "?", "hint": tellHint(exercise)
        case "lijst", "list": list(rest.isEmpty ? exercise.options : finder(exercise).search(rest), of: exercise)
        case "tekst", "text": terminal.write(CaseText(prepared, language, width: width).text(for: .reading))
        case "vraag", "ask": ask(rest)
        case "anders:", "other:":
            change(exercise) { $0.other = rest }
            write(.noted)
        case "weg", "drop": pick(rest, exercise, isDropped: true)
        default:
            if exercise.isMarkedByTrainer {
                change(exercise) { $0.text += ($0.text.isEmpty ? "" : " ") + text }
                write(.noted)
            } else {
                pick(text, exercise, isDropped: false)
            }
        }
        return .stay
    }

    /// A choice as it is typed: `what : reasons ! sureness`; several numbers or codes go in one line.
    private mutating func pick(_ text: String, _ exercise: Exercise, isDropped: Bool) {
        var rest = text
        var sureness: Int?
        if let mark = rest.lastIndex(of: "!"), let number = Int(String(rest[rest.index(after: mark)...]).trimmed) {
            guard (1...3).contains(number) else { return write(.badSureness) }
            sureness = number
            rest = String(rest[..<mark])
        }
        var reasons: [String] = []
        if let colon = rest.firstRange(of: " :") {
            reasons = rest[colon.upperBound...].split { $0 == "," || $0.isWhitespace }.map(String.init)
            rest = String(rest[..<colon.lowerBound])
        }
        let allowed = prepared.reasonCodes(for: exercise)
        if let unknown = reasons.first(where: { !allowed.contains($0) }) {
            return write(.unknownReason(unknown, Suggestion.nearest(to: unknown, among: allowed)))
        }
        let finder = finder(exercise)
        let words = rest.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
        let exact = words.compactMap { word in
            Int(word).flatMap { exercise.options.indices.contains($0 - 1) ? exercise.options[$0 - 1] : nil }
                ?? exercise[word]
        }
        var chosen = exact
        if exact.count != words.count || words.isEmpty {
            switch finder.meaning(of: rest) {
            case .one(let option): chosen = [option]
            case .several(let options):
                write(.several)
                return list(options, of: exercise)
            case .none: return write(.nothingFound(rest.trimmed))
            }
        }
        for option in chosen {
            change(exercise) { answer in
                answer.picks.removeAll {
                    $0.code == option.code || option.choice != nil && exercise[$0.code]?.choice == option.choice
                }
                guard !isDropped else { return }
                answer.picks.append(Pick(code: option.code, reasons: reasons, sureness: sureness))
            }
        }
        tellPicks(exercise)
    }

    private mutating func change(_ exercise: Exercise, _ body: (inout ExerciseAnswer) -> Void) {
        var answer = answer(exercise)
        body(&answer)
        answers.exercises[exercise.id] = answer
        keep(answers)
    }

    private func answer(_ exercise: Exercise) -> ExerciseAnswer { answers.exercises[exercise.id] ?? ExerciseAnswer() }

    private func finder(_ exercise: Exercise) -> OptionFinder {
        OptionFinder(exercise, synonyms: prepared.book.synonyms, language: language)
    }

    private mutating func list(_ options: [ExerciseOption], of exercise: Exercise) {
        guard !options.isEmpty else { return write(.nothingFound("")) }
        var group: String?
        for option in options {
            if let own = option.group?[language], own != group {
                group = own
                terminal.write("  \(own)")
            }
            let number = (exercise.options.firstIndex { $0.code == option.code } ?? 0) + 1
            let price = option.price > 0 ? " (\(option.price))" : ""
            terminal.write("    \(number). \(option.title[language])\(price) [\(option.code)]")
        }
    }

    private mutating func tellPicks(_ exercise: Exercise) {
        let answer = answer(exercise)
        guard !answer.isEmpty else { return }
        let titles = answer.picks.compactMap { exercise[$0.code]?.title[language] }
        let price = exercise.budget.map { " (\(exercise.price(of: answer))/\($0))" } ?? ""
        terminal.write(
            LocalizedText.chosen[language] + " "
                + (titles + [answer.text]).filter { !$0.isEmpty }.joined(separator: "; ")
                + price)
    }

    private mutating func tellHint(_ exercise: Exercise) {
        let read = answers.hints[exercise.id] ?? 0
        guard read < exercise.definition.hints.count else { return write(.noHint) }
        let cost = read == 0 ? 0 : prepared.book.hintCost
        write(.hintCosts(cost))
        guard cost == 0 || ["j", "ja", "y", "yes"].contains(terminal.readLine()?.lowercased() ?? "") else { return }
        answers.hints[exercise.id] = read + 1
        keep(answers)
        terminal.write(exercise.definition.hints[read][language])
    }

    private mutating func ask(_ id: String) {
        guard let request = prepared.case.requests.first(where: { $0.id.value == id }) else {
            for request in prepared.case.requests {
                terminal.write("  \(request.id.value): \(LocalizedText.priced(request)[language])")
            }
            return
        }
        guard let left = prepared.moneyLeft(answers) else { return }
        if !answers.asked.contains(id) {
            guard request.price <= left else { return write(.tooDear(request.price, left)) }
            answers.asked.append(id)
            keep(answers)
        }
        for line in prepared.world.told(by: request, language) { terminal.write("  \(line)") }
    }

    private mutating func write(_ text: LocalizedText) { terminal.write(text[language]) }
}

extension String {
    /// Without blanks around it.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The first word and what follows it.
    fileprivate var headAndRest: (String, String) {
        let words = split(maxSplits: 1) { $0.isWhitespace }.map(String.init)
        return (words.first ?? "", words.count > 1 ? words[1].trimmed : "")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let readOn = LocalizedText(
        nl: "Druk op Enter om verder te lezen.", en: "Press Enter to read on.")
    fileprivate static let howTo = LocalizedText(
        nl: """
            Typ een nummer, een code of een deel van een naam om te kiezen. Erachter kan ‘ : ’ met passages of cijfers waarop het \
            steunt, en ! met 1, 2 of 3 voor hoe zeker u bent. Verder: weg NAAM, lijst, lijst WOORD, anders: WAT ER NIET BIJ STAAT, \
            vraag NAAM, tekst, ? voor een hint, stop. Een lege regel gaat naar de volgende oefening.
            """,
        en: """
            Type a number, a code or a part of a name to pick. Behind it may stand ‘ : ’ with passages or figures that it rests on, \
            and ! with 1, 2 or 3 for how sure you are. Also: drop NAME, list, list WORD, other: WHAT IS NOT IN THE LIST, ask NAME, \
            text, ? for a hint, stop. An empty line goes to the next exercise.
            """)
    fileprivate static let ownWords = LocalizedText(nl: "Schrijf in uw eigen woorden.", en: "Write in your own words.")
    fileprivate static let noted = LocalizedText(nl: "Genoteerd.", en: "Noted.")
    fileprivate static let chosen = LocalizedText(nl: "Gekozen:", en: "Picked:")
    fileprivate static let several = LocalizedText(
        nl: "Dit past bij meer dan één; welke?", en: "This fits more than one; which?")
    fileprivate static let noHint = LocalizedText(nl: "Er is geen hint meer.", en: "There is no further hint.")
    fileprivate static let badSureness = LocalizedText(
        nl: "Hoe zeker: 1 weinig, 2 redelijk, 3 heel zeker.", en: "How sure: 1 hardly, 2 fairly, 3 very.")
    fileprivate static let noAttempts = LocalizedText(
        nl: "U hebt deze casus zo vaak ingeleverd als mag. Dit is de uitslag.",
        en: "You have handed this case in as often as is allowed. This is the result.")

    fileprivate static func longList(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Er zijn \(count) mogelijkheden: typ een woord om te zoeken, of ‘lijst’.",
            en: "There are \(count) possibilities: type a word to search, or ‘list’.")
    }

    fileprivate static func nothingFound(_ text: String) -> LocalizedText {
        LocalizedText(
            nl: "Niets gevonden bij ‘\(text)’. Staat het er niet bij? Typ anders: en wat u mist.",
            en: "Nothing found for ‘\(text)’. Is it not in the list? Type other: and what you miss.")
    }

    fileprivate static func unknownReason(_ reason: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "‘\(reason)’ is geen passage, cijfer of regel." + (near.map { " Bedoelde u ‘\($0)’?" } ?? ""),
            en: "‘\(reason)’ is no passage, figure or line." + (near.map { " Did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func hintCosts(_ cost: Int) -> LocalizedText {
        cost == 0
            ? LocalizedText(nl: "Deze hint kost niets.", en: "This hint costs nothing.")
            : LocalizedText(
                nl: "Deze hint kost \(cost) van uw punten. Toch lezen? (j/n)",
                en: "This hint takes \(cost) of your points. Read it? (y/n)")
    }

    fileprivate static func tooDear(_ price: Int, _ left: Int) -> LocalizedText {
        LocalizedText(nl: "Dit kost \(price); u hebt nog \(left).", en: "This costs \(price); you have \(left) left.")
    }

    fileprivate static func handIn(_ left: Int) -> LocalizedText {
        LocalizedText(
            nl: "Inleveren? U mag nog \(left) keer. (j/n)",
            en: "Hand in? You may \(left) more \(left == 1 ? "time" : "times"). (y/n)")
    }
}
