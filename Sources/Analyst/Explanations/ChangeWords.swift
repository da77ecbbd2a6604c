package import RuleEngine

/// Changes of figures, answers and facts in words, each in the unit of the area.
package struct ChangeWords {
    package let session: Session
    package let labels: Labels
    package let language: Language

    package init(_ area: AreaSession, _ language: Language) {
        self.init(session: area.session, language: language)
    }

    /// - Parameter session: what the inputs are before the change.
    package init(session: Session, language: Language) {
        self.session = session
        labels = Labels(ruleBase: session.ruleBase)
        self.language = language
    }

    private var naming: Naming { Naming(session.ruleBase) }

    /// "Inwoners met bijstand: 5,5 % in plaats van 8,6 % (scheelt 3,1 procentpunt)"
    package func text(of change: InputChange) -> String {
        switch change {
        case .value(let slot, let value):
            let old = session.value(of: slot)?.set.exactValue
            let head = "\(title(of: slot)): \(text(of: value, slot))"
            guard let old else { return head + word(" (nu niet bekend)", " (not known now)") }
            let way = distance(from: old, to: value, slot).map { " (\($0))" } ?? ""
            return head + word(" in plaats van ", " instead of ") + text(of: old, slot) + way
        case .unknown(let slot): return "\(title(of: slot)): " + word("niet meer bekend", "no longer known")
        case .present(let finding): return "\(naming.title(of: .fact(finding), in: language)): " + word("wel", "yes")
        case .absent(let finding): return "\(naming.title(of: .fact(finding), in: language)): " + word("niet", "no")
        case .field(let finding, let name, let value):
            let field = labels.name(of: name)?[language].lowercased() ?? name
            return "\(naming.title(of: .fact(finding), in: language)): \(field) "
                + labels.text(of: .exactly(value), attribute: name, in: language)
        }
    }

    /// The name of a named value; of an answer also whose it is.
    package func title(of slot: RecordSchema.Slot) -> String { naming.title(of: slot, in: language) }

    package func text(of value: FEELValue, _ slot: RecordSchema.Slot) -> String {
        let values = ValueText(language, units: naming.units)
        guard let unit = naming.unit(of: slot) else { return values.text(of: value) }
        guard unit == "%" else { return values.text(of: value) + labels.unit(unit, language) }
        return values.text(of: value, unit: unit)
    }

    package func text(of set: ValueSet, _ slot: RecordSchema.Slot) -> String {
        if let value = set.exactValue { return text(of: value, slot) }
        return ValueText(language, units: naming.units).text(of: set, unit: naming.unit(of: slot))
    }

    /// "scheelt 3,1 procentpunt"; `nil` for what is no number.
    package func distance(from old: FEELValue, to new: FEELValue, _ slot: RecordSchema.Slot) -> String? {
        guard case .number(let from) = old, case .number(let to) = new, let way = to.subtracting(from) else {
            return nil
        }
        let unit = naming.unit(of: slot)
        let number = NumberText.text(of: way.magnitude, in: language)
        let suffix = unit == "%" ? word(" procentpunt", " percentage points") : labels.unit(unit, language)
        return word("scheelt \(number)\(suffix)", "a difference of \(number)\(suffix)")
    }

    /// "14 %, nodig is 17,2 % (scheelt 3,2 procentpunt)"
    package func text(of distance: NearMiss.Distance) -> String {
        let needed = text(of: .number(distance.needed), distance.slot)
        let way = self.distance(from: .number(distance.value), to: .number(distance.needed), distance.slot) ?? ""
        let now = text(of: .number(distance.value), distance.slot)
        return word(
            "\(title(of: distance.slot)) is \(now); nodig is \(needed): \(way)",
            "\(title(of: distance.slot)) is \(now); needed is \(needed): \(way)")
    }

    package func word(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
