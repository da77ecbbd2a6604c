import Testing

/// The engine gives the same answer everywhere: it reads no clock, no environment, no random source, and writes nothing.
@Suite struct ClosedEngineTests {
    /// Names of the standard and C libraries that would let the world in.
    private static let doors: Set<String> = [
        "CommandLine", "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator", "Task",
        "async", "await", "debugPrint", "fopen", "getenv", "hashValue", "print", "readLine", "setlocale", "strftime",
    ]

    @Test func `the engine reads no clock, environment or random source and prints nothing`() throws {
        let findings = try SourceTree.swiftFiles(under: "Sources/RuleEngine").flatMap(openDoors)
        #expect(findings == [])
    }

    @Test(arguments: [
        ("let start = ContinuousClock.now", 1),
        ("print(value)", 1),
        ("printer.print(value)", 0),
        ("func print(_ value: Int) {}", 0),
        ("let home = getenv(name)", 1),
        ("// ContinuousClock", 0),
        ("seed.hashValue", 1),
        ("hash(into: &hasher)", 0),
    ])
    func `a door to the world is found`(text: String, count: Int) {
        #expect(openDoors(of: SwiftSource(path: "a.swift", text: text)).count == count)
    }

    private func openDoors(of file: SwiftSource) -> [String] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            let name = tokens[index].text
            guard Self.doors.contains(name) else { return nil }
            // A printer may have a member of that name; only the free function writes to the world.
            let before = index > 0 ? tokens[index - 1].text : ""
            if name == "print", [".", "func"].contains(before) { return nil }
            return "\(file.place(tokens[index].line)): \(name)"
        }
    }
}
