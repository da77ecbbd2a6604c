package import RuleEngine

/// The questions on an area in parts, with what was answered: a pure value. The same sheet under the same rules on the same
/// day gives the same questions in the same order, whoever asks and however often it was left.
///
///     var questionnaire = Questionnaire(area)
///     let question = questionnaire.next(in: part)
///     let effect = questionnaire.take(try store.record(change, by: nil))
package struct Questionnaire: Sendable {
    /// A part of the questionnaire; parts can be taken in any order.
    package struct Part: Hashable, Sendable, Identifiable {
        package let id: String
        package let title: LocalizedText
        /// The group that is asked in it; `nil` where registered figures are.
        package let perspective: String?
    }

    /// How many questions the first stop has.
    package static let firstStop = 5

    /// The area with its sheet as it stands.
    package private(set) var area: AreaSession
    /// In the order of the list: the domains, the area itself, each group of people.
    package let parts: [Part]
    /// The only group that is asked; `nil` for all.
    package let perspective: String?
    private let finder: PartFinder
    /// Questions that open conclusions wait for, in the order in which the report names them; those put off among them.
    private var waiting: [Question] = []
    /// The place of a question among those that wait.
    private var places: [QuestionID: Int] = [:]
    /// The answer that counts, by question.
    private var counted: [QuestionID: Answer] = [:]
    /// Orders that were worked out since the sheet last changed, by part; `nil` is the whole.
    private var orders: [String?: [Question]] = [:]
    /// What answers settle, as far as it was worked out and is still so; it takes most of the time of an order.
    private var settling: [RecordSchema.Slot: NextQuestion] = [:]
    private var leading: LeadingConclusions
    /// By open conclusion of the leading parts the inputs that it waits for.
    private var awaited: [FindingID: [InputID]] = [:]

    /// - Parameter perspective: ask only this group, or only for registered figures; `nil` for all.
    package init(_ area: AreaSession, perspective: String? = nil) {
        self.area = area
        leading = LeadingConclusions(area)
        self.perspective = perspective
        finder = PartFinder(area.ruleBase)
        parts = finder.parts.filter { part in
            perspective == nil || (part.perspective ?? SheetContext.registered) == perspective
        }
        readArea()
    }

    package func part(_ id: String) -> Part? { parts.first { $0.id == id } }

    /// The part that a question stands in.
    package func part(of question: Question) -> Part? { part(finder.part(of: question)) }

    // MARK: Change

    /// What a change did to the conclusions.
    package struct Effect: Hashable, Sendable {
        /// Open before, found now.
        package let found: [FindingID]
        /// Open before, refuted now.
        package let refuted: [FindingID]
        /// Decided before, open now.
        package let reopened: [FindingID]
        /// The number of conclusions that are still open.
        package let open: Int

        package var isNothing: Bool { found.isEmpty && refuted.isEmpty && reopened.isEmpty }
    }

    /// Takes over the sheet as it stands after a change, of this person or of another.
    package mutating func take(_ sheet: FactSheet) -> Effect {
        let before = area.session
        area.sheet = sheet
        leading = LeadingConclusions(area)
        readArea()
        return Self.effect(from: before, to: area.session)
    }

    static func effect(from before: Session, to after: Session) -> Effect {
        let wasOpen = before.openConclusions.map(\.finding)
        let isOpen = after.openConclusions.map(\.finding)
        let known = (before: Set(wasOpen), after: Set(isOpen))
        let decided = wasOpen.filter { !known.after.contains($0) }.map { ($0, after.state(of: $0)) }
        return Effect(
            found: decided.filter { $0.1 == .found }.map(\.0), refuted: decided.filter { $0.1 == .refuted }.map(\.0),
            reopened: isOpen.filter { !known.before.contains($0) }, open: isOpen.count)
    }

    private mutating func readArea() {
        orders = [:]
        forgetWhatChanged()
        counted = [:]
        for answer in area.sheet.countedAnswers(on: area.date) { counted[QuestionID(answer)] = answer }
        waiting =
            QuestionOrder(area, leading, closed: Set(counted.keys.map(\.slot)), perspective: perspective)
            .questions
        places = Dictionary(waiting.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for answer in area.sheet.putOff(on: area.date) { counted[QuestionID(answer)] = answer }
        if let perspective { counted = counted.filter { $0.key.perspective == perspective } }
    }

    /// What an answer settles depends on the conclusions that wait for it and on the inputs that these wait for. Where both
    /// are as they were, it is as it was; `QuestionnaireTests` compares with an order made anew.
    private mutating func forgetWhatChanged() {
        let former = awaited
        awaited = Dictionary(
            leading.open.map { ($0.finding, leading.awaited[$0.fact]) }, uniquingKeysWith: { first, _ in first })
        var touched: Set<InputID> = []
        for (finding, inputs) in former where awaited[finding] != inputs { touched.formUnion(inputs) }
        for (finding, inputs) in awaited where former[finding] != inputs { touched.formUnion(inputs) }
        for input in touched {
            if case .slot(let slot) = area.session.reference(input) { settling[slot] = nil }
        }
    }

    // MARK: Order

    /// The questions that wait, the one that settles most first; those put off come last.
    ///
    /// - Parameter part: the id of a part; `nil` for all parts.
    package mutating func order(in part: String? = nil) -> [Question] {
        if let order = orders[part] { return order }
        let questions = waiting.filter { part == nil || finder.part(of: $0) == part }
        let ranks = QuestionOrder(questions, settling: leading, known: settling).ranking()
        for rank in ranks { settling[rank.question.slot] = rank.answer }
        let ranked = ranks.map(\.question)
        let inOrder = ranked + questions.dropFirst(ranked.count)
        let order = inOrder.filter { !isPutOff($0) } + inOrder.filter { isPutOff($0) }
        orders[part] = order
        return order
    }

    /// The question to put now; `nil` when none waits but those put off, which are asked when they are asked for.
    package mutating func next(in part: String? = nil) -> Question? {
        order(in: part).first { !isPutOff($0) }
    }

    // MARK: The way through

    /// A stop on the way through the questions.
    package enum Stop: Hashable, Sendable {
        /// The few questions that settle most, over all parts.
        case first
        /// The part with this id.
        case part(String)
    }

    /// The questions that wait at a stop, the one to put now first; those put off are not among them.
    package mutating func waiting(at stop: Stop) -> [Question] {
        switch stop {
        case .first: Array(order().filter { !isPutOff($0) }.prefix(max(Self.firstStop - counted.count, 0)))
        case .part(let id): order(in: id).filter { !isPutOff($0) }
        }
    }

    /// The first of the questions that wait at all, by what settles most.
    package mutating func settlingMost(_ count: Int) -> [Question] {
        Array(order().filter { !isPutOff($0) }.prefix(count))
    }

    /// Where to go on after a stop: there, while a question waits; else at the next part with one, and after the last part
    /// at the first again. `nil` when no question waits but those put off.
    package mutating func following(_ stop: Stop) -> (stop: Stop, question: Question)? {
        if let question = waiting(at: stop).first { return (stop, question) }
        var ids = parts.map(\.id)
        if case .part(let id) = stop, let index = ids.firstIndex(of: id) {
            ids = Array(ids[(index + 1)...] + ids[...index])
        }
        for id in ids {
            if let question = next(in: id) { return (.part(id), question) }
        }
        return nil
    }

    /// The questions that were answered or put off, in the order of the sheet.
    package var trail: [QuestionID] {
        var seen: Set<QuestionID> = []
        return area.sheet.answers.map { QuestionID($0) }.filter { counted[$0] != nil && seen.insert($0).inserted }
    }

    /// The change that gives a question another answer, or takes back the one that stands there.
    package func change(_ question: QuestionID, to answer: Answer?) -> AnswerChange {
        let standing = AnswerChange.standing(at: question, on: answer?.date, in: area.sheet.answers)
        return AnswerChange(question, from: standing, to: answer)
    }

    private func isPutOff(_ question: Question) -> Bool { counted[question.id]?.value == .skipped }

    // MARK: What stands there

    /// What stands at a question.
    package enum Standing: String, CaseIterable, Sendable {
        /// Not answered.
        case open
        case skipped, answered, unknown
        case notApplicable = "not-applicable"
        /// The sheet has a figure of a table.
        case prefilled
    }

    /// A question with what stands at it.
    package struct Entry: Sendable {
        package let question: Question
        package let standing: Standing
        /// The answer that counts now; one that was put off is among them.
        package let answer: Answer?
        /// The figure that the sheet has from a table, where it is used.
        package let figure: FactSheet.Figure?
    }

    /// A question with what stands at it; `nil` where there is no such question under the rules.
    package func entry(_ id: QuestionID) -> Entry? {
        let question = places[id].map { waiting[$0] } ?? Question(id.slot, settles: [], in: area.ruleBase)
        guard let question else { return nil }
        let answer = counted[id]
        let figure = id.perspective == SheetContext.registered ? usedFigure(id.code) : nil
        let standing: Standing =
            switch answer?.value {
            case .yes, .no, .number, .between, .counted: .answered
            case .unknown: .unknown
            case .notApplicable: .notApplicable
            case .skipped: .skipped
            case nil: figure == nil ? .open : .prefilled
            }
        return Entry(question: question, standing: standing, answer: answer, figure: figure)
    }

    private func usedFigure(_ indicator: String) -> FactSheet.Figure? {
        area.omissions[indicator] == nil ? area.sheet.figure(indicator) : nil
    }

    /// All that was answered, prefilled or waits in a part: in the order of the vocabulary, so that the list stays the same
    /// while it is filled in.
    package func entries(in part: String) -> [Entry] {
        area.ruleBase.record.slots.compactMap { slot in
            guard let entry = entry(QuestionID(slot)), entry.question.slot == slot,
                finder.part(of: entry.question) == part
            else { return nil }
            return entry.standing != .open || places[entry.question.id] != nil ? entry : nil
        }
    }

    /// Whether what stands at a question makes a difference as the sheet stands: without it some conclusion would wait for
    /// it. What does not is kept, and counts again when the other answers change.
    package func isUsed(_ id: QuestionID) -> Bool {
        var session = area.session
        session.set(id.slot, to: nil)
        let awaited = AwaitedInputs(session)
        return session.openConclusions.contains { _, fact in
            awaited[fact].contains { input in
                if case .slot(let slot) = session.reference(input) { slot == id.slot } else { false }
            }
        }
    }

    // MARK: Progress

    /// How far a part is. It follows from the answers, never from visits.
    package struct Progress: Hashable, Sendable {
        package enum Status: String, CaseIterable, Sendable {
            case notStarted = "not-started", busy, done
            /// Nothing is asked in it as the sheet stands.
            case nothingToAsk = "nothing-to-ask"
        }

        /// Questions with an answer; "don't know" is one.
        package let answered: Int
        /// Questions that wait, those put off included.
        package let open: Int
        /// Of the open ones, those that were put off.
        package let skipped: Int

        package var status: Status {
            if open == 0 { return answered == 0 ? .nothingToAsk : .done }
            return answered + skipped == 0 ? .notStarted : .busy
        }
    }

    /// - Parameter part: the id of a part; `nil` for all together.
    package func progress(in part: String? = nil) -> Progress {
        let open = waiting.filter { part == nil || finder.part(of: $0) == part }
        let answered = counted.filter { id, answer in
            guard answer.value != .skipped, let question = Question(id.slot, settles: [], in: area.ruleBase) else {
                return false
            }
            return part == nil || finder.part(of: question) == part
        }
        return Progress(answered: answered.count, open: open.count, skipped: open.count(where: isPutOff))
    }

    // MARK: Why

    /// What an answer would decide.
    package struct Prospect: Sendable {
        /// The answers that decide the same: yes or no, or for a number some that stand for those that the rules treat alike,
        /// the smallest first.
        package let values: [FEELValue]
        package let effect: Effect

        /// The first and the last of the values.
        package var ends: [FEELValue] { values.count > 2 ? [values[0], values[values.count - 1]] : values }
    }

    /// What each answer to a question would decide, in the order of the answers; neighbours that decide the same are one.
    package func prospects(of question: Question) -> [Prospect] {
        let session = leading.session
        var prospects: [Prospect] = []
        for answer in leading.settled(by: question).cases {
            guard case .value(_, let value) = answer.change else { continue }
            var changed = session
            changed.set(question.slot, to: .exactly(value))
            let effect = Self.effect(from: session, to: changed)
            if let last = prospects.last, last.effect == effect {
                prospects[prospects.count - 1] = Prospect(values: last.values + [value], effect: effect)
            } else {
                prospects.append(Prospect(values: [value], effect: effect))
            }
        }
        return prospects
    }
}
