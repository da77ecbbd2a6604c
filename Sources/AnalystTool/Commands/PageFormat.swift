import Analyst
internal import ArgumentParser
import RuleEngine

/// The form of an answer that can be a page as well.
enum PageFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, html
}

/// Where the answer of a command goes.
enum PageOutput {
    /// Writes a text to a file, or to standard output where none is named.
    ///
    /// - Parameter inputs: the files that the command reads, which it never writes over.
    static func write(
        _ text: String, to path: String?, inputs: [FileStatus.Identity], language: Language
    ) throws {
        guard let path else {
            Console.output(text)
            return
        }
        let file = OutputFile(path)
        try file.prepare(inputs: inputs, language: language)
        file.writeOrEnd(report: text)
    }
}
