/// A name in an expression that the expression itself does not bind: it must come from outside.
package struct FEELNameUse: Hashable, Sendable {
    package let name: String
    /// The first member behind the name: `share` in `area.share.value`.
    package let member: String?
    /// Where the name stands, with the member: UTF-8 offsets.
    package let range: Range<Int>
    /// Inside a filter a name may also be a member of the items of the list.
    package let insideFilter: Bool
    /// The name is called as a function: `sum` in `sum(list)`.
    package let isCalled: Bool

    package init(
        name: String, member: String? = nil, range: Range<Int>, insideFilter: Bool = false,
        isCalled: Bool = false
    ) {
        self.name = name
        self.member = member
        self.range = range
        self.insideFilter = insideFilter
        self.isCalled = isCalled
    }
}

extension FEELExpression {
    /// The names that must come from outside, once per place, in order of place.
    ///
    /// Bound, and so not listed: variables of `for`, `some` and `every`, `partial` in the result of a `for`, parameters
    /// of a function, keys of a context in the entries behind them, `item` in a filter, `?` in the tests behind `in`.
    package var freeNames: [FEELNameUse] {
        var search = FreeNameSearch()
        search.visit(self)
        return search.uses
    }
}

extension FEELUnaryTests {
    /// The names that must come from outside, in order of place; not `?`, the value under test.
    package var freeNames: [FEELNameUse] {
        var search = FreeNameSearch()
        switch self {
        case .any: break
        case .tests(let tests), .negated(let tests): search.visit(tests)
        }
        return search.uses
    }
}

/// A walk over a tree in the order of the text, with the names that are bound on the way.
private struct FreeNameSearch {
    var uses: [FEELNameUse] = []
    private var bound: [String] = []
    private var filterDepth = 0

    mutating func visit(_ expression: FEELExpression) {
        switch expression.kind {
        case .null, .boolean, .number, .string, .temporal: break
        case .name(let name): use(name, at: expression.range)
        case .negation(let operand): visit(operand)
        case .binary(_, let left, let right):
            visit(left)
            visit(right)
        case .chain(let first, let links):
            visit(first)
            for link in links { visit(link.operand) }
        case .between(let value, let low, let high):
            visit(value)
            visit(low)
            visit(high)
        case .membership(let value, let tests):
            visit(value)
            visit(tests)
        case .instanceOf(let value, _): visit(value)
        case .path(let base, let member):
            if case .name(let name) = base.kind {
                use(name, member: member, at: expression.range)
            } else {
                visit(base)
            }
        case .filter(let base, let condition):
            visit(base)
            filterDepth += 1
            binding(["item"]) { $0.visit(condition) }
            filterDepth -= 1
        case .call(let function, let arguments): visit(function, calledWith: arguments)
        case .conditional(let condition, let then, let otherwise):
            visit(condition)
            visit(then)
            visit(otherwise)
        case .choice(let branches, let otherwise):
            for branch in branches {
                visit(branch.condition)
                visit(branch.result)
            }
            visit(otherwise)
        case .iteration(let iterators, let result):
            visit(iterators) { search in search.binding(["partial"]) { $0.visit(result) } }
        case .quantified(_, let iterators, let condition):
            visit(iterators) { $0.visit(condition) }
        case .list(let items):
            for item in items { visit(item) }
        case .context(let entries): visit(entries)
        case .range(let range): visit(range)
        case .function(let parameters, let body, let external):
            // The body of an external function is a description of Java or PMML, of which the names are keys.
            binding(parameters.map(\.name)) { if !external { $0.visit(body) } }
        }
    }

    mutating func visit(_ tests: [FEELUnaryTest]) {
        binding(["?"]) { search in
            for test in tests {
                switch test {
                case .comparison(_, let expression), .expression(let expression):
                    search.visit(expression)
                }
            }
        }
    }

    private mutating func visit(
        _ function: FEELExpression, calledWith arguments: FEELArguments
    ) {
        if case .name(let name) = function.kind {
            use(name, at: function.range, isCalled: true)
        } else {
            visit(function)
        }
        switch arguments {
        case .positional(let values):
            for value in values { visit(value) }
        case .named(let values):
            for value in values { visit(value.value) }
        }
    }

    private mutating func visit(
        _ iterators: [FEELIterator], then body: (inout FreeNameSearch) -> Void
    ) {
        let outer = bound.count
        for iterator in iterators {
            switch iterator.domain {
            case .list(let list): visit(list)
            case .range(let first, let last):
                visit(first)
                visit(last)
            }
            bound.append(iterator.name)
        }
        body(&self)
        bound.removeSubrange(outer...)
    }

    private mutating func visit(_ entries: [FEELContextEntry]) {
        let outer = bound.count
        for entry in entries {
            visit(entry.value)
            bound.append(entry.key)
        }
        bound.removeSubrange(outer...)
    }

    private mutating func visit(_ range: FEELRangeSyntax) {
        if let low = range.low { visit(low) }
        // Both bounds of `(= x)` are the same `x`.
        if let high = range.high, range.equality == nil { visit(high) }
    }

    private mutating func binding(_ names: [String], _ body: (inout FreeNameSearch) -> Void) {
        bound += names
        body(&self)
        bound.removeLast(names.count)
    }

    private mutating func use(
        _ name: String, member: String? = nil, at range: Range<Int>, isCalled: Bool = false
    ) {
        guard !bound.contains(name) else { return }
        uses.append(
            FEELNameUse(
                name: name, member: member, range: range, insideFilter: filterDepth > 0,
                isCalled: isCalled))
    }
}
