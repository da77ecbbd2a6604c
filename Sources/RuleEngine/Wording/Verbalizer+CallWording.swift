/// The words of a call, out of the wording that its function carries.
extension Verbalizer {
    func phrase(_ text: LocalizedText, _ arguments: [FEELExpression]) -> Phrase {
        let pieces = CallWording.pieces(text[language])
        let isList = pieces.contains { $0.hole?.rest != nil }
        let words = pieces.indices.map { index in
            said(pieces[index], in: index == pieces.count - 1 && !isList ? .end : .middle, arguments) {
                phrase($0).text(in: $1)
            }
        }
        let isLoose = pieces.first?.hole != nil || text[language].contains(",")
        let form: Phrase.Form = arguments.isEmpty ? .word : isList && !isOneThing(arguments) ? .power : .tail
        return Phrase(words.joined(), isLoose ? .loose : form)
    }

    /// One argument that is no list of several members reads as one thing.
    private func isOneThing(_ arguments: [FEELExpression]) -> Bool {
        guard arguments.count == 1 else { return false }
        if case .list(let items) = arguments[0].kind { return items.count < 2 }
        return true
    }

    func statement(_ text: LocalizedText, _ arguments: [FEELExpression], tellsValues: Bool) -> String {
        CallWording.pieces(text[language]).map { piece in
            said(piece, in: .side, arguments) {
                tellsValues ? argument($0, in: $1) : phrase($0).text(in: $1)
            }
        }.joined()
    }

    private func said(
        _ piece: CallWording.Piece, in place: Phrase.Place, _ arguments: [FEELExpression],
        say: (FEELExpression, Phrase.Place) -> String
    ) -> String {
        guard let hole = piece.hole else { return piece.text }
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
