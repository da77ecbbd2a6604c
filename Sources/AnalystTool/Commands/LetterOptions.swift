import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// Where letters and guides go, and in which form.
struct LetterOptions: ParsableArguments {
    @Option(help: "Vorm: md of text. / Format: md or text.")
    var format: Letter.Format = .md

    @Option(
        name: [.short, .customLong("output")],
        help: """
            Bestand, of map (er is een map, of de naam eindigt op /) voor een bestand per brief; zonder: het scherm. / \
            File, or folder (there is a folder, or the name ends in /) for one file per letter; without it: the screen.
            """)
    var output: String?

    /// Writes letters as asked: to the screen or one file together, or each to a file of its own in a folder.
    ///
    /// - Parameters:
    ///   - letters: with the names of their files, without an ending.
    ///   - inputs: the files that the command reads: none of them is written over.
    func write(
        _ letters: [(name: String, letter: Letter)], inputs: [FileStatus.Identity], _ language: Language
    ) throws {
        guard let output else {
            if !letters.isEmpty { Console.output(Letter.pages(letters.map(\.letter), format)) }
            return
        }
        guard isFolder(output) else {
            let file = OutputFile(output)
            try file.prepare(inputs: inputs, language: language)
            file.writeOrEnd(report: Letter.pages(letters.map(\.letter), format))
            return
        }
        let folder = SheetFolder(url: URL(filePath: output, directoryHint: .isDirectory))
        let names = Self.distinct(letters.map(\.name))
        let files = names.map { name in
            OutputFile(folder.url.appending(path: "\(name).\(format == .md ? "md" : "txt")").relativePath)
        }
        // All are looked at before one is written.
        for file in files { try file.prepare(inputs: inputs, language: language) }
        do {
            try folder.create()
        } catch {
            Console.fail(toWrite: output, error)
        }
        for (file, letter) in zip(files, letters.map(\.letter)) {
            file.writeOrEnd(report: letter.page(format))
            Console.output(file.name + "\n")
        }
    }

    private func isFolder(_ path: String) -> Bool {
        path.hasSuffix("/") || RuleLibrary.isFolder(URL(filePath: path))
    }

    /// Names that differ: the second of a name gets a number.
    static func distinct(_ names: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return names.map { name in
            let count = (counts[name] ?? 0) + 1
            counts[name] = count
            return count == 1 ? name : "\(name)-\(count)"
        }
    }
}

extension Letter.Format: ExpressibleByArgument {}
