import RuleEngine

/// Puts costs and benefits into words and tables.
struct ImpactWriter {
    typealias Block = AnalysisDocument.Block
    typealias Cell = AnalysisDocument.Table.Cell

    let composer: AnalysisComposer
    let impact: ImpactAnalysis

    init(_ composer: AnalysisComposer, _ impact: ImpactAnalysis) {
        self.composer = composer
        self.impact = impact
    }

    var language: Language { composer.language }
    var package: ImpactBalance { impact.package }
    var lines: [ImpactLine] { package.model.lines }

    func say(_ text: LocalizedText) -> String { composer.say(text) }

    func title(of intervention: String) -> String {
        say(composer.labels.title(intervention, in: VocabularyName.interventions))
    }

    func unit(_ code: String) -> String {
        say(composer.labels.title(code, in: VocabularyName.impactUnits))
    }

    func indicator(_ code: String) -> String {
        say(composer.labels.title(code, in: composer.ruleBase.record.vocabulary)).lowercasedFirst
    }

    func money(_ number: FEELNumber) -> String { NumberText.text(of: number, in: language) }

    func percent(_ number: FEELNumber) -> String { "\(NumberText.text(of: number, in: language)) %" }
}
