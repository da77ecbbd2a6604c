import Testing

/// Third-party code and the outer world are imported only where their purpose is.
@Suite struct ImportTests {
    /// A module, and where it may be imported: folders or files from the package root.
    private static let homes: [String: [String]] = [
        // The one C library of the engine.
        "CLibYAML": ["Sources/RuleEngine/YAML/"],
        // Tables that are packed, and workbooks.
        "CZlib": ["Sources/Analyst/Files/"],
        "FoundationXML": ["Sources/Markup/"],
        "Markup": ["Sources/Analyst/Files/", "Sources/DecisionModels/XML/"],
        // Files, dates and processes of the machine: not for the engine.
        "Foundation": [
            "Sources/Analyst/", "Sources/AnalystLanguageServer/", "Sources/AnalystServer/", "Sources/AnalystStore/",
            "Sources/AnalystTool/", "Sources/Markup/",
        ],
        // Questions, cases and areas are tried at once on all cores, and while somebody reads; browsers ask at once.
        "Dispatch": [
            "Sources/Analyst/Files/", "Sources/AnalystServer/Dossiers/",
            "Sources/AnalystServer/Security/LoginDesk.swift", "Sources/AnalystTool/",
        ],
        "Synchronization": [
            "Sources/Analyst/Files/", "Sources/AnalystServer/", "Sources/AnalystTool/", "Sources/DecisionModels/",
        ],
        // The one door to the network.
        "FoundationNetworking": ["Sources/AnalystTool/Network/WebService.swift"],
        // Receipts: what a file was, to the byte.
        "Crypto": ["Sources/Analyst/Files/FileDigest.swift", "Sources/Analyst/Team/PasswordHash.swift"],
        // What is kept of a password.
        "CryptoExtras": ["Sources/Analyst/Team/PasswordHash.swift"],
        // Pages of HTML.
        "Mustache": ["Sources/Analyst/Reports/"],
        // The database of dossiers.
        "GRDB": ["Sources/AnalystStore/"],
        // HTTP: one file knows it.
        "HTTPTypes": ["Sources/AnalystServer/WebServer.swift"],
        "Hummingbird": ["Sources/AnalystServer/WebServer.swift"],
        "HummingbirdCore": ["Sources/AnalystServer/WebServer.swift"],
        "Logging": ["Sources/AnalystServer/WebServer.swift"],
        "NIOCore": ["Sources/AnalystServer/WebServer.swift"],
        // The command line.
        "ArgumentParser": ["Sources/AnalystTool/"],
        "RuleEngine": [
            "Sources/Analyst/", "Sources/AnalystLanguageServer/", "Sources/AnalystServer/", "Sources/AnalystStore/",
            "Sources/AnalystTool/", "Sources/DecisionModels/",
        ],
        // Models of decisions, beside rules.
        "DecisionModels": ["Sources/Analyst/ModelRuns/", "Sources/AnalystTool/Commands/"],
        "Analyst": [
            "Sources/AnalystLanguageServer/", "Sources/AnalystServer/", "Sources/AnalystStore/", "Sources/AnalystTool/",
        ],
        "AnalystLanguageServer": ["Sources/AnalystTool/"],
        "AnalystServer": ["Sources/AnalystTool/"],
        "AnalystStore": ["Sources/AnalystTool/"],
    ]

    @Test func `each module is imported only where its purpose is`() throws {
        let files = try SourceTree.swiftFiles(under: "Sources")
        #expect(!files.isEmpty)
        #expect(files.flatMap(Self.importsOutOfPlace) == [])
    }

    @Test func `the table lists no module and no place that is not there`() throws {
        let files = try SourceTree.swiftFiles(under: "Sources")
        let stale = Self.homes.flatMap { module, places in
            places.filter { place in
                !files.contains { file in
                    file.path.hasPrefix(place) && file.imports.contains { $0.module == module }
                }
            }.map { "\(module) in \($0)" }
        }
        #expect(stale.sorted() == [])
    }

    @Test(arguments: [
        ("Sources/RuleEngine/YAML/YAMLParser.swift", "internal import CLibYAML", 0),
        ("Sources/RuleEngine/FEEL/FEELLexer.swift", "internal import CLibYAML", 1),
        ("Sources/RuleEngine/YAML/YAMLParser.swift", "import Foundation", 1),
        ("Sources/RuleEngine/FEEL/FEELLexer.swift", "// import Foundation", 0),
        ("Sources/Analyst/Reports/HTMLTemplate.swift", "import Mustache", 0),
        ("Sources/Analyst/Analysis/Part.swift", "import Mustache", 1),
        ("Sources/Analyst/Analysis/Part.swift", "package import struct ArgumentParser.Flag", 1),
        ("Sources/AnalystTool/Commands/Run.swift", "import ArgumentParser", 0),
        ("Sources/AnalystTool/Commands/Run.swift", "import Glibc", 1),
    ])
    func `an import out of place is found`(path: String, text: String, count: Int) {
        #expect(Self.importsOutOfPlace(of: SwiftSource(path: path, text: text)).count == count)
    }

    private static func importsOutOfPlace(of file: SwiftSource) -> [String] {
        file.imports.filter { found in
            !(homes[found.module] ?? []).contains { file.path.hasPrefix($0) }
        }.map { "\(file.place($0.line)): imports \($0.module)" }
    }
}
