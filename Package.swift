// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "analyst",
    products: [
        .library(name: "RuleEngine", targets: ["RuleEngine"]),
        .library(name: "Analyst", targets: ["Analyst"]),
        .executable(name: "analyst", targets: ["AnalystTool"]),
        // For the nested package Fuzzing, which makes its inputs as the tests do.
        .library(name: "TestSupport", targets: ["TestSupport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        .target(name: "RuleEngine", dependencies: ["CLibYAML"], swiftSettings: strict),
        // One reader of XML, for workbooks and for decision models.
        .target(name: "Markup", swiftSettings: strict),
        // Decision models of DMN, run by the engine's evaluator: texts in, values out.
        .target(name: "DecisionModels", dependencies: ["Markup", "RuleEngine"], swiftSettings: strict),
        .target(
            name: "Analyst",
            dependencies: [
                "CZlib", "DecisionModels", "Markup", "RuleEngine", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        // Dossiers in a database.
        .target(
            name: "AnalystStore",
            dependencies: ["Analyst", "RuleEngine", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        // The web pages: the only target that knows of HTTP.
        .target(
            name: "AnalystServer",
            dependencies: [
                "Analyst", "RuleEngine", .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
        // Help in an editor: bytes in, bytes out.
        .target(name: "AnalystLanguageServer", dependencies: ["Analyst", "RuleEngine"], swiftSettings: strict),
        .executableTarget(
            name: "AnalystTool",
            dependencies: [
                "RuleEngine", "Analyst", "AnalystLanguageServer", "AnalystServer", "AnalystStore", "DecisionModels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["RuleEngine"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "RuleEngineTests", dependencies: ["RuleEngine", "TestSupport"],
            exclude: ["Broken/Files", "FEEL/Numbers/Fixtures"],
            swiftSettings: strict),
        // Sees what a user of the library sees: public symbols alone.
        .testTarget(
            name: "FrontDoorTests", dependencies: ["RuleEngine"], packageAccess: false, swiftSettings: strict),
        // Shows that the application links into a program without its command line; `LibraryTests` runs it.
        .executableTarget(
            name: "LibraryProgram", dependencies: ["Analyst", "RuleEngine"], path: "Tests/LibraryProgram",
            swiftSettings: strict),
        // Records answers one after the other until it ends or is killed; tests of the store start it.
        .executableTarget(
            name: "StoreWriter", dependencies: ["Analyst", "AnalystStore", "RuleEngine"], path: "Tests/StoreWriter",
            swiftSettings: strict),
        .testTarget(
            name: "DecisionModelsTests", dependencies: ["DecisionModels", "RuleEngine", "TestSupport"],
            swiftSettings: strict),
        // The DMN test kit, where one is at hand.
        .testTarget(
            name: "ConformanceTests", dependencies: ["DecisionModels", "RuleEngine", "TestSupport"],
            exclude: ["deviations.md", "passed.txt"], swiftSettings: strict),
        // The pages over a real socket, as a browser asks for them.
        .testTarget(
            name: "AnalystServerTests",
            dependencies: ["Analyst", "AnalystServer", "AnalystStore", "RuleEngine", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "AnalystTests",
            dependencies: ["Analyst", "AnalystTool", "CZlib", "DecisionModels", "RuleEngine", "TestSupport"],
            exclude: ["Analysis/Golden", "Choices/Answers", "Explanations/Golden", "Reports/Golden"],
            swiftSettings: strict),
        // The editor's side of the protocol, spoken to the server as a value.
        .testTarget(
            name: "AnalystLanguageServerTests",
            dependencies: ["Analyst", "AnalystLanguageServer", "RuleEngine", "TestSupport"], exclude: ["Python"],
            swiftSettings: strict),
        .testTarget(
            name: "AnalystStoreTests",
            dependencies: [
                "Analyst", "AnalystStore", "RuleEngine", "StoreWriter", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
