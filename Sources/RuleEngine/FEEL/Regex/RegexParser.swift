/// Reads a pattern into a tree, by recursive descent.
struct RegexParser {
    private(set) var groupCount = 0
    private let scalars: [Unicode.Scalar]
    private let flags: RegexFlags
    private let limits: RegexLimits
    private var index = 0
    private var depth = 0
    /// Groups that are closed already; only these may be referred to.
    private var closedGroups: Set<Int> = []

    init(_ pattern: String, flags: RegexFlags, limits: RegexLimits) {
        let all = Array(pattern.unicodeScalars)
        scalars = flags.contains(.ignoreSpace) ? RegexParser.withoutSpace(all) : all
        self.flags = flags
        self.limits = limits
    }

    mutating func parse() throws(RegularExpressionProblem) -> RegexNode {
        guard scalars.count <= limits.programSize else { throw .tooLarge }
        let tree = try alternatives()
        if let current { throw .misplaced(current) }
        return tree
    }

    // MARK: Structure

    private mutating func alternatives() throws(RegularExpressionProblem) -> RegexNode {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(RegularExpressionProblem) -> RegexNode {
        var parts: [RegexNode] = []
        while let current, current != "|", current != ")" {
            parts.append(try quantified(try atom(current)))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom(_ first: Unicode.Scalar) throws(RegularExpressionProblem) -> RegexNode {
        index += 1
        switch first {
        case ".": return .any
        case "^": return .start
        case "$": return .end
        case "(": return try group()
        case "[": return .characterClass(try characterClass())
        case "\\": return try escape()
        case "?", "*", "+", "{", "}", "]": throw .misplaced(first)
        default: return .scalar(first)
        }
    }

    /// What follows `(`.
    private mutating func group() throws(RegularExpressionProblem) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.depth else { throw .tooDeep(limits.depth) }
        if take("?") {
            guard take(":") else { throw .misplaced("?") }
            let inside = try alternatives()
            guard take(")") else { throw .unfinished(.group) }
            return inside
        }
        groupCount += 1
        let number = groupCount
        let inside = try alternatives()
        guard take(")") else { throw .unfinished(.group) }
        closedGroups.insert(number)
        return .group(number, inside)
    }

    // MARK: Quantities

    private mutating func quantified(_ node: RegexNode) throws(RegularExpressionProblem) -> RegexNode {
        let (low, high): (Int, Int?)
        switch current {
        case "?": (low, high) = (0, 1)
        case "*": (low, high) = (0, nil)
        case "+": (low, high) = (1, nil)
        case "{":
            (low, high) = try quantity()
            return .repetition(node, low: low, high: high, reluctant: take("?"))
        default: return node
        }
        index += 1
        return .repetition(node, low: low, high: high, reluctant: take("?"))
    }

    /// `{2}`, `{2,}`, `{2,5}`
    private mutating func quantity() throws(RegularExpressionProblem) -> (Int, Int?) {
        guard let end = scalars[index...].firstIndex(of: "}") else { throw .unfinished(.quantifier) }
        let whole = text(index...end)
        let bounds = text(index + 1..<end).split(separator: ",", omittingEmptySubsequences: false)
        index = end + 1
        guard let low = try number(bounds.first ?? ""), bounds.count <= 2 else { throw .badQuantifier(whole) }
        guard bounds.count == 2 else { return (low, low) }
        if bounds[1].isEmpty { return (low, nil) }
        guard let high = try number(bounds[1]), low <= high else { throw .badQuantifier(whole) }
        return (low, high)
    }

    private func number(_ digits: Substring) throws(RegularExpressionProblem) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard let value = Int(digits), value <= limits.programSize else { throw .tooLarge }
        return value
    }

    // MARK: Escapes

    /// What follows a backslash outside a class.
    private mutating func escape() throws(RegularExpressionProblem) -> RegexNode {
        guard let letter = current else { throw .unfinished(.escape) }
        if ("1"..."9").contains(letter) { return try backReference() }
        switch try escapedItem() {
        case .range(let range):
            guard let scalar = Unicode.Scalar(range.lowerBound) else { throw .unknownEscape("\\\(letter)") }
            return .scalar(scalar)
        case let item: return .characterClass(CharacterClass([item]))
        }
    }

    /// The longest number that is a group so far; further digits stand for themselves.
    private mutating func backReference() throws(RegularExpressionProblem) -> RegexNode {
        var number = 0
        while let current, let digit = current.digit {
            let next = number * 10 + digit
            if number > 0, next > groupCount { break }
            number = next
            index += 1
        }
        guard closedGroups.contains(number) else { throw .noSuchGroup(number) }
        return .backReference(number)
    }

    /// An escaped character or class; a single character is a range of one.
    private mutating func escapedItem() throws(RegularExpressionProblem) -> CharacterClass.Item {
        guard let letter = current else { throw .unfinished(.escape) }
        index += 1
        switch letter {
        case "n": return .range(0xA...0xA)
        case "r": return .range(0xD...0xD)
        case "t": return .range(0x9...0x9)
        case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
            return .range(letter.value...letter.value)
        case "p": return .nested(try property())
        case "P": return .inverted(try property())
        default:
            if let named = CharacterClass.named(letter) { return .nested(named) }
            if let named = CharacterClass.named(LetterCase.folded(letter)) { return .inverted(named) }
            throw .unknownEscape("\\\(letter)")
        }
    }

    private mutating func property() throws(RegularExpressionProblem) -> CharacterClass {
        guard take("{"), let end = scalars[index...].firstIndex(of: "}") else { throw .unfinished(.escape) }
        let name = text(index..<end)
        index = end + 1
        guard let found = CharacterClass.property(name) else { throw .unknownProperty(name) }
        return found
    }

    // MARK: Classes

    /// What follows `[`, to its `]`.
    private mutating func characterClass() throws(RegularExpressionProblem) -> CharacterClass {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.depth else { throw .tooDeep(limits.depth) }
        let isNegated = take("^")
        var items: [CharacterClass.Item] = []
        while let sign = current {
            if sign == "]", !items.isEmpty {
                index += 1
                return CharacterClass(items, isNegated: isNegated)
            }
            if sign == "-", peek == "[", !items.isEmpty {
                index += 2
                let subtracted = try characterClass()
                guard take("]") else { throw .unfinished(.characterClass) }
                return CharacterClass(items, isNegated: isNegated, without: subtracted)
            }
            items.append(try classItem(isFirst: items.isEmpty))
        }
        throw .unfinished(.characterClass)
    }

    /// A character, a range, or an escaped class. A hyphen stands for itself at either end only.
    private mutating func classItem(isFirst: Bool) throws(RegularExpressionProblem) -> CharacterClass.Item {
        let start = index
        if current == "-", !isFirst, peek != "]" { throw .misplaced("-") }
        let item = try classCharacter()
        guard case .range(let low) = item, current == "-", let next = peek, next != "]", next != "[" else {
            return item
        }
        index += 1
        let end = try classCharacter()
        guard case .range(let high) = end, low.lowerBound <= high.lowerBound else {
            throw .badRange(text(start..<index))
        }
        return .range(low.lowerBound...high.lowerBound)
    }

    private mutating func classCharacter() throws(RegularExpressionProblem) -> CharacterClass.Item {
        guard let sign = current else { throw .unfinished(.characterClass) }
        if sign == "[" || sign == "]" { throw .misplaced(sign) }
        index += 1
        return sign == "\\" ? try escapedItem() : .range(sign.value...sign.value)
    }

    // MARK: Characters

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    private var peek: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard current == sign else { return false }
        index += 1
        return true
    }

    private func text(_ range: some RangeExpression<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// The flag `x`: white space goes, except inside brackets; an escaped bracket opens nothing.
    private static func withoutSpace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var (brackets, isEscaped) = (0, false)
        for scalar in scalars {
            if brackets == 0, ["\t", "\n", "\r", " "].contains(scalar) { continue }
            if !isEscaped, scalar == "[" { brackets += 1 }
            if !isEscaped, scalar == "]" { brackets = max(0, brackets - 1) }
            isEscaped = !isEscaped && scalar == "\\"
            result.append(scalar)
        }
        return result
    }
}
