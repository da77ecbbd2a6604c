/// The names under which readers know what expressions name by codes.
public struct Naming: Sendable {
    public let ruleBase: RuleBase

    public init(_ ruleBase: RuleBase) { self.ruleBase = ruleBase }

    /// Units in words.
    public var units: Vocabulary? { ruleBase.vocabulary("units") }

    /// The code that stands behind a slot of the record.
    public func code(of slot: RecordSchema.Slot) -> Vocabulary.Code? {
        let vocabulary =
            slot.context.flatMap { ruleBase.record.context(named: $0)?.vocabulary } ?? ruleBase.record.vocabulary
        return ruleBase.vocabulary(vocabulary)?[slot.name]
    }

    /// "height", "height (last year)"
    public func title(of slot: RecordSchema.Slot, in language: Language) -> String {
        let name = code(of: slot)?.title[language] ?? slot.name
        guard let context = slot.context.flatMap({ ruleBase.record.context(named: $0) }) else { return name }
        return "\(name) (\(context.title[language]))"
    }

    /// The unit of a slot; `nil` where the context changes what is measured.
    public func unit(of slot: RecordSchema.Slot) -> String? {
        if let context = slot.context.flatMap({ ruleBase.record.context(named: $0) }), context.domain != nil {
            return nil
        }
        return code(of: slot)?.string("unit")
    }

    /// The title of a fact: that of its codes, else its key.
    public func title(of fact: Fact, in language: Language) -> String {
        let template = ruleBase.templates[fact.template]
        let names = zip(template.key, fact.key).map { field, set -> String in
            guard case .exactly(let value) = set else { return language == .nl ? "misschien andere" : "perhaps others" }
            if case .code(let name) = field.type, let code = ruleBase.vocabulary(name)?[value.text] {
                return code.title[language]
            }
            return value.text
        }
        return names.joined(separator: " → ")
    }

    /// The title of a finding that need not be in any session.
    public func title(of finding: FindingID, in language: Language) -> String {
        guard let template = ruleBase.template(finding.template) else { return finding.description }
        return zip(template.key, finding.key).map { field, key in
            if case .code(let name) = field.type, let code = ruleBase.vocabulary(name)?[key] {
                return code.title[language]
            }
            return key
        }.joined(separator: " → ")
    }

    /// What an unknown input is, in words.
    public func title(of input: InputReference, in language: Language) -> String {
        switch input {
        case .slot(let slot): return title(of: slot, in: language)
        case .fact(let finding):
            let template = ruleBase.template(finding.template)?.title[language] ?? finding.template
            return "\(template): \(title(of: finding, in: language))"
        case .others(let template):
            let title = ruleBase.template(template)?.title[language] ?? template
            return language == .nl ? "\(title): misschien andere" : "\(title): perhaps others"
        }
    }
}
