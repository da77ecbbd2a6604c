package import RuleEngine

/// The analyses of sheets under rules in one report, with the receipt of it.
///
///     var run = AnalysisRun(options, under: rules, on: date)
///     let faults = run.add(sheet)
///     let report = try run.report()
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

    /// The report, as it is written, to the byte.
    ///
    /// - Parameter converter: makes a PDF.
    package func report(converter: (any PDFConverter)? = nil) throws(ReportFault) -> [UInt8] {
        let request = ReportRequest(
            ReportFormat(rawValue: options.format) ?? .text, options.language, details: options.details,
            version: options.version.flatMap { rules.report.version($0) }, parts: options.parts,
            author: options.author)
        return try ReportRenderer.bytes(analyses, request, converter: converter)
    }

    /// - Parameters:
    ///   - report: the report of this run.
    ///   - folder: the rules as the user named them; `nil` for the usual folder.
    package func receipt(of report: [UInt8], rules folder: String?) -> Receipt {
        Receipt(
            program: ProgramVersion.text, date: date, options: options,
            rules: Receipt.Rules(folder: folder, files: rules.files), sheets: sheets,
            report: FileDigest.sha256(of: report))
    }
}
