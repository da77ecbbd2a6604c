/// Where facts lie that are known before any run: those whose key is one code of a vocabulary, one row for each code,
/// and those of the relations that vocabularies fix, one row for each pair or code; template by template.
///
/// Shared by all sessions behind one reference, as a table of facts is copied often.
final class RowLayout: Sendable {
    /// The rows of each template; empty where the facts that can exist are not known beforehand.
    private let ranges: [Range<Int>]
    private let vocabularies: [Vocabulary?]
    /// The row of each pair of a relation, and the rows of a relation that have a value at one end, in the order of
    /// their keys.
    private let pairs: [Pair: Int]
    private let ends: [End: [FactID]]

    private struct Pair: Hashable {
        let template: Int
        let first: FEELValue
        let second: FEELValue
    }

    private struct End: Hashable {
        let template: Int
        let field: Int
        let value: FEELValue
    }

    /// The template and the key of each row.
    let keys: [(template: Int, key: [ValueSet])]
    /// The rows as long as nothing is given: no fact is there, but for those of relations.
    let blank: [Fact]
    let states: [FactState]
    /// The number of facts of relations.
    let relationCount: Int

    /// What conclusions wait for that rest on the fact of a row while it is open.
    let awaiting: [[InputID]]

    /// By row, its place among the rows of its template in the order of their keys.
    let ranks: [Int32]

    /// The rows of which the code is in force only for a time.
    let isLimited: [Bool]
    /// By row: when its code is in force.
    let validities: [Validity]
    /// By template: what the vocabulary fixes for each code in its order. Few attributes are found soonest by looking
    /// through them.
    private let attributes: [[(name: String, values: [UncertainValue])]]

    var count: Int { keys.count }

    init(_ ruleBase: RuleBase) {
        var ranges: [Range<Int>] = []
        var vocabularies: [Vocabulary?] = []
        var keys: [(template: Int, key: [ValueSet])] = []
        var validities: [Validity] = []
        var attributes: [[(name: String, values: [UncertainValue])]] = []
        var pairs: [Pair: Int] = [:]
        var ends: [End: [FactID]] = [:]
        for (index, template) in ruleBase.templates.enumerated() {
            let first = keys.count
            var own: Vocabulary?
            if template.key.count == 1, case .code(let name) = template.key[0].type {
                own = ruleBase.vocabulary(name)
                for code in own?.codes ?? [] {
                    keys.append((index, [.exactly(.string(code.code))]))
                    validities.append(code.validity)
                }
            }
            for (one, other) in ruleBase.pairs(of: template) {
                for (field, value) in [one, other].enumerated() {
                    ends[End(template: index, field: field, value: value), default: []].append(FactID(keys.count))
                }
                pairs[Pair(template: index, first: one, second: other)] = keys.count
                keys.append((index, [.exactly(one), .exactly(other)]))
                validities.append(.always)
            }
            vocabularies.append(own)
            attributes.append(own?.columns ?? [])
            ranges.append(first..<keys.count)
        }
        var ranks: [Int32] = Array(repeating: 0, count: keys.count)
        for range in ranges {
            let sorted = range.sorted { left, right in
                for case (.exactly(let one), .exactly(let two)) in zip(keys[left].key, keys[right].key) where one != two
                {
                    return FEELValue.inFixedOrder(one, two)
                }
                return false
            }
            for (rank, row) in sorted.enumerated() { ranks[row] = Int32(rank) }
        }
        self.ranks = ranks
        self.ranges = ranges
        self.vocabularies = vocabularies
        self.pairs = pairs
        self.ends = ends
        self.keys = keys
        blank = keys.map { template, key in
            var fact = Fact(template: template, key: key)
            if ruleBase.templates[template].relation != nil {
                fact.origin = .relation
                fact.isPresent = true
                fact.isCertain = true
            }
            return fact
        }
        states = blank.map(\.state)
        relationCount = states.count { $0 != .none }
        awaiting = keys.indices.map { [.awaiting(FactID($0))] }
        isLimited = validities.map { $0 != .always }
        self.validities = validities
        self.attributes = attributes
    }

    /// The rows of a template; empty where it has no fixed ones.
    func range(_ template: Int) -> Range<Int> { ranges[template] }

    /// The row of a fact; `nil` where it has no fixed one.
    func row(template: Int, key: FEELValue) -> Int? {
        guard case .string(let code) = key else { return nil }
        return vocabularies[template]?.position(of: code).map { ranges[template].lowerBound + $0 }
    }

    /// The row of a fact by its whole key; `nil` where it has no fixed one.
    func row(template: Int, key: [ValueSet]) -> Int? {
        if key.count == 1, case .exactly(let value) = key[0] { return row(template: template, key: value) }
        guard key.count == 2, !ranges[template].isEmpty, case .exactly(let first) = key[0],
            case .exactly(let second) = key[1]
        else { return nil }
        return pairs[Pair(template: template, first: first, second: second)]
    }

    /// The rows of a relation that have a value at one end, in the order of their keys; `nil` for any other template.
    func related(template: Int, field: Int, value: FEELValue) -> [FactID]? {
        guard !ranges[template].isEmpty, vocabularies[template] == nil else { return nil }
        return ends[End(template: template, field: field, value: value)] ?? []
    }

    /// The code of a fixed row.
    func code(of row: Int) -> Vocabulary.Term? {
        let template = keys[row].template
        return vocabularies[template]?.codes[row - ranges[template].lowerBound]
    }

    /// What the vocabulary fixes for the code of a row; null where it fixes nothing. `nil` for a row without a code.
    func value(of attribute: String, ofRow row: Int) -> UncertainValue? {
        let template = keys[row].template
        guard vocabularies[template] != nil else { return nil }
        for position in attributes[template].indices where attributes[template][position].name == attribute {
            return attributes[template][position].values[row - ranges[template].lowerBound]
        }
        return UncertainValue(.null)
    }

    /// The vocabulary of the keys of a template with a row for each code.
    func vocabulary(of template: Int) -> Vocabulary? { vocabularies[template] }
}

extension Vocabulary {
    /// What is fixed for each code in its order, of the attributes that expressions see.
    fileprivate var columns: [(name: String, values: [UncertainValue])] {
        Set(codes.flatMap(\.attributes.keys)).sorted().compactMap { name in
            let values = codes.map { $0.value(name) }
            return values.contains { $0 != nil } ? (name, values.map { UncertainValue($0 ?? .null) }) : nil
        }
    }
}

extension RuleBase {
    /// The pairs of a relation, each once, in the order of their keys; none for a template that is no relation, or one of
    /// which each code is a fact by itself.
    fileprivate func pairs(of template: Template) -> [(FEELValue, FEELValue)] {
        guard let relation = template.relation, let attribute = relation.attribute,
            let vocabulary = vocabulary(relation.vocabulary)
        else { return [] }
        let pairs = vocabulary.codes.flatMap { code in
            Set(code.codes(attribute) + [code.string(attribute)].compactMap(\.self))
                .map { (FEELValue.string(code.code), FEELValue.string($0)) }
        }
        return pairs.sorted { left, right in
            FEELValue.inFixedOrder(left.0 == right.0 ? left.1 : left.0, left.0 == right.0 ? right.1 : right.0)
        }
    }
}
