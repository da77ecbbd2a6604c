import RuleEngine
import Testing

@testable import Analyst

/// What is refused of a repository before its files are read, each beside what nearly is.
@Suite struct PackageTreeTests {
    private static let manifest = PackageTree.Entry(mode: "100644", object: "a", size: 100, path: "knowledge.yaml")

    private static func codes(_ entries: [PackageTree.Entry], limits: PackageLimits = .standard) -> [String] {
        KnowledgeWorld.faults { _ = try PackageTree([manifest] + entries, of: "p", limits: limits) }.map(\.code)
    }

    @Test(arguments: [
        ("120000", "rules/a.yaml", "knowledge/link"), ("120000", "elsewhere", "knowledge/link"),
        ("160000", "rules/other", "knowledge/submodule"), ("100644", "../a.yaml", "knowledge/path"),
        ("100644", "rules/../../a.yaml", "knowledge/path"), ("100644", "/etc/a.yaml", "knowledge/path"),
        ("100644", "rules/.git/config", "knowledge/path"), ("100644", "rules\\a.yaml", "knowledge/path"),
        ("100644", "c:/a.yaml", "knowledge/path"), ("100644", "rules/-a.yaml", "knowledge/path"),
        ("040000", "rules/a", "knowledge/path"),
    ])
    func `what leads out of the package is refused with its place`(mode: String, path: String, code: String) {
        let entry = PackageTree.Entry(mode: mode, object: "b", size: 10, path: path)
        let faults = KnowledgeWorld.faults { _ = try PackageTree([Self.manifest, entry], of: "p") }
        #expect(faults.map(\.code) == [code])
        #expect(faults.allSatisfy { $0.message.en.contains(path) })
    }

    @Test func `rules, sources, casebooks and recipes are taken, and the rest is left out`() throws {
        let paths = [
            "rules/a.yaml", "rules/a.cases.yaml", "sources/b.yaml", "casebooks/c/casebook.yaml",
            "casebooks/c/README.md",
            "imports/d.yaml", "LICENSE", "LEESMIJ.md", ".github/workflows/x.yaml", "rules/.hidden.yaml", "rules/a.sh",
            "Makefile",
            "rules/a..b.yaml",
        ]
        let entries = paths.map { PackageTree.Entry(mode: "100644", object: "b", size: 10, path: $0) }
        let tree = try PackageTree([Self.manifest] + entries, of: "p")
        #expect(tree.leftOut == [".github/workflows/x.yaml", "Makefile", "rules/.hidden.yaml", "rules/a.sh"])
        #expect(tree.files.count == 10)
    }

    @Test func `a file may be as large as the limit, and no byte larger`() {
        var limits = PackageLimits()
        limits.file = 1000
        let entry = { PackageTree.Entry(mode: "100644", object: "b", size: $0, path: "rules/a.yaml") }
        #expect(Self.codes([entry(1000)], limits: limits) == [])
        #expect(Self.codes([entry(1001)], limits: limits) == ["knowledge/limit"])
        limits.total = 1050
        #expect(Self.codes([entry(950)], limits: limits) == [])
        #expect(Self.codes([entry(951)], limits: limits) == ["knowledge/limit"])
    }

    @Test func `so many files may there be, and not one more`() {
        var limits = PackageLimits()
        limits.files = 10
        let entries = { (count: Int) in
            (0..<count).map { PackageTree.Entry(mode: "100644", object: "b", size: 1, path: "rules/\($0).yaml") }
        }
        #expect(Self.codes(entries(9), limits: limits) == [])
        #expect(Self.codes(entries(10), limits: limits) == ["knowledge/limit"])
    }

    @Test func `two files that some machines take for one are refused`() {
        let entry = { PackageTree.Entry(mode: "100644", object: "b", size: 1, path: $0) }
        #expect(Self.codes([entry("rules/a.yaml"), entry("rules/A.yaml")]) == ["knowledge/path"])
        #expect(Self.codes([entry("rules/a.yaml"), entry("rules/b.yaml")]) == [])
    }

    @Test func `a repository without knowledge.yaml is no package`() {
        let entry = PackageTree.Entry(mode: "100644", object: "b", size: 1, path: "rules/a.yaml")
        #expect(
            KnowledgeWorld.faults { _ = try PackageTree([entry], of: "p") }.map(\.code) == ["knowledge/no-manifest"])
    }
}
