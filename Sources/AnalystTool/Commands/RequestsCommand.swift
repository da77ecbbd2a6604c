import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst requests`: a letter to each holder of figures that are missing.
struct RequestsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: "Brieven om cijfers op te vragen die ontbreken. / Letters to ask for missing figures.",
        discussion: "analyst requests sheets/areas/rotterdam-zuid.yaml -o brieven/")

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Option(
        help: "Alleen aan wie zo heet; een deel van de naam is genoeg. / Only to whom is named so; a part is enough.")
    var holder: String?

    @OptionGroup var letters: LetterOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        let date = try common.analysisDate()
        let library = try common.library()
        let read = try common.sheet(sheet, for: library.ruleBase)
        let texts = try common.attempt { () throws(BadInput) in try LetterTexts(library.ruleBase) }
        let area = AreaSession(read, under: common.compiled(library), on: date)
        let all = DataRequest.all(area)
        let asked = holder.map { name in all.filter { $0.isHeld(by: name) } } ?? all
        if let holder, asked.isEmpty {
            let known = all.compactMap { $0.holder?[language] }
            Console.error(LocalizedText.noHolder(holder, known: known)[language])
            throw ExitCode(ExitStatus.usage)
        }
        if asked.isEmpty { Console.error(LocalizedText.nothingToAsk[language]) }
        try letters.write(
            asked.map { ($0.fileName(language), $0.letter(area, texts, language)) },
            inputs: library.identities + [InputFile(sheet).identity].compactMap { $0 }, language)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func noHolder(_ name: String, known: [String]) -> LocalizedText {
        let list = known.map { "\n  - \($0)" }.joined()
        return LocalizedText(
            nl: "Aan ‘\(name)’ is niets te vragen. Wel aan:\(list.isEmpty ? " niemand" : list)",
            en: "There is nothing to ask of ‘\(name)’, but of:\(list.isEmpty ? " nobody" : list)")
    }

    fileprivate static let nothingToAsk = LocalizedText(
        nl: "Op geen cijfer dat ontbreekt, wacht een conclusie: er is niets op te vragen.",
        en: "No conclusion waits for a missing figure: there is nothing to ask for.")
}
