import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst replay`: an analysis made again from its receipt, and what differs.
///
/// Ends with exit code 0 where findings and report are the same to the byte and no file has changed, with 1 where something
/// differs, with 3 where the analysis cannot be made again.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract:
            "Maak een analyse opnieuw en zeg wat er verschilt. / Make an analysis again and tell what differs.",
        discussion: "analyst replay receipt.json")

    @Argument(help: "Bewijs van analyst analyse --receipt. / Receipt of analyst analyse --receipt.")
    var receipt: String

    @Option(
        name: .customLong("sheet"),
        help:
            "Feitenblad, als het ergens anders staat; vaker bij meer bladen. / Fact sheet, where it has moved; repeat it for several."
    )
    var sheets: [String] = []

    @Option(help: "Map met regels, als die ergens anders staat. / Folder of rules, where it has moved.")
    var rules: String?

    @Option(name: .customLong("lang"), help: "Taal van de berichten: nl of en. / Language of messages: nl or en.")
    var languageCode: String?

    func run() throws {
        let common = try CommonOptions.parse(languageCode.map { ["--lang=\($0)"] } ?? [])
        let language = common.language
        let kept = try common.attempt { () throws(BadInput) in
            try Receipt.read(TextFile.read(argument: receipt))
        }
        guard sheets.isEmpty || sheets.count == kept.sheets.count else {
            throw ValidationError(LocalizedText.sheetCount(kept.sheets.count)[language])
        }
        let library = try common.unchecked(named: rules ?? kept.rules.folder)
        let inputs = ReplayInputs(
            kept, library: library, sheets: sheets.isEmpty ? kept.sheets.map(\.digest.file) : sheets)
        let changed = inputs.difference
        Console.output(changed.lines(in: language).map { $0 + "\n" }.joined())
        // What follows may end here: the files that differ are named already.
        _ = try common.sound(library, despiteErrors: kept.options.allowErrors)
        let read = try common.attempt { () throws(BadInput) in try inputs.checkedSheets() }
        let (run, faults) = inputs.run(read, under: common.compiled(library))
        if !faults.isEmpty {
            Console.error(DiagnosticRenderer(language: language, sources: library.files).render(faults))
        }
        let difference = OutcomeDifference(
            from: kept, to: run.receipt(of: try common.report(run), rules: kept.rules.folder))
        Console.output(difference.lines(in: language).map { $0 + "\n" }.joined())
        guard changed.isNone, difference.isNone else { throw ExitCode(ExitStatus.findings) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func sheetCount(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "--sheet: het bewijs noemt \(count) feitenbladen; geef ze alle, in die volgorde",
            en: "--sheet: the receipt names \(count) fact sheets; give all of them, in that order")
    }
}
