import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The rules as pages to read.
@Suite struct RuleSiteTests {
    private static let files: [String: String] = {
        guard let library = try? Project.library.get() else { return [:] }  // Without rules the count test fails.
        let site = RuleSite(library, cases: [])
        return Dictionary(site.files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    }()

    @Test func `P8: each rule appears in both languages, in words and with a place to link to`() throws {
        let library = try Project.library.get()
        for language in Language.allCases {
            for rule in library.ruleBase.rules {
                let page = Self.files["\(language.rawValue)/set-\(RuleSiteWriter.slug(rule.ruleSet)).html"] ?? ""
                #expect(page.contains("id=\"rule-\(rule.name)\""), "\(rule.name)")
            }
        }
        #expect(Self.files.count > 100)
    }

    @Test func `P8: conditions and conclusions are sentences, not expressions`() throws {
        let page = Self.files["en/set-wonen.html"] ?? ""
        #expect(page.contains("Homes of housing associations is more than") || page.contains("is more than"))
        let words = RuleInWords(try Project.library.get().ruleBase, .nl)
        for rule in try Project.library.get().ruleBase.rules {
            for sentence in words.conditions(of: rule) + words.conclusions(of: rule) {
                #expect(!sentence.isEmpty)
                #expect(!sentence.contains(">=") && !sentence.contains("!="), "\(rule.name): \(sentence)")
            }
        }
    }

    @Test func `each link leads to a place that is there`() throws {
        var anchors: [String: Set<String>] = [:]
        for (path, text) in Self.files {
            anchors[path] = Set(text.matches(of: /\sid="([^"]*)"/).map { String($0.1) })
            #expect(anchors[path]?.count == text.matches(of: /\sid="([^"]*)"/).count, "\(path): an id twice")
        }
        var lost: [String] = []
        for (path, text) in Self.files where path.hasSuffix(".html") {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
                let parts = match.1.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init)
                var target = path
                if let first = parts.first, !first.isEmpty {
                    target = URL(filePath: "/\(folder)/\(first)").standardizedFileURL.path
                    target.removeFirst()
                }
                guard let known = anchors[target] else {
                    lost.append("\(path): \(match.1)")
                    continue
                }
                if parts.count > 1, !known.contains(parts[1]) { lost.append("\(path): \(match.1)") }
            }
        }
        #expect(Set(lost).sorted().prefix(10) == [])
    }

    @Test func `pages need no script and no other host, and are the same each time`() throws {
        for (path, text) in Self.files where path.hasSuffix(".html") {
            #expect(text.contains("Content-Security-Policy"))
            #expect(text.contains("<script") == path.hasSuffix("/names.html"))
            #expect(!text.contains("href=\"http") && !text.contains("src=\"http"), "\(path)")
        }
        let again = RuleSite(try Project.library.get(), cases: []).files
        for file in again { #expect(Self.files[file.path] == file.text) }
    }

    @Test func `a picture of links has a list beside it with as many links`() throws {
        let graph = try #require(LinkGraph.all(in: Project.library.get().ruleBase).first)
        let page = Self.files["nl/links.html"] ?? ""
        #expect(page.contains("<svg"))
        let all = LinkGraph.all(in: try Project.library.get().ruleBase).reduce(0) { $0 + $1.edges.count }
        #expect(page.ranges(of: "→ ").count == all)
        for link in graph.edges { #expect(graph.position[link.from] != nil && graph.position[link.to] != nil) }
        #expect(
            Set(graph.position.values.map { "\($0.column)/\($0.row)" }).count == graph.places.count,
            "no two on one place")
    }

    @Test func `a name that is markup is shown as it is written`() throws {
        let marks = GardenFiles.files["marks.yaml"]?.replacing("nl: groot", with: "nl: '<b>groot & \"wijd\"</b>'") ?? ""
        let library = try GardenCases.library(["marks.yaml": marks])
        for file in RuleSite(library, cases: []).files { #expect(!file.text.contains("<b>")) }
    }

    @Test func `P8: what changed since another version is a page, with what it was, what it is and where it stands`()
        throws
    {
        let old = try GardenCases.library([:])
        let marks = GardenFiles.files["marks.yaml"]?.replacing("nl: groot", with: "nl: ruim") ?? ""
        let new = try GardenCases.library(["marks.yaml": marks])
        let files = RuleSite(new, cases: [], since: .init("v1", from: old, to: new)).files
        let page = try #require(files.first { $0.path == "en/changes.html" }).text
        #expect(page.contains("Against v1: 1 changed."))
        #expect(page.contains("ruim") && page.contains("groot"), "before and after")
        #expect(page.contains("as it is now"))
        let index = try #require(files.first { $0.path == "nl/index.html" }).text
        #expect(index.contains("href=\"changes.html\""))
    }

    @Test func `P8: without another version there is no page of changes, and without changes the page says so`() throws
    {
        let library = try GardenCases.library([:])
        #expect(!RuleSite(library, cases: []).files.contains { $0.path.hasSuffix("changes.html") })
        let same = RuleSite(library, cases: [], since: .init("v1", from: library, to: library)).files
        #expect(
            same.first { $0.path == "nl/changes.html" }?.text.contains("Er is niets veranderd tegenover v1.") == true)
    }
}
