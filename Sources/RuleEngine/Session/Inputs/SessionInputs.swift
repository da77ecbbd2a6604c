/// All that a session is told: values of the record, facts, what the facts leave out, and what people overruled.
///
/// What is not given is not known; it is never false, zero or null.
///
///     var inputs = SessionInputs(date: date, values: [.init(name: "speed"): .exactly(.number(70))])
///     inputs.facts = [.init(template: "witness", key: [.string("Ann")])]
///     inputs.completeness = ["witness": .complete]   // there is no other witness
public struct SessionInputs: Sendable {
    /// A fact from outside: `SessionInputs.InputFact(template: "witness", key: [.string("Ann")])`.
    public struct InputFact: Hashable, Sendable {
        /// The name of its template, one with `input: true`.
        public let template: String
        /// One value for each key field of the template, in its order.
        public let key: [FEELValue]
        /// Fields by name; a field that is left out is not known.
        public let fields: [String: ValueSet]
        /// `false`: the fact may also not be there.
        public let isCertain: Bool

        /// A fact with its key, and what is known of its other fields.
        public init(
            template: String, key: [FEELValue], fields: [String: ValueSet] = [:], isCertain: Bool = true
        ) {
            self.template = template
            self.key = key
            self.fields = fields
            self.isCertain = isCertain
        }

        /// The same fact, with fields that are the same and written alike.
        public static func == (left: InputFact, right: InputFact) -> Bool {
            left.template == right.template && left.key == right.key && left.isCertain == right.isCertain
                && left.fields.isSame(as: right.fields)
        }
    }

    /// Which facts of an input template the session can count on being absent when they are not listed.
    public enum Completeness: Hashable, Sendable {
        /// All facts are listed.
        case complete
        /// Of these first key values it is known whether there are facts; of others nothing is.
        case asked([FEELValue])
    }

    /// A person's decision on a finding, with the reason; it takes the place of what rules conclude.
    package struct Overrule: Hashable, Sendable {
        package enum Verdict: String, CaseIterable, Sendable {
            /// The finding does not hold.
            case rejected
            /// The finding holds.
            case added
        }

        package let finding: FindingID
        package let verdict: Verdict
        package let reason: String

        package init(finding: FindingID, verdict: Verdict, reason: String) {
            self.finding = finding
            self.verdict = verdict
            self.reason = reason
        }
    }

    /// The day of the analysis: what is in force on that day applies.
    public var date: FEELDate
    /// What is known of named values; a value that is not listed can be all that its type allows.
    public var values: [RecordSchema.Slot: ValueSet]
    /// The same by number, where a record comes as a row. What `values` names goes before it.
    package var record: RecordRow?
    /// Facts from outside. Those of a template that rules conclude are taken as given: each is there as it is told, and
    /// rules neither conclude it nor add to it. So a rule can be tried apart from those that feed it.
    public var facts: [InputFact]
    /// By template; a template that is not listed is open: any fact of it may be there. Of a template that rules conclude,
    /// `.complete` says that nothing but what is listed holds, whatever rules conclude.
    public var completeness: [String: Completeness]
    package var overrules: [Overrule]
    /// Where named values come from, for explanations; no rule reads it. A value that is set anew loses it.
    public var origins: [RecordSchema.Slot: any InputOrigin] = [:]

    /// What is known on a day; all that is left out is not known.
    public init(
        date: FEELDate, values: [RecordSchema.Slot: ValueSet] = [:], facts: [InputFact] = [],
        completeness: [String: Completeness] = [:]
    ) {
        self.init(date: date, values: values, record: nil, facts: facts, completeness: completeness, overrules: [])
    }

    package init(
        date: FEELDate, values: [RecordSchema.Slot: ValueSet] = [:], record: RecordRow? = nil, facts: [InputFact] = [],
        completeness: [String: Completeness] = [:], overrules: [Overrule] = []
    ) {
        self.date = date
        self.values = values
        self.record = record
        self.facts = facts
        self.completeness = completeness
        self.overrules = overrules
    }

    /// What is given of a named value; `nil` where nothing is.
    public func value(of slot: RecordSchema.Slot) -> ValueSet? { values[slot] ?? record?[slot] }

    /// Gives a named value; `nil` makes it unknown.
    public mutating func set(_ slot: RecordSchema.Slot, to set: ValueSet?) {
        values[slot] = set
        origins[slot] = nil
        record?.forget(slot)
    }
}
