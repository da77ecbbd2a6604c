/// Makes a PDF of a page. Programs do that, which are not for this library to run: whoever asks for a PDF hands one in.
package protocol PDFConverter: Sendable {
    /// - Parameters:
    ///   - page: a report as HTML that stands on its own.
    ///   - day: of the report, as `20260331`; it stands in the file in the place of the moment at which it was made.
    func pdf(of page: String, day: String) throws(ReportFault) -> [UInt8]
}
