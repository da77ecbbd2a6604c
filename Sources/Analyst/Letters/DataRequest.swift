package import RuleEngine

/// The figures that one holder is asked for: those that the sheet does not have and that open conclusions wait for.
package struct DataRequest: Sendable {
    package struct Figure: Sendable {
        package let term: Vocabulary.Term
        /// The open conclusions that wait for it.
        package let conclusions: [FindingID]
    }

    /// `nil` where the vocabulary does not say who has them.
    package let holder: LocalizedText?
    /// Those that most conclusions wait for first.
    package private(set) var figures: [Figure]

    /// The requests that follow from an area, the holder of the figure that most conclusions wait for first.
    package static func all(_ area: AreaSession) -> [DataRequest] {
        let naming = Naming(area.ruleBase)
        var requests: [DataRequest] = []
        for waiting in WaitingInput.all(of: area, AwaitedInputs(area.session)) {
            guard case .slot(let slot) = area.session.reference(waiting.input), slot.context == nil,
                let term = naming.code(of: slot)
            else { continue }
            let figure = Figure(term: term, conclusions: waiting.conclusions)
            let holder = term.text("holder")
            if let index = requests.firstIndex(where: { $0.holder == holder }) {
                requests[index].figures.append(figure)
            } else {
                requests.append(DataRequest(holder: holder, figures: [figure]))
            }
        }
        return requests
    }

    /// Whether a user means this holder: by a part of its name in either language, in small letters or capitals.
    package func isHeld(by name: String) -> Bool {
        guard let holder else { return false }
        let name = name.lowercased()
        return Language.allCases.contains { holder[$0].lowercased().contains(name) }
    }
}
