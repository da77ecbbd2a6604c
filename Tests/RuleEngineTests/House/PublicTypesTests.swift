import Testing

/// The engine has a small front door: few public types, each explained where it stands. All else is for the package alone.
@Suite struct PublicTypesTests {
    /// More than that nobody takes in; wanted are some 40.
    private static let most = 60

    @Test func `the engine has at most 60 public types`() throws {
        let names = try SourceTree.swiftFiles(under: "Sources/RuleEngine").flatMap { file in
            PublicDeclaration.all(in: file).filter(\.isType).map(\.name)
        }
        #expect(names.count <= Self.most, "\(names.count): \(names.sorted().joined(separator: " "))")
        #expect(names.contains("Session"), "the count sees public types")
    }

    @Test func `every public declaration of the engine has a doc comment`() throws {
        let findings = try SourceTree.swiftFiles(under: "Sources/RuleEngine").flatMap { file in
            PublicDeclaration.all(in: file).filter { !$0.isDocumented }.map { "\(file.place($0.line)): \($0.name)" }
        }
        #expect(findings == [])
    }

    @Test(arguments: [
        ("public struct A { public enum B {} }", ["A", "B"]),
        ("public final class A {}", ["A"]),
        ("public indirect enum A { case b }", ["A"]),
        ("package struct A { struct B {} }", []),
        ("package struct A { let public: Int }", []),
        ("public func structure() {}", []),
        ("// public struct A {}", []),
    ])
    func `public types are counted, nested ones too`(text: String, expected: [String]) {
        let found = PublicDeclaration.all(in: SwiftSource(path: "a.swift", text: text)).filter(\.isType)
        #expect(found.map(\.name) == expected)
    }

    @Test(arguments: [
        ("public let a = 1", ["a"]),
        ("/// One.\npublic let a = 1", []),
        ("/// One.\n@discardableResult\npublic func a() -> Int { 1 }", []),
        ("/// One.\n\npublic let a = 1", ["a"]),
        ("// One.\npublic let a = 1", ["a"]),
        ("/// One.\npublic let a = 1\npublic init() {}", ["init"]),
        ("package let a = 1", []),
        ("/// One.\npublic enum A {\n    case b\n}", ["b"]),
        ("/// One.\npublic enum A {\n    /// Two.\n    case b\n}", []),
        ("/// One.\npackage enum A {\n    case b\n}", []),
        ("/// One.\npublic struct A {\n    func b() { switch c {\n    case d: return\n    } }\n}", []),
        (
            "/// One.\npublic enum A {\n    /// Two.\n    case b\n    func c() { switch self {\n    case .b: return\n    } }\n}",
            []
        ),
        (
            "/// One.\npublic static prefix func - (a: A) -> A { a }\npublic static func == (a: A, b: A) -> Bool { true }",
            ["=="]
        ),
    ])
    func `a public declaration without doc comment is found`(text: String, expected: [String]) {
        let found = PublicDeclaration.all(in: SwiftSource(path: "a.swift", text: text)).filter { !$0.isDocumented }
        #expect(found.map(\.name) == expected)
    }
}

/// A declaration that users of a library see: one that says `public`, or a case of a public enumeration.
struct PublicDeclaration {
    let name: String
    let line: Int
    let isType: Bool
    /// A line that begins with three slashes stands above it; attributes may stand between.
    let isDocumented: Bool

    static func all(in file: SwiftSource) -> [PublicDeclaration] {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
        let tokens = file.tokens
        var result: [PublicDeclaration] = []
        /// The depth inside the public enumerations that are open.
        var enumerations: [Int] = []

        func add(_ name: String, _ line: Int, isType: Bool) {
            var above = line - 2
            while above >= 0, lines[above].hasPrefix("@") { above -= 1 }
            let isDocumented = above >= 0 && lines[above].hasPrefix("///")
            result.append(PublicDeclaration(name: name, line: line, isType: isType, isDocumented: isDocumented))
        }

        for index in tokens.indices {
            let token = tokens[index]
            if token.text == "}" { enumerations.removeAll { $0 > token.depth } }
            if token.text == "case", enumerations.last == token.depth, index + 1 < tokens.count {
                add(tokens[index + 1].text, token.line, isType: false)
            }
            guard token.text == "public",
                let keyword = tokens[index...].prefix(8).firstIndex(where: { keywords.contains($0.text) })
            else { continue }
            let kind = tokens[keyword].text
            guard tokens[index..<keyword].allSatisfy({ $0.isModifier }), kind != "import" else { continue }
            add(name(after: keyword, in: tokens), token.line, isType: types.contains(kind))
            if kind == "enum" { enumerations.append(token.depth + 1) }
        }
        return result
    }

    private static func name(after keyword: Int, in tokens: [SwiftSource.Token]) -> String {
        guard keyword + 1 < tokens.count, !["init", "subscript"].contains(tokens[keyword].text) else {
            return tokens[keyword].text
        }
        guard !tokens[keyword + 1].isName else { return tokens[keyword + 1].text }
        // An operator is a row of signs.
        return tokens[(keyword + 1)...].prefix { !$0.isName && $0.text != "(" }.map(\.text).joined()
    }

    private static let types: Set<String> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
    private static let keywords = types.union(["func", "var", "let", "init", "subscript", "extension", "import"])
}

extension SwiftSource.Token {
    /// It can stand between `public` and the keyword of a declaration.
    fileprivate var isModifier: Bool {
        [
            "public", "private", "internal", "package", "(", "set", ")", "static", "final", "indirect", "mutating",
            "nonmutating", "prefix", "postfix", "lazy", "override", "convenience", "required",
        ].contains(text)
    }
}
