import Analyst
import RuleEngine

/// What is wrong with a file that somebody sent, as lines of a page.
enum FaultLines {
    /// So many are told.
    private static let most = 20

    /// - Parameter namesFiles: whether lines name the file and the column: with several files, and with tables.
    static func lines(_ input: BadInput, _ language: Language, namesFiles: Bool = false) -> [String] {
        let shown = input.diagnostics.prefix(most).map { diagnostic in
            let hint = diagnostic.hint.map { " – \($0[language])" } ?? ""
            return "\(place(diagnostic, language, namesFiles))\(diagnostic.message[language])\(hint)"
        }
        let rest = input.diagnostics.count - most
        return shown + (rest > 0 ? [language.word("en nog \(rest)", "and \(rest) more")] : [])
    }

    private static func place(_ diagnostic: Diagnostic, _ language: Language, _ namesFiles: Bool) -> String {
        guard let span = diagnostic.span else { return "" }
        let line = "\(language.word("regel", "line")) \(span.start.line)"
        guard namesFiles else { return "\(line): " }
        return "\(span.file), \(line), \(language.word("kolom", "column")) \(span.start.column): "
    }
}
