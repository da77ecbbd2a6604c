import RuleEngine

/// A dossier that is about to be made from a fact sheet.
package struct NewDossier: Sendable {
    package let id: DossierID
    package let title: String
    package let municipality: String
    package let area: String
    package let sheetText: String
    package let answers: [Answer]

    /// - Parameters:
    ///   - text: a fact sheet, byte order mark and all. Whether the rules know its codes is for the caller to check.
    ///   - title: without one that of the sheet, in Dutch.
    package init(_ id: DossierID, from text: String, title: String? = nil) throws(BadInput) {
        let sheet = try FactSheet.read(SourceFile(name: title ?? "", text: text))
        self.id = id
        self.title = title ?? sheet.title.nl
        municipality = sheet.municipality
        area = sheet.id
        sheetText = text
        answers = sheet.answers
    }
}
