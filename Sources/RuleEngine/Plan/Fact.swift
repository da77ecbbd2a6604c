/// The number of a fact in a session. It stays the same as long as the session lives, also while the fact comes and
/// goes.
package struct FactID: Hashable, Comparable, Sendable {
    package let rawValue: Int32

    init(_ index: Int) { rawValue = Int32(index) }

    var index: Int { Int(rawValue) }

    package static func < (left: FactID, right: FactID) -> Bool { left.rawValue < right.rawValue }
}

/// Whether a row has a fact, and how sure that is.
enum FactState: UInt8, BitwiseCopyable, Sendable {
    case none, open, found

    /// What that says of the question whether the fact is there.
    var truth: Ternary {
        switch self {
        case .none: .false
        case .open: .either
        case .found: .true
        }
    }
}

/// A fact in a session: found, or open. `Session.finding(_:)` says which one it is.
public struct Fact: Sendable {
    /// Where a fact comes from: the inputs, a vocabulary, rules, or a person.
    package enum Origin: Hashable, Sendable {
        case input, relation, derived
        /// The inputs give it, in place of what rules would conclude.
        case assumed
        /// A person added it.
        case overrule(reason: String)
    }

    package let template: Int
    /// One set per key field; exact, except in the one fact that stands for "perhaps others".
    package let key: [ValueSet]
    package internal(set) var origin: Origin = .derived
    /// One value per other field.
    package internal(set) var fields: [UncertainValue] = []
    /// The fact is there or may be; a row without a fact says which fact could be.
    var isPresent = false
    /// Rules conclude it; otherwise it comes from outside, from a vocabulary or from a person.
    public var isConcluded: Bool { origin == .derived }
    /// Found: holds in every completion of what is not known. Otherwise open.
    public internal(set) var isCertain = false
    /// What an open fact waits for: inputs where it comes from outside; the fact itself where rules conclude it, as its
    /// justifications tell the rest. `Session.awaitedInputs(of:)` gives the inputs in either case.
    var origins: [InputID] = []
    /// Why it holds or may hold; those that hold first, and then in the order in which rules are decided.
    package internal(set) var justifications: [Justification] = []

    /// Grows with each change of what rules see of the fact.
    var version: UInt32 = 0
    /// Fields that are to be worked out anew, as justifications changed that they come from.
    var staleFields = FieldSet()

    /// A row for a fact that is not there.
    init(template: Int, key: [ValueSet]) {
        self.template = template
        self.key = key
    }

    /// Whether the fact is there, and how sure that is.
    var state: FactState { isPresent ? isCertain ? .found : .open : .none }

    /// The key where it is exact.
    package var exactKey: [FEELValue]? {
        let values = key.compactMap(\.exactValue)
        return values.count == key.count ? values : nil
    }

    /// A person added it.
    var isAdded: Bool { if case .overrule = origin { true } else { false } }

    /// Stands for any number of further facts.
    package var isAnonymous: Bool { exactKey == nil }
}
