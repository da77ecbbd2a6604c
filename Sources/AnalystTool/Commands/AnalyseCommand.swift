import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst analyse`: the analysis of one or more areas.
struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse",
        abstract: "Analyseer een gebied. / Analyse an area.",
        discussion: "analyst analyse sheets/areas/rotterdam-zuid.yaml --format html -o rotterdam-zuid.html")

    @Argument(help: "Feitenbladen. / Fact sheets.")
    var sheets: [String]

    @Option(
        help: """
            Vorm: text, html, md, json, odt, docx, pdf, xlsx, ods of csv. / \
            Format: text, html, md, json, odt, docx, pdf, xlsx, ods or csv.
            """
    )
    var format: ReportFormat = .text

    @Option(
        name: .customLong("for"),
        help: """
            Uitgave voor: residents, council, partners, board of full. / \
            Version for: residents, council, partners, board or full.
            """)
    var version: String?

    @Option(help: "Onderdelen, met komma's ertussen. / Parts, parted by commas.")
    var parts: String?

    @Option(help: "Wie het rapport opstelt; staat achterin. / Who draws the report up; told on its last page.")
    var author: String?

    @Option(
        name: [.short, .customLong("output")], help: "Bestand; zonder: het scherm. / File; without it: the screen.")
    var output: String?

    @Flag(
        name: .customLong("later-figures"),
        help: "Gebruik ook cijfers die na de datum verschenen. / Use figures published after the date too.")
    var laterFigures = false

    @Flag(help: "Text en md: ook wat nu alleen wordt genoemd. / Text and md: tell what is only named otherwise.")
    var details = false

    @Option(
        help:
            "Bestand voor een bewijs: waarvan de analyse gemaakt is. / File for a receipt: what the analysis is made of."
    )
    var receipt: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let date = try common.analysisDate()
        // Bytes of an office file would be noise on a screen, and may change how a terminal works.
        if format.isBinary, output == nil, Console.isTerminal {
            throw ValidationError(LocalizedText.noScreen(format)[common.language])
        }
        if format == .pdf, PDFProgram.installed == nil {
            Console.error(ReportFault.noConverter.message(in: common.language))
            throw ExitCode(ExitStatus.unwritable)
        }
        let library = try common.library()
        let file = output.map { OutputFile($0) }
        let receiptFile = receipt.map { OutputFile($0) }
        let inputs = library.identities + sheets.compactMap { InputFile($0).identity }
        for target in [file, receiptFile] { try target?.prepare(inputs: inputs, language: common.language) }
        if let file, let receiptFile, file.isSame(as: receiptFile) {
            throw ValidationError(LocalizedText.sameFile[common.language])
        }
        let options = AnalysisOptions(
            language: common.language, format: format.rawValue, details: details, laterFigures: laterFigures,
            allowErrors: common.allowErrors, version: version, parts: partCodes, author: author)
        let rules = common.compiled(library)
        try check(options, rules.report)
        var run = AnalysisRun(options, under: rules, on: date)
        for path in sheets {
            let faults = run.add(try common.sheet(path, for: library.ruleBase))
            if !faults.isEmpty {
                Console.error(DiagnosticRenderer(language: common.language, sources: library.files).render(faults))
                if !common.allowErrors, faults.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
            }
        }
        if format == .pdf { Console.error(LocalizedText.makingPDF[common.language]) }
        let report = try common.report(run)
        // A report that is shown is shown whole or not at all; one in a file is there before its receipt.
        file?.writeOrEnd(report)
        receiptFile?.writeOrEnd(report: run.receipt(of: report, rules: common.rules).json)
        if file == nil { Console.output(report) }
    }

    private var partCodes: [String] {
        (parts ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }

    /// The version and the parts that are asked for are those of the rules.
    private func check(_ options: AnalysisOptions, _ plan: ReportPlan) throws {
        if let version = options.version, plan.version(version) == nil {
            throw ValidationError(
                LocalizedText.notThere("--for", version, plan.versions.map(\.code))[common.language])
        }
        let known = plan.parts.map(\.code)
        for part in options.parts where !known.contains(part) {
            throw ValidationError(LocalizedText.notThere("--parts", part, known)[common.language])
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let sameFile = LocalizedText(
        nl: "--receipt en -o zijn hetzelfde bestand; kies twee namen.",
        en: "--receipt and -o are the same file; choose two names.")

    fileprivate static let makingPDF = LocalizedText(
        nl: "De PDF wordt gemaakt; bij een volledig rapport duurt dat een minuut of twee.",
        en: "Making the PDF; of a full report that takes a minute or two.")

    fileprivate static func noScreen(_ format: ReportFormat) -> LocalizedText {
        LocalizedText(
            nl:
                "\(format.rawValue) is geen tekst voor het scherm; geef een bestand: -o rapport.\(format.fileExtension)",
            en: "\(format.rawValue) is no text for the screen; name a file: -o report.\(format.fileExtension)")
    }

    fileprivate static func notThere(_ option: String, _ given: String, _ known: [String]) -> LocalizedText {
        let list = known.joined(separator: ", ")
        return LocalizedText(
            nl: "\(option): \u{2018}\(given)\u{2019} is er niet; kies uit: \(list)",
            en: "\(option): there is no \u{2018}\(given)\u{2019}; choose from: \(list)")
    }
}

extension ReportFormat: ExpressibleByArgument {}
