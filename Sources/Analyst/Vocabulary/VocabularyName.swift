/// The vocabularies that the application itself asks for; which codes they hold, the rules' folder says.
package enum VocabularyName {
    package static let attributeNames = "attribute-names"
    package static let domains = "domains"
    package static let figureKinds = "figure-kinds"
    package static let interventions = "interventions"
    package static let missingReasons = "missing-reasons"
    package static let observations = "observations"
    package static let perspectives = "perspectives"
    package static let problems = "problems"
    package static let reportParts = "report-parts"
    package static let ruleStrengths = "rule-strengths"
    package static let screeningBands = "screening-bands"
    package static let screeningFlags = "screening-flags"
    package static let screeningNotes = "screening-notes"
    package static let screeningOrders = "screening-orders"
    package static let screeningReasons = "screening-reasons"
    package static let summaryLists = "summary-lists"
}
