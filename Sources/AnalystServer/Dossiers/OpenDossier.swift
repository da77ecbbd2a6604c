package import Analyst
package import RuleEngine

/// A dossier under the rules, kept ready between two requests. Whoever works in it takes turns.
package actor OpenDossier {
    private let id: DossierID
    private let store: any DossierStore
    private let rules: CompiledRules
    private var state: (revision: Int, questionnaire: Questionnaire)?

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
        let dossier = try store.load(id)
        var questionnaire = try questionnaire(dossier, on: day)
        let result = try body(&questionnaire, dossier.summary)
        state = (dossier.revision, questionnaire)
        return result
    }

    /// Keeps a change, and tells what it did to the conclusions.
    package func record(
        _ change: AnswerChange, on day: FEELDate, by author: String?, at instant: String
    ) throws(DossierFault) -> Questionnaire.Effect {
        var questionnaire = try questionnaire(try store.load(id), on: day)
        let changed = try store.record(change, in: id, by: author, at: instant)
        let effect = questionnaire.take(try Self.sheet(changed))
        state = (changed.revision, questionnaire)
        return effect
    }

    private func questionnaire(_ dossier: Dossier, on day: FEELDate) throws(DossierFault) -> Questionnaire {
        guard let state, state.questionnaire.area.date == day else {
            return Questionnaire(AreaSession(try Self.sheet(dossier), under: rules, on: day))
        }
        guard state.revision != dossier.revision else { return state.questionnaire }
        var questionnaire = state.questionnaire
        _ = questionnaire.take(try Self.sheet(dossier))
        return questionnaire
    }

    private static func sheet(_ dossier: Dossier) throws(DossierFault) -> FactSheet {
        do {
            return try dossier.sheet()
        } catch {
            throw .bad(error)
        }
    }
}
