import Analyst
internal import ArgumentParser
import RuleEngine

extension OutputFile {
    /// Made before a command does its work: the file is none that it reads, and leftovers of killed runs are gone.
    ///
    /// Where the file is one of the inputs, the command ends with `ExitStatus.usage`.
    func prepare(inputs: [FileStatus.Identity], language: Language) throws {
        guard !isOne(of: inputs) else {
            Console.error(LocalizedText.isInput(name)[language])
            throw ExitCode(ExitStatus.usage)
        }
        sweep()
    }

    /// Writes bytes as they are, or ends the program with `ExitStatus.unwritable`.
    func writeOrEnd(_ bytes: [UInt8]) {
        do {
            try write(bytes)
        } catch {
            Console.fail(toWrite: name, error)
        }
    }

    /// Writes a report, or ends the program with `ExitStatus.unwritable`.
    func writeOrEnd(report: String) {
        do {
            try write(report: report)
        } catch {
            Console.fail(toWrite: name, error)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func isInput(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "\(name) is een bestand dat dit commando leest; kies een andere naam voor de uitvoer.",
            en: "\(name) is a file that this command reads; choose another name for the output.")
    }
}
