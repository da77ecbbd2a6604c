import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst casebook mark`: what a file of answers is worth, and why.
struct CasebookMark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: "Kijk een bestand met antwoorden na. / Mark a file of answers.",
        discussion: """
            analyst casebook mark acht-gebieden overvecht antwoorden.yaml
            analyst casebook mark acht-gebieden overvecht antwoorden.yaml --model --format json
            analyst casebook mark acht-gebieden overvecht antwoorden.yaml --give problemen=30 --reason "goed beargumenteerd"
            """)

    @Argument(help: "Casusboek. / Casebook.")
    var casebook: String

    @Argument(help: "Casus. / Case.")
    var caseID: String

    @Argument(help: "Bestand met antwoorden, of - voor standaardinvoer. / File of answers, or -.")
    var answers: String

    @Flag(help: "Toon het model; voor de trainer. / Show the model; for the trainer.")
    var model = false

    @Option(help: "Kijk na tegen: engine, trainer of panel. / Mark against: engine, trainer or panel.")
    var against: String?

    @Option(
        help:
            "Geef punten: OEFENING=PUNTEN of OEFENING:ONDERDEEL=PUNTEN. / Give points: EXERCISE=POINTS or EXERCISE:CRITERION=POINTS."
    )
    var give: String?

    @Option(help: "Waarom u punten geeft of verandert. / Why you give or change points.")
    var reason: String?

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: CasebookFormat = .text

    @OptionGroup var place: CasebookOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let standard = try against.map { name in
            guard let standard = ExerciseDefinition.Standard(rawValue: name) else {
                throw ValidationError("--against: engine, trainer, panel")
            }
            return standard
        }
        let rules = common.compiled(try common.library())
        let prepared = try common.attempt { () throws(BadInput) in try place.prepared(casebook, caseID, rules) }
        var kept = try common.attempt { () throws(BadInput) in
            try AnswerReader.read(TextFile.read(argument: answers), for: prepared)
        }
        if let give {
            kept.decisions.append(try decision(give, in: prepared))
            guard !InputFile(answers).isStream else { throw ValidationError(LocalizedText.noStream[common.language]) }
            OutputFile(answers).writeOrEnd(Array(kept.text(of: caseID, in: casebook).utf8))
        }
        let report = MarkReport(
            mark: prepared.mark(kept, against: standard), prepared: prepared, answers: kept,
            language: common.language, showsModel: model || kept.attempts >= prepared.book.attempts)
        Console.output(format == .text ? report.text() : report.json())
    }

    private func decision(_ text: String, in prepared: PreparedCase) throws -> TrainerDecision {
        guard let decision = TrainerDecision(written: text, reason: reason ?? "", in: prepared) else {
            throw ValidationError(LocalizedText.badGift(prepared)[common.language])
        }
        guard decision.criterion != nil || !decision.reason.isEmpty else {
            throw ValidationError(LocalizedText.noReason[common.language])
        }
        return decision
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noStream = LocalizedText(
        nl: "een aangepast punt komt in het bestand: noem een bestand",
        en: "a changed mark goes into the file: name a file")
    fileprivate static let noReason = LocalizedText(
        nl: "zeg met --reason waarom u het punt verandert", en: "say with --reason why you change the mark")

    fileprivate static func badGift(_ prepared: PreparedCase) -> LocalizedText {
        let names = prepared.exercises.map(\.id).joined(separator: ", ")
        return LocalizedText(
            nl: "--give: schrijf OEFENING=PUNTEN of OEFENING:ONDERDEEL=PUNTEN; oefeningen: \(names)",
            en: "--give: write EXERCISE=POINTS or EXERCISE:CRITERION=POINTS; exercises: \(names)")
    }
}
