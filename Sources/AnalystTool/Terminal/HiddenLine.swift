internal import ArgumentParser
import Foundation
import RuleEngine

/// A line that a person types and nobody sees.
enum HiddenLine {
    /// A password, typed twice where somebody types it; from a file or a pipe its first line.
    static func password(
        asking question: LocalizedText, again: LocalizedText, in language: Language
    ) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                throw ValidationError(LocalizedText.noLine[language])
            }
            return line
        }
        guard let first = read(question[language]), let second = read(again[language]) else {
            throw ValidationError(LocalizedText.noLine[language])
        }
        guard first == second else { throw ValidationError(LocalizedText.differs[language]) }
        return first
    }

    /// Nothing that is typed is shown until the line ends.
    private static func read(_ question: String) -> String? {
        Console.error(question)
        var state = termios()
        guard tcgetattr(STDIN_FILENO, &state) == 0 else { return nil }
        var hidden = state
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &state)
            Console.error("")
        }
        return readLine(strippingNewline: true)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noLine = LocalizedText(
        nl: "er is geen wachtwoord: typ het, of geef het als eerste regel van de invoer",
        en: "there is no password: type it, or hand it in as the first line of the input")
    fileprivate static let differs = LocalizedText(
        nl: "de twee wachtwoorden zijn niet gelijk; er is niets gewijzigd",
        en: "the two passwords are not the same; nothing is changed")
}
