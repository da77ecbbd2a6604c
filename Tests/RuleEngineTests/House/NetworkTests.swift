import Testing

/// The network has one door, and only the making of a sheet goes to it: no analysis and no questionnaire does.
@Suite struct NetworkTests {
    private static let door = "Sources/AnalystTool/Network/WebService.swift"

    /// Names that lead to the network, or to the door itself, and the files that may say them.
    private static let homes: [(names: [String], files: [String])] = [
        (
            [
                "FoundationNetworking", "NWConnection", "CFNetwork", "CFStreamCreatePairWithSocketToHost",
                "URLSession",
                "URLSessionConfiguration", "URLSessionTask", "URLSessionDataTask", "URLSessionDataDelegate",
                "URLRequest",
                "HTTPURLResponse", "NSURLConnection", "URLConnection", "getaddrinfo", "gethostbyname", "socket",
                "SocketPort", "posix_spawn", "popen", "execv", "execve",
            ], [door]
        ),
        // Another program could go there; the one that makes a PDF is handed a file, and git reads what is on this machine.
        (
            ["Process"],
            [
                door, "Sources/AnalystTool/Programs/PDFProgram.swift",
                "Sources/AnalystTool/Programs/GitProgram.swift",
            ]
        ),
        (["WebService"], [door, "Sources/AnalystTool/Commands/DownloadOptions.swift"]),
        (
            ["DownloadOptions"],
            ["Sources/AnalystTool/Commands/DownloadOptions.swift", "Sources/AnalystTool/Commands/SheetCommand.swift"]
        ),
        (
            ["SheetTableOptions"],
            [
                "Sources/AnalystTool/Commands/SheetCommand.swift", "Sources/AnalystTool/Commands/SheetNewCommand.swift",
                "Sources/AnalystTool/Commands/SheetUpdateCommand.swift",
            ]
        ),
    ]

    @Test func `only one file knows the network, and only sheets new and updated use it`() throws {
        let files = try SourceTree.swiftFiles(under: "Sources")
        #expect(files.flatMap(Self.ways) == [])
        #expect(files.contains { $0.path == Self.door }, "the door is where it is said to be")
    }

    @Test(arguments: [
        ("Sources/Analyst/Areas/A.swift", "URLSession.shared.dataTask(with: url)", 1),
        ("Sources/Analyst/Downloads/A.swift", "import FoundationNetworking", 1),
        ("Sources/AnalystTool/Commands/AnalyseCommand.swift", "let service = WebService(patience: 3)", 1),
        ("Sources/AnalystTool/Commands/AskCommand.swift", "@OptionGroup var download: DownloadOptions", 1),
        ("Sources/AnalystTool/Commands/AskCommand.swift", "@OptionGroup var tables: SheetTableOptions", 1),
        ("Sources/AnalystTool/Commands/SheetNewCommand.swift", "@OptionGroup var tables: SheetTableOptions", 0),
        ("Sources/AnalystTool/Network/WebService.swift", "struct WebService { let session: URLSession }", 0),
        ("Sources/Analyst/Areas/A.swift", "// URLSession stays outside\nlet text = \"URLSession\"", 0),
    ])
    func `another way to the network is found`(path: String, text: String, count: Int) {
        #expect(Self.ways(SwiftSource(path: path, text: text)).count == count)
    }

    private static func ways(_ file: SwiftSource) -> [String] {
        file.tokens.compactMap { token in
            let isOutside = homes.contains { $0.names.contains(token.text) && !$0.files.contains(file.path) }
            return isOutside ? "\(file.place(token.line)): \(token.text)" : nil
        }
    }
}
