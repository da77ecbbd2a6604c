package import RuleEngine

extension FactSheet {
    /// Makes sure that a text that is about to be written as a sheet is one that can be analysed.
    ///
    /// - Throws: `sheet/not-written`, and what an analysis would say of the sheet.
    package static func verify(_ text: String, as name: String, against ruleBase: RuleBase) throws(BadInput) {
        do {
            _ = try read(SourceFile(name: name, text: text)).checked(against: ruleBase)
        } catch {
            throw BadInput([.notWritten(name)] + error.diagnostics, sources: error.sources)
        }
    }

    /// What an analysis would say against a sheet; nothing where it can be used.
    package static func faults(in file: SourceFile, against ruleBase: RuleBase) -> [Diagnostic] {
        do {
            _ = try read(file).checked(against: ruleBase)
            return []
        } catch {
            return error.diagnostics
        }
    }
}

extension FEELNumber {
    /// As a sheet writes it: with a zero behind, where it would look like a number with a sign between thousands.
    package var sheetText: String {
        if case .doubtful = NumberReading(description, allowed: .anything) { description + "0" } else { description }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func notWritten(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "sheet/not-written",
            message: LocalizedText(
                nl: "\(name) is niet geschreven: dit blad zou niet te gebruiken zijn",
                en: "\(name) is not written: this sheet could not be used"),
            at: nil,
            hint: LocalizedText(
                nl:
                    "controleer in de tabel waar het cijfer hieronder vandaan komt; klopt het daar, meld dan dat de grens van "
                    + "de indicator te krap is",
                en:
                    "look up in the table where the figure below comes from; if it is right there, report that the range of "
                    + "the indicator is too narrow"))
    }
}
