import Analyst
import Foundation
import RuleEngine

/// Results go to standard output, messages to standard error; both harmless to a terminal.
///
/// What cannot be written ends the program with `ExitStatus.unwritable` and one line that says why. Where whoever read the
/// results has left, the rest is dropped in silence: the command goes on to its end and its own exit code.
enum Console {
    /// Makes the standard streams safe. Call it before anything else.
    ///
    /// Neither a reader that leaves nor a file that may not grow must end the program by a signal. A stream that is closed is replaced by one that refuses:
    /// else the next file that is opened would take its number, and the results would be written into it.
    static func prepare() {
        for fault in [SIGPIPE, SIGXFSZ] { signal(fault, SIG_IGN) }
        for (number, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] where fcntl(number, F_GETFD) < 0 {
            _ = open("/dev/null", mode)
        }
    }

    /// Writes a result.
    ///
    /// - Returns: whether somebody still reads.
    @discardableResult
    static func output(_ text: String) -> Bool {
        output(Array(HarmlessText.of(text, lineBreaks: .kept).utf8))
    }

    /// Writes a result that is harmless already, or no text.
    ///
    /// - Returns: whether somebody still reads.
    @discardableResult
    static func output(_ bytes: [UInt8]) -> Bool {
        do {
            try FileDescriptor.standardOutput.put(bytes)
            return true
        } catch .readerLeft {
            drop(.standardOutput)
            return false
        } catch {
            self.error(unwritable(LocalizedText.standardOutput, error)[Language.asked])
            exit(ExitStatus.unwritable)
        }
    }

    /// Whether results go to a terminal.
    static var isTerminal: Bool { isatty(FileDescriptor.standardOutput.number) == 1 }

    /// Writes a message and a line break.
    static func error(_ text: String) {
        do {
            try FileDescriptor.standardError.put((HarmlessText.of(text, lineBreaks: .kept) + "\n").utf8)
        } catch .readerLeft, .isClosed {
            // The user wants no messages.
        } catch {
            exit(ExitStatus.unwritable)
        }
    }

    /// Ends the program because a file cannot be written.
    static func fail(toWrite name: String, _ fault: FileFault) -> Never {
        error(unwritable(LocalizedText(verbatim: name), fault)[Language.asked])
        exit(ExitStatus.unwritable)
    }

    /// Lets all that follows go nowhere.
    private static func drop(_ stream: FileDescriptor) {
        let nowhere = open("/dev/null", O_WRONLY)
        guard nowhere >= 0 else { return }
        dup2(nowhere, stream.number)
        close(nowhere)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let standardOutput = LocalizedText(nl: "de standaarduitvoer", en: "standard output")
}

private func unwritable(_ name: LocalizedText, _ fault: FileFault) -> LocalizedText {
    LocalizedText(
        nl: "\(name.nl) kan niet worden geschreven: \(fault.reason.nl)",
        en: "\(name.en) cannot be written: \(fault.reason.en)")
}
