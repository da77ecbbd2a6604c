import Testing

/// Folders are layers: each one names only types of its own and of those before it.
@Suite struct LayerTests {
    /// One target with its folders in order; folders in one group may name each other's types.
    struct Layers: CustomTestStringConvertible {
        let target: String
        let groups: [[String]]
        var testDescription: String { target }

        /// The place of a file in the order; files beside the folders come last.
        func level(of path: String) -> Int {
            let folder = path.dropFirst("Sources/\(target)/".count).split(separator: "/").first.map(String.init) ?? ""
            return groups.firstIndex { $0.contains(folder) } ?? groups.count
        }
    }

    static let engine = Layers(
        target: "RuleEngine",
        groups: [
            ["Diagnostics"], ["YAML"], ["FEEL"], ["Rules"], ["Wording"], ["Plan"], ["Session"], ["Explanation"],
            ["Batch"], ["Production"],
        ])

    static let application = Layers(
        target: "Analyst",
        groups: [
            ["Files"], ["Vocabulary"], ["Knowledge"], ["RuleSets"], ["FactSheets"], ["Imports"], ["Downloads"],
            ["Areas"],
            ["Choices"], ["Impact"], ["Questions"], ["Dossiers"], ["Team"], ["Analysis"], ["Explanations"],
            ["Reports"], ["Documents"],
            ["Receipts"],
            ["Letters"],
            ["Screening"], ["Casebooks"], ["GenericRuns"], ["ModelRuns"], ["RuleCases"], ["Checking"],
            ["RuleAuthoring"], ["RuleVersions"],
        ])

    static let models = Layers(
        target: "DecisionModels",
        groups: [["XML"], ["Model"], ["Reading"], ["Linking"], ["Compiling"], ["Running"], ["Cases"]])

    static let server = Layers(
        target: "AnalystServer", groups: [["Messages"], ["Security"], ["Dossiers"], ["Layout"], ["Pages"]])

    static let languageServer = Layers(
        target: "AnalystLanguageServer", groups: [["Messages"], ["Text"], ["Workspace"], ["Features"]])

    @Test(arguments: [engine, application, models, server, languageServer])
    func `no folder names a type of a later folder`(layers: Layers) throws {
        let files = try SourceTree.swiftFiles(under: "Sources/\(layers.target)")
        #expect(Self.upwardNames(in: files, layers: layers) == [])
    }

    @Test(arguments: [engine, application, models, server, languageServer])
    func `every folder has its place in the order`(layers: Layers) throws {
        let known = Set(layers.groups.joined())
        #expect(try Set(SourceTree.folders(in: "Sources/\(layers.target)")) == known, "no folder more, none less")
    }

    @Test(arguments: [
        ("struct Span { let rule: Rule }", 1),
        ("struct Span { let rule: Int }", 0),
        ("struct Span { enum Rule {} ; let rule: Rule }", 0),
        ("struct Span { let rule: Parser.Rule }", 0),
        ("/// See `Rule`.\nstruct Span {}", 0),
    ])
    func `a name from a later folder is found`(text: String, count: Int) {
        let files = [
            SwiftSource(path: "Sources/RuleEngine/Diagnostics/Span.swift", text: text),
            SwiftSource(path: "Sources/RuleEngine/Rules/Rule.swift", text: "public struct Rule { let span: Span }"),
        ]
        #expect(Self.upwardNames(in: files, layers: Self.engine).count == count)
    }

    private static func upwardNames(in files: [SwiftSource], layers: Layers) -> [String] {
        // A nested type of an earlier folder may have the name of a later top-level type; it is the nested one that is meant.
        var lowestLevel: [String: Int] = [:]
        var lowestNestedLevel: [String: Int] = [:]
        for file in files {
            let level = layers.level(of: file.path)
            for name in file.declaredTypes(topLevel: true) {
                lowestLevel[name] = min(level, lowestLevel[name] ?? level)
            }
            for name in file.declaredTypes(topLevel: false) {
                lowestNestedLevel[name] = min(level, lowestNestedLevel[name] ?? level)
            }
        }
        return files.flatMap { file -> [String] in
            let level = layers.level(of: file.path)
            return file.tokens.indices.compactMap { index in
                let token = file.tokens[index]
                let isMember = index > 0 && file.tokens[index - 1].text == "."
                guard !isMember, let declared = lowestLevel[token.text], declared > level,
                    lowestNestedLevel[token.text, default: declared] > level
                else { return nil }
                return "\(file.place(token.line)): names \(token.text), which is declared in a later folder"
            }
        }
    }
}
