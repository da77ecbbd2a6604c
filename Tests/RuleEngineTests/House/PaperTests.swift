import Foundation
import Testing

/// What the papers say of the house is so.
@Suite struct PaperTests {
    @Test(arguments: ["CONTRIBUTING.md", "SECURITY.md", "Tests/README.md"])
    func `a page for contributors names no file that is not there`(page: String) throws {
        let named = Self.paths(in: try SourceTree.text(of: page))
        let missing = named.filter { !FileManager.default.fileExists(atPath: SourceTree.root.appending(path: $0).path) }
        #expect(missing == [])
    }

    @Test func `a path is taken for one, a pattern or a command is not`() {
        let text = "`Sources/RuleEngine/FEEL` `rules/<theme>/<name>.yaml` `make test` `Tests/*.swift` `if` `LICENSE`"
        #expect(Self.paths(in: text) == ["Sources/RuleEngine/FEEL"])
    }

    /// Words in backticks that are paths from the root of the package.
    private static func paths(in page: String) -> [String] {
        page.split(separator: "\n").flatMap { line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 && $0.element.contains("/") }.map { String($0.element) }
        }.filter { word in !word.contains { " <>*{}$:=+".contains($0) } && !word.hasPrefix("/") && !word.hasPrefix("..")
        }
    }
}
