import Foundation
import RuleEngine
import TestSupport
import Testing

/// The public YAML test suite (yaml/yaml-test-suite): a text per case, with a file `error` where it must be refused.
struct YAMLTestSuiteTests {
    /// Cases that YAML 1.2.2 refuses and libyaml, which follows YAML 1.1, accepts.
    private static let acceptedByLibyaml: [(reason: String, cases: [String])] = [
        ("lines inside brackets or quotes need no indentation", ["9C9N", "DK95/01", "QB6E", "Y79Y/003"]),
        ("a comment may follow without a space", ["9JBA", "CVW2", "SU5Z", "X4QW"]),
        ("a lone dash inside brackets is text", ["G5U8", "YJV2"]),
        ("a directive may follow a document without its end marker", ["EB22"]),
        ("blank lines before a block may be indented further than the block", ["S98Z"]),
    ]

    /// Codes of what this parser refuses on purpose, although it is good YAML.
    private static let refusedOnPurpose: Set<String> = [
        "yaml/duplicate-key", "yaml/non-scalar-key", "yaml/merge-key", "yaml/tag", "yaml/empty-document",
    ]

    /// Good cases that libyaml 0.2.5 does not read.
    private static let unreadByLibyaml: [(reason: String, cases: [String])] = [
        (
            "a colon on the line after its key, or close to its value",
            ["4MUZ/00", "4MUZ/01", "4MUZ/02", "58MP", "5MUD", "5T43", "K3WX", "NJ66", "9SA2", "VJP3/01"]
        ),
        ("keys or values that are left out", ["2JQS", "4ABK", "CFD4", "FRK4", "M2N8/00", "NKF9", "S3PD", "6M2F"]),
        (
            "a tab between tokens or before content",
            [
                "6BCT", "6CA3", "96NN/00", "96NN/01", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "R4YG",
                "Y79Y/001", "Y79Y/010",
            ]
        ),
        ("directives that it does not know", ["2LFX", "6LVF", "BEC7", "MUS6/05", "MUS6/06"]),
        ("documents without start marker", ["7Z25", "HWV9", "M7A3", "NHX8", "QT73", "UT92", "W4TN"]),
        ("blocks without indentation at the root", ["DK3J", "FP8R"]),
        ("anchors with other characters than letters, digits, dash and underscore", ["2SXE", "8XYN", "W5VH"]),
        ("texts that begin with a question mark, colon or dash", ["DBG4", "HM87/00", "SM9W/01", "UKK6/00"]),
    ]

    /// Good cases that libyaml reads as something else.
    private static let misreadByLibyaml: [(reason: String, cases: [String])] = [
        ("a question mark close to its text, inside brackets, is read as the mark of a key", ["652Z", "HM87/01"]),
        ("a last line of only blanks, without line break, gets none", ["JEF9/02", "L24T/01"]),
        ("a colon in the name of an anchor ends the name", ["Y2GN"]),
    ]

    @Test func `the cases that must be refused are refused and the others are read`() throws {
        guard let cases = try unpackedSuite() else {
            print("The YAML test suite is not there; set ANALYST_SHARED to the folder that has it.")
            return
        }
        defer { try? FileManager.default.removeItem(at: cases.temporary) }
        #expect(cases.list.count > 300)
        var accepted: [String] = []
        var unread: [String] = []
        var misread: [String] = []
        for item in cases.list {
            let result = YAMLParser.parse(item.file)
            // Whatever the case is about, its diagnostics can be shown.
            _ = DiagnosticRenderer(language: .nl, sources: [item.file]).render(result.diagnostics)
            for document in result.documents { checkPlaces(document, in: item.file) }
            if !item.isError, result.diagnostics.isEmpty, let expected = item.scalars {
                if result.documents.flatMap(scalars) != expected { misread.append(item.file.name) }
            }
            let codes = Set(result.diagnostics.map(\.code))
            if item.isError, codes.isEmpty { accepted.append(item.file.name) }
            if !item.isError, !codes.isSubset(of: Self.refusedOnPurpose) { unread.append(item.file.name) }
        }
        #expect(accepted.sorted() == Self.acceptedByLibyaml.flatMap(\.cases).sorted())
        #expect(misread.sorted() == Self.misreadByLibyaml.flatMap(\.cases).sorted())
        #expect(unread.sorted() == Self.unreadByLibyaml.flatMap(\.cases).sorted())
    }

    /// The place of each letter lies inside its scalar and has that letter.
    private func checkPlaces(_ node: YAMLNode, in file: SourceFile) {
        let source = Array(file.text.utf8)
        for scalar in allScalars(node) {
            for (offset, byte) in scalar.text.utf8.enumerated() where byte < 0x80 {
                let span = scalar.span(of: offset..<offset + 1)
                let isInside = span.start >= scalar.span.start && span.end <= scalar.span.end
                #expect(isInside, "\(file.name)")
                let isEscapeOrFold = span.end.offset - span.start.offset != 1
                guard !isEscapeOrFold, byte != 0x0A, byte != 0x20 else { continue }
                #expect(source[span.start.offset] == byte, "\(file.name)")
            }
        }
    }

    private func scalars(_ node: YAMLNode) -> [String] {
        allScalars(node).map(\.text)
    }

    private func allScalars(_ node: YAMLNode) -> [YAMLScalar] {
        switch node.content {
        case .scalar(let scalar): [scalar]
        case .sequence(let nodes): nodes.flatMap(allScalars)
        case .mapping(let entries): entries.flatMap { allScalars($0.key) + allScalars($0.value) }
        }
    }

    // MARK: The suite on disk

    private struct Case {
        let file: SourceFile
        let isError: Bool
        /// The scalars in the order of the text; `nil` when aliases make that order another one.
        let scalars: [String]?
    }

    /// The texts of the lines `=VAL` of a file `test.event`.
    private func scalars(ofEvents events: String) -> [String]? {
        let lines = events.split(separator: "\n")
        guard !lines.contains(where: { $0.hasPrefix("=ALI") }) else { return nil }
        return lines.filter { $0.hasPrefix("=VAL") }.map { line in
            var words = line.dropFirst("=VAL ".count)
            while let first = words.first, first == "&" || first == "<" {
                words = words.drop { $0 != " " }.dropFirst()
            }
            return unescaped(words.dropFirst())
        }
    }

    private func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                let escapes: [Character: Character] = ["n": "\n", "t": "\t", "b": "\u{8}", "r": "\r"]
                result.append(escapes[character] ?? character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// The cases, ordered by name, and the folder to throw away afterwards.
    private func unpackedSuite() throws -> (list: [Case], temporary: URL)? {
        guard let archive = sharedFolder()?.appending(path: "conformance/yaml-test-suite.tar.gz"),
            FileManager.default.fileExists(atPath: archive.path)
        else { return nil }
        let folder = FileManager.default.temporaryDirectory.appending(path: "yaml-test-suite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xzf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0)
        let data = folder.appending(path: "yaml-test-suite/data")
        let names = try FileManager.default.subpathsOfDirectory(atPath: data.path)
            .filter { $0.hasSuffix("/in.yaml") }.sorted()
        let list = try names.map { name in
            let path = data.appending(path: name)
            let error = path.deletingLastPathComponent().appending(path: "error")
            let file = try SourceFile(name: String(name.dropLast("/in.yaml".count)), utf8: Data(contentsOf: path))
            let events = path.deletingLastPathComponent().appending(path: "test.event")
            return Case(
                file: file, isError: FileManager.default.fileExists(atPath: error.path),
                scalars: scalars(ofEvents: try String(contentsOf: events, encoding: .utf8)))
        }
        return (list, folder)
    }
}
