import Foundation
import RuleEngine
import Testing

/// What the pages for rule authors show, works.
@Suite struct DocumentationTests {
    @Test func `the example of a production system reads without a remark and serves its visitor`() throws {
        let example = try #require(try Self.examples("docs/production.md").first { $0.hasPrefix("ruleset:") })
        let file = SourceFile(name: "queue.yaml", text: example)
        let reading = RuleBaseReader.read([file])
        #expect(reading.diagnostics.isEmpty)
        let set = try #require(reading.ruleBase.productionSets.first)
        var session = ProductionSession(ProductionNetwork(set))
        _ = try session.assert(
            "visitor",
            FEELContext([.init(key: "name", value: .string("Ann")), .init(key: "arrived", value: .number(.one))]))
        session.run()
        #expect(session.firingsByRule == [1, 1], "one visitor is called, and then all are served")
    }

    @Test func `a block of code ends where its fence ends`() {
        #expect(Self.blocks("a\n```yaml\nb: 1\nc: 2\n```\nd\n```swift\ne\n```\n") == ["b: 1\nc: 2\n"])
    }

    private static func examples(_ path: String) throws -> [String] { blocks(try SourceTree.text(of: path)) }

    /// The blocks of YAML on a page.
    private static func blocks(_ page: String) -> [String] {
        page.components(separatedBy: "```yaml\n").dropFirst().compactMap { $0.components(separatedBy: "```").first }
    }
}
