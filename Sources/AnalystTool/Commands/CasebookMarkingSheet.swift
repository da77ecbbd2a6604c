import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook marking-sheet`: points and reasons of a group, given in a spreadsheet.
struct CasebookMarkingSheet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "marking-sheet",
        abstract: "Geef een groep punten in een rekenblad. / Give a group points in a spreadsheet.",
        discussion: """
            analyst casebook marking-sheet acht-gebieden overvecht linde.yaml berk.yaml -o nakijken.xlsx
            analyst casebook marking-sheet acht-gebieden overvecht linde.yaml berk.yaml --from nakijken.xlsx --dry-run
            analyst casebook marking-sheet acht-gebieden overvecht linde.yaml berk.yaml --from nakijken.xlsx

            Wat in ‘nieuwe punten’ en ‘reden’ staat, komt in de bestanden met antwoorden: alles, of bij een fout niets.
            What stands in ‘new points’ and ‘reason’ goes into the files of answers: all of it, or nothing where there is a \
            mistake.
            """)

    @Argument(help: "Casusboek. / Casebook.")
    var casebook: String

    @Argument(help: "Casus. / Case.")
    var caseID: String

    @Argument(
        help: "Bestanden met antwoorden; de naam is de schuilnaam. / Files of answers; their name is the pseudonym.")
    var answers: [String]

    @Option(
        name: [.short, .long],
        help: "Leeg nakijkblad: een bestand .xlsx, .ods of .csv. / Empty marking sheet: a file .xlsx, .ods or .csv.")
    var output: String?

    @Option(help: "Ingevuld nakijkblad. / Marking sheet, filled in.")
    var from: String?

    @Flag(name: .customLong("dry-run"), help: "Laat alleen zien wat er verandert. / Only show what changes.")
    var isTrial = false

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        guard (output == nil) != (from == nil) else { throw ValidationError(LocalizedText.oneWay[language]) }
        let files = answers.compactMap { InputFile($0).identity }
        guard Set(files).count == files.count else { throw ValidationError(LocalizedText.twice[language]) }
        let rules = common.compiled(try common.library())
        let prepared = try common.attempt { () throws(BadInput) in try place.prepared(casebook, caseID, rules) }
        let results = try answers.map { name in
            guard !InputFile(name).isStream else { throw ValidationError(LocalizedText.noStream[language]) }
            return try common.attempt { () throws(BadInput) in
                TrainingResult(file: name, answers: try AnswerReader.read(TextFile.read(argument: name), for: prepared))
            }
        }
        let sheet = MarkingSheet(results, of: prepared)
        if let output { try write(sheet, to: output) }
        if let from { try take(from, sheet) }
    }

    private func write(_ sheet: MarkingSheet, to output: String) throws {
        let ending = URL(filePath: output).pathExtension.lowercased()
        guard let format = SpreadsheetForm.Format(rawValue: ending) else {
            throw ValidationError(LocalizedText.badEnding[common.language])
        }
        let file = OutputFile(output)
        try file.prepare(inputs: answers.compactMap { InputFile($0).identity }, language: common.language)
        file.writeOrEnd(SpreadsheetForm(sheet, language: common.language).bytes(format))
        Console.output(LocalizedText.written(output)[common.language] + "\n")
    }

    private func take(_ from: String, _ sheet: MarkingSheet) throws {
        let language = common.language
        let filled = try common.attempt { () throws(BadInput) in
            try FilledMarks(TableFile(argument: from).document(), for: sheet)
        }
        for entry in filled.entries { Console.output(entry.line(language) + "\n") }
        guard !isTrial, !filled.changes.isEmpty else { return }
        let touched = Set(filled.changes.map(\.row.result)).sorted()
        do {
            try OutputFiles.replace(
                touched.map { index in
                    let text = filled.answers(of: index, sheet.results[index].answers).text(of: caseID, in: casebook)
                    return .init(place: answers[index], bytes: Array(text.utf8))
                })
        } catch {
            Console.fail(toWrite: touched.map { answers[$0] }.joined(separator: ", "), error)
        }
        Console.output(LocalizedText.taken(filled.changes.count)[language] + "\n")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let oneWay = LocalizedText(
        nl: "noem met -o het nakijkblad dat u wilt ophalen, of met --from het ingevulde",
        en: "name the marking sheet that you want with -o, or the one that is filled in with --from")
    fileprivate static let noStream = LocalizedText(
        nl: "punten komen in de bestanden met antwoorden: noem bestanden",
        en: "points go into the files of answers: name files")
    fileprivate static let twice = LocalizedText(
        nl: "een bestand met antwoorden staat er twee keer", en: "a file of answers is named twice")
    fileprivate static let badEnding = LocalizedText(
        nl: "een nakijkblad eindigt op .xlsx, .ods of .csv", en: "a marking sheet ends in .xlsx, .ods or .csv")

    fileprivate static func written(_ path: String) -> LocalizedText {
        LocalizedText(
            nl: "Nakijkblad: \(path). Vul het in, en daarna: dezelfde opdracht met --from \(path)",
            en: "Marking sheet: \(path). Fill it in, and then: the same command with --from \(path)")
    }

    fileprivate static func taken(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1 ? "1 besluit overgenomen." : "\(count) besluiten overgenomen.",
            en: count == 1 ? "1 decision taken over." : "\(count) decisions taken over.")
    }
}
