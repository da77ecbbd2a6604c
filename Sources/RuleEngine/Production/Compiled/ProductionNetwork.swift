/// A production system compiled into a network of joins, immutable and shared by all sessions.
///
/// After Forgy (1982, *Rete: A Fast Algorithm for the Many Pattern/Many Object Pattern Match Problem*) with hashed
/// memories as in Doorenbos (1995, *Production Matching for Large Learning Systems*, chapter 2). We depart from both in
/// four points: a guard (`absent`, `exists`) remembers one fact that decides it instead of all; patterns that stand apart
/// are gates before the agenda instead of joins (see `ProductionPlan`); the changes of one firing are brought into the
/// network together, what comes before what goes, so that a match which holds before and after is never lost in between;
/// and a changed fact takes over the matches of the old one wherever none of the changed fields is read.
///
/// Everything is a row in an array and named by its number. Numbers of nodes grow from parent to child.
///
///     guard let network = ProductionNetwork(reading.ruleBase, set: "queue") else { return }
///     var session = ProductionSession(network)
public struct ProductionNetwork: Sendable {
    package let productionSet: ProductionSet
    let programs: ProgramStore
    var filters: [Filter] = []
    /// For each template, the filters that its facts may pass.
    var dispatches: [Dispatch] = []
    var dispatchFields: [DispatchField] = []
    var dispatchSlots: [DispatchSlot] = []
    var factIndexes: [FactIndex] = []
    var tokenIndexes: [TokenIndex] = []
    var nodes: [Node] = []
    var rules: [CompiledRule] = []
    /// The key parts of all token indexes.
    var keyParts: [KeyPart] = []
    /// The fields of all fact indexes.
    var keyFields: [Int32] = []
    /// The constants of all filters.
    var constants: [FieldConstant] = []
    /// For each template, where its fields begin in `fitting`.
    var fieldStarts: [Int32] = []
    /// For each field, the kinds of value that always fit, as bits.
    var fitting: [UInt8] = []
    /// The actions of all rules.
    var actions: [Action] = []
    /// The assignments of all actions.
    var assignments: [Assignment] = []
    /// The lists of all nodes and indexes, one behind the other.
    var lists: [Int32] = []

    init(productionSet: ProductionSet, programs: ProgramStore) {
        self.productionSet = productionSet
        self.programs = programs
    }

    /// What a fact must have by itself: a memory shared by all patterns that ask for the same.
    struct Filter: Sendable {
        let template: Int32
        /// In `constants`.
        let constants: Range<Int32>
        /// All constants but the first, by which facts are led here.
        let otherConstants: Range<Int32>
        /// Programs that read the fact at level 0; in `lists`.
        let tests: Range<Int32>
        /// The indexes over the facts that pass; in `lists`.
        let indexes: Range<Int32>
        /// The fields that any of its indexes reads.
        let reads: FieldSet
    }

    /// A field that must have a certain value.
    struct FieldConstant: Sendable {
        let field: Int32
        let value: CompactValue
    }

    /// Facts behind a filter, hashed on some fields.
    struct FactIndex: Sendable {
        let filter: Int32
        /// In `keyFields`.
        let fields: Range<Int32>
        /// Nodes that new facts go to, children before parents; in `lists`.
        var nodes: Range<Int32> = 0..<0
        /// Whether facts are looked up in it. Those that only begin matches are not: they meet the match without facts once.
        var isQueried = false
        /// The fields that decide what a fact matches behind it: those of the filter, the keys, and all tests further on.
        var reads = FieldSet()
    }

    /// Matches at a node, hashed on the values that a child looks up.
    struct TokenIndex: Sendable {
        /// In `keyParts`.
        let key: Range<Int32>
        /// The joins that use it, in `lists`; none for the index of a guard over its own tokens.
        var joins: Range<Int32> = 0..<0
    }

    /// A value that is looked up: a field of a fact of the match, or what a program computes of it.
    struct KeyPart: Hashable, Sendable {
        let level: Int16
        let field: Int16
        /// Negative: the field.
        let program: Int32
    }

    enum Kind: UInt8, Sendable {
        /// The match without facts.
        case root
        case join, absent, exists
        /// A pattern that stands apart, with the rule and the place among its gates.
        case gate
    }

    struct Node: Sendable {
        let kind: Kind
        let parent: Int32
        /// The number of facts in the matches of the parent, and so the level of this node's fact.
        let level: Int16
        let factIndex: Int32
        /// The matches that a new fact is compared with: those of the parent, or a guard's own.
        let tokenIndex: Int32
        /// Programs; in `lists`.
        let tests: Range<Int32>
        /// The indexes in which matches of this node stand for its joins; in `lists`.
        var indexes: Range<Int32> = 0..<0
        /// Guards below this node; in `lists`.
        var guards: Range<Int32> = 0..<0
        /// Rules whose joined patterns are complete here (for a gate: its rule); in `lists`.
        var rules: Range<Int32> = 0..<0
        /// The rule to name when this node goes beyond a limit.
        let exampleRule: Int32
    }

    /// A rule, numbered by salience, highest first, and then by name.
    struct CompiledRule: Sendable {
        /// Its number in the rule set.
        let source: Int
        let salience: Int
        /// Where its joined patterns are complete; negative when it never fires.
        var node: Int32
        /// The number of joined patterns.
        let levels: Int
        /// The nodes of its gates.
        var gates: [Int32]
        /// For each binding pattern of the text, its level; gates follow on the joined patterns.
        let order: [Int16]
        /// In `actions`.
        let actions: Range<Int32>
        /// The number of values that its actions name.
        let locals: Int
    }

    struct Action: Sendable {
        enum Kind: UInt8, Sendable { case bind, assert, modify, retract, halt }

        let kind: Kind
        /// The program, the template, or the level of the fact.
        var operand: Int32 = 0
        /// The new values; in `assignments`.
        var fields: Range<Int32> = 0..<0
    }

    /// A new value of a field.
    struct Assignment: Sendable {
        let field: Int32
        let program: Int32
        /// The value is a constant that fits the field.
        let isSafe: Bool
    }

    /// The most facts that one match holds.
    var levels: Int { rules.map { $0.levels + $0.gates.count }.max() ?? 0 }

    /// Whether all values of that kind fit a field; others have to be looked at.
    @inline(__always)
    func alwaysFits(_ kind: CompactValue.Kind, _ template: Int32, _ field: Int) -> Bool {
        fitting[Int(fieldStarts[Int(template)]) + field] & 1 << kind.rawValue != 0
    }

    func name(of rule: Int32) -> String { productionSet.rules[rules[Int(rule)].source].name }
}
