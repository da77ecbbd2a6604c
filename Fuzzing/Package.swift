// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "analyst", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzzing",
            dependencies: [
                .product(name: "RuleEngine", package: "analyst"),
                .product(name: "TestSupport", package: "analyst"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
