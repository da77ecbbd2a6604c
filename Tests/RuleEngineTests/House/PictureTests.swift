import Testing

/// The picture in `Sources/README.md` shows what is there.
@Suite struct PictureTests {
    private static let targets = ["RuleEngine", "Analyst"]

    /// Arrows that others lead around are left out of the picture, so that it can be read.
    @Test(arguments: targets)
    func `the arrows between folders are their dependencies`(target: String) throws {
        let files = try SourceTree.swiftFiles(under: "Sources/\(target)")
        let found = FolderDependencies(in: files, target: target).reduced.arrows
        let drawn = Self.arrows(in: try SourceTree.text(of: "Sources/README.md"))
        let folders = Set(try SourceTree.folders(in: "Sources/\(target)"))
        let inside = drawn.filter { folders.contains($0.from) && folders.contains($0.to) }
        #expect(found.subtracting(inside).sorted() == [], "not in the picture")
        #expect(inside.subtracting(found).sorted() == [], "in the picture only")
    }

    @Test func `the arrows between targets are their imports`() throws {
        let targets = Set(try SourceTree.folders(in: "Sources"))
        var arrows: Set<FolderDependencies.Arrow> = []
        for target in targets {
            for file in try SourceTree.swiftFiles(under: "Sources/\(target)") {
                for found in file.imports where targets.contains(found.module) {
                    arrows.insert(.init(from: found.module, to: target))
                }
            }
        }
        let drawn = Self.arrows(in: try SourceTree.text(of: "Sources/README.md"))
        let between = drawn.filter { targets.contains($0.from) && targets.contains($0.to) }
        #expect(FolderDependencies(arrows).reduced.arrows == between)
    }

    @Test func `a name of another folder is a dependency, and an arrow that others lead around is left out`() {
        let files = [
            SwiftSource(path: "Sources/T/A/One.swift", text: "struct One {}"),
            SwiftSource(path: "Sources/T/B/Two.swift", text: "struct Two { let one: One }"),
            SwiftSource(path: "Sources/T/C/Three.swift", text: "struct Three { let one: One; let two: Two }"),
            SwiftSource(path: "Sources/T/D/Four.swift", text: "struct Four { enum One {}; let one: One, x: Q.Two }"),
            SwiftSource(path: "Sources/T/T.swift", text: "struct Front { let four: Four }"),
        ]
        let dependencies = FolderDependencies(in: files, target: "T")
        #expect(dependencies.arrows.sorted().map(\.description) == ["A --> B", "A --> C", "B --> C"])
        #expect(dependencies.reduced.arrows.sorted().map(\.description) == ["A --> B", "B --> C"])
    }

    @Test func `a chain of arrows is read arrow by arrow`() {
        let text = "```mermaid\nA --> B --> C\nx -- text --> A\n```\nD --> E\n"
        #expect(Self.arrows(in: text).sorted().map(\.description) == ["A --> B", "B --> C"])
    }

    /// The plain arrows of the pictures on a page; those with words say something else.
    private static func arrows(in page: String) -> Set<FolderDependencies.Arrow> {
        var arrows: Set<FolderDependencies.Arrow> = []
        var isPicture = false
        for line in page.split(separator: "\n") {
            if line.hasPrefix("```") { isPicture = line.hasPrefix("```mermaid") }
            guard isPicture else { continue }
            let words = line.split(separator: " ").map(String.init)
            for index in words.indices.dropLast(2) where words[index + 1] == "-->" && !words.contains("--") {
                arrows.insert(.init(from: words[index], to: words[index + 2]))
            }
        }
        return arrows
    }
}
