package import Foundation
package import RuleEngine

extension PreparedCase {
    /// A case with the sheet that it names.
    ///
    /// - Parameter folder: the folder of casebooks; sheets are named from the folder above it.
    package init(
        _ case: CasebookCase, of book: Casebook, below folder: URL, rules: CompiledRules
    ) throws(BadInput) {
        let name = `case`.sheet.value
        let url = folder.deletingLastPathComponent().appending(path: name)
        let file: SourceFile
        do throws(BadInput) {
            file = try TextFile.read(url, name: name)
        } catch {
            throw BadInput([.noSheet(`case`.sheet, error)], sources: [`case`.file])
        }
        try self.init(
            `case`, of: book, sheet: FactSheet.read(file).checked(against: rules.ruleBase), rules: rules)
    }

    /// What is left of the budget for asking; `nil` where nothing can be asked.
    package func moneyLeft(_ answers: CaseAnswers) -> Int? {
        guard !`case`.requests.isEmpty else { return nil }
        return `case`.informationBudget
            - `case`.requests.filter { answers.asked.contains($0.id.value) }.reduce(0) { $0 + $1.price }
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// - Parameter fault: why; `nil`: there is no such file.
    package static func noSheet(_ name: Located<String>, _ fault: BadInput?) -> Diagnostic {
        let reason = fault?.diagnostics.first?.message
        return Diagnostic(
            code: "casebook/no-sheet",
            message: LocalizedText(
                nl: "het feitenblad ‘\(name.value)’ is niet te lezen" + (reason.map { ": \($0.nl)" } ?? ""),
                en: "the fact sheet ‘\(name.value)’ cannot be read" + (reason.map { ": \($0.en)" } ?? "")),
            at: name.span,
            hint: LocalizedText(
                nl: "noem het bestand vanaf de map boven casebooks", en: "name the file from the folder above casebooks"
            ))
    }
}
