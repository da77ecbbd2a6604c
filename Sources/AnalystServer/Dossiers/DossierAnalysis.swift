package import Analyst
package import RuleEngine

/// The analysis of a dossier as it stands, in one language.
package struct DossierAnalysis: Sendable {
    package let area: AreaSession
    /// The main text and the annexes, each a part of its own.
    package let document: AnalysisDocument
    /// The part in which each finding is told.
    package let places: [FindingID: String]

    package init(_ area: AreaSession, _ language: Language) {
        self.area = area
        document = AnalysisComposer(area, language: language).document().withAnnexes
        var places: [FindingID: String] = [:]
        for part in document.parts {
            for finding in part.blocks.flatMap(\.findings) where places[finding.id] == nil {
                places[finding.id] = part.id
            }
        }
        self.places = places
    }

    /// The first part, which tells the story; `nil` where the rules have no report.
    package var story: AnalysisDocument.Part? { document.parts.first { $0.annexOf == nil && $0.number == nil } }
}
