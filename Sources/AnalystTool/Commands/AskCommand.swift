import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst ask`: questions about what a sheet leaves open; answers go into the sheet.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Beantwoord de vragen die het meest uitmaken. / Answer the questions that settle most.",
        discussion: "analyst ask sheets/areas/utrecht-overvecht.yaml --perspective bewoners")

    @Argument(help: "Feitenblad; de antwoorden komen erin. / Fact sheet; the answers are written into it.")
    var sheet: String

    @Option(help: "Vraag alleen dit perspectief, zoals bewoners. / Ask only this perspective.")
    var perspective: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        guard !InputFile(sheet).isStream else { throw ValidationError(LocalizedText.noStream[common.language]) }
        OutputFile(sheet).sweep()
        let library = try common.library()
        try checkPerspective(in: library.ruleBase)
        let facts = try common.sheet(sheet, for: library.ruleBase)
        let resumption = resumption
        Console.error(LocalizedText.patience[common.language])
        let closing = DialogueText.resume(resumption)[common.language]
        let interruption = Interruption {
            Console.output("\n\(closing)\n")
        }
        defer { interruption.cancel() }
        try common.attempt { () throws(BadInput) in
            // Who asks about an earlier day asks how it was then; answers of today would not count on that day.
            let day = min(LocalDay.today ?? date, date)
            let interview = Interview(
                AreaSession(facts, under: common.compiled(library), on: date), in: URL(filePath: sheet),
                day: day, perspective: perspective)
            var dialogue = Dialogue(
                interview, on: StandardTerminal(), language: common.language, resumption: resumption)
            _ = try dialogue.run()
        }
    }

    private func checkPerspective(in ruleBase: RuleBase) throws {
        guard let perspective, let known = ruleBase.vocabulary(VocabularyName.perspectives), known[perspective] == nil
        else {
            return
        }
        throw ValidationError("--perspective: \(known.codes.map(\.code).joined(separator: ", "))")
    }

    /// The command as it was given.
    private var resumption: String {
        var words = ["analyst ask", sheet]
        if let perspective { words += ["--perspective", perspective] }
        if let date = common.date { words += ["--date", date] }
        if let rules = common.rules { words += ["--rules", rules] }
        if let language = common.languageCode { words += ["--lang", language] }
        return words.joined(separator: " ")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noStream = LocalizedText(
        nl: "de antwoorden komen in het feitenblad: noem een bestand", en: "answers go into the sheet: name a file")
    fileprivate static let patience = LocalizedText(
        nl: "Even geduld: het programma zoekt uit welke vraag het meest uitmaakt.",
        en: "One moment: the program finds out which question settles most.")
}
