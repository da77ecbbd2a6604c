internal import RuleEngine

/// Makes inputs that are sound, nearly sound, or meant to break something.
///
/// Each input follows from the seed and its number alone, so that one can be made again without those before it.
public struct FuzzGenerator {
    public let corpus: FuzzCorpus
    private let seed: UInt64
    var random: SeededGenerator

    public init(corpus: FuzzCorpus, seed: UInt64) {
        self.corpus = corpus
        self.seed = seed
        random = SeededGenerator(seed: seed)
    }

    /// The input of that number, from 0.
    public mutating func input(number: Int) -> FuzzInput {
        var mixer = SeededGenerator(seed: seed)
        random = SeededGenerator(seed: mixer.next() ^ UInt64(truncatingIfNeeded: number) &* 0xD6E8_FEB8_6659_FD93)
        if chance(oneIn: 200) { return nasty() }
        switch Int.random(in: 0..<98, using: &random) {
        case 0..<18: return .expression(sentence(depth: Int.random(in: 1...5, using: &random)))
        case 18..<26: return .expression(tree())
        case 26..<38: return .expression(soup())
        case 38..<56: return .expression(damaged(pick(corpus.expressions, else: "1")))
        case 56..<66: return .cell(cell())
        case 66..<71: return .type(typeName())
        case 71..<83: return pattern()
        case 83..<95: return .literal(literal())
        default: return .rules(damaged(pick(corpus.ruleFiles, else: "")))
        }
    }

    /// A tree of any shape, well-typed or not, as the printer writes it.
    private mutating func tree() -> String {
        var trees = FEELTreeGenerator(seed: random.next())
        return FEELPrinter.text(of: trees.expression(depth: Int.random(in: 1...4, using: &random)))
    }

    private mutating func cell() -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            var trees = FEELTreeGenerator(seed: random.next())
            return FEELPrinter.text(of: trees.unaryTests())
        case 1: return soup()
        case 2: return damaged(sentence(depth: 2))
        default:
            let tests = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                pick(["", "", "> ", "<= ", "!= ", "? > "], else: "") + sentence(depth: 1)
            }
            let text = tests.joined(separator: ", ")
            return flip() ? text : "not(\(text))"
        }
    }

    // MARK: Choices

    mutating func flip() -> Bool { Bool.random(using: &random) }

    mutating func chance(oneIn count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    mutating func pick<Element>(_ elements: [Element], else spare: Element) -> Element {
        elements.randomElement(using: &random) ?? spare
    }
}
