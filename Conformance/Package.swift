// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "conformance",
    dependencies: [.package(name: "analyst", path: "..")],
    targets: [
        .executableTarget(
            name: "Conformance",
            dependencies: [.product(name: "RuleEngine", package: "analyst")])
    ],
    swiftLanguageModes: [.v6]
)
