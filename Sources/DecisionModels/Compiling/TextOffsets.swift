import RuleEngine

/// The texts of a program in a row, so that a single number says where a note belongs.
struct TextOffsets: Sendable {
    private var texts: [ModelText] = []
    private var starts: [Int] = []
    private var end = 0

    /// - Returns: where the text begins.
    mutating func add(_ text: ModelText) -> Int {
        let start = end
        texts.append(text)
        starts.append(start)
        // An empty place at the end of a text is not the start of the next one.
        end += text.text.utf8.count + 1
        return start
    }

    /// The place of a part; `nil` for what stands in no text.
    func span(_ range: Range<Int>) -> SourceSpan? {
        guard !range.isEmpty else { return nil }
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let (text, start) = (texts[low - 1], starts[low - 1])
        return text.span(range.lowerBound - start..<min(range.upperBound - start, text.text.utf8.count))
    }
}
