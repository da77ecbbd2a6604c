/// A place where an expression is good FEEL and yet cannot mean what its author meant: what is wrong, and how to repair
/// it.
///
/// An error can never be meant: it gives null whatever the inputs are, or asks for a value that does not exist. A
/// warning is a part that does nothing, as far as the ranges of the inputs tell.
package struct FEELTypeFinding: Hashable, Sendable {
    package let severity: Diagnostic.Severity
    package let message: LocalizedText
    /// UTF-8 offsets in the text that was parsed.
    package let range: Range<Int>
    package let hint: LocalizedText
    /// Kind of mistake, `feel/name`; stable over versions.
    package let code: String

    /// A comparison is found to be true whatever the inputs are.
    let isAlwaysTrue: Bool
    /// The text that no value can be.
    let missingText: String?

    init(_ mistake: FEELTypeMistake, at range: Range<Int>) {
        isAlwaysTrue = if case .constantComparison(true, _, _) = mistake { true } else { false }
        missingText = if case .impossibleText(let text, _, _) = mistake { text } else { nil }
        severity = mistake.severity
        message = mistake.message
        hint = mistake.hint
        code = "feel/" + mistake.name
        self.range = range
    }
}

/// A mistake against types, with what its message needs.
enum FEELTypeMistake: Hashable, Sendable {
    /// Values of these types never compare: `3 > "a"`.
    case incomparable(FEELType, FEELType)
    /// `x = "67"` where `x` is a number.
    case quotedNumber(String)
    /// `x = null` where `x` is never null.
    case neverNull(String)
    /// A comparison with null that is not `=` or `!=`.
    case comparedWithNull(FEELExpression.BinaryOperator)
    /// `x = "gren"` where `x` is "green" or "red".
    case impossibleText(String, subject: String, allowed: [String])
    /// A comparison that comes out the same whatever the inputs are.
    case constantComparison(Bool, subject: String, FEELType)
    /// `3 + "a"`
    case cannotCombine(FEELExpression.BinaryOperator, FEELType, FEELType)
    case cannotNegate(FEELType)
    case divisionByZero
    /// A condition that is neither true nor false.
    case notBoolean(ConditionRole, FEELType)
    case wrongArgument(function: String, parameter: Builtin.Parameter, FEELType)
    case wrongNumberOfArguments(function: String, forms: [String], given: Int)
    case wrongArgumentName(String, function: String, known: [String])
    /// A call with fixed arguments that gives null, and why.
    case failingCall(LocalizedText)
    case notAFunction(FEELType)
    case noMember(String, FEELType, known: [String])
    /// `list[colur = "red"]` where the members have no such key.
    case unknownItemName(String, known: [String])
    /// A branch of `if` that is never taken; the condition is always true, or never.
    case unreachable(FEELKeyword, conditionHolds: Bool)
    case notTemporal(String)
    case badRange(FEELType, FEELType)
    case emptyRange
    case notSteppable(FEELType)
    case keyTwice(String)
    /// `sum(x)` where `x` is one number.
    case singleValue(function: String, subject: String)

    /// Where a condition stands.
    enum ConditionRole: Hashable, Sendable {
        case `if`, filter, satisfies, and, or, not
        /// The whole expression is a condition.
        case whole
    }
}

