package import RuleEngine

/// Words that texts about a run share.
package enum RunWords {
    package static func state(_ state: FindingState) -> LocalizedText {
        switch state {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .open: LocalizedText(nl: "open", en: "open")
        case .refuted: LocalizedText(nl: "niet aan de orde", en: "not at issue")
        }
    }
}
