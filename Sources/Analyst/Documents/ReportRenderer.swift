import RuleEngine

/// Analyses in the form that a reader asks for: the only way to each form.
///
///     let request = ReportRequest(.odt, .nl, version: rules.report.version("council"))
///     let bytes = try ReportRenderer.bytes([document], request)
package enum ReportRenderer {
    /// The same analyses and the same request give the same bytes; of a PDF, in the same converter.
    ///
    /// Workbooks and CSV hold all figures, whichever parts are asked for. Analyses keep the order in which they are given.
    ///
    /// - Parameters:
    ///   - analyses: in the language of the request.
    ///   - converter: makes a PDF; not asked for other forms.
    /// - Returns: UTF-8 that ends with a line break, without characters that change how it is shown; or the file.
    package static func bytes(
        _ analyses: [AnalysisDocument], _ request: ReportRequest, converter: (any PDFConverter)? = nil
    ) throws(ReportFault) -> [UInt8] {
        switch request.format {
        case .text:
            let report = TextReport(language: request.language)
            return harmless(arranged(analyses, request).map(report.text).joined(separator: "\n\n"))
        case .md:
            let report = MarkdownReport(language: request.language)
            return harmless(arranged(analyses, request).map(report.text).joined(separator: "\n---\n\n"))
        case .json: return harmless(JSONReport(language: request.language).text(arranged(analyses, request)))
        case .html: return harmless(page(arranged(analyses, request), request))
        case .pdf:
            guard let converter else { throw .noConverter }
            let day = analyses.map(\.date).max()?.description.filter(\.isNumber) ?? ""
            let page = page(analyses.map { $0.selection(request.version, parts: request.parts) }, request)
            return try converter.pdf(of: HarmlessText.of(page, lineBreaks: .kept), day: day)
        case .odt: return OpenDocumentWriter(TextDocument(analyses, request)).bytes
        case .docx: return WordWriter(TextDocument(analyses, request)).bytes
        case .xlsx: return ExcelWriter(Workbook(analyses, language: request.language)).bytes
        case .ods: return OpenDocumentSheetWriter(Workbook(analyses, language: request.language)).bytes
        case .csv: return CSVReport(language: request.language).bytes(Workbook(analyses, language: request.language))
        }
    }

    private static func page(_ analyses: [AnalysisDocument], _ request: ReportRequest) -> String {
        let imprint = HTMLReport.Imprint(isPlain: request.isPlain, author: request.author)
        let isPaper = request.format == .pdf || request.isSelective || request.author != nil
        return HTMLReport(
            language: request.language, subtitle: request.version?.title[request.language],
            imprint: isPaper ? imprint : nil
        ).text(analyses)
    }

    private static func harmless(_ text: String) -> [UInt8] { Array(HarmlessText.of(text, lineBreaks: .kept).utf8) }

    private static func arranged(_ analyses: [AnalysisDocument], _ request: ReportRequest) -> [AnalysisDocument] {
        guard !request.isSelective else {
            return analyses.map { $0.selection(request.version, parts: request.parts) }
        }
        return request.details || request.format == .json
            ? analyses.map(\.whole) : request.format == .html ? analyses.map(\.withAnnexes) : analyses.map(\.mainText)
    }
}
