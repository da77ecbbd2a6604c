import Testing

/// Nothing in the package stops the program on input: no force unwrap, no `try!`, no `fatalError`; and no error is
/// swallowed in silence.
@Suite struct ForbiddenConstructTests {
    @Test(arguments: ["Sources", "Tests"])
    func `no force unwrap, forced try, forced cast or fatalError`(folder: String) throws {
        #expect(try SourceTree.swiftFiles(under: folder).flatMap(forcedConstructs) == [])
    }

    @Test func `every try? and every unchecked promise says why nothing is lost`() throws {
        #expect(try SourceTree.swiftFiles(under: "Sources").flatMap(unexplainedConstructs) == [])
    }

    @Test(arguments: [
        ("let a = b!", 1),
        ("f(a)!.c", 1),
        ("a[0]!", 1),
        ("var a: Int!", 1),
        ("try! f()", 1),
        ("a as! B", 1),
        ("fatalError()", 1),
        ("if a != b, !c, a!=b { }", 0),
        ("return !a", 0),
        ("let a = \"b!\" // c!", 0),
        ("preconditionFailure(\"no rule left\")", 0),
    ])
    func `a forced construct is found`(text: String, count: Int) {
        #expect(forcedConstructs(of: SwiftSource(path: "a.swift", text: text)).count == count)
    }

    @Test(arguments: [
        ("let a = try? f()", 1),
        ("// The file may be gone already, which is what we want.\nlet a = try? f()", 0),
        ("let a = try? f()  // absent is fine here", 0),
        ("// far away\n\nlet a = try? f()", 1),
        ("struct A: @unchecked Sendable {}", 1),
        ("struct A: Sendable {}", 0),
        ("nonisolated(unsafe) var a = 1", 1),
    ])
    func `an unexplained construct is found`(text: String, count: Int) {
        #expect(unexplainedConstructs(of: SwiftSource(path: "a.swift", text: text)).count == count)
    }

    private func forcedConstructs(of file: SwiftSource) -> [String] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            let token = tokens[index]
            if token.text == "fatalError" { return "\(file.place(token.line)): fatalError" }
            guard token.text == "!", token.isGlued, index > 0 else { return nil }
            let before = tokens[index - 1]
            guard before.isName || [")", "]", "}", ">", "?"].contains(before.text) else { return nil }
            let isUnequal = index + 1 < tokens.count && tokens[index + 1].text == "=" && tokens[index + 1].isGlued
            return isUnequal ? nil : "\(file.place(token.line)): \(before.text)!"
        }
    }

    private func unexplainedConstructs(of file: SwiftSource) -> [String] {
        let tokens = file.tokens
        return tokens.indices.dropLast().compactMap { index in
            let pair = [tokens[index].text, tokens[index + 1].text]
            let isUnsafe = pair == ["unsafe", ")"] && index > 1 && tokens[index - 2].text == "nonisolated"
            let isSwallowed = pair == ["try", "?"] && tokens[index + 1].isGlued
            guard isUnsafe || isSwallowed || pair == ["@", "unchecked"] else { return nil }
            let line = tokens[index].line
            let isExplained = file.commentedLines.contains(line) || file.commentedLines.contains(line - 1)
            return isExplained ? nil : "\(file.place(line)): \(pair.joined()) without a reason"
        }
    }
}
