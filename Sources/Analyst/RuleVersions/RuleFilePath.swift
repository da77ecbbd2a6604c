/// The path of a rule file, or of a file of cases, from the folder of rules on: `wonen/wonen.yaml`. Never one that leads out
/// of a folder, or to a hidden file.
package struct RuleFilePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    private static let longest = 200
    private static let deepest = 8

    /// `nil` where the text is no such path.
    package init?(_ text: String) {
        let words = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, (1...Self.deepest).contains(words.count),
            words.allSatisfy(Self.isName), let last = words.last, last.hasSuffix(Self.ending),
            last.count > Self.ending.count
        else { return nil }
        description = text
    }

    private static let ending = ".yaml"

    private static func isName(_ word: Substring) -> Bool {
        guard let first = word.first, first != "." else { return false }
        return word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") }
    }

    /// The path of a file as messages name it: `rules/wonen/wonen.yaml`.
    package init?(name: String) {
        guard let stroke = name.firstIndex(of: "/") else { return nil }
        self.init(String(name[name.index(after: stroke)...]))
    }

    /// The folders on the way to the file, the outermost first.
    var folders: [String] {
        let words = description.split(separator: "/").dropLast().map(String.init)
        return words.indices.map { words[...$0].joined(separator: "/") }
    }

    /// Whether it holds cases.
    package var isOfCases: Bool { description.hasSuffix(RuleLibrary.caseEnding) }

    package static func < (left: RuleFilePath, right: RuleFilePath) -> Bool { left.description < right.description }
}
