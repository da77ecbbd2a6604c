import Testing

/// The network has two doors: tables for a sheet, and packages of knowledge by git. No analysis and no questionnaire goes there.
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
        // Another program could go there; the one that makes a PDF is handed a file, and git reads what is on this machine,
        // except for packages of knowledge.
        (
            ["Process"],
            [
                door, "Sources/AnalystTool/Programs/PDFProgram.swift",
                "Sources/AnalystTool/Programs/GitProgram+Running.swift",
            ]
        ),
        (
            ["PackageRepository"],
            [
                "Sources/AnalystTool/Programs/PackageRepository.swift",
                "Sources/AnalystTool/Commands/KnowledgeAdd.swift", "Sources/AnalystTool/Commands/KnowledgeUpdate.swift",
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

    @Test func `only one file and git know the network, and only sheets and packages that are new or updated use them`()
        throws
    {
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
        ("Sources/AnalystTool/Commands/KnowledgeVerify.swift", "let place = try PackageRepository()", 1),
        ("Sources/AnalystTool/Commands/KnowledgeAdd.swift", "let place = try PackageRepository()", 0),
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
