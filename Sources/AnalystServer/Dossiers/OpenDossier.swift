package import Analyst
package import RuleEngine

/// A dossier under the rules, kept ready between two requests. Whoever works in it takes turns.
package actor OpenDossier {
    private let id: DossierID
    private let store: any DossierStore
    private let rules: CompiledRules
    private var state: (revision: Int, questionnaire: Questionnaire)?
    /// The text that the answers go into, as it was read last. It seldom changes, and is long to read.
    private var original: (title: String, text: String, sheet: FactSheet)?

    package init(_ id: DossierID, in store: any DossierStore, under rules: CompiledRules) {
        self.id = id
        self.store = store
        self.rules = rules
    }

    /// Reads in the questionnaire as the dossier stands now.
    ///
    /// - Parameter day: of the analysis.
    package func read<Result: Sendable>(
        on day: FEELDate, _ body: @Sendable (inout Questionnaire, DossierSummary) throws(DossierFault) -> Result
    ) throws(DossierFault) -> Result {
        let summary = try store.summary(id)
        var (revision, questionnaire) = try questionnaire(at: summary.revision, on: day)
        let result = try body(&questionnaire, summary)
        state = (revision, questionnaire)
        return result
    }

    /// Keeps a change, and tells what it did to the conclusions.
    package func record(
        _ change: AnswerChange, on day: FEELDate, by author: String?, at instant: String
    ) throws(DossierFault) -> Questionnaire.Effect {
        var (_, questionnaire) = try questionnaire(at: try store.summary(id).revision, on: day)
        let changed = try store.record(change, in: id, by: author, at: instant)
        let effect = questionnaire.take(try sheet(changed))
        state = (changed.revision, questionnaire)
        return effect
    }

    /// The questionnaire as the dossier stands now, and the revision that it stands at.
    ///
    /// - Parameter revision: the one that was there a moment ago; at that of the last time nothing is read.
    private func questionnaire(
        at revision: Int, on day: FEELDate
    ) throws(DossierFault) -> (revision: Int, questionnaire: Questionnaire) {
        if let state, state.revision == revision, state.questionnaire.area.date == day { return state }
        let dossier = try store.load(id)
        let sheet = try sheet(dossier)
        guard var questionnaire = state?.questionnaire, questionnaire.area.date == day else {
            return (dossier.revision, Questionnaire(AreaSession(sheet, under: rules, on: day)))
        }
        _ = questionnaire.take(sheet)
        return (dossier.revision, questionnaire)
    }

    private func sheet(_ dossier: Dossier) throws(DossierFault) -> FactSheet {
        if let original, original.title == dossier.title, original.text == dossier.sheetText {
            return dossier.sheet(of: original.sheet)
        }
        do {
            let sheet = try dossier.originalSheet()
            original = (dossier.title, dossier.sheetText, sheet)
            return dossier.sheet(of: sheet)
        } catch {
            throw .bad(error)
        }
    }
}