extension Builtin.Parameter: Hashable {
    package static func == (left: Builtin.Parameter, right: Builtin.Parameter) -> Bool {
        left.name == right.name && left.kind == right.kind && left.optional == right.optional
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

// MARK: - Wordings

extension FEELTypeMistake {
    fileprivate var severity: Diagnostic.Severity {
        switch self {
        case .constantComparison, .unreachable, .emptyRange, .singleValue: .warning
        default: .error
        }
    }

    fileprivate var name: String {
        switch self {
        case .incomparable, .quotedNumber, .comparedWithNull: "never-comparable"
        case .neverNull: "never-null"
        case .impossibleText: "impossible-value"
        case .constantComparison(let holds, _, _): holds ? "always-true" : "never-true"
        case .cannotCombine, .cannotNegate: "wrong-operand"
        case .divisionByZero: "division-by-zero"
        case .notBoolean: "not-boolean"
        case .wrongArgument: "wrong-argument"
        case .wrongNumberOfArguments: "wrong-number-of-arguments"
        case .wrongArgumentName: "wrong-argument-name"
        case .failingCall: "failing-call"
        case .notAFunction: "not-a-function"
        case .noMember, .unknownItemName: "no-member"
        case .unreachable: "unreachable"
        case .notTemporal: "not-temporal"
        case .badRange: "bad-range"
        case .emptyRange: "empty-range"
        case .notSteppable: "not-steppable"
        case .keyTwice: "key-twice"
        case .singleValue: "single-value"
        }
    }

    fileprivate var message: LocalizedText {
        switch self {
        case .incomparable(let left, let right):
            LocalizedText(
                nl: "Hier wordt \(left.title.nl) vergeleken met \(right.title.nl); dat is nooit waar.",
                en: "Here \(left.title.en) is compared with \(right.title.en); that is never true.")
        case .quotedNumber(let text):
            LocalizedText(
                nl: "\"\(text)\" is hier een tekst, geen getal; de vergelijking is nooit waar.",
                en: "\"\(text)\" is a text here, no number; the comparison is never true.")
        case .neverNull(let subject):
            LocalizedText(
                nl: "'\(subject)' is nooit null, dus deze vergelijking zegt niets.",
                en: "'\(subject)' is never null, so this comparison says nothing.")
        case .comparedWithNull(let sign):
            LocalizedText(
                nl: "'\(sign.rawValue)' met null is nooit waar.", en: "'\(sign.rawValue)' with null is never true.")
        case .impossibleText(let text, let subject, _):
            LocalizedText(
                nl: "\"\(text)\" komt bij '\(subject)' niet voor.", en: "\"\(text)\" does not occur as '\(subject)'.")
        case .constantComparison(let holds, let subject, let type):
            LocalizedText(
                nl: "Deze vergelijking is \(holds ? "altijd" : "nooit") waar: '\(subject)' is hier \(type.extent.nl).",
                en: "This comparison is \(holds ? "always" : "never") true: '\(subject)' is \(type.extent.en) here.")
        case .cannotCombine(let sign, let left, let right):
            LocalizedText(
                nl: "'\(sign.rawValue)' past niet op \(left.title.nl) en \(right.title.nl).",
                en: "'\(sign.rawValue)' does not apply to \(left.title.en) and \(right.title.en).")
        case .cannotNegate(let type):
            LocalizedText(
                nl: "Een minteken past niet op \(type.title.nl).",
                en: "A minus sign does not apply to \(type.title.en).")
        case .divisionByZero:
            LocalizedText(nl: "Delen door nul geeft geen waarde.", en: "Division by zero gives no value.")
        case .notBoolean(let index, let type):
            LocalizedText(
                nl: "\(index.title.nl) hoort waar of onwaar te staan; hier staat \(type.title.nl).",
                en: "\(index.title.en) true or false is needed; here stands \(type.title.en).")
        case .wrongArgument(let function, let parameter, let type):
            LocalizedText(
                nl:
                    "'\(function)' verwacht bij '\(parameter.name)' \(parameter.kind.title.nl); hier staat \(type.title.nl).",
                en:
                    "'\(function)' expects \(parameter.kind.title.en) for '\(parameter.name)'; here stands \(type.title.en)."
            )
        case .wrongNumberOfArguments(let function, _, let given):
            LocalizedText(
                nl: "'\(function)' is niet aan te roepen met \(given) \(given == 1 ? "waarde" : "waarden").",
                en: "'\(function)' cannot be called with \(given) \(given == 1 ? "argument" : "arguments").")
        case .wrongArgumentName(let name, let function, _):
            LocalizedText(
                nl: "'\(function)' kent geen waarde met de naam '\(name)'.",
                en: "'\(function)' has no argument named '\(name)'.")
        case .failingCall(let reason):
            LocalizedText(nl: "Dit geeft altijd null: \(reason.nl)", en: "This always gives null: \(reason.en)")
        case .notAFunction(let type):
            LocalizedText(
                nl: "Wat hier wordt aangeroepen, is geen functie maar \(type.title.nl).",
                en: "What is called here is no function but \(type.title.en).")
        case .noMember(let name, let type, _):
            LocalizedText(
                nl: "Na de punt staat '\(name)'; voor de punt staat \(type.title.nl) zonder dat onderdeel.",
                en: "'\(name)' stands behind the point; before it stands \(type.title.en) without that part.")
        case .unknownItemName(let name, _):
            LocalizedText(
                nl: "De leden van deze lijst hebben geen '\(name)'.", en: "The members of this list have no '\(name)'.")
        case .unreachable(let branch, let holds):
            LocalizedText(
                nl:
                    "Deze '\(branch.rawValue)' komt nooit aan de beurt: de voorwaarde is \(holds ? "altijd" : "nooit") waar.",
                en: "This '\(branch.rawValue)' is never reached: the condition is \(holds ? "always" : "never") true.")
        case .notTemporal(let text):
            LocalizedText(
                nl: "\"\(text)\" is geen datum, tijd of duur.", en: "\"\(text)\" is no date, time or duration.")
        case .badRange(let low, let high):
            LocalizedText(
                nl: "Een bereik kan niet lopen van \(low.title.nl) tot \(high.title.nl).",
                en: "A range cannot run from \(low.title.en) to \(high.title.en).")
        case .emptyRange:
            LocalizedText(
                nl: "Dit bereik is leeg: de ondergrens ligt boven de bovengrens.",
                en: "This range is empty: the lower bound lies above the upper bound.")
        case .notSteppable(let type):
            LocalizedText(
                nl: "Hier kunnen alleen getallen of datums doorlopen worden; hier staat \(type.title.nl).",
                en: "Only numbers or dates can be stepped through; here stands \(type.title.en).")
        case .keyTwice(let key):
            LocalizedText(
                nl: "De sleutel '\(key)' staat twee keer in deze context.",
                en: "The key '\(key)' stands twice in this context.")
        case .singleValue(let function, let subject):
            LocalizedText(
                nl: "'\(function)' krijgt hier één waarde: '\(subject)' is geen lijst.",
                en: "'\(function)' gets a single value here: '\(subject)' is no list.")
        }
    }

    fileprivate var hint: LocalizedText {
        switch self {
        case .incomparable:
            LocalizedText(
                nl: "vergelijk waarden van dezelfde soort", en: "compare values of the same kind")
        case .quotedNumber(let text):
            LocalizedText(nl: "schrijf \(text) zonder aanhalingstekens", en: "write \(text) without quotation marks")
        case .neverNull:
            LocalizedText(
                nl: "laat deze vergelijking weg; wat niemand weet is onbekend, niet null",
                en: "leave this comparison out; what nobody knows is unknown, not null")
        case .comparedWithNull:
            LocalizedText(
                nl: "vergelijk met een waarde; of iets null is, vraagt u met '= null'",
                en: "compare with a value; whether something is null is asked by '= null'")
        case .impossibleText(let text, _, let allowed):
            .choice(of: text, among: allowed)
        case .constantComparison:
            LocalizedText(
                nl: "controleer het teken en de grens, of laat de vergelijking weg",
                en: "check the sign and the threshold, or leave the comparison out")
        case .cannotCombine(.add, let left, let right)
        where left.withoutNull.kind == .string || right.withoutNull.kind == .string:
            LocalizedText(
                nl: "maak van de andere waarde een tekst met string(…)",
                en: "make a text of the other value by string(…)")
        case .cannotCombine, .cannotNegate:
            LocalizedText(
                nl: "reken met waarden van een soort die past", en: "calculate with values of a kind that fits")
        case .divisionByZero:
            LocalizedText(nl: "deel door iets anders dan 0", en: "divide by something other than 0")
        case .notBoolean(_, let type):
            LocalizedText(
                nl: "schrijf een vergelijking, zoals \(type.exampleCondition)",
                en: "write a comparison, such as \(type.exampleCondition)")
        case .wrongArgument(_, let parameter, _):
            LocalizedText(nl: "geef \(parameter.kind.title.nl)", en: "give \(parameter.kind.title.en)")
        case .wrongNumberOfArguments(_, let forms, _):
            .forms(forms)
        case .wrongArgumentName(let name, _, let known), .unknownItemName(let name, let known),
            .noMember(let name, _, let known):
            .choice(of: name, among: known)
        case .failingCall:
            LocalizedText(nl: "verbeter de waarde tussen de haakjes", en: "correct the value between the brackets")
        case .notAFunction:
            LocalizedText(nl: "laat de haakjes weg", en: "leave the brackets out")
        case .unreachable:
            LocalizedText(
                nl: "controleer de voorwaarde, of laat de 'if' weg", en: "check the condition, or leave the 'if' out")
        case .notTemporal:
            LocalizedText(
                nl: "schrijf bijvoorbeeld @\"2020-03-31\", @\"14:30:00\", @\"P3D\" of @\"P2Y\"",
                en: "write for example @\"2020-03-31\", @\"14:30:00\", @\"P3D\" or @\"P2Y\"")
        case .badRange:
            LocalizedText(
                nl: "gebruik twee grenzen van dezelfde soort die een volgorde hebben",
                en: "use two bounds of the same kind that have an order")
        case .emptyRange:
            LocalizedText(nl: "draai de grenzen om", en: "swap the bounds")
        case .notSteppable:
            LocalizedText(nl: "schrijf bijvoorbeeld 1..10", en: "write for example 1..10")
        case .keyTwice:
            LocalizedText(nl: "geef een van beide een andere naam", en: "give one of them another name")
        case .singleValue(let function, let subject):
            LocalizedText(
                nl: "schrijf ‘\(subject)’ zonder \(function), of geef meer waarden",
                en: "write ‘\(subject)’ without \(function), or give more values")
        }
    }
}

extension FEELTypeMistake.ConditionRole {
    fileprivate var title: LocalizedText {
        switch self {
        case .if: LocalizedText(nl: "Achter 'if'", en: "Behind 'if'")
        case .filter: LocalizedText(nl: "Tussen '[' en ']'", en: "Between '[' and ']'")
        case .satisfies: LocalizedText(nl: "Achter 'satisfies'", en: "Behind 'satisfies'")
        case .and: LocalizedText(nl: "Bij 'and'", en: "With 'and'")
        case .or: LocalizedText(nl: "Bij 'or'", en: "With 'or'")
        case .not: LocalizedText(nl: "In 'not(…)'", en: "In 'not(…)'")
        case .whole: LocalizedText(nl: "Als voorwaarde", en: "As a condition")
        }
    }
}

extension FEELType {
    /// The numbers that it can be, in words: "meer dan 60 en hoogstens 100".
    fileprivate var extent: LocalizedText {
        guard let interval, interval.low != nil || interval.high != nil else { return title }
        if let point = interval.point { return LocalizedText(nl: "altijd \(point)", en: "always \(point)") }
        let low = interval.low.map { low in
            interval.lowIncluded
                ? LocalizedText(nl: "minstens \(low)", en: "at least \(low)")
                : LocalizedText(nl: "meer dan \(low)", en: "more than \(low)")
        }
        let high = interval.high.map { high in
            interval.highIncluded
                ? LocalizedText(nl: "hoogstens \(high)", en: "at most \(high)")
                : LocalizedText(nl: "minder dan \(high)", en: "less than \(high)")
        }
        let ends = [low, high].compactMap { $0 }
        return LocalizedText(
            nl: ends.map(\.nl).joined(separator: " en "), en: ends.map(\.en).joined(separator: " and "))
    }

    fileprivate var exampleCondition: String { has(.string) ? "x = \"…\"" : "x > 0" }
}

extension LocalizedText {
    /// The nearest name, or all of them when they can be taken in at a glance.
    fileprivate static func choice(of name: String, among known: [String]) -> LocalizedText {
        if let near = Suggestion.nearest(to: name, among: known) {
            return LocalizedText(nl: "bedoelde u '\(near)'?", en: "did you mean '\(near)'?")
        }
        guard !known.isEmpty, known.count <= 12 else {
            return LocalizedText(nl: "controleer de spelling", en: "check the spelling")
        }
        let list = known.joined(separator: ", ")
        return LocalizedText(nl: "mogelijk zijn: \(list)", en: "possible are: \(list)")
    }

    fileprivate static func forms(_ forms: [String]) -> LocalizedText {
        LocalizedText(
            nl: "schrijf \(forms.joined(separator: " of "))", en: "write \(forms.joined(separator: " or "))")
    }
}
