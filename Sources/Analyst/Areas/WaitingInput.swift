package import RuleEngine

/// An unknown input with the open conclusions that wait for it. In one order, in which reports name them and questions are
/// tried.
package struct WaitingInput: Sendable {
    package let input: InputID
    /// In the order of the session.
    package let conclusions: [FindingID]

    /// Those that can be asked for; those that most open conclusions wait for first.
    ///
    /// Only conclusions of the leading parts of the report count, where it has such: what follows from them would count
    /// twice. Left out is what nobody can give on the day of the analysis.
    package static func all(of area: AreaSession, _ awaited: AwaitedInputs) -> [WaitingInput] {
        var conclusions: [InputID: [FindingID]] = [:]
        for (finding, fact) in area.leadingConclusions {
            for input in awaited[fact] { conclusions[input, default: []].append(finding) }
        }
        return withoutBenchmarks(conclusions, area.session).filter { canBeAsked($0.key, area) }.sorted { left, right in
            left.value.count == right.value.count ? left.key < right.key : left.value.count > right.value.count
        }.map { WaitingInput(input: $0.key, conclusions: $0.value) }
    }

    /// A figure of the city or the country comes along with that of the area: where both are unknown they are one question.
    private static func withoutBenchmarks(
        _ conclusions: [InputID: [FindingID]], _ session: Session
    ) -> [InputID: [FindingID]] {
        var own: [String: InputID] = [:]
        for input in conclusions.keys {
            if case .slot(let slot) = session.reference(input), slot.context == nil { own[slot.name] = input }
        }
        var result = conclusions
        for input in conclusions.keys.sorted() {
            guard case .slot(let slot) = session.reference(input), slot.context != nil,
                session.ruleBase.isFigure(slot), let figure = own[slot.name]
            else { continue }
            let known = Set(result[figure] ?? [])
            result[figure, default: []] += (conclusions[input] ?? []).filter { !known.contains($0) }
            result[input] = nil
        }
        return result
    }

    /// Not a figure that was published after the day of the analysis, nor one of an indicator that did not exist yet, nor
    /// a parameter that has no value yet.
    private static func canBeAsked(_ input: InputID, _ area: AreaSession) -> Bool {
        if case .parameter = area.session.reference(input) { return false }
        guard case .slot(let slot) = area.session.reference(input), area.ruleBase.isFigure(slot) else { return true }
        switch area.omissions[slot.name] {
        case .later?, .future?: return false
        case .missing?, .tooOld?, .lowCoverage?, nil: break
        }
        return Naming(area.ruleBase).code(of: slot)?.validity.contains(area.date) ?? true
    }
}
