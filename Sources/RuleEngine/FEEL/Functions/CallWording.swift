/// How a call of a function is said, as data: a sentence with places for the arguments, which the verbalizer fills.
///
/// `{0}` is the first argument, `{*}` all arguments as one list, `{*1}` those from the second on, and
/// `{1|digit|digits}` an argument with the noun that it counts.
///
///     .value(nl: "de rest van {0} gedeeld door {1}", en: "the remainder of {0} divided by {1}")
///     .statement(nl: "{0} is even", not: "{0} is niet even", en: "{0} is even", not: "{0} is not even")
struct CallWording: Sendable {
    /// What kind of words a call is said with.
    enum Form: Sendable {
        /// Names a value.
        case value(LocalizedText)
        /// States something; the opposite is said where it is denied. `tellsValues`: with the values of the arguments.
        case statement(LocalizedText, opposite: LocalizedText, tellsValues: Bool)
        /// Says the opposite of the only argument.
        case negation
    }

    let form: Form
    /// The argument that must be a function for these words to fit; `nil`: none.
    let functionIndex: Int?

    static func value(nl: String, en: String, ofFunction index: Int? = nil) -> CallWording {
        CallWording(form: .value(LocalizedText(nl: nl, en: en)), functionIndex: index)
    }

    static func statement(
        nl: String, not nlOpposite: String, en: String, not enOpposite: String, tellsValues: Bool = true
    ) -> CallWording {
        let opposite = LocalizedText(nl: nlOpposite, en: enOpposite)
        return CallWording(
            form: .statement(LocalizedText(nl: nl, en: en), opposite: opposite, tellsValues: tellsValues),
            functionIndex: nil)
    }

    static let negation = CallWording(form: .negation, functionIndex: nil)

    var isStatement: Bool {
        switch form {
        case .value: false
        case .statement, .negation: true
        }
    }

    /// Whether the wording has a place for each of the arguments and no more.
    func takes(_ arguments: [FEELExpression]) -> Bool {
        if let functionIndex {
            guard arguments.indices.contains(functionIndex), case .function = arguments[functionIndex].kind else {
                return false
            }
        }
        switch form {
        case .negation: return arguments.count == 1
        case .value(let text), .statement(let text, _, _):
            let holes = Self.pieces(text.nl).compactMap(\.hole)
            if let rest = holes.compactMap(\.rest).first { return arguments.count > rest }
            return arguments.count == (holes.compactMap(\.index).max() ?? -1) + 1
        }
    }
}

// MARK: - Holes

extension CallWording {
    /// A stretch of text, or a hole for an argument.
    struct Piece {
        var text = ""
        var hole: Hole?
    }

    struct Hole {
        /// An argument by its number.
        var index: Int?
        /// The number of the first argument of a list.
        var rest: Int?
        /// What the argument counts: one, and several.
        var noun: (one: Substring, several: Substring)?
    }

    static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        for part in text.split(separator: "{", omittingEmptySubsequences: true) {
            guard let end = part.firstIndex(of: "}") else {
                pieces.append(Piece(text: String(part)))
                continue
            }
            let inner = part[..<end].split(separator: "|")
            var hole = Hole()
            if let first = inner.first {
                if first.hasPrefix("*") { hole.rest = Int(first.dropFirst()) ?? 0 } else { hole.index = Int(first) }
            }
            if inner.count == 3 { hole.noun = (inner[1], inner[2]) }
            pieces.append(Piece(hole: hole))
            let after = part[part.index(after: end)...]
            if !after.isEmpty { pieces.append(Piece(text: String(after))) }
        }
        return pieces
    }
}
