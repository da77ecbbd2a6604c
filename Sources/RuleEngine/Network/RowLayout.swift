/// Where facts lie whose key is one code of a vocabulary: one row for each code, template by template.
///
/// Shared by all sessions behind one reference, as a table of facts is copied often.
final class RowLayout: Sendable {
    /// The first row of each template; `nil` where the facts that can exist are not known beforehand.
    private let bases: [Int?]
    private let vocabularies: [Vocabulary?]
    /// The template and the key of each row.
    let keys: [(template: Int, key: [ValueSet])]
    /// The rows while no fact is there.
    let blank: [Fact]

    /// What conclusions wait for that rest on the fact of a row while it is open.
    let awaiting: [[InputID]]

    /// By row, its place among the rows of its template in the order of their keys.
    let ranks: [Int32]

    /// The rows of which the code is in force only for a time.
    let isLimited: [Bool]

    var count: Int { keys.count }

    init(_ ruleBase: RuleBase) {
        var bases: [Int?] = []
        var vocabularies: [Vocabulary?] = []
        var keys: [(template: Int, key: [ValueSet])] = []
        var isLimited: [Bool] = []
        for (index, template) in ruleBase.templates.enumerated() {
            guard template.key.count == 1, case .code(let name) = template.key[0].type,
                let vocabulary = ruleBase.vocabulary(name)
            else {
                bases.append(nil)
                vocabularies.append(nil)
                continue
            }
            bases.append(keys.count)
            vocabularies.append(vocabulary)
            for code in vocabulary.codes {
                keys.append((index, [.exactly(.string(code.code))]))
                isLimited.append(code.validity != .always)
            }
        }
        var ranks: [Int32] = Array(repeating: 0, count: keys.count)
        let sorted = keys.indices.sorted { left, right in
            guard case .exactly(let one) = keys[left].key[0], case .exactly(let two) = keys[right].key[0] else { return false }
            return FEELValue.inFixedOrder(one, two)
        }
        for (rank, row) in sorted.enumerated() { ranks[row] = Int32(rank) }
        self.ranks = ranks
        self.bases = bases
        self.vocabularies = vocabularies
        self.keys = keys
        blank = keys.map { Fact(template: $0.template, key: $0.key) }
        awaiting = keys.indices.map { [.awaiting(FactID($0))] }
        self.isLimited = isLimited
    }

    /// The rows of a template; empty where it has no fixed ones.
    func range(_ template: Int) -> Range<Int> {
        guard let base = bases[template], let vocabulary = vocabularies[template] else { return 0..<0 }
        return base..<base + vocabulary.codes.count
    }

    /// The row of a fact; `nil` where it has no fixed one.
    func row(template: Int, key: FEELValue) -> Int? {
        guard let base = bases[template], case .string(let code) = key else { return nil }
        return vocabularies[template]?.position(of: code).map { base + $0 }
    }

    /// The code of a fixed row.
    func code(of row: Int) -> Vocabulary.Code? {
        let template = keys[row].template
        guard let base = bases[template] else { return nil }
        return vocabularies[template]?.codes[row - base]
    }

    /// The vocabulary of the keys of a template with fixed rows.
    func vocabulary(of template: Int) -> Vocabulary? { vocabularies[template] }
}
