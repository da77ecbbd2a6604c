import RuleEngine

/// Words to look for in texts: one word or several in a row, where `*` at an end stands for any letters.
///
/// Written with `;` between phrases: `slum*; no go area*`. Case is of no account, and a hyphen parts words.
package struct WordPhrase: Hashable, Sendable {
    private let words: [Pattern]

    /// One word, or a part of one.
    private struct Pattern: Hashable, Sendable {
        let text: String
        let isOpenBefore: Bool
        let isOpenBehind: Bool

        init(_ written: Substring) {
            isOpenBefore = written.hasPrefix("*")
            isOpenBehind = written.hasSuffix("*")
            text = written.filter { $0 != "*" }.lowercased()
        }

        func matches(_ word: String) -> Bool {
            switch (isOpenBefore, isOpenBehind) {
            case (false, false): word == text
            case (false, true): word.hasPrefix(text)
            case (true, false): word.hasSuffix(text)
            case (true, true): word.contains(text)
            }
        }
    }

    private init?(_ written: Substring) {
        words = written.split { $0 == " " || $0 == "-" || $0 == "_" }.map { Pattern($0) }.filter { !$0.text.isEmpty }
        guard !words.isEmpty else { return nil }
    }

    /// All phrases of a list; none where nothing is written.
    package static func list(_ text: String?) -> [WordPhrase] {
        (text ?? "").split(separator: ";").compactMap { WordPhrase($0) }
    }

    /// The byte with which each text begins that the phrase fits; `nil` where that may be any.
    var firstByte: UInt8? { words[0].isOpenBefore ? nil : words[0].text.utf8.first }

    /// Where the phrase first occurs: the stretch of the text in UTF-8 offsets.
    package func range(in words: [Word]) -> Range<Int>? {
        guard words.count >= self.words.count else { return nil }
        return (0...words.count - self.words.count).lazy.compactMap { self.range(in: words, at: $0) }.first
    }

    /// The stretch of the text that the phrase fits from a word on.
    func range(in words: [Word], at start: Int) -> Range<Int>? {
        guard start + self.words.count <= words.count,
            self.words.indices.allSatisfy({ self.words[$0].matches(words[start + $0].text) })
        else { return nil }
        return words[start].range.lowerBound..<words[start + self.words.count - 1].range.upperBound
    }

    /// A word of a text, in lower case, and where it stands, in UTF-8 offsets.
    package struct Word: Hashable, Sendable {
        package let text: String
        package let range: Range<Int>

        /// The words of a text: letters and digits in a row. What stands in braces is a value, not a word.
        package static func all(in text: String) -> [Word] {
            var result: [Word] = []
            var word = ""
            var (start, offset) = (0, 0)
            var isValue = false
            for character in text {
                if character == "{" { isValue = true } else if character == "}" { isValue = false }
                if !isValue, character.isLetter || character.isNumber {
                    if word.isEmpty { start = offset }
                    word.append(character)
                } else if !word.isEmpty {
                    result.append(Word(text: word.lowercased(), range: start..<offset))
                    word = ""
                }
                offset += character.utf8.count
            }
            if !word.isEmpty { result.append(Word(text: word.lowercased(), range: start..<offset)) }
            return result
        }
    }
}
