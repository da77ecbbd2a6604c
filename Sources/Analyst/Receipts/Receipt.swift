package import RuleEngine

/// What a report was made of and what it said, exact enough to make it again and to see what differs.
///
/// Files are named as the user named them, and hashed by SHA-256: the rules file by file, the sheets, and the report. The same
/// call on the same files gives the same receipt, to the byte.
package struct Receipt: Hashable, Sendable {
    /// The rules that the report rests on.
    package struct Rules: Hashable, Sendable {
        /// The folder or file as the user named it; `nil` for the usual folder.
        package let folder: String?
        /// By their paths from the folder on, in order.
        package let files: [FileDigest]

        package init(folder: String?, files: [FileDigest]) {
            self.folder = folder
            self.files = files
        }

        /// Of the list of files, as `sha256sum` prints it.
        package var sha256: String { FileDigest.sha256(of: files) }
    }

    /// A sheet with what the rules say of it.
    package struct Sheet: Hashable, Sendable {
        package let id: String
        package let digest: FileDigest
        package let findings: StatedFindings

        package init(id: String, digest: FileDigest, findings: StatedFindings) {
            self.id = id
            self.digest = digest
            self.findings = findings
        }
    }

    /// The version of the form of a receipt.
    package static let version = 1
    /// The name of the form.
    package static let schema = "analyst/receipt"

    /// The version of the program.
    package let program: String
    package let date: FEELDate
    package let options: AnalysisOptions
    package let rules: Rules
    /// In the order of the report.
    package let sheets: [Sheet]
    /// The SHA-256 of the report's bytes.
    package let report: String

    package init(
        program: String, date: FEELDate, options: AnalysisOptions, rules: Rules, sheets: [Sheet], report: String
    ) {
        self.program = program
        self.date = date
        self.options = options
        self.rules = rules
        self.sheets = sheets
        self.report = report
    }
}
