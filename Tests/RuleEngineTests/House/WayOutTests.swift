import Testing

/// Files and words go in and out in one place: the library reads and writes in `Files`, the program speaks in `Terminal`.
@Suite struct WayOutTests {
    private static let library = "Sources/Analyst/Files/"
    private static let console = "Sources/AnalystTool/Terminal/"

    /// Names that read or write by themselves, and where they may stand.
    private static let doors: [String: [String]] = [
        "FileHandle": [library], "print": [], "readLine": [console], "fopen": [], "open": [library, console],
        "CommandLine": [console], "JSONEncoder": [],
    ]

    @Test func `nothing is read or written elsewhere`() throws {
        let files = try ["Analyst", "AnalystStore", "AnalystTool"].flatMap {
            try SourceTree.swiftFiles(under: "Sources/\($0)")
        }
        #expect(files.flatMap(openDoors) == [])
    }

    @Test(arguments: [
        ("Sources/Analyst/Reports/A.swift", "print(text)", 1),
        ("Sources/Analyst/Reports/A.swift", "try Data(contentsOf: url)", 1),
        ("Sources/Analyst/Reports/A.swift", "try Data(text.utf8).write(to: url)", 1),
        ("Sources/Analyst/Reports/A.swift", "list.append(contentsOf: more)", 0),
        ("Sources/Analyst/Files/A.swift", "open(path, O_RDONLY)", 0),
        ("Sources/Analyst/Screening/A.swift", "open(path, O_RDONLY)", 1),
        ("Sources/Analyst/Screening/A.swift", "func open() {}; session.open(1); let open = 3", 0),
        ("Sources/AnalystTool/Terminal/A.swift", "CommandLine.arguments", 0),
        ("Sources/Analyst/RuleSets/A.swift", "CommandLine.arguments", 1),
        ("Sources/AnalystTool/Commands/A.swift", "FileHandle.standardError.write(data)", 1),
    ])
    func `a door elsewhere is found`(path: String, text: String, count: Int) {
        #expect(openDoors(SwiftSource(path: path, text: text)).count == count)
    }

    private func openDoors(_ file: SwiftSource) -> [String] {
        let tokens = file.tokens
        func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }
        return tokens.indices.compactMap { index in
            let name = text(index)
            var isDoor = false
            if let places = Self.doors[name], !places.contains(where: file.path.hasPrefix) {
                // A member or a variable may have the name of a function; `Swift.readLine` is the function itself.
                let isMember = text(index - 1) == "." && text(index - 2) != "Swift"
                isDoor =
                    name.first?.isUppercase == true
                    || (text(index + 1) == "(" && !isMember && text(index - 1) != "func")
            } else if ["Data", "String"].contains(name), ["contentsOf", "contentsOfFile"].contains(text(index + 2)) {
                isDoor = true
            } else if name == "write", text(index - 1) == ".", text(index + 1) == "(", text(index + 2) == "to" {
                isDoor = true
            }
            return isDoor ? "\(file.place(tokens[index].line)): \(name)" : nil
        }
    }
}
