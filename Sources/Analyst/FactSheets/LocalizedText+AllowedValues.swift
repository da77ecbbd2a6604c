package import RuleEngine

extension LocalizedText {
    /// What is allowed, for the end of a message: "it may be: 0 to 100".
    package static func allowed(_ domain: ValueSet) -> LocalizedText {
        if domain.contains(.boolean(true)) {
            return LocalizedText(nl: "schrijf true, false of unknown", en: "write true, false or unknown")
        }
        if case .numbers(let interval, _) = domain, interval.low == nil || interval.high == nil {
            return LocalizedText(nl: "schrijf een getal", en: "write a number")
        }
        return LocalizedText(
            nl: "het mag zijn: \(ValueText(.nl).part(of: domain))", en: "it may be: \(ValueText(.en).part(of: domain))")
    }
}
