import Foundation
import Testing

/// What the pages for users show is what the program prints.
@Suite struct ExampleTests {
    static let pages = [
        "README.md", "LEESMIJ.md", "docs/production.md", "docs/worker.md", "docs/medewerker.md", "CONTRIBUTING.md",
    ]

    /// A command behind `$`, with the lines below it.
    struct Example: CustomTestStringConvertible {
        let page: String
        let words: [String]
        /// Lines in their order, in pieces: `…` stands for whatever lies between two.
        let pieces: [[String]]

        var testDescription: String { "\(page): \(words.joined(separator: " "))" }

        /// The examples in the fenced blocks of a page.
        static func all(in text: String, of page: String) -> [Example] {
            var result: [Example] = []
            var isInside = false
            var shown: (words: [String], lines: [String])?
            func finish() {
                guard let shown else { return }
                let pieces = shown.lines.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
                result.append(Example(page: page, words: shown.words, pieces: pieces))
            }
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
                if line.hasPrefix("```") {
                    finish()
                    shown = nil
                    isInside.toggle()
                } else if isInside, line.hasPrefix("$ analyst ") {
                    finish()
                    shown = (line.split(separator: " ").dropFirst(2).map(String.init), [])
                } else {
                    shown?.lines.append(line)
                }
            }
            return result
        }

        /// The first line that the program does not print; `nil` when all is as shown.
        func difference(from output: String) -> String? {
            var rest = ArraySlice(output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            for (index, piece) in pieces.enumerated() {
                if index > 0, let first = piece.first {
                    rest = rest.drop { $0 != first }
                }
                for line in piece {
                    guard rest.popFirst() == line else { return line }
                }
            }
            return nil
        }
    }

    static let examples: [Example] = pages.flatMap { page in
        // A page that cannot be read has no examples, and the count of examples fails.
        ((try? Project.text(page)).map { Example.all(in: $0, of: page) }) ?? []
    }

    @Test(arguments: examples)
    func `an example shows what the program prints`(example: Example) throws {
        var words = example.words
        // Pages leave out the day and their own language.
        if !words.contains("--date") { words += ["--date", "2026-11-01"] }
        if !words.contains("--lang") { words += ["--lang", example.page == "LEESMIJ.md" ? "nl" : "en"] }
        let outcome = try CommandLineTests.analyst(words)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(example.difference(from: outcome.output) == nil)
    }

    @Test func `both languages have an example`() {
        #expect(Set(Self.examples.map(\.page)).isSuperset(of: ["README.md", "LEESMIJ.md"]))
    }

    @Test(
        arguments: [
            ("one\ntwo", nil), ("one\n…", nil), ("one\n…\nfour", nil), ("two", "two"), ("one\nthree", "three"),
            ("one\n…\nfive", "five"), ("one\n…\nthree\ntwo", "two"),
        ] as [(String, String?)])
    func `a line that is not printed is told`(shown: String, wrong: String?) throws {
        let example = try #require(
            Example.all(in: "```text\n$ analyst why x\n\(shown)\n```", of: "a.md").first)
        #expect(example.words == ["why", "x"])
        #expect(example.difference(from: "one\ntwo\nthree\nfour\n") == wrong)
    }

    /// Commands in running text: `analyst why SHEET problem:x --robustness`.
    static let commands: [String] = pages.flatMap { page -> [String] in
        // A page that cannot be read names no command, and the count of examples fails.
        ((try? Project.text(page)) ?? "").split(separator: "\n").flatMap { line in
            line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 && $0.element.hasPrefix("analyst ") }.map { String($0.element) }
        }
    }

    @Test(arguments: Array(Set(commands)).sorted())
    func `a command that a page names is there, with its options`(command: String) throws {
        let words = command.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init).dropFirst()
        let names = words.prefix { $0.allSatisfy { $0.isLowercase || $0 == "-" } && !$0.hasPrefix("--") }
        let outcome = try CommandLineTests.analyst(Array(names.prefix(2)) + ["--help"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        for option in words where option.hasPrefix("--") {
            #expect(outcome.output.contains("\(option) ") || outcome.output.contains("\(option)\n"), "\(option)")
        }
    }
}
