import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook export`: results of trainees, or a case for a learning environment, as a file.
struct CasebookExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Bewaar uitslagen of een casus als bestand. / Keep results or a case as a file.",
        discussion: """
            analyst casebook export acht-gebieden overvecht linde.yaml berk.yaml --format xlsx -o uitslag.xlsx
            analyst casebook export acht-gebieden overvecht --format moodle -o overvecht.xml
            """)

    /// What is exported, and in which form.
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, xlsx, ods, xapi, moodle, qti }

    @Argument(help: "Casusboek. / Casebook.")
    var casebook: String

    @Argument(help: "Casus. / Case.")
    var caseID: String

    @Argument(
        help: "Bestanden met antwoorden; de naam is de schuilnaam. / Files of answers; their name is the pseudonym.")
    var answers: [String] = []

    @Option(help: "Vorm: csv, xlsx, ods, xapi, moodle of qti. / Format: csv, xlsx, ods, xapi, moodle or qti.")
    var format: Format = .csv

    @Option(name: [.short, .long], help: "Bestand; zonder: het scherm. / File; without it the screen.")
    var output: String?

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let language = common.language
        let results = TrainingFormat(rawValue: format.rawValue)
        guard results == nil || !answers.isEmpty else { throw ValidationError(LocalizedText.noAnswers[language]) }
        guard results != nil || answers.isEmpty else { throw ValidationError(LocalizedText.caseAlone[language]) }
        guard output != nil || ![.xlsx, .ods, .qti].contains(format) else {
            throw ValidationError(LocalizedText.needsFile[language])
        }
        let file = output.map { OutputFile($0) }
        try file?.prepare(inputs: answers.compactMap { InputFile($0).identity }, language: language)
        let rules = common.compiled(try common.library())
        let prepared = try common.attempt { () throws(BadInput) in try place.prepared(casebook, caseID, rules) }
        let bytes: [UInt8]
        if let results {
            let rows = try answers.map { name in
                try common.attempt { () throws(BadInput) in
                    TrainingResult(
                        file: name, answers: try AnswerReader.read(TextFile.read(argument: name), for: prepared))
                }
            }
            bytes = TrainingExport(rows, of: prepared, title: prepared.case.title[language], language: language)
                .bytes(results)
        } else {
            bytes =
                format == .moodle
                ? MoodleExport(prepared, language: language).bytes : QTIExport(prepared, language: language).bytes
        }
        if let file { file.writeOrEnd(bytes) } else { Console.output(bytes) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noAnswers = LocalizedText(
        nl: "noem bestanden met antwoorden", en: "name files of answers")
    fileprivate static let caseAlone = LocalizedText(
        nl: "moodle en qti zijn vormen van de casus zelf: laat de antwoorden weg",
        en: "moodle and qti are forms of the case itself: leave the answers out")
    fileprivate static let needsFile = LocalizedText(
        nl: "deze vorm hoort in een bestand: noem het met -o", en: "this format goes into a file: name it with -o")
}
