/// What a FEEL test sees of the subject of a session: named values, and contexts of named values.
///
/// Each name is a code of a vocabulary. A value that a session does not give is not known: it can be anything that the
/// type and range of the code allow.
///
/// Values are numbered, those without context first: `index(of:)` gives the number, `slots[number]` the name.
public struct RecordSchema: Sendable {
    /// A group of named values under one name, `context.x`: the same names, seen elsewhere or otherwise.
    package struct Context: Sendable {
        package let name: String
        package let title: LocalizedText
        package let vocabulary: String
        /// What is possible for each name when the context has a type of its own.
        package let domain: ValueSet?
    }

    /// One named value: `RecordSchema.Slot(name: "speed")`, `RecordSchema.Slot(context: "limit", name: "speed")`.
    public struct Slot: Hashable, Sendable {
        /// `nil` for the names that stand by themselves.
        public let context: String?
        /// The name itself.
        public let name: String

        /// `x`, or `context.x`.
        public init(context: String? = nil, name: String) {
            self.context = context
            self.name = name
        }

        /// As an expression names it: `x`, `context.x`.
        public var path: String { context.map { "\($0).\(name)" } ?? name }
    }

    package let name: String
    package let title: LocalizedText
    /// The vocabulary whose codes are names by themselves.
    package let vocabulary: String
    package let contexts: [Context]
    /// The first day that the rules are made for; `nil`: they speak of any day. It changes nothing in a run: on earlier
    /// days more is unknown, as parameters have no values.
    package let firstDay: FEELDate?
    /// All slots, those without context first, then context by context; the index is the number of the input.
    public let slots: [Slot]
    /// What is possible where nothing is given, per slot.
    public let domains: [ValueSet]
    /// The slots that hold a text: what looks like a number there is none.
    package let textSlots: Set<Int>
    private let indices: [Slot: Int]

    init(
        name: String, title: LocalizedText, vocabulary: String, contexts: [Context], slots: [Slot],
        domains: [ValueSet], textSlots: Set<Int> = [], firstDay: FEELDate? = nil
    ) {
        self.textSlots = textSlots
        self.name = name
        self.title = title
        self.vocabulary = vocabulary
        self.contexts = contexts
        self.firstDay = firstDay
        self.slots = slots
        self.domains = domains
        indices = Dictionary(
            slots.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of a named value; `nil` when the record has no such name.
    public func index(of slot: Slot) -> Int? { indices[slot] }

    package func context(named name: String) -> Context? { contexts.first { $0.name == name } }

    /// A record without names, for rule sets that look at facts only.
    static let empty = RecordSchema(
        name: "", title: LocalizedText(verbatim: ""), vocabulary: "", contexts: [], slots: [], domains: [])
}
