package import RuleEngine

/// The analyses of sheets under rules in one report, with the receipt of it.
///
///     var run = AnalysisRun(options, under: rules, on: date)
///     let faults = run.add(sheet)
///     let report = run.report
///     let receipt = run.receipt(of: report, rules: "rules")
package struct AnalysisRun {
    package let options: AnalysisOptions
    package let rules: CompiledRules
    package let date: FEELDate
    private var analyses: [AnalysisDocument] = []
    private var sheets: [Receipt.Sheet] = []

    package init(_ options: AnalysisOptions, under rules: CompiledRules, on date: FEELDate) {
        self.options = options
        self.rules = rules
        self.date = date
    }

    /// Analyses a sheet that was checked against the rules, behind those before it.
    ///
    /// - Returns: what went wrong in the rules on the way.
    package mutating func add(_ sheet: FactSheet) -> [Diagnostic] {
        let digest = sheet.digest ?? FileDigest(file: sheet.file.name, of: Array(sheet.file.text.utf8))
        var sheet = sheet
        sheet.digest = digest
        let area = AreaSession(sheet, under: rules, on: date, laterFigures: options.laterFigures)
        analyses.append(AnalysisComposer(area, language: options.language, options: options).document())
        sheets.append(Receipt.Sheet(id: sheet.id, digest: digest, findings: StatedFindings(area)))
        return area.session.diagnostics
    }

    /// The report, with no character that changes how it is shown: as it is written, to the byte.
    package var report: String {
        let text = ReportRenderer.render(
            analyses, format: ReportFormat(rawValue: options.format) ?? .text, language: options.language,
            details: options.details)
        return HarmlessText.of(text, lineBreaks: .kept)
    }

    /// - Parameters:
    ///   - report: the report of this run.
    ///   - folder: the rules as the user named them; `nil` for the usual folder.
    package func receipt(of report: String, rules folder: String?) -> Receipt {
        Receipt(
            program: ProgramVersion.text, date: date, options: options,
            rules: Receipt.Rules(folder: folder, files: rules.files), sheets: sheets,
            report: FileDigest.sha256(of: Array(report.utf8)))
    }
}
