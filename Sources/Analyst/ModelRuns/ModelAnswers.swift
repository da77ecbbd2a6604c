package import DecisionModels
package import RuleEngine

/// What a model gives for records: the values of the decisions that are asked for.
package struct ModelAnswers {
    private let program: ModelProgram
    private let asked: [ModelSet.ElementID]
    /// The decision service or business knowledge model that is called instead.
    private let invocable: ModelSet.ElementID?

    /// - Parameters:
    ///   - names: of decisions; none for all decisions of the model.
    ///   - service: a decision service or a business knowledge model.
    /// - Throws: `dmn/unknown-decision`.
    package init(_ program: ModelProgram, decisions names: [String] = [], service: String? = nil) throws(BadInput) {
        self.program = program
        let set = program.set
        func unknown(_ name: String, _ isRight: (DecisionModel.Content) -> Bool) -> BadInput {
            let known = set.elements(of: 0).filter { isRight(set[$0].content) }.map { set[$0].name.value.asName }
            return BadInput([.unknownDecision(name, known)])
        }
        let decisions = set.elements(of: 0).filter { set[$0].isDecision }
        var asked: [ModelSet.ElementID] = []
        for name in names {
            guard let id = decisions.first(where: { set[$0].name.value.asName == name.asName }) else {
                throw unknown(name) { if case .decision = $0 { true } else { false } }
            }
            asked.append(id)
        }
        self.asked = names.isEmpty ? decisions : asked
        guard let service else {
            invocable = nil
            return
        }
        func isFunction(_ content: DecisionModel.Content) -> Bool {
            switch content {
            case .service, .knowledge: true
            case .input, .decision: false
            }
        }
        guard let id = set.element(named: service, where: isFunction) else { throw unknown(service, isFunction) }
        invocable = id
    }

    /// The answer for one record, and why parts of it are null.
    package func answer(_ record: FEELContext) -> (value: FEELValue, notes: [ModelNote]) {
        let run = program.run(record)
        if let invocable {
            let value = run.call(invocable) ?? .null
            return (value, run.notes)
        }
        let set = program.set
        let entries = asked.map { FEELContext.Entry(key: set[$0].name.value.asName, value: run.value(of: $0)) }
        return (.context(FEELContext(entries)), run.notes)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknownDecision(_ name: String, _ known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name, among: known)
        let list = known.isEmpty ? "–" : known.prefix(30).joined(separator: ", ")
        return Diagnostic(
            code: "dmn/unknown-decision",
            message: LocalizedText(
                nl: "het model heeft geen ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
                en: "the model has no ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? "")),
            at: nil, hint: LocalizedText(nl: "bekend zijn: \(list)", en: "known: \(list)"))
    }
}
