/// The names under which readers know what expressions name by codes.
package struct Naming: Sendable {
    package let ruleBase: RuleBase

    package init(_ ruleBase: RuleBase) { self.ruleBase = ruleBase }

    /// Units in words.
    package var units: Vocabulary? { ruleBase.vocabulary("units") }

    /// The code that stands behind a slot of the record.
    package func code(of slot: RecordSchema.Slot) -> Vocabulary.Term? {
        let vocabulary =
            slot.context.flatMap { ruleBase.record.context(named: $0)?.vocabulary } ?? ruleBase.record.vocabulary
        return ruleBase.vocabulary(vocabulary)?[slot.name]
    }

    /// "height", "height (last year)"
    package func title(of slot: RecordSchema.Slot, in language: Language) -> String {
        let name = code(of: slot)?.title[language] ?? slot.name
        guard let context = slot.context.flatMap({ ruleBase.record.context(named: $0) }) else { return name }
        return "\(name) (\(context.title[language]))"
    }

    /// The unit of a slot; `nil` where the context changes what is measured.
    package func unit(of slot: RecordSchema.Slot) -> String? {
        if let context = slot.context.flatMap({ ruleBase.record.context(named: $0) }), context.domain != nil {
            return nil
        }
        return code(of: slot)?.string("unit")
    }

    /// The title of a finding that need not be in any session.
    package func title(of finding: FindingID, in language: Language) -> String {
        guard let template = ruleBase.template(finding.template) else { return finding.description }
        return zip(template.key, finding.key).map { field, key in
            if case .code(let name) = field.type, let code = ruleBase.vocabulary(name)?[key] {
                return code.title[language]
            }
            return key
        }.joined(separator: " → ")
    }

    /// What an unknown input is, in words.
    package func title(of input: InputReference, in language: Language) -> String {
        switch input {
        case .slot(let slot): return title(of: slot, in: language)
        case .fact(let finding):
            let template = ruleBase.template(finding.template)?.title[language] ?? finding.template
            return "\(template): \(title(of: finding, in: language))"
        case .others(let template):
            let title = ruleBase.template(template)?.title[language] ?? template
            return language == .nl ? "\(title): misschien andere" : "\(title): perhaps others"
        case .parameter(let name):
            let parameter = ruleBase.parameter(name)
            let first = parameter?.values.first.map { DateText.text(of: $0.from, in: language) } ?? ""
            let title = parameter?.title[language] ?? name
            return language == .nl ? "\(title): pas bekend vanaf \(first)" : "\(title): not known before \(first)"
        }
    }
}
