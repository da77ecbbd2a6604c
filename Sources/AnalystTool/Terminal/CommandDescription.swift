internal import ArgumentParser
import Foundation

/// What a command is, as its declaration says: the argument parser's own description, which it gives as JSON.
struct CommandDescription: Decodable, Sendable {
    /// A place for a word behind a command: an argument, an option with a value, or a flag.
    struct Parameter: Decodable, Sendable {
        /// `--lang`, `-o`
        struct Name: Decodable, Sendable {
            let kind: String
            let name: String

            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        /// positional, option or flag
        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?

        var isPositional: Bool { kind == "positional" }

        /// `<sheet>`, `--lang <lang>`, `-o, --output <output>`
        var title: String {
            let value = "<\(valueName ?? "…")>"
            guard !isPositional else { return isRepeating ? "\(value) ..." : value }
            let words = (names ?? []).sorted { $0.kind == "short" && $1.kind != "short" }.map(\.text)
            return words.joined(separator: ", ") + (kind == "option" ? " \(value)" : "")
        }
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let aliases: [String]?
    let shouldDisplay: Bool?
    let subcommands: [CommandDescription]?
    let arguments: [Parameter]?

    /// What the argument parser writes around it.
    private struct Tool: Decodable { let command: CommandDescription }

    /// The whole command line.
    static func of(_ command: (some ParsableCommand).Type) -> CommandDescription? {
        // Without a description the argument parser's own help is shown.
        return try? JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8)).command
    }

    /// The commands that words lead to, from this one down: those of `rules check` for `rules`, `check`, `--watch`.
    func path(of words: some Sequence<String>) -> [CommandDescription] {
        var path = [self]
        for word in words where !word.hasPrefix("-") {
            guard
                let next = path.last?.subcommands?.first(where: {
                    $0.commandName == word || $0.aliases?.contains(word) == true
                })
            else { break }
            path.append(next)
        }
        return path
    }
}
