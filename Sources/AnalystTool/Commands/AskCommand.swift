import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst ask`: questions about what an area leaves open; answers go into the sheet or the dossier.
struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Beantwoord de vragen die het meest uitmaken. / Answer the questions that settle most.",
        discussion: "analyst ask sheets/areas/utrecht-overvecht.yaml --perspective bewoners")

    @Argument(
        help: "Feitenblad of dossier; de antwoorden komen erin. / Fact sheet or dossier; the answers go into it.")
    var sheet: String

    @Option(help: "Vraag alleen dit perspectief, zoals bewoners. / Ask only this perspective.")
    var perspective: String?

    @Option(
        help: "Bestand met antwoorden: geef ze alle tegelijk. / File with answers: hand them in all at once.")
    var answers: String?

    @OptionGroup var accessible: AccessibleOption
    @OptionGroup var dossiers: DossierOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        let library = try common.library()
        try checkPerspective(in: library.ruleBase)
        let place = try place(under: library.ruleBase)
        let file = try answers.map { path in
            try common.attempt { () throws(BadInput) in
                try AnswerFile(TextFile.read(argument: path), under: library.ruleBase)
            }
        }
        if file == nil { Console.error(LocalizedText.patience[common.language]) }
        let closing = DialogueText.resume(resumption)[common.language]
        let interruption = Interruption {
            Console.output("\n\(closing)\n")
        }
        defer { interruption.cancel() }
        // Who asks about an earlier day asks how it was then; answers of today would not count on that day.
        let day = min(LocalDay.today ?? date, date)
        let isComplete = try common.attempt { () throws(BadInput) in
            let area = AreaSession(try place.sheet(), under: common.compiled(library), on: date)
            let questionnaire = Questionnaire(area, perspective: perspective)
            if let file { return try hand(file, questionnaire, place, day) }
            let style = Dialogue<StandardTerminal>.Style(
                language: common.language, width: StandardTerminal.width, isAccessible: accessible.isAsked)
            var dialogue = Dialogue(
                Interview(questionnaire, in: place.store, day: day, author: dossiers.author), on: StandardTerminal(),
                style: style, resumption: resumption)
            _ = try dialogue.run()
            return true
        }
        if !isComplete { throw ExitCode(ExitStatus.incomplete) }
    }

    /// Where the answers go.
    private struct Place {
        let store: any AnswerStore

        func sheet() throws(BadInput) -> FactSheet {
            do {
                return try store.sheet()
            } catch {
                throw error.input
            }
        }
    }

    /// A file where there is one with the name; else the dossier that is called so.
    private func place(under ruleBase: RuleBase) throws -> Place {
        let file = InputFile(sheet)
        guard !file.isStream else { throw ValidationError(LocalizedText.noStream[common.language]) }
        guard file.identity == nil, !sheet.hasSuffix(".yaml"), try dossiers.exists else {
            OutputFile(sheet).sweep()
            return Place(store: SheetAnswers(URL(filePath: sheet), name: sheet, under: ruleBase))
        }
        let (store, dossier) = try dossiers.chosen(sheet, common)
        return Place(store: DossierAnswers(dossier.id, in: store, now: { DossierOptions.now }))
    }

    /// Hands in answers from a file and tells what they came to; gives whether no question is left.
    private func hand(
        _ file: AnswerFile, _ questionnaire: Questionnaire, _ place: Place, _ day: FEELDate
    ) throws(BadInput) -> Bool {
        let outcome: AnswerFile.Outcome
        do {
            outcome = try file.hand(questionnaire, to: place.store, on: day, by: dossiers.author)
        } catch {
            throw error.input
        }
        var lines = TextLines(width: StandardTerminal.width)
        lines.add(LocalizedText.handedIn(file.answers.count)[common.language])
        for (heading, names) in [
            (LocalizedText.missing(outcome.missing.count), outcome.missing.map(\.id)),
            (.unused(outcome.unused.count), outcome.unused),
        ] where !names.isEmpty {
            lines.add(heading[common.language])
            for name in names {
                let title = questionnaire.entry(name)?.question.title[common.language]
                lines.add([title, "[\(name)]"].compactMap(\.self).joined(separator: " "), mark: "  - ")
            }
        }
        Console.output(lines.text)
        return outcome.missing.isEmpty
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
        if accessible.toegankelijk { words.append("--toegankelijk") }
        if let database = dossiers.database { words += ["--database", database] }
        if let author = dossiers.author { words += ["--by", author] }
        return words.enumerated().map { $0.offset == 0 ? $0.element : quoted($0.element) }.joined(separator: " ")
    }
}

/// A word as a shell takes it for one.
private func quoted(_ word: String) -> String {
    word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=@".contains($0) }
        ? word : "'\(word.replacing("'", with: "'\\''"))'"
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func handedIn(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "1 antwoord is opgeslagen." : "\(count) antwoorden zijn opgeslagen.",
            en: count == 1 ? "1 answer is saved." : "\(count) answers are saved.")
    }

    fileprivate static func missing(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "Nog niet beantwoord (\(count)):", en: "Not answered yet (\(count)):")
    }

    fileprivate static func unused(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Opgeslagen, maar maakt nu niets uit (\(count)):", en: "Saved, but makes no difference now (\(count)):")
    }

    fileprivate static let noStream = LocalizedText(
        nl: "de antwoorden komen in het feitenblad: noem een bestand", en: "answers go into the sheet: name a file")
    fileprivate static let patience = LocalizedText(
        nl: "Even geduld: het programma zoekt uit welke vraag het meest uitmaakt.",
        en: "One moment: the program finds out which question settles most.")
}
