import RuleEngine

/// The keys that the reader of rule files knows at a place: it is handed the text with a key there that nobody has, and says
/// which it knows. So there is no second list of keys.
struct KnownKeys {
    private static let stranger = "zzzz-no-such-key"

    /// - Parameters:
    ///   - word: what is typed of the key, in the text of the file.
    ///   - read: what is wrong with the file when it holds a text.
    /// - Returns: none where no key can stand.
    static func all(
        in lines: DocumentLines, replacing word: Range<Int>, read: (_ text: String) -> [Diagnostic]
    ) -> [String] {
        let bytes = Array(lines.text.utf8)
        guard word.upperBound <= bytes.count else { return [] }
        let before = String(decoding: bytes[..<word.lowerBound], as: UTF8.self)
        var after = String(decoding: bytes[word.upperBound...], as: UTF8.self)
        // The colon behind a key that is there already.
        if let colon = after.firstIndex(of: ":"), after[..<colon].allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" })
        {
            after = String(after[after.index(after: colon)...])
        }
        // Brackets that are not closed yet are closed behind the key.
        for closing in ["", "}", "} }", "} ] }", "} ]", "} } }"] {
            for diagnostic in read(before + stranger + ": x" + closing + (closing.isEmpty ? after : restOfFile(after)))
            {
                guard diagnostic.code == "yaml/unknown-key", diagnostic.span?.start.offset == word.lowerBound,
                    let list = diagnostic.hint?.en.components(after: "known keys: ")
                else { continue }
                return list
            }
        }
        return []
    }

    /// What stands behind the line of the place.
    private static func restOfFile(_ text: String) -> String {
        guard let end = text.firstIndex(where: \.isNewline) else { return "" }
        return String(text[end...])
    }
}

extension String {
    /// The members of a list in words behind an opening.
    fileprivate func components(after opening: String) -> [String]? {
        guard let start = firstRange(of: opening)?.upperBound else { return nil }
        return self[start...].split(separator: ",").map { String($0).trimmed }
    }
}
