/// How a call of a function is said: a sentence with places for the arguments.
///
/// `{0}` is the first argument, `{*}` all arguments as one list, `{*1}` those from the second on, and
/// `{1|digit|digits}` an argument with the noun that it counts.
struct CallWording: Sendable {
    private let text: LocalizedText
    /// What is said where the statement is denied; `nil` for a value.
    private let opposite: LocalizedText?
    /// Whether a statement tells the values that its arguments have.
    private let tellsValues: Bool

    /// A value.
    init(nl: String, en: String) {
        text = LocalizedText(nl: nl, en: en)
        opposite = nil
        tellsValues = false
    }

    /// A statement.
    init(nl: String, not nlOpposite: String, en: String, not enOpposite: String, tellsValues: Bool = true) {
        text = LocalizedText(nl: nl, en: en)
        self.tellsValues = tellsValues
        opposite = LocalizedText(nl: nlOpposite, en: enOpposite)
    }

    var isStatement: Bool { opposite != nil }

    /// Whether the wording has a place for each of the arguments and no more.
    func takes(_ count: Int) -> Bool {
        let places = pieces(text.nl).compactMap(\.place)
        if let rest = places.compactMap(\.rest).first { return count > rest }
        return count == (places.compactMap(\.index).max() ?? -1) + 1
    }

    func phrase(_ language: Language, _ arguments: [FEELExpression], _ verbalizer: Verbalizer) -> Phrase {
        let pieces = pieces(text[language])
        let isList = pieces.contains { $0.place?.rest != nil }
        let words = pieces.indices.map { index in
            said(pieces[index], in: index == pieces.count - 1 && !isList ? .end : .middle, arguments, verbalizer.values)
            {
                verbalizer.phrase($0).text(in: $1)
            }
        }
        let isLoose = pieces.first?.place != nil || text[language].contains(",")
        let form: Phrase.Form = arguments.isEmpty ? .word : isList && !isOnePlace(arguments) ? .power : .tail
        return Phrase(words.joined(), isLoose ? .loose : form)
    }

    /// One argument that is no list of several members reads as one thing.
    private func isOnePlace(_ arguments: [FEELExpression]) -> Bool {
        guard arguments.count == 1 else { return false }
        if case .list(let items) = arguments[0].kind { return items.count < 2 }
        return true
    }

    /// - Parameter expected: `false` gives the opposite.
    func statement(
        _ expected: Bool, _ language: Language, _ arguments: [FEELExpression], _ verbalizer: Verbalizer
    ) -> String {
        let text = expected ? text : opposite ?? text
        return pieces(text[language]).map { piece in
            said(piece, in: .side, arguments, verbalizer.values) {
                tellsValues ? verbalizer.argument($0, in: $1) : verbalizer.phrase($0).text(in: $1)
            }
        }.joined()
    }

    // MARK: Places

    private struct Piece {
        var text = ""
        var place: Place?
    }

    private struct Place {
        /// An argument by its number.
        var index: Int?
        /// The number of the first argument of a list.
        var rest: Int?
        /// What the argument counts: one, and several.
        var noun: (one: Substring, several: Substring)?
    }

    private func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        for part in text.split(separator: "{", omittingEmptySubsequences: true) {
            guard let end = part.firstIndex(of: "}") else {
                pieces.append(Piece(text: String(part)))
                continue
            }
            let inner = part[..<end].split(separator: "|")
            var place = Place()
            if let first = inner.first {
                if first.hasPrefix("*") { place.rest = Int(first.dropFirst()) ?? 0 } else { place.index = Int(first) }
            }
            if inner.count == 3 { place.noun = (inner[1], inner[2]) }
            pieces.append(Piece(place: place))
            let after = part[part.index(after: end)...]
            if !after.isEmpty { pieces.append(Piece(text: String(after))) }
        }
        return pieces
    }

    private func said(
        _ piece: Piece, in place: Phrase.Place, _ arguments: [FEELExpression], _ values: ValueText,
        say: (FEELExpression, Phrase.Place) -> String
    ) -> String {
        guard let hole = piece.place else { return piece.text }
        if let rest = hole.rest {
            var items = Array(arguments.dropFirst(rest))
            if items.count == 1, case .list(let members) = items[0].kind, members.count > 1 { items = members }
            return items.count == 1 ? say(items[0], .end) : values.list(items.map { say($0, .middle) })
        }
        guard let index = hole.index, arguments.indices.contains(index) else { return "" }
        let words = say(arguments[index], place)
        guard let noun = hole.noun else { return words }
        return "\(words) \(arguments[index].kind == .number(.one) ? noun.one : noun.several)"
    }
}
