package import RuleEngine

/// A small change of a rule file that some case should notice.
package struct RuleMutant: Sendable {
    /// What kind of change it is. `docs/rule-tests.md` describes each.
    package enum Operation: String, CaseIterable, Sendable {
        /// A threshold is moved, up and down.
        case threshold
        /// A comparison counts its threshold in, or no longer.
        case boundary
        /// A comparison is turned round.
        case reversal
        /// `and` becomes `or`, and the other way round.
        case connective
        /// A condition always holds.
        case condition
        /// `absent` becomes `exists`, and the other way round.
        case absence
        /// A number or a yes that a rule concludes is another one.
        case conclusion
        /// A row of a table is not there.
        case row
    }

    /// What is changed.
    package enum Target: Hashable, Sendable {
        /// A rule, by its place among the rules.
        case rule(Int)
        /// A parameter, by its place, with its values in their order.
        case parameter(Int, values: [FEELNumber])
    }

    package let operation: Operation
    package let target: Target
    /// What is replaced.
    package let span: SourceSpan
    package let original: String
    package let replacement: String
}

/// All small changes of the rules of a library, in the order of files and places.
package struct RuleMutations {
    package private(set) var all: [RuleMutant] = []
    private let library: RuleLibrary
    private let files: [String: SourceFile]
    private var ruleBase: RuleBase { library.ruleBase }

    package init(_ library: RuleLibrary) {
        self.library = library
        files = Dictionary(library.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let conditions = Self.conditionNodes(library.files)
        for (index, rule) in ruleBase.rules.enumerated() {
            mutate(rule, index)
            for node in conditions[rule.name] ?? [] { mutate(condition: node, of: index) }
        }
        for (index, parameter) in ruleBase.parameters.enumerated() { mutate(parameter, index) }
        var seen: Set<String> = []
        all = all.filter { seen.insert("\($0.span.place) \($0.span.end.offset) \($0.replacement)").inserted }
            .enumerated().sorted {
                ($0.element.span.file, $0.element.span.start.offset, $0.offset)
                    < ($1.element.span.file, $1.element.span.start.offset, $1.offset)
            }.map(\.element)
    }

    /// The conditions of each rule as they are written.
    private static func conditionNodes(_ files: [SourceFile]) -> [String: [YAMLNode]] {
        var result: [String: [YAMLNode]] = [:]
        for file in files {
            for rule in YAMLParser.parseSingle(file).root?["rules"]?.sequence ?? [] {
                guard let name = rule["rule"]?.scalar?.text else { continue }
                result[name] = rule["when"]?.sequence
            }
        }
        return result
    }

    private mutating func add(
        _ operation: RuleMutant.Operation, _ target: RuleMutant.Target, _ span: SourceSpan, _ replacement: String
    ) {
        guard let original = files[span.file]?.written(span), original != replacement, !original.isEmpty else { return }
        all.append(
            RuleMutant(
                operation: operation, target: target, span: span, original: original, replacement: replacement))
    }

    // MARK: Rules

    private mutating func mutate(_ rule: Rule, _ index: Int) {
        for condition in rule.conditions {
            switch condition {
            case .test(let expression): mutate(expression, index)
            case .pattern(let pattern), .absent(let pattern), .exists(let pattern): mutate(pattern, index)
            case .every(let pattern, let satisfies):
                mutate(pattern, index)
                mutate(satisfies, index)
            case .aggregate(let aggregate): mutate(aggregate.pattern, index)
            case .table(let table):
                for row in table.rows {
                    add(.row, .rule(index), row.span, "#")
                    for test in row.tests.compactMap(\.self) { mutate(cell: test, index) }
                    for output in row.outputs { mutate(conclusion: output, index, type: nil) }
                }
            }
        }
        for conclusion in rule.conclusions {
            let fields = ruleBase.templates[conclusion.template].fields
            for (place, value) in conclusion.fields {
                if case .computed(let expression) = value {
                    mutate(conclusion: expression, index, type: fields[place].type)
                }
            }
        }
    }

    private mutating func mutate(_ pattern: Rule.Pattern, _ index: Int) {
        if let filter = pattern.filter { mutate(filter, index) }
        for constraint in pattern.constraints {
            if case .computed(let expression) = constraint.value { mutate(expression, index) }
        }
    }

    /// Comparisons and connectives of an expression, with the numbers that it compares with.
    private mutating func mutate(_ expression: RuleExpression, _ index: Int) {
        for part in expression.expression.parts {
            guard case .binary(let sign, let left, let right) = part.kind else { continue }
            for replacement in sign.mutations {
                guard let range = expression.place(of: sign.rawValue, between: left, right) else { continue }
                add(replacement.0, .rule(index), expression.span(of: range), replacement.1)
            }
            guard sign.isComparison else { continue }
            for side in [left, right] {
                guard case .number(let number) = side.kind else { continue }
                for moved in number.moved {
                    add(.threshold, .rule(index), expression.span(of: side.range), moved.normalizedDescription)
                }
            }
        }
    }

    /// The signs and numbers of a cell of a table.
    private mutating func mutate(cell: RuleExpression, _ index: Int) {
        let parsed = FEELParser.parse(cell.text, as: .unaryTests)
        let tests: [FEELUnaryTest] =
            switch parsed.tests {
            case .tests(let tests), .negated(let tests): tests
            case .any, nil: []
            }
        for test in tests {
            guard case .comparison(let sign, let operand) = test else { continue }
            let before = cell.text.utf8.prefix(operand.range.lowerBound)
            if let start = String(before)?.utf8Offset(ofLast: sign.rawValue) {
                let range = start..<start + sign.rawValue.utf8.count
                for (operation, replacement) in sign.mutations {
                    add(operation, .rule(index), cell.span(of: range), replacement)
                }
            }
            guard case .number(let number) = operand.kind else { continue }
            for moved in number.moved {
                add(.threshold, .rule(index), cell.span(of: operand.range), moved.normalizedDescription)
            }
        }
    }

    /// The numbers and truth values that an expression gives, and the comparisons on which they hang.
    private mutating func mutate(conclusion expression: RuleExpression, _ index: Int, type: Template.FieldType?) {
        mutate(expression, index)
        let parts = expression.expression.parts
        let compared = parts.flatMap { part -> [FEELExpression] in
            guard case .binary(let sign, let left, let right) = part.kind, sign.isComparison else { return [] }
            return left.parts + right.parts
        }
        for part in parts where !compared.contains(part) {
            let replacement: String? =
                switch part.kind {
                case .boolean(let truth): truth ? "false" : "true"
                case .number(let number): (type ?? .number).other(than: number)?.normalizedDescription
                default: nil
                }
            guard let replacement else { continue }
            add(.conclusion, .rule(index), expression.span(of: part.range), replacement)
        }
    }

    /// A condition that always holds, and the turning round of what must not be there.
    private mutating func mutate(condition node: YAMLNode, of index: Int) {
        if let file = files[node.span.file] {
            add(.condition, .rule(index), file.span(withoutBlanksBehind: node.span), "true")
        }
        guard let key = node.mapping?.first?.key, let word = key.scalar?.text else { return }
        let opposites = ["absent": "exists", "exists": "absent"]
        if let opposite = opposites[word] { add(.absence, .rule(index), key.span, opposite) }
    }

    // MARK: Parameters

    private mutating func mutate(_ parameter: Parameter, _ index: Int) {
        guard let file = files[parameter.span.file],
            let written = YAMLParser.parseSingle(file).root?["parameters"]?[parameter.name]?["values"]?.mapping
        else { return }
        let numbers = parameter.values.compactMap { if case .number(let number) = $0.value { number } else { nil } }
        guard numbers.count == parameter.values.count else { return }
        for entry in written {
            guard let place = parameter.values.firstIndex(where: { $0.from.description == entry.name.value }) else {
                continue
            }
            for moved in numbers[place].moved {
                var values = numbers
                values[place] = moved
                add(
                    .threshold, .parameter(index, values: values), entry.value.span, moved.normalizedDescription)
            }
        }
    }
}

extension FEELExpression.BinaryOperator {
    fileprivate var isComparison: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .or, .and, .add, .subtract, .multiply, .divide, .power: false
        }
    }

    /// The signs that stand for it in a mutant, with the kind of change.
    fileprivate var mutations: [(RuleMutant.Operation, String)] {
        switch self {
        case .less: [(.boundary, "<="), (.reversal, ">")]
        case .lessOrEqual: [(.boundary, "<"), (.reversal, ">=")]
        case .greater: [(.boundary, ">="), (.reversal, "<")]
        case .greaterOrEqual: [(.boundary, ">"), (.reversal, "<=")]
        case .equal: [(.reversal, "!=")]
        case .notEqual: [(.reversal, "=")]
        case .and: [(.connective, "or")]
        case .or: [(.connective, "and")]
        case .add, .subtract, .multiply, .divide, .power: []
        }
    }
}

