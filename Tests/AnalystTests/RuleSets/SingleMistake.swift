import Analyst
import RuleEngine
import TestSupport

/// One slip of the hand in one rule file of the project.
struct SingleMistake: CustomStringConvertible {
    /// Kinds of slips.
    enum Kind: CaseIterable {
        case quote, colon, lessIndent, moreIndent, line, key, name, bracket, dash, comma, tab
    }

    let kind: Kind
    /// The number of the file, among those that are changed.
    let file: Int
    let line: Int
    let before: String
    let after: String
    /// The text of the whole file with the slip in it.
    let text: String

    var description: String { "\(kind) in line \(line): ‘\(before)’ → ‘\(after)’" }

    /// Makes slips until one fits; places are drawn from all lines of all files that hold something.
    static func random(in files: [SourceFile], using random: inout SeededGenerator) -> SingleMistake? {
        for _ in 0..<1_000 {
            guard let kind = Kind.allCases.randomElement(using: &random),
                let number = files.indices.randomElement(using: &random)
            else { return nil }
            var lines = files[number].text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard let line = lines.indices.randomElement(using: &random) else { continue }
            let before = lines[line]
            guard !before.drop(while: { $0 == " " }).isEmpty, !before.drop(while: { $0 == " " }).hasPrefix("#"),
                let after = slip(kind, before, &random), after != before
            else { continue }
            if kind == .line { lines.remove(at: line) } else { lines[line] = after }
            return SingleMistake(
                kind: kind, file: number, line: line + 1, before: before, after: after,
                text: lines.joined(separator: "\n"))
        }
        return nil
    }

    private static func slip(_ kind: Kind, _ line: String, _ random: inout SeededGenerator) -> String? {
        switch kind {
        case .quote: dropped("\"'", from: line, &random)
        case .colon: dropped(":", from: line, &random)
        case .bracket: dropped("[]{}", from: line, &random)
        case .comma: dropped(",", from: line, &random)
        case .dash:
            line.drop { $0 == " " }.hasPrefix("- ") ? line.replacing("- ", with: "  ", maxReplacements: 1) : nil
        case .lessIndent: line.hasPrefix(" ") ? String(line.dropFirst(Int.random(in: 1...2, using: &random))) : nil
        case .moreIndent: String(repeating: " ", count: Int.random(in: 1...2, using: &random)) + line
        case .tab: line.hasPrefix("  ") ? "\t" + line.dropFirst(2) : nil
        case .line: ""
        case .key: misspelt(line, &random) { $0 == ":" }
        case .name: misspelt(line, &random) { $0 != ":" }
        }
    }

    private static func dropped(_ characters: String, from line: String, _ random: inout SeededGenerator) -> String? {
        let places = line.indices.filter { characters.contains(line[$0]) }
        guard let place = places.randomElement(using: &random) else { return nil }
        var result = line
        result.remove(at: place)
        return result
    }

    /// The line with a slip in a word of four letters and more behind which something stands.
    private static func misspelt(
        _ line: String, _ random: inout SeededGenerator, before isRight: (Character?) -> Bool
    ) -> String? {
        let characters = Array(line)
        var words: [Range<Int>] = []
        var start: Int?
        for index in 0...characters.count {
            let isPart = index < characters.count && (characters[index].isLetter || "_-".contains(characters[index]))
            if isPart { start = start ?? index }
            if !isPart, let begun = start {
                let next = index < characters.count ? characters[index] : nil
                if index - begun >= 4, isRight(next) { words.append(begun..<index) }
                start = nil
            }
        }
        guard let word = words.randomElement(using: &random) else { return nil }
        var result = characters
        let place = Int.random(in: word.lowerBound..<word.upperBound - 1, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: result.remove(at: place)
        case 1: result.insert(characters[place], at: place)
        default: result.swapAt(place, place + 1)
        }
        return String(result)
    }
}
