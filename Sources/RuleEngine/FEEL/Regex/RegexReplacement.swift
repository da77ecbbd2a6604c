/// What comes in the place of a match: text, and groups of the match (Functions and Operators 3.1, section 5.6.4).
///
/// `$1` is the first group, `$0` the whole match, `\$` and `\\` are the signs themselves. More digits belong to the
/// number as long as there is such a group. A group that took no part is empty.
struct RegexReplacement {
    private enum Part {
        case scalar(Unicode.Scalar)
        case group(Int)
    }

    private let parts: [Part]

    /// `nil` when a `$` or a `\` stands for nothing.
    init?(_ text: String, for pattern: RegularExpression) {
        let scalars = Array(text.unicodeScalars)
        var parts: [Part] = []
        var rest = scalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\":
                guard let next = rest.popFirst(), next == "\\" || next == "$" else { return nil }
                parts.append(.scalar(next))
            case "$":
                guard let first = rest.popFirst()?.digit else { return nil }
                var number = first
                while let digit = rest.first?.digit, number * 10 + digit <= pattern.groupCount {
                    number = number * 10 + digit
                    rest.removeFirst()
                }
                parts.append(.group(number))
            default: parts.append(.scalar(scalar))
            }
        }
        self.parts = parts
    }

    /// The text with its matches replaced; `nil` when it would have more code points than the limit.
    func replacing(_ matches: [RegularExpression.Match], in text: String, limit: Int) -> String? {
        let scalars = Array(text.unicodeScalars)
        var result: [Unicode.Scalar] = []
        var start = 0
        for match in matches {
            result += scalars[start..<match.range.lowerBound]
            for part in parts {
                switch part {
                case .scalar(let scalar): result.append(scalar)
                case .group(let number):
                    if number < match.groups.count, let range = match.groups[number] { result += scalars[range] }
                }
                guard result.count <= limit else { return nil }
            }
            start = match.range.upperBound
        }
        result += scalars[start...]
        return result.count <= limit ? String(String.UnicodeScalarView(result)) : nil
    }
}

extension Unicode.Scalar {
    var digit: Int? { ("0"..."9").contains(self) ? Int(value) - 0x30 : nil }
}
