package import RuleEngine

/// Reads a change as a user types it: `name=value`, for a figure, an answer (`perspective.question=yes`) or a fact from
/// outside (`kind:code=no`).
package struct InputChangeReader {
    package let ruleBase: RuleBase
    package let language: Language

    package init(ruleBase: RuleBase, language: Language) {
        self.ruleBase = ruleBase
        self.language = language
    }

    /// Why a text is no change, for the user.
    package struct Problem: Error {
        package let message: String
    }

    package func change(_ text: String) throws(Problem) -> InputChange {
        guard let sign = text.firstIndex(of: "=") else { throw missingSign(text) }
        let name = String(text[..<sign])
        let value = text[text.index(after: sign)...].lowercased()
        if let finding = FindingID(name) { return try fact(finding, value, text) }
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        let slot = parts.count == 2 ? RecordSchema.Slot(context: parts[0], name: parts[1]) : .init(name: name)
        guard let index = ruleBase.record.index(of: slot) else { throw unknownName(name) }
        if Self.unknown.contains(value) { return .unknown(slot) }
        let domain = ruleBase.record.domains[index]
        guard let read = try self.value(value, domain), domain.contains(read) else {
            throw unfitting(value, slot, domain)
        }
        return .value(slot, read)
    }

    private func fact(_ finding: FindingID, _ value: String, _ text: String) throws(Problem) -> InputChange {
        guard let template = ruleBase.template(finding.template), template.isInput,
            template.key.count == finding.key.count
        else {
            throw unknownName(finding.template)
        }
        if Self.yes.contains(value) { return .present(finding) }
        if Self.no.contains(value) { return .absent(finding) }
        throw Problem(
            message: word(
                "‘\(text)’: schrijf ja of nee achter het teken =.", "‘\(text)’: write yes or no behind the sign =."))
    }

    private static let yes: Set = ["ja", "yes", "true"]
    private static let no: Set = ["nee", "no", "false"]
    private static let unknown: Set = ["?", "onbekend", "unknown"]

    private func value(_ text: String, _ domain: ValueSet) throws(Problem) -> FEELValue? {
        if Self.yes.contains(text) { return .boolean(true) }
        if Self.no.contains(text) { return .boolean(false) }
        let reading = NumberReading(text, allowed: domain)
        if let advice = reading.advice(decimalSign: language == .nl ? "," : ".") {
            throw Problem(
                message: word("‘\(text)’ is niet duidelijk: ", "‘\(text)’ is not clear: ") + advice[language] + ".")
        }
        if case .number(let number) = reading { return .number(number) }
        return nil
    }

    // MARK: Messages

    private func missingSign(_ text: String) -> Problem {
        Problem(
            message: word(
                "‘\(text)’: schrijf naam=waarde, bijvoorbeeld een cijfer met =12,5.",
                "‘\(text)’: write name=value, for example a figure with =12.5."))
    }

    private func unknownName(_ name: String) -> Problem {
        let known = ruleBase.record.slots.map(\.path) + ruleBase.templates.filter(\.isInput).map { "\($0.name):" }
        let near = Suggestion.nearest(to: name, among: known)
        return Problem(
            message: word(
                "‘\(name)’ is geen cijfer, antwoord of feit." + (near.map { " Bedoelde u ‘\($0)’?" } ?? ""),
                "‘\(name)’ is no figure, answer or fact." + (near.map { " Did you mean ‘\($0)’?" } ?? "")))
    }

    private func unfitting(_ value: String, _ slot: RecordSchema.Slot, _ domain: ValueSet) -> Problem {
        let allowed = LocalizedText.allowed(domain)[language]
        let shown = value.count > 40 ? value.prefix(40) + "…" : value
        return Problem(
            message: word(
                "‘\(shown)’ past niet bij ‘\(slot.path)’; \(allowed).",
                "‘\(shown)’ does not fit ‘\(slot.path)’; \(allowed)."))
    }

    private func word(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
}
