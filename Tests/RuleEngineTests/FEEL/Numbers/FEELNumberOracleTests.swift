import Foundation
import RuleEngine
import Testing

/// Numbers against Python's `decimal` module: `Fixtures/decimal128.txt` says how its lines were made.
struct FEELNumberOracleTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let operation: String
        let operands: [String]
        let expected: String

        var testDescription: String { ([operation] + operands).joined(separator: " ") }
    }

    static let lines: [Line] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/decimal128.txt")
        // A file that cannot be read gives no lines, which the first test reports.
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.split(separator: " ").map(String.init)
            return Line(
                operation: words[0], operands: Array(words[1..<(words.count - 1)]),
                expected: words[words.count - 1])
        }
    }()

    @Test func `the fixture has its lines`() {
        #expect(Self.lines.count > 700)
    }

    @Test(arguments: lines.filter { ["+", "-", "*", "/", "sqrt"].contains($0.operation) })
    func `arithmetic gives the same value and the same zeros at the end`(line: Line) throws {
        try check(line, comparing: \.description)
    }

    @Test(arguments: lines.filter { $0.operation.hasPrefix("round:") })
    func `rounding gives the same value and the same scale`(line: Line) throws {
        try check(line, comparing: \.description)
    }

    @Test(arguments: lines.filter { ["**", "exp", "ln", "mod"].contains($0.operation) })
    func `functions are right in all digits`(line: Line) throws {
        try check(line, comparing: \.normalizedDescription)
    }

    private func check(_ line: Line, comparing text: (FEELNumber) -> String) throws {
        let operands = try line.operands.map { try #require(FEELNumber($0)) }
        let expected = line.expected == "nil" ? nil : FEELNumber(line.expected)
        let result = try evaluate(line.operation, operands)
        #expect(result.map(text) == expected.map(text))
        #expect(result == expected)
        #expect((expected == nil) == (line.expected == "nil"), "the fixture holds numbers")
    }

    private func evaluate(_ operation: String, _ operands: [FEELNumber]) throws -> FEELNumber? {
        let first = operands[0]
        if let name = operation.split(separator: ":").dropFirst().first {
            let rule = try #require(FEELNumber.RoundingRule(rawValue: String(name)))
            return first.rounded(toScale: try #require(operands[1].integerValue), rule: rule)
        }
        switch operation {
        case "+": return first.adding(operands[1])
        case "-": return first.subtracting(operands[1])
        case "*": return first.multiplied(by: operands[1])
        case "/": return first.divided(by: operands[1])
        case "**": return first.power(operands[1])
        case "mod": return first.modulo(operands[1])
        case "sqrt": return first.squareRoot()
        case "exp": return first.exponential()
        case "ln": return first.naturalLogarithm()
        default:
            Issue.record("the fixture has an unknown operation: \(operation)")
            return nil
        }
    }
}
