import Foundation
import Testing

/// The engine builds where Swift and libyaml are, and nothing else: its target has that one dependency, and the modules
/// that its files import are no others.
@Suite struct EngineDependencyTests {
    @Test func `the target of the engine depends on libyaml alone`() throws {
        let manifest = SwiftSource(path: "Package.swift", text: try SourceTree.text(of: "Package.swift"))
        #expect(Self.dependencies(ofTarget: "RuleEngine", in: manifest) == ["CLibYAML"])
    }

    @Test func `the engine imports libyaml and nothing more`() throws {
        let modules = try SourceTree.swiftFiles(under: "Sources/RuleEngine").flatMap { $0.imports.map(\.module) }
        #expect(Set(modules) == ["CLibYAML"])
    }

    @Test(arguments: [
        (".target(name: \"RuleEngine\", dependencies: [\"CLibYAML\"])", ["CLibYAML"]),
        (
            ".target(name: \"RuleEngine\",\n dependencies: [\"CLibYAML\", .product(name: \"A\", package: \"b\")])",
            ["CLibYAML", "A", "b"]
        ),
        (".target(name: \"Analyst\", dependencies: [\"A\"]), .target(name: \"RuleEngine\", path: \"a\")", []),
        (
            ".library(name: \"RuleEngine\", targets: [\"RuleEngine\"]), .target(name: \"RuleEngine\", dependencies: [])",
            []
        ),
    ])
    func `the dependencies of a target are read from its manifest`(text: String, expected: [String]) {
        #expect(
            Self.dependencies(ofTarget: "RuleEngine", in: SwiftSource(path: "Package.swift", text: text)) == expected)
    }

    /// What stands in quotes in the list of dependencies of a target; nothing where the manifest has no such list.
    private static func dependencies(ofTarget name: String, in manifest: SwiftSource) -> [String] {
        for target in manifest.text.components(separatedBy: "arget(").dropFirst() {
            guard target.drop(while: \.isWhitespace).hasPrefix("name: \"\(name)\"") else { continue }
            guard let list = target.components(separatedBy: "dependencies: [").dropFirst().first else { return [] }
            return list.prefix { $0 != "]" }.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
        return []
    }
}
