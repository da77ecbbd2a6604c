import Analyst
internal import ArgumentParser
import RuleEngine

/// A command as a filter: lines from standard input, an answer to each on standard output.
///
/// Answers are written when no further line is there to be read yet, or when there are many: nobody waits for an answer longer
/// than for the next line. Nothing is kept of a line that is answered. A line that cannot be answered is told on standard error
/// with its number; the rest goes on, unless the user is strict. When whoever reads the answers leaves, the filter ends.
struct StreamFilter {
    let isStrict: Bool
    let language: Language

    /// Answers of this many bytes are written at once.
    private static let batch = 1 << 16

    /// - Parameter answer: the answer to the bytes of a line, with its line break; the line has a name for messages.
    /// - Throws: exit code `badInput` at the first bad line of a strict run.
    func run(_ answer: (_ line: [UInt8], _ name: String) throws(BadInput) -> String) throws {
        var lines = LineReader(.standardInput)
        var (number, bad) = (0, 0)
        var answers: [UInt8] = []
        /// Whether somebody still reads.
        func flush() -> Bool {
            guard !answers.isEmpty else { return true }
            defer { answers.removeAll(keepingCapacity: true) }
            return Console.output(answers)
        }
        while true {
            if !lines.isReady || answers.count > Self.batch, !flush() { return }
            guard let line = lines.line() else { break }
            number += 1
            do throws(BadInput) {
                guard case .text(let bytes) = line else { throw BadInput([.lineTooLong]) }
                if bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
                answers += Array(try answer(bytes, "-").utf8)
            } catch {
                bad += 1
                let text = DiagnosticRenderer(language: language, sources: []).render(
                    Array(error.diagnostics.prefix(3)))
                Console.error(LocalizedText.badRecord(number)[language] + text)
                if isStrict {
                    _ = flush()
                    throw ExitCode(ExitStatus.badInput)
                }
            }
        }
        if flush(), bad > 0 { Console.error(LocalizedText.summary(bad, of: number)[language]) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func badRecord(_ number: Int) -> LocalizedText {
        LocalizedText(nl: "record \(number): ", en: "record \(number): ")
    }

    fileprivate static func summary(_ bad: Int, of count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(bad) van \(count) records konden niet gelezen worden; de rest is beantwoord",
            en: "\(bad) of \(count) records could not be read; the rest is answered")
    }
}

extension Diagnostic {
    fileprivate static let lineTooLong = Diagnostic(
        code: "stream/line-too-long",
        message: LocalizedText(
            nl: "deze regel is langer dan \(LineReader.limit >> 20) MiB",
            en: "this line is longer than \(LineReader.limit >> 20) MiB"),
        at: nil,
        hint: LocalizedText(
            nl: "zet elk record op een regel van zichzelf", en: "put each record on a line of its own"))
}
