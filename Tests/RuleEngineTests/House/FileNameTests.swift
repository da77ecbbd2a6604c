import Testing

/// One idea per file, and the file's name says which: `Type.swift` declares it, `Type+Purpose.swift` extends it.
@Suite struct FileNameTests {
    @Test func `a file is named after what it declares or extends`() throws {
        #expect(try SourceTree.swiftFiles(under: "Sources").compactMap(misnamed) == [])
    }

    @Test(arguments: [
        ("Rule.swift", "public struct Rule {}", true),
        ("Rule.swift", "struct Template {}", false),
        ("Rule+Text.swift", "extension Rule { func text() {} }", true),
        ("Rule+Text.swift", "struct RuleText {}", false),
        ("Rule.swift", "struct Template { struct Rule {} }", false),
        ("Sources/Rules/Rules.swift", "/// The front page of the target.", true),
        ("Sources/Rules/Rules.swift", "/// The front page of the target.\nimport Testing", false),
        ("Sources/Rules/Rule.swift", "/// No front page of the target.", false),
    ])
    func `a file with another name is found`(path: String, text: String, isFine: Bool) {
        #expect((misnamed(SwiftSource(path: path, text: text)) == nil) == isFine)
    }

    private func misnamed(_ file: SwiftSource) -> String? {
        let path = file.path.split(separator: "/")
        let name = path.last?.prefix { $0 != "." && $0 != "+" } ?? ""
        // The front page of a target has its name and holds prose alone.
        if file.tokens.isEmpty, path.count > 1, path[path.count - 2] == name { return nil }
        let subjects = file.tokens.indices.dropLast().filter { index in
            file.tokens[index].depth == 0 && file.tokens[index + 1].text == name
                && Self.introducers.contains(file.tokens[index].text)
        }
        return subjects.isEmpty ? "\(file.path): neither declares nor extends \(name)" : nil
    }

    private static let introducers: Set<String> = [
        "struct", "enum", "class", "actor", "protocol", "typealias", "extension", "func",
    ]
}
