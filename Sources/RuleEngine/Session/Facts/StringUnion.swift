/// The union of lists of texts: as `FieldCombination` combines them, one after the other and without lists in between.
struct StringUnion {
    /// In their order, each once.
    private var texts: [String] = []
    /// Whether each is surely a member.
    private var isSure: [Bool] = []

    /// Takes a contribution.
    ///
    /// - Parameter isCertain: it is there in every completion.
    /// - Returns: `false` where it is not a list of known texts, so that nothing is to be had here.
    mutating func add(_ set: ValueSet, isCertain: Bool) -> Bool {
        switch set {
        case .exactly(.string(let text)): add(text, isCertain)
        case .exactly(.null): break
        case .exactly(.list(let values)):
            for value in values {
                guard case .string(let text) = value else { return false }
                add(text, isCertain)
            }
        case .list(let list):
            guard !list.open else { return false }
            for member in list.members {
                guard case .exactly(.string(let text)) = member.value else { return false }
                add(text, isCertain && member.certain)
            }
        case .exactly, .oneOf, .numbers, .context, .anything: return false
        }
        return true
    }

    private mutating func add(_ text: String, _ isCertain: Bool) {
        // They mostly come in their order.
        guard let last = texts.last, !(last < text) else {
            texts.append(text)
            isSure.append(isCertain)
            return
        }
        var (low, high) = (0, texts.count)
        while low < high {
            let middle = (low + high) / 2
            if texts[middle] < text { low = middle + 1 } else { high = middle }
        }
        // Other spellings of the same letters are other texts.
        while low < texts.count, texts[low] == text {
            if texts[low].hasSameScalars(as: text) {
                if isCertain { isSure[low] = true }
                return
            }
            low += 1
        }
        texts.insert(text, at: low)
        isSure.insert(isCertain, at: low)
    }

    /// The union: first the members that are sure, then the others, each in the order of their texts.
    var set: ValueSet {
        let count = isSure.count { $0 }
        if count == texts.count { return .exactly(.list(texts.map { .string($0) })) }
        var members: [UncertainList.Member] = []
        members.reserveCapacity(texts.count)
        for certain in [true, false] {
            for index in texts.indices where isSure[index] == certain {
                members.append(UncertainList.Member(.exactly(.string(texts[index])), certain: certain))
            }
        }
        return .list(UncertainList(members: members, open: false, distinct: true, unordered: true))
    }
}
