/// A FEEL expression in a rule, with its text and its place.
///
/// Immutable. A class, so that the match loop hands an expression on at the cost of one reference, not of one for each part.
package final class RuleExpression: Sendable {
    package let text: String
    package let expression: FEELExpression
    /// What it can be, as far as the rule tells.
    package let type: FEELType
    /// The values of the record that it reads, in order of occurrence, without doubles.
    package let slots: [RecordSchema.Slot]
    /// The parameters that it reads.
    package let parameters: [String]
    /// The variables that it reads, with the member where one is named.
    package let variables: [VariableUse]
    /// The expression made ready to run.
    package let code: CompiledExpression
    package let span: SourceSpan
    /// The scalar in which it is written, and where in its text the expression begins, in UTF-8; `nil` where a part of a
    /// text stands for it.
    let scalar: YAMLScalar?
    let offset: Int

    init(
        text: String, expression: FEELExpression, type: FEELType, slots: [RecordSchema.Slot], parameters: [String],
        variables: [VariableUse], code: CompiledExpression, span: SourceSpan, scalar: YAMLScalar?, offset: Int
    ) {
        self.text = text
        self.expression = expression
        self.type = type
        self.slots = slots
        self.parameters = parameters
        self.variables = variables
        self.code = code
        self.span = span
        self.scalar = scalar
        self.offset = offset
    }

    /// The place in the file of a stretch of `text`, given in UTF-8 offsets.
    package func span(of range: Range<Int>) -> SourceSpan {
        scalar?.span(of: range.lowerBound + offset..<range.upperBound + offset) ?? span
    }

    /// What it gives hangs on the day of the analysis or on what a sheet tells, by the functions that it calls.
    var readsClock: Bool {
        let clock: Set = ["now", "today", RuleFunctions.known]
        return expression.freeNames.contains { $0.isCalled && clock.contains($0.name) }
    }

    /// A variable of the rule that the expression reads, and where.
    package struct VariableUse: Hashable, Sendable {
        package let name: String
        package let member: String?
    }
}

/// A sentence with places for values: text and expressions in turn.
package struct TextTemplate: Sendable {
    /// A stretch of text, or an expression whose value stands there.
    package enum Piece: Sendable {
        case text(String)
        case value(RuleExpression)
    }

    package let nl: [Piece]
    package let en: [Piece]

    package subscript(language: Language) -> [Piece] {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}
