import Testing

/// The engine stands on the standard library alone; only `YAML/` touches the C library.
@Suite struct ImportTests {
    @Test func `the engine imports nothing but CLibYAML, and that only in YAML`() throws {
        let files = try SourceTree.swiftFiles(under: "Sources/RuleEngine")
        #expect(!files.isEmpty)
        #expect(files.flatMap(forbiddenImports) == [])
    }

    @Test(arguments: [
        ("Sources/RuleEngine/YAML/YAMLParser.swift", "internal import CLibYAML", 0),
        ("Sources/RuleEngine/FEEL/FEELLexer.swift", "internal import CLibYAML", 1),
        ("Sources/RuleEngine/YAML/YAMLParser.swift", "import Foundation", 1),
        ("Sources/RuleEngine/FEEL/FEELLexer.swift", "// import Foundation", 0),
    ])
    func `an import out of place is found`(path: String, text: String, count: Int) {
        #expect(forbiddenImports(SwiftSource(path: path, text: text)).count == count)
    }

    private func forbiddenImports(_ file: SwiftSource) -> [String] {
        let isYAML = file.path.hasPrefix("Sources/RuleEngine/YAML/")
        return file.imports.filter { !(isYAML && $0.module == "CLibYAML") }
            .map { "\(file.place($0.line)): imports \($0.module)" }
    }
}
