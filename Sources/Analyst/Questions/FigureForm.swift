package import RuleEngine

/// A form for the figures that people have themselves, to be filled in with a spreadsheet: a row for each figure that can be asked.
package struct FigureForm: Sendable {
    package enum Column: FormColumn {
        case code, title, unit, value, year, source
    }

    /// In the order of the list of figures.
    package let questions: [Question]

    package init(_ ruleBase: RuleBase) {
        questions = ruleBase.record.slots.compactMap { slot in
            guard slot.context == nil, let question = Question(slot, settles: [], in: ruleBase),
                case .number = question.kind
            else { return nil }
            return question
        }
    }

    subscript(code: String) -> Question? { questions.first { $0.id.code == code } }
}

// MARK: - Wordings

extension FigureForm.Column {
    package var title: LocalizedText {
        switch self {
        case .code: LocalizedText(nl: "code", en: "code")
        case .title: LocalizedText(nl: "cijfer", en: "figure")
        case .unit: LocalizedText(nl: "eenheid", en: "unit")
        case .value: LocalizedText(nl: "waarde", en: "value")
        case .year: LocalizedText(nl: "jaar", en: "year")
        case .source: LocalizedText(nl: "bron", en: "source")
        }
    }
}
