import RuleEngine
import TestSupport
import Testing

/// Every kind of expression in plain Dutch and English.
@Suite struct VerbalizerTests {
    @Test(arguments: WordsTable.rows(of: VerbalizerTables.all))
    func `an expression has a sentence in each language`(row: WordsTable.Row) throws {
        let expression = try #require(FEELParser.parse(row.expression).expression)
        #expect(Verbalizer(WrittenNames(), .nl).words(expression) == row.nl)
        #expect(Verbalizer(WrittenNames(), .en).words(expression) == row.en)
    }

    @Test func `every builtin stands in the table`() {
        let lines = VerbalizerTables.calls.split(separator: "\n")
        let missing = Builtin.standardNames.filter { name in
            name != "not" && !lines.contains { $0.hasPrefix("\(name)(") || $0.contains("(\(name)(") }
        }
        #expect(missing == [])
    }

    @Test(arguments: Builtin.standardFunctions.filter { $0.name != "not" }.map(\.name), Language.allCases)
    func `every way to call a builtin has a wording of its own`(name: String, language: Language) throws {
        let builtin = try #require(Builtin.standardFunctions.first { $0.name == name })
        for signature in builtin.signatures {
            let least = signature.parameters.filter { !$0.optional }.count
            for count in max(least, name == "is" ? 2 : 0)...signature.parameters.count {
                let arguments = (0..<count).map { FEELExpression(.name("a\($0)"), range: 0..<0) }
                let call = FEELExpression(
                    .call(FEELExpression(.name(name), range: 0..<0), .positional(arguments)), range: 0..<0)
                let words = Verbalizer(WrittenNames(), language).words(call)
                #expect(!words.contains("toegepast op") && !words.contains("applied to"), "\(words)")
                for place in 0..<count { #expect(words.contains("a\(place)"), "\(words) leaves out a\(place)") }
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `no expression is said in signs of FEEL`(language: Language) {
        var trees = FEELTreeGenerator(seed: 20_27)
        let verbalizer = Verbalizer(WrittenNames(), language)
        for _ in 0..<3_000 {
            let expression = trees.expression(depth: 4)
            for words in [verbalizer.words(expression), verbalizer.condition(expression)] {
                let signs = ["!=", ">=", "<=", "->", "**", "@\"", ".."].filter { words.contains($0) }
                #expect(!words.isEmpty && signs == [], "\(FEELPrinter.text(of: expression)): \(words)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func `brackets are always closed`(language: Language) {
        var trees = FEELTreeGenerator(seed: 20_28)
        for _ in 0..<3_000 {
            var depth = 0
            for character in Verbalizer(WrittenNames(), language).words(trees.expression(depth: 4)) {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                if depth < 0 { break }
            }
            #expect(depth == 0)
        }
    }

    @Test(arguments: Language.allCases)
    func `two comparisons never have the same sentence`(language: Language) {
        let signs: [FEELExpression.BinaryOperator] = [
            .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
        ]
        var trees = FEELTreeGenerator(seed: 20_29)
        for _ in 0..<1_000 {
            let (left, right) = (trees.expression(depth: 2), trees.expression(depth: 2))
            let sentences = signs.map { sign in
                Verbalizer(WrittenNames(), language).words(FEELExpression(.binary(sign, left, right), range: 0..<0))
            }
            #expect(Set(sentences).count == signs.count, "\(sentences)")
        }
    }

    @Test func `an expression and its opposite never have the same sentence`() {
        var trees = FEELTreeGenerator(seed: 20_30)
        let verbalizer = Verbalizer(WrittenNames(), .nl)
        for _ in 0..<2_000 {
            let expression = trees.expression(depth: 3)
            let not = FEELExpression(.name("not"), range: 0..<0)
            let opposite = FEELExpression(.call(not, .positional([expression])), range: 0..<0)
            #expect(verbalizer.condition(expression) != verbalizer.condition(opposite))
        }
    }
}
