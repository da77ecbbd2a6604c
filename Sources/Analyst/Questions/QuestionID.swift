package import RuleEngine

/// Names a question put to one perspective: `bewoners.drugsoverlast`; for a registered figure `registratie.bijstand`.
package struct QuestionID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let perspective: String
    package let code: String

    package init(perspective: String, code: String) {
        self.perspective = perspective
        self.code = code
    }

    package init(_ slot: RecordSchema.Slot) {
        self.init(perspective: slot.context ?? SheetContext.registered, code: slot.name)
    }

    package init(_ answer: Answer) { self.init(perspective: answer.perspective, code: answer.question) }

    /// `nil` when the text is no name of a question: a perspective, a point, a code.
    package init?(_ text: String) {
        let words = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, words.allSatisfy({ !$0.isEmpty }) else { return nil }
        self.init(perspective: words[0], code: words[1])
    }

    /// The named value that the answer is about.
    package var slot: RecordSchema.Slot {
        RecordSchema.Slot(context: perspective == SheetContext.registered ? nil : perspective, name: code)
    }

    package var description: String { "\(perspective).\(code)" }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
