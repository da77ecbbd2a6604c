package import RuleEngine

// A table as an expression, as the standard defines it: the naive judge of the evaluator that rules and the test kit use.
//
//     { $1: first input, $2: second input, …,
//       $hits: concatenate(if $1 in (…) and $2 in (…) then [output] else [], …),
//       $result: what the policy makes of $hits }.$result
//
// Names that begin with `$` cannot be written in FEEL, so that they hide none of the author's.

extension DecisionTable {
    /// The table as one expression over the free names of its cells.
    package var expression: FEELExpression {
        var entries = inputs.enumerated().map { index, input in
            FEELContextEntry(key: Self.inputName(index), value: input.expression)
        }
        entries.append(.init(key: "$hits", value: hits))
        entries.append(.init(key: "$result", value: guarded(result)))
        return make(.path(make(.context(entries)), "$result"))
    }

    /// `value in tests`, never null: what cannot be compared does not pass.
    package static func test(_ value: FEELExpression, _ tests: FEELUnaryTests) -> FEELExpression {
        switch tests {
        case .any: make(.boolean(true))
        case .tests(let tests): make(.membership(value, tests))
        case .negated(let tests):
            make(.binary(.equal, make(.membership(value, tests)), make(.boolean(false))))
        }
    }

    private static func inputName(_ index: Int) -> String { "$\(index + 1)" }

    // MARK: Rows

    private var hits: FEELExpression {
        guard !rules.isEmpty else { return make(.list([])) }
        let lists = rules.map { rule in
            make(.conditional(condition(of: rule), then: make(.list([output(of: rule)])), otherwise: make(.list([]))))
        }
        return call("concatenate", lists)
    }

    private func condition(of rule: Rule) -> FEELExpression {
        let conditions = rule.tests.enumerated().compactMap { index, tests in
            tests == .any ? nil : Self.test(make(.name(Self.inputName(index))), tests)
        }
        guard let first = conditions.first else { return make(.boolean(true)) }
        return conditions.dropFirst().reduce(first) { make(.binary(.and, $0, $1)) }
    }

    private func output(of rule: Rule) -> FEELExpression { row(rule.outputs) }

    /// Null where an input has a value that is not allowed.
    private func guarded(_ result: FEELExpression) -> FEELExpression {
        inputs.enumerated().reduce(result) { result, next in
            guard let allowed = next.element.allowed else { return result }
            let test = Self.test(make(.name(Self.inputName(next.offset))), allowed)
            return make(.conditional(test, then: result, otherwise: make(.null)))
        }
    }

    // MARK: Policies

    private var result: FEELExpression {
        let hits = make(.name("$hits"))
        let first = make(.filter(hits, make(.number(1))))
        let some: FEELExpression =
            switch policy {
            case .unique:
                make(.conditional(count(hits, is: 1), then: first, otherwise: make(.null)))
            case .any:
                make(.conditional(allEqual(hits, to: first), then: first, otherwise: make(.null)))
            case .first: first
            case .priority: make(.filter(sorted(hits), make(.number(1))))
            case .outputOrder: sorted(hits)
            case .ruleOrder, .collect: hits
            case .sum: call("sum", [hits])
            case .count: call("count", [hits])
            case .minimum: call("min", [hits])
            case .maximum: call("max", [hits])
            }
        guard let none else { return some }
        return make(.conditional(count(hits, is: 0), then: none, otherwise: some))
    }

    /// What the table gives when no rule hits; `nil` where the policy itself says.
    private var none: FEELExpression? {
        if let whenNone { return whenNone }
        let isEmptyList = policy.givesList && noHits == .emptyList
        return policy == .count || isEmptyList ? nil : make(.null)
    }

    private func count(_ hits: FEELExpression, is number: FEELNumber) -> FEELExpression {
        make(.binary(.equal, call("count", [hits]), make(.number(number))))
    }

    private func allEqual(_ hits: FEELExpression, to first: FEELExpression) -> FEELExpression {
        let same = make(.binary(.equal, make(.name("$hit")), first))
        return make(.quantified(.every, [FEELIterator(name: "$hit", domain: .list(hits))], satisfies: same))
    }

    /// The hits by the place of their outputs among those allowed, the first output first.
    private func sorted(_ hits: FEELExpression) -> FEELExpression {
        let precedes = outputs.reversed().reduce(make(.boolean(false))) { rest, output in
            guard case .tests(let allowed)? = output.allowed else { return rest }
            let left = rank(of: part(output, of: "$left"), in: allowed)
            let right = rank(of: part(output, of: "$right"), in: allowed)
            let tie = make(.binary(.and, make(.binary(.equal, left, right)), rest))
            return make(.binary(.or, make(.binary(.less, left, right)), tie))
        }
        let parameters = ["$left", "$right"].map { FEELParameter(name: $0, type: nil) }
        return call("sort", [hits, make(.function(parameters, body: precedes, external: false))])
    }

    private func part(_ output: Output, of name: String) -> FEELExpression {
        outputs.count == 1 ? make(.name(name)) : make(.path(make(.name(name)), output.name))
    }

    /// The number of the first test that the value passes; past the last when it passes none.
    private func rank(of value: FEELExpression, in tests: [FEELUnaryTest]) -> FEELExpression {
        tests.enumerated().reversed().reduce(make(.number(FEELNumber(tests.count)))) { rest, test in
            make(
                .conditional(
                    make(.membership(value, [test.element])), then: make(.number(FEELNumber(test.offset))),
                    otherwise: rest))
        }
    }

    private func call(_ name: String, _ arguments: [FEELExpression]) -> FEELExpression {
        make(.call(make(.name(name)), .positional(arguments)))
    }
}

/// A part that stands nowhere in a text.
private func make(_ kind: FEELExpression.Kind) -> FEELExpression { FEELExpression(kind, range: 0..<0) }
