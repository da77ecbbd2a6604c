import Testing

/// What a clone must and must not contain.
@Suite struct RepositoryTests {
    @Test(.enabled(if: SourceTree.trackedFiles != nil, "git knows this folder"))
    func `neither build output nor Package.resolved is tracked`() throws {
        let tracked = try #require(SourceTree.trackedFiles)
        let unwanted = tracked.filter { path in
            let parts = path.split(separator: "/")
            return parts.last == "Package.resolved" || parts.contains { $0.hasPrefix(".build") }
        }
        #expect(unwanted == [])
    }

    @Test(arguments: [
        "CHANGELOG.md", "CONTRIBUTING.md", "LEESMIJ.md", "LICENSE", "Makefile", "README.md", "SECURITY.md",
        "Sources/README.md", "Tests/README.md", "publiccode.yml",
    ])
    func `the house has its papers`(path: String) throws {
        #expect(try !SourceTree.text(of: path).isEmpty)
    }
}