extension FEELNumber {
    private static let tenth = FEELNumber("0.1")
    private static let ten = FEELNumber("10")

    /// A tenth more and a tenth less; whole numbers below ten by one, and zero by one.
    fileprivate var moved: [FEELNumber] {
        guard let tenth = Self.tenth, let ten = Self.ten, let one = FEELNumber("1") else { return [] }
        let size = self < .zero ? .zero - self : self
        let step = integerValue != nil && size < ten ? one : size * tenth
        return [self + step, self - step]
    }
}

extension Template.FieldType {
    /// The number beside one that the field can hold, the next where there is one.
    fileprivate func other(than number: FEELNumber) -> FEELNumber? {
        guard let one = FEELNumber("1") else { return nil }
        switch self {
        case .values(let values):
            let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
            guard let place = numbers.firstIndex(of: number), numbers.count > 1 else { return nil }
            return place + 1 < numbers.count ? numbers[place + 1] : numbers[place - 1]
        case .numbers(let interval):
            return [number + one, number - one].first { interval.contains($0) }
        case .number: return number + one
        case .code, .codes, .string, .boolean: return nil
        }
    }
}

extension RuleExpression {
    /// Where a sign stands between its two sides: brackets and blanks may stand there too.
    fileprivate func place(of sign: String, between left: FEELExpression, _ right: FEELExpression) -> Range<Int>? {
        guard left.range.upperBound <= right.range.lowerBound, right.range.upperBound <= text.utf8.count else {
            return nil
        }
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: left.range.upperBound)
        let end = text.utf8.index(text.utf8.startIndex, offsetBy: right.range.lowerBound)
        guard let offset = String(text[start..<end]).utf8Offset(ofFirst: sign) else { return nil }
        let first = left.range.upperBound + offset
        return first..<first + sign.utf8.count
    }
}

extension String {
    fileprivate func utf8Offset(ofFirst part: String) -> Int? {
        let (bytes, wanted) = (Array(utf8), Array(part.utf8))
        guard wanted.count <= bytes.count else { return nil }
        return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }

    fileprivate func utf8Offset(ofLast part: String) -> Int? {
        let (bytes, wanted) = (Array(utf8), Array(part.utf8))
        guard wanted.count <= bytes.count else { return nil }
        return (0...bytes.count - wanted.count).last { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
}
