package import RuleEngine

/// Something that a sheet does not tell and that open conclusions wait for, ready to be asked.
package struct Question: Sendable {
    /// What kind of answer fits.
    package enum Kind: Hashable, Sendable {
        case yesOrNo
        /// Bounds, where the vocabulary gives them.
        case number(NumberInterval)
    }

    package let slot: RecordSchema.Slot
    /// Who answers: a voice, or the perspective of registered figures.
    package let perspective: String
    package let perspectiveTitle: LocalizedText
    package let title: LocalizedText
    /// The question as it is put to people.
    package let text: LocalizedText
    /// Why it is asked, and for a figure who has it and how long that takes.
    package let why: [LocalizedText]
    /// The title of the domain that it belongs to, or of who answers.
    package let part: LocalizedText
    /// The code of that domain.
    package let domain: String?
    package let kind: Kind
    package let unit: String?
    /// The answer is a number without decimals.
    package let isWhole: Bool
    /// The open conclusions that wait for it, in the order of the session.
    package let settles: [FindingID]
    /// Answers may say that the question does not apply.
    package let allowsNotApplicable: Bool

    package var id: QuestionID { QuestionID(slot) }
}

extension Question {
    /// `nil` when nobody can be asked: the slot is a benchmark, or its answer is neither yes, no nor a number.
    package init?(_ slot: RecordSchema.Slot, settles: [FindingID], in ruleBase: RuleBase) {
        guard let index = ruleBase.record.index(of: slot), let code = Naming(ruleBase).code(of: slot) else {
            return nil
        }
        let perspective = slot.context ?? SheetContext.registered
        if slot.context != nil, !code.codes(VocabularyName.perspectives).contains(perspective) { return nil }
        switch ruleBase.record.domains[index] {
        case .oneOf(let values) where values.allSatisfy(\.isBoolean): kind = .yesOrNo
        case .numbers(let interval, _): kind = .number(interval)
        case .exactly, .oneOf, .list, .context, .anything: return nil
        }
        self.slot = slot
        self.perspective = perspective
        self.settles = settles
        perspectiveTitle =
            ruleBase.vocabulary(VocabularyName.perspectives)?[perspective]?.title
            ?? LocalizedText(verbatim: perspective)
        title = code.title
        text = code.text("question") ?? .figure(code.title, code.text("definition"))
        why = [code.text("why"), .request(holder: code.text("holder"), leadTime: code.text("lead_time"))].compactMap {
            $0
        }
        domain = code.string("domain")
        part =
            domain.flatMap { ruleBase.vocabulary(VocabularyName.domains)?[$0]?.title }
            ?? perspectiveTitle
        unit = code.string("unit")
        isWhole =
            unit.flatMap { Naming(ruleBase).units?[$0.replacing(" ", with: "-")] }?.value("whole")
            == .boolean(true)
        allowsNotApplicable = ruleBase.admits(.notApplicable, to: slot)
    }
}

extension FEELValue {
    fileprivate var isBoolean: Bool { if case .boolean = self { true } else { false } }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func figure(_ title: LocalizedText, _ definition: LocalizedText?) -> LocalizedText {
        guard let definition else {
            return LocalizedText(nl: "Wat is het cijfer voor \(title.nl)?", en: "What is the figure for \(title.en)?")
        }
        return LocalizedText(
            nl: "Wat is het cijfer voor \(title.nl)? \(definition.nl)",
            en: "What is the figure for \(title.en)? \(definition.en)")
    }

    /// Whom to ask for a figure; `nil` when the vocabulary does not say.
    fileprivate static func request(holder: LocalizedText?, leadTime: LocalizedText?) -> LocalizedText? {
        guard let holder else { return nil }
        func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
        let time =
            leadTime.map { (nl: " Doorlooptijd: \(sentence($0.nl))", en: " Lead time: \(sentence($0.en))") }
            ?? (nl: "", en: "")
        return LocalizedText(
            nl: "Dit cijfer is op te vragen bij: \(sentence(holder.nl))\(time.nl)",
            en: "Ask for this figure at: \(sentence(holder.en))\(time.en)")
    }
}
