import Analyst
import RuleEngine

/// The help of a command in one language, with an example. The argument parser's own has English headings.
struct HelpPage {
    private let path: [CommandDescription]
    private let language: Language
    private let width: Int

    /// - Parameter path: the command with those above it, the program itself first.
    init(_ path: [CommandDescription], language: Language, width: Int = 80) {
        self.path = path
        self.language = language
        self.width = width
    }

    /// What stands behind the name of the program.
    static var words: [String] { Array(CommandLine.arguments.dropFirst()) }

    /// The help that command-line words ask for, by `-h`, `--help` or `help`; `nil` where they ask for none.
    static func asked(by words: [String], in root: () -> CommandDescription?) -> [CommandDescription]? {
        let words = Array(words.prefix { $0 != "--" })
        if words.isEmpty { return root().map { [$0] } }
        if words.first == "help" { return root()?.path(of: words.dropFirst()) }
        return words.contains { $0 == "-h" || $0 == "--help" } ? root()?.path(of: words) : nil
    }

    var text: String {
        guard let command = path.last else { return "" }
        var lines = TextLines(width: width)
        let name = path.map(\.commandName).joined(separator: " ")
        lines.add("\(name): \(side(command.abstract ?? ""))")
        lines.space()
        lines.verbatim(LocalizedText.usage[language])
        lines.add(usage(of: command, name), indent: 2)
        let (examples, remarks) = discussion(of: command)
        if !examples.isEmpty {
            lines.space()
            lines.verbatim((examples.count == 1 ? LocalizedText.example : .examples)[language])
            for example in examples { lines.add(example, indent: 2) }
        }
        if !remarks.isEmpty {
            lines.space()
            for remark in remarks { lines.add(remark) }
        }
        let parameters = shown(command)
        add(parameters.filter(\.isPositional), under: .arguments, to: &lines)
        add(parameters.filter { !$0.isPositional }, under: .options, to: &lines)
        let commands = (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
        if !commands.isEmpty {
            lines.space()
            lines.verbatim(LocalizedText.commands[language])
            for command in commands { add(command.commandName, side(command.abstract ?? ""), to: &lines) }
            lines.space()
            lines.add(LocalizedText.more(name)[language])
        }
        return lines.text
    }

    /// The example commands, and what else is told, in this language: lines in both languages stand in turn.
    private func discussion(of command: CommandDescription) -> (examples: [String], remarks: [String]) {
        let lines = (command.discussion ?? "").split(separator: "\n").map(String.init)
        let examples = lines.filter { $0.hasPrefix("analyst ") }
        let remarks = lines.filter { !$0.hasPrefix("analyst ") }
        let isMine = { (place: Int) in place % 2 == (language == .nl ? 0 : 1) }
        return (examples, remarks.enumerated().filter { isMine($0.offset) }.map(\.element))
    }

    private func usage(of command: CommandDescription, _ name: String) -> String {
        if command.subcommands?.isEmpty == false, command.arguments?.contains(where: \.isPositional) != true {
            return "\(name) \(LocalizedText.command[language])"
        }
        let shown = shown(command)
        let positional = shown.filter(\.isPositional).map { $0.isOptional ? "[\($0.title)]" : $0.title }
        let needed = shown.filter { !$0.isPositional && !$0.isOptional }.map(\.title)
        let options = shown.contains { !$0.isPositional && $0.isOptional } ? [LocalizedText.someOptions[language]] : []
        return ([name] + positional + needed + options).joined(separator: " ")
    }

    /// What may stand behind a command. The version is asked of the program, not of its commands.
    private func shown(_ command: CommandDescription) -> [CommandDescription.Parameter] {
        (command.arguments ?? []).filter {
            $0.shouldDisplay && $0.title != "-h, --help" && ($0.title != Self.version || path.count == 1)
        }
    }

    private static let version = "--version"

    private func add(
        _ parameters: [CommandDescription.Parameter], under heading: LocalizedText, to lines: inout TextLines
    ) {
        guard !parameters.isEmpty else { return }
        lines.space()
        lines.verbatim(heading[language])
        for parameter in parameters {
            let isVersion = parameter.title == Self.version
            add(
                parameter.title, isVersion ? LocalizedText.version[language] : side(parameter.abstract ?? ""),
                to: &lines)
        }
    }

    /// A word with what it means below it, which reads well at every width.
    private func add(_ title: String, _ meaning: String, to lines: inout TextLines) {
        lines.add(title, indent: 2)
        if !meaning.isEmpty { lines.add(meaning, indent: 6) }
    }

    /// The text of this language, of one that has both with a stroke between: "Taal. / Language."
    private func side(_ text: String) -> String {
        let sides = text.split(separator: " / ", omittingEmptySubsequences: false)
        return sides.count == 2 ? String(sides[language == .nl ? 0 : 1]) : text
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let usage = LocalizedText(nl: "Zo gebruikt u het:", en: "Usage:")
    fileprivate static let example = LocalizedText(nl: "Voorbeeld:", en: "Example:")
    fileprivate static let examples = LocalizedText(nl: "Voorbeelden:", en: "Examples:")
    fileprivate static let arguments = LocalizedText(nl: "Wat u invult:", en: "Arguments:")
    fileprivate static let options = LocalizedText(nl: "Opties:", en: "Options:")
    fileprivate static let commands = LocalizedText(nl: "Opdrachten:", en: "Commands:")
    fileprivate static let version = LocalizedText(
        nl: "Welke versie van het programma dit is.", en: "Which version of the program this is.")
    fileprivate static let command = LocalizedText(nl: "<opdracht>", en: "<command>")
    fileprivate static let someOptions = LocalizedText(nl: "[opties]", en: "[options]")

    fileprivate static func more(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "Meer over een opdracht: \(name) <opdracht> --help", en: "More on a command: \(name) <command> --help")
    }
}
