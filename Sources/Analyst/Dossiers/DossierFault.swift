import RuleEngine

/// Why something with a dossier was not done. Nothing is changed then.
package enum DossierFault: Error {
    case noSuchDossier
    case noSuchVersion
    /// It was closed, and changes no more.
    case closed
    /// Somebody else answered the question meanwhile: what stands there now.
    case conflict(Answer?)
    /// Somebody else changed the dossier meanwhile: its revision now.
    case revisionConflict(Int)
    case nothingToUndo
    /// A text that is no sheet, or an answer that a sheet cannot hold.
    case bad(BadInput)
    case storage(StorageFault)
}

extension DossierFault {
    /// The same as a fault in the answers of an area.
    package var asAnswerFault: AnswerFault {
        switch self {
        case .conflict(let answer): .conflict(answer)
        case .closed, .noSuchDossier: .closed
        default: .bad(asBadInput())
        }
    }

    /// The same as input that cannot be used, with words for the user.
    ///
    /// - Parameter place: where the dossiers are kept, as the user knows it.
    package func asBadInput(in place: String? = nil) -> BadInput {
        switch self {
        case .bad(let input): input
        case .storage(let fault): BadInput([diagnostic(in: place)], isUnwritable: fault.isUnwritable)
        default: BadInput([diagnostic(in: place)])
        }
    }
}

// MARK: - Wordings

extension DossierFault {
    private func diagnostic(in place: String?) -> Diagnostic {
        switch self {
        case .noSuchDossier:
            Diagnostic(
                code: "dossier/missing",
                message: LocalizedText(nl: "dit dossier bestaat niet", en: "there is no such dossier"), at: nil,
                hint: LocalizedText(
                    nl: "kijk in de lijst welke dossiers er zijn", en: "see the list of the dossiers that there are"))
        case .noSuchVersion:
            Diagnostic(
                code: "dossier/no-version",
                message: LocalizedText(nl: "deze versie bestaat niet", en: "there is no such version"), at: nil,
                hint: LocalizedText(
                    nl: "kijk in de geschiedenis welke versies er zijn", en: "see the history for the versions"))
        case .closed:
            Diagnostic(
                code: "dossier/closed",
                message: LocalizedText(
                    nl: "dit dossier is afgesloten en kan niet meer gewijzigd worden",
                    en: "this dossier is closed and cannot be changed any more"), at: nil,
                hint: LocalizedText(
                    nl: "maak een kopie en werk daarin verder", en: "make a copy and go on in that"))
        case .conflict(let answer):
            Diagnostic(
                code: "dossier/answered-meanwhile",
                message: LocalizedText(
                    nl: "iemand anders heeft deze vraag intussen beantwoord: \(answer?.value.text ?? "geen antwoord")",
                    en: "somebody else answered this question meanwhile: \(answer?.value.text ?? "no answer")"),
                at: nil,
                hint: LocalizedText(
                    nl: "bekijk dat antwoord en kies welk het moet zijn", en: "look at that answer and choose"))
        case .revisionConflict:
            Diagnostic(
                code: "dossier/changed-meanwhile",
                message: LocalizedText(
                    nl: "iemand anders heeft het dossier intussen gewijzigd",
                    en: "somebody else changed the dossier meanwhile"), at: nil,
                hint: LocalizedText(
                    nl: "bekijk het dossier opnieuw en probeer het dan weer",
                    en: "look at the dossier again, then try once more"))
        case .nothingToUndo:
            Diagnostic(
                code: "dossier/nothing-to-undo",
                message: LocalizedText(
                    nl: "er is niets om ongedaan te maken", en: "there is nothing to undo"), at: nil)
        case .bad(let input):
            input.diagnostics.first
                ?? Diagnostic(
                    code: "dossier/bad-text",
                    message: LocalizedText(nl: "dit is geen feitenblad", en: "this is no fact sheet"), at: nil)
        case .storage(let fault):
            Diagnostic(
                code: "dossier/storage",
                message: LocalizedText(
                    nl: "\(place ?? "het bestand met dossiers") kan niet gebruikt worden: \(fault.reason.nl)",
                    en: "\(place ?? "the file of dossiers") cannot be used: \(fault.reason.en)"),
                at: nil, hint: fault.hint)
        }
    }
}
