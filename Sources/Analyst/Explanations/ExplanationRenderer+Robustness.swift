package import RuleEngine

// What would have to be different for a finding to be otherwise.

extension ExplanationRenderer {
    package func lines(_ robustness: Robustness, indent: Int = 1) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        var lines = [pad + heading(robustness)]
        for alternative in robustness.alternatives {
            let changes = alternative.changes.map { words.text(of: $0) }
            let result = alternative.state == .open ? word(" → dan is het open", " → it is open then") : ""
            lines.append(pad + "  - " + changes.joined(separator: word("; én ", "; and ")) + result)
        }
        if robustness.isCutOff { lines.append(pad + cutOff(robustness)) }
        return lines
    }

    private func heading(_ robustness: Robustness) -> String {
        guard let first = robustness.alternatives.first else {
            return word(
                "Geen verandering van een, twee of drie cijfers of antwoorden verandert dit.",
                "No change of one, two or three figures or answers alters this.")
        }
        let isOne = first.changes.count == 1
        switch robustness.goal {
        case .undo:
            return isOne
                ? word(
                    "Dit geldt niet meer als een van deze dingen anders is:",
                    "This no longer holds if one of these is different:")
                : word(
                    "Dit geldt niet meer als al deze dingen samen anders zijn (elke regel is een mogelijkheid):",
                    "This no longer holds if all of these are different together (each line is one way):")
        case .bringAbout:
            return isOne
                ? word("Dit geldt wel als een van deze dingen zo is:", "This holds if one of these is so:")
                : word(
                    "Dit geldt wel als al deze dingen samen zo zijn (elke regel is een mogelijkheid):",
                    "This holds if all of these are so together (each line is one way):")
        }
    }

    private func cutOff(_ robustness: Robustness) -> String {
        word(
            "Het zoeken stopte na \(robustness.runs) keer rekenen; misschien is er een kleinere verandering.",
            "The search stopped after \(robustness.runs) runs; perhaps there is a smaller change.")
    }
}
