// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "analyst", path: "..")],
    targets: [
        .executableTarget(
            name: "EngineBenchmarks",
            dependencies: [.product(name: "RuleEngine", package: "analyst")]),
        .executableTarget(
            name: "AreasBenchmarks",
            dependencies: [.product(name: "RuleEngine", package: "analyst")]),
        .executableTarget(
            name: "ProductionBenchmarks",
            dependencies: [.product(name: "RuleEngine", package: "analyst")]),
    ],
    swiftLanguageModes: [.v6]
)
