import RuleEngine
import Testing

/// Inputs of an orchard in one line, parts separated by commas:
///
/// - `x = 3`, `x = 1 | 2`: a measure;
/// - `basket:apple`, `basket:apple?`, `basket:apple size 2`, `link:apple/pear`: a fact, a possible one, one with a field;
/// - `basket complete`, `basket asked apple`: which facts are not there when they are not listed;
/// - `-fruit:apple`, `+fruit:apple`: what a person rejected or added.
enum OrchardInputs {
    static func read(_ text: String, on date: String) throws -> SessionInputs {
        var inputs = SessionInputs(date: try #require(FEELDate(date)))
        for part in text[...].parts(between: ", ") where !part.isEmpty { try read(part, into: &inputs) }
        return inputs
    }

    private static func read(_ part: Substring, into inputs: inout SessionInputs) throws {
        let words = part.parts(between: " ")
        if words.count > 2, words[1] == "=" {
            let values = words[2...].filter { $0 != "|" }.map { value($0) }
            inputs.values[.init(name: String(words[0]))] = ValueSet(oneOf: values)
        } else if words.last == "complete" {
            inputs.completeness[String(words[0])] = .complete
        } else if words.count > 1, words[1] == "asked" {
            inputs.completeness[String(words[0])] = .asked(words[2...].map { .string(String($0)) })
        } else if part.hasPrefix("-") || part.hasPrefix("+") {
            let finding = try #require(FindingID(String(part.dropFirst())))
            inputs.overrules.append(
                .init(finding: finding, verdict: part.hasPrefix("+") ? .added : .rejected, reason: "seen"))
        } else {
            let (template, key) = words[0].cut(at: ":")
            let isOpen = key.hasSuffix("?")
            let fields = words.count == 3 ? [String(words[1]): ValueSet.exactly(value(words[2]))] : [:]
            inputs.facts.append(
                .init(
                    template: String(template),
                    key: (isOpen ? key.dropLast() : key).parts(between: "/").map { .string(String($0)) },
                    fields: fields, isCertain: !isOpen))
        }
    }

    private static func value(_ text: Substring) -> FEELValue {
        switch text {
        case "true": .boolean(true)
        case "false": .boolean(false)
        case "null": .null
        default: FEELNumber(String(text)).map { .number($0) } ?? .string(String(text))
        }
    }
}

extension Substring {
    /// What stands before and behind the first separator; nothing behind when there is none.
    func cut(at separator: String) -> (Substring, Substring) {
        let pieces = parts(between: separator)
        guard let first = pieces.first, pieces.count > 1 else { return (self, "") }
        return (first, self[index(first.endIndex, offsetBy: separator.count)...])
    }

    func parts(between separator: String) -> [Substring] {
        var result: [Substring] = []
        var start = startIndex
        var position = startIndex
        while position < endIndex {
            if self[position...].hasPrefix(separator) {
                result.append(self[start..<position])
                position = index(position, offsetBy: separator.count)
                start = position
            } else {
                position = index(after: position)
            }
        }
        return result + [self[start...]]
    }
}
