/// The names under which readers know what an expression names.
package protocol ExpressionNames {
    /// The title of a name, or of a member of a named group; `nil` where the name as written is all there is.
    func title(of name: String, member: String?, in language: Language) -> String?

    /// The unit in which the value of a name counts; `nil` where it has none.
    func unit(of name: String, member: String?) -> String?

    /// The title of a code that a name, or a member of a group, may have as its value; `nil` for what is no code.
    func title(ofCode code: String, of name: String, member: String?, in language: Language) -> String?

    /// Units in words; `nil` where they are told as they are written.
    var units: Vocabulary? { get }
}

extension ExpressionNames {
    package var units: Vocabulary? { nil }

    package func title(ofCode code: String, of name: String, member: String?, in language: Language) -> String? { nil }
}

/// Names as an author writes them: for expressions outside any rule base.
package struct WrittenNames: ExpressionNames {
    package init() {}

    package func title(of name: String, member: String?, in language: Language) -> String? { nil }
    package func unit(of name: String, member: String?) -> String? { nil }
}

extension Naming: ExpressionNames {
    package func title(of name: String, member: String?, in language: Language) -> String? {
        if let slot = slot(name, member) { return title(of: slot, in: language) }
        return member == nil ? ruleBase.parameter(name)?.title[language] : nil
    }

    package func unit(of name: String, member: String?) -> String? {
        if let slot = slot(name, member) { return unit(of: slot) }
        return member == nil ? ruleBase.parameter(name)?.unit : nil
    }

    private func slot(_ name: String, _ member: String?) -> RecordSchema.Slot? {
        let slot = member.map { RecordSchema.Slot(context: name, name: $0) } ?? RecordSchema.Slot(name: name)
        return ruleBase.record.index(of: slot) == nil ? nil : slot
    }
}
