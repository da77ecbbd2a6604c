/// A decision table made ready to run: what each column asks is compiled once, however many rows ask it.
///
/// `FEELEvaluator.compile` makes it; it is immutable and can be shared.
package struct DecisionTableCode: Sendable {
    let policy: DecisionTable.HitPolicy
    let rowCount: Int
    let columns: [Column]
    /// By row, the value of the only output or a context of all outputs.
    let outputs: [FEELCode]
    /// What the table gives when no row hits; `nil` where the policy itself says.
    let whenNone: FEELCode?
    let noHits: DecisionTable.NoHits
    /// What puts hits in order, the most important output first; empty under policies that need none.
    let ranks: [Rank]

    /// The input columns of one expression. They are taken together, so that what one says of a value goes with what
    /// the other says of it.
    struct Column: Sendable {
        let value: FEELCode
        /// What the value may be.
        let allowed: [FEELCode]
        /// What rows ask of the value, each once; all tests of one question must be passed.
        let questions: [[FEELCode]]
        /// By row, its question.
        let rows: [Int]
        /// By text, the questions that it is an answer to, among those that only list texts.
        let questionsOfText: [FEELValue: [Int]]
        /// The questions that do more than list texts.
        let otherQuestions: [Int]
        /// What the tests compare with, as far as easily seen.
        let operands: [FEELCode]
    }

    /// An output of which the allowed values are listed.
    struct Rank: Sendable {
        let allowed: [FEELCode]
        /// By row.
        let cells: [FEELCode]
    }

    /// - Parameter places: `nil` for a scope that is asked by name.
    init(_ table: DecisionTable, by evaluator: FEELEvaluator, for resolver: (any FEELNameResolver)?) {
        func code(_ expression: FEELExpression) -> FEELCode {
            FEELCompiler.compile(expression, by: evaluator, for: resolver)
        }
        func codes(_ tests: [FEELUnaryTests]) -> [FEELCode] {
            tests.filter { $0 != .any }.map { FEELCompiler.compile($0, by: evaluator, for: resolver) }
        }
        policy = table.policy
        rowCount = table.rules.count
        noHits = table.noHits
        var columns: [Column] = []
        for (index, input) in table.inputs.enumerated() {
            let same = table.inputs.indices.filter { table.inputs[$0].expression == input.expression }
            guard same.first == index else { continue }
            // A row that is too short asks and gives nothing there.
            let rows = table.rules.map { rule in same.map { $0 < rule.tests.count ? rule.tests[$0] : .any } }
            let allowed = same.compactMap { table.inputs[$0].allowed }
            let questions = rows.withoutDoubles
            let operands = (questions.joined() + allowed).flatMap(\.operands).withoutDoubles
            var questionsOfText: [FEELValue: [Int]] = [:]
            var otherQuestions: [Int] = []
            for (number, question) in questions.enumerated() {
                guard question.count == 1, let texts = question[0].texts else {
                    otherQuestions.append(number)
                    continue
                }
                for text in texts { questionsOfText[text, default: []].append(number) }
            }
            columns.append(
                Column(
                    value: code(input.expression), allowed: codes(allowed), questions: questions.map { codes($0) },
                    rows: rows.map { row in questions.firstIndex(of: row) ?? 0 },
                    questionsOfText: questionsOfText, otherQuestions: otherQuestions,
                    operands: operands.map { code($0) }))
        }
        self.columns = columns
        outputs = table.rules.map { code(table.row($0.outputs)) }
        whenNone = table.whenNone.map { code($0) }
        guard table.policy.needsOrder else {
            ranks = []
            return
        }
        ranks = table.outputs.enumerated().compactMap { index, output in
            guard case .tests(let allowed)? = output.allowed else { return nil }
            return Rank(
                allowed: codes(allowed.map { .tests([$0]) }),
                cells: table.rules.map { row in
                    code(index < row.outputs.count ? row.outputs[index] : FEELExpression(.null, range: 0..<0))
                })
        }
    }
}

extension FEELUnaryTests {
    /// The texts that pass, each once, where the tests are a list of written texts.
    fileprivate var texts: [FEELValue]? {
        guard case .tests(let tests) = self else { return nil }
        var texts: [FEELValue] = []
        for test in tests {
            guard case .expression(let expression) = test, case .string(let text) = expression.kind else { return nil }
            texts.append(.string(text))
        }
        return texts.withoutDoubles
    }

    /// What the tests compare with, as far as easily seen: where it is a number, the outcome can change there.
    fileprivate var operands: [FEELExpression] {
        let tests: [FEELUnaryTest] =
            switch self {
            case .any: []
            case .tests(let tests), .negated(let tests): tests
            }
        return tests.flatMap { test -> [FEELExpression] in
            switch test {
            case .comparison(_, let operand): return [operand]
            case .expression(let expression):
                guard case .range(let range) = expression.kind else { return [expression] }
                return [range.low, range.high].compactMap(\.self)
            }
        }
    }
}
