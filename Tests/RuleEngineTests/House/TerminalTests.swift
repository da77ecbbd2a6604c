import Testing

/// The application is a library: it links into a program without terminal, and so never reads its arguments, asks it or
/// writes to it. That is for `AnalystTool`.
@Suite struct TerminalTests {
    /// What stands for the terminal or the command line wherever it is named.
    private static let always: Set<String> = [
        "CommandLine", "ParsableCommand", "abort", "atexit", "exit", "fputs", "getenv", "isatty", "print", "putchar",
        "puts", "readLine", "signal", "stderr", "stdin", "stdout", "tcgetattr",
    ]
    /// What does as a member of `FileHandle`; the same names of a `Process` are those of another program.
    private static let streams: Set<String> = ["standardError", "standardInput", "standardOutput"]

    @Test func `the application never names the terminal`() throws {
        #expect(try SourceTree.swiftFiles(under: "Sources/Analyst").flatMap(Self.terminalNames) == [])
    }

    @Test(arguments: [
        ("print(report)", 1),
        ("printer.print(report)", 0),
        ("func print(_ report: Report) {}", 0),
        ("let name = readLine()", 1),
        ("let folder = CommandLine.arguments.first", 1),
        ("FileHandle.standardOutput.write(data)", 1),
        ("FileHandle.standardError.write(data)", 1),
        ("unpacker.standardOutput = pipe", 0),
        ("let handle: FileHandle = .standardInput", 1),
        ("unpacker.standardError = FileHandle.nullDevice", 0),
        ("if isatty(1) == 1 { colours = true }", 1),
        ("exit(2)", 1),
        ("// print(report)", 0),
        ("let text = \"print(report)\"", 0),
    ])
    func `a way to the terminal is found`(text: String, count: Int) {
        #expect(Self.terminalNames(in: SwiftSource(path: "a.swift", text: text)).count == count)
    }

    private static func terminalNames(in file: SwiftSource) -> [String] {
        let tokens = file.tokens
        return tokens.indices.compactMap { index in
            let name = tokens[index].text
            let before = index > 0 ? tokens[index - 1].text : ""
            let owner = index > 1 && before == "." && tokens[index - 1].isGlued ? tokens[index - 2].text : ""
            let isNamed =
                if streams.contains(name) {
                    before == "." && (owner == "FileHandle" || !tokens[index - 2].isName)
                } else {
                    always.contains(name) && ![".", "func"].contains(before)
                }
            return isNamed ? "\(file.place(tokens[index].line)): \(name)" : nil
        }
    }
}
