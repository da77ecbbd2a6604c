import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst interview`: a guide for conversations with each group, with the open questions that decide most first.
struct InterviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview",
        abstract: "Gespreksgids voor bewoners, ondernemers en professionals. / Interview guide per group.",
        discussion: "analyst interview sheets/areas/rotterdam-zuid.yaml --group bewoners -o gids.md")

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Option(help: "Alleen voor deze groep: bewoners, ondernemers, professionals. / For this group only.")
    var group: String?

    @Option(
        help: "Hoogstens zoveel vragen per groep; zonder: alle. / So many questions per group at most; without it: all."
    )
    var limit: Int?

    @OptionGroup var letters: LetterOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit: 1, 2, 3, …") }
    }

    func run() throws {
        let language = common.language
        let date = try common.analysisDate()
        let library = try common.library()
        let groups = InterviewGuide.groups(library.ruleBase)
        let asked = group.map { code in groups.filter { $0.code == code } } ?? groups
        if let group, asked.isEmpty {
            throw ValidationError(LocalizedText.noGroup(group, known: groups.map(\.code))[language])
        }
        let read = try common.sheet(sheet, for: library.ruleBase)
        let texts = try common.attempt { () throws(BadInput) in try LetterTexts(library.ruleBase) }
        let area = AreaSession(read, under: common.compiled(library), on: date)
        try letters.write(
            asked.map { term in
                (term.code, InterviewGuide(area, group: term, limit: limit).letter(area, texts, language))
            },
            inputs: library.identities + [InputFile(sheet).identity].compactMap { $0 }, language)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func noGroup(_ name: String, known: [String]) -> LocalizedText {
        let list = known.joined(separator: ", ")
        return LocalizedText(
            nl: "--group: ‘\(name)’ is geen groep; kies uit: \(list)",
            en: "--group: ‘\(name)’ is no group; choose from: \(list)")
    }
}
