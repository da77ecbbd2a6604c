package import Foundation
package import RuleEngine

/// A conversation that fills in a sheet, apart from how it is shown: which question now, what an answer changes.
///
/// A confirmed answer is in the file before the next question comes: it is written to a file beside the sheet that then
/// takes its place, so that the sheet is whole at every moment.
package struct Interview: Sendable {
    /// What an answer did to the conclusions.
    package struct Change: Sendable {
        /// Open before, found now.
        package let found: [FindingID]
        /// Open before, refuted now.
        package let refuted: [FindingID]
        /// The number of conclusions that are still open.
        package let open: Int
    }

    /// A question that was passed, and the answers before it.
    private struct Step: Sendable {
        let question: Question
        let answers: [Answer]
        let wasSkipped: Bool
    }

    private var area: AreaSession
    /// The question to put now; `nil` when no question is left.
    package private(set) var current: Question?
    /// All questions that open conclusions wait for, the current one first.
    package private(set) var list: [Question] = []

    private let target: URL
    private let day: FEELDate
    private let perspective: String?
    private var steps: [Step] = []
    private var ranks: [QuestionOrder.Rank] = []
    /// The text that the file must have for an answer to be written.
    private var text: String

    /// - Parameters:
    ///   - target: the file of the sheet.
    ///   - day: the day on which the answers are given.
    ///   - perspective: whom to ask; `nil` for everyone.
    package init(_ area: AreaSession, in target: URL, day: FEELDate, perspective: String? = nil) {
        self.area = area
        self.target = target.resolvingSymlinksInPath()
        self.day = day
        self.perspective = perspective
        text = area.sheet.file.text
        choose()
    }

    package var ruleBase: RuleBase { area.ruleBase }
    package var sheet: FactSheet { area.sheet }
    package var session: Session { area.session }

    /// The number of the current question, from 1.
    package var number: Int { steps.count + 1 }

    /// Questions that are left, the current one not counted. Answers may settle others, so it is at most this.
    package var remaining: Int { max(list.count - 1, 0) }

    package var isAtStart: Bool { steps.isEmpty }

    /// The sheet's answers in the order of the file; new ones come last.
    package var answers: [Answer] { sheet.answers }

    /// Writes an answer to the current question and moves on.
    package mutating func answer(_ value: Answer.Value) throws(BadInput) -> Change {
        guard let question = current else { return change(from: []) }
        let before = session.openConclusions.map(\.finding)
        let given = Answer(
            question: question.slot.name, perspective: question.perspective, value: value, date: day, method: nil,
            people: nil, note: nil)
        let step = Step(question: question, answers: sheet.answers, wasSkipped: false)
        try write(sheet.answers + [given])
        steps.append(step)
        choose()
        return change(from: before)
    }

    /// Leaves the current question for another time.
    package mutating func skip() {
        guard let question = current else { return }
        steps.append(Step(question: question, answers: sheet.answers, wasSkipped: true))
        choose()
    }

    /// Takes back the last step, its answer included, and puts that question again. Nothing happens at the start.
    package mutating func back() throws(BadInput) {
        guard let step = steps.last else { return }
        if !step.wasSkipped { try write(step.answers) }
        steps.removeLast()
        choose()
        list.removeAll { $0.slot == step.question.slot }
        list.insert(step.question, at: 0)
        current = step.question
    }

    private mutating func write(_ answers: [Answer]) throws(BadInput) {
        let name = sheet.file.name
        guard try TextFile.read(target, name: name).text == text else { throw BadInput([.changedMeanwhile(name)]) }
        let newText = sheet.text(withAnswers: answers)
        do {
            // A byte order mark is no part of the text, but of the file.
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let hasMark = try InputFile(target.path).bytes(limit: .max).starts(with: mark)
            try OutputFile(target.path).write((hasMark ? mark : []) + newText.utf8)
        } catch {
            throw BadInput([.unwritable(name, error)], isUnwritable: true)
        }
        text = newText
        area.sheet.answers = answers
    }

    private mutating func choose() {
        var closed = Set(steps.filter(\.wasSkipped).map(\.question.slot))
        closed.formUnion(sheet.answers(until: area.date).map(\.slot))
        let order = QuestionOrder(area, closed: closed, perspective: perspective)
        ranks = order.ranking(after: ranks)
        let ranked = ranks.map(\.question)
        list = ranked + order.questions.dropFirst(ranked.count)
        current = list.first
    }

    private func change(from before: [FindingID]) -> Change {
        let after = before.map { ($0, session.state(of: $0)) }
        return Change(
            found: after.filter { $0.1 == .found }.map(\.0), refuted: after.filter { $0.1 == .refuted }.map(\.0),
            open: session.openConclusions.count)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func changedMeanwhile(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "sheet/changed",
            message: LocalizedText(
                nl: "\(name) is intussen door iemand anders gewijzigd; dit antwoord is niet opgeslagen",
                en: "\(name) was changed by someone else meanwhile; this answer is not saved"),
            at: nil,
            hint: LocalizedText(
                nl: "start opnieuw; eerdere antwoorden die in het bestand staan, blijven",
                en: "start again; earlier answers that are in the file stay"))
    }

    fileprivate static func unwritable(_ name: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(
            code: "file/unwritable",
            message: LocalizedText(
                nl: "\(name) kan niet geschreven worden: \(fault.reason.nl); dit antwoord is niet opgeslagen",
                en: "\(name) cannot be written: \(fault.reason.en); this answer is not saved"),
            at: nil,
            hint: LocalizedText(
                nl: "controleer of u in deze map mag schrijven", en: "check whether you may write in this folder"))
    }
}
