/// A kind of fact: which fields say which fact it is, and how the other fields combine when several rules conclude the
/// same fact.
package struct Template: Sendable {
    package let name: String
    package let title: LocalizedText
    /// Facts come from outside; rules do not conclude them.
    package let isInput: Bool
    /// The template is about the subject of the session ("per: …"); `nil` for general relations.
    package let subject: String?
    /// Facts follow from a vocabulary: one fact for each code, or for each code and each code that an attribute names.
    package let relation: Relation?
    /// The fields that identify a fact, in order.
    package let key: [Field]
    /// The other fields.
    package let fields: [Field]
    package let span: SourceSpan

    /// From what facts follow.
    package struct Relation: Hashable, Sendable {
        package let vocabulary: String
        /// The attribute that names codes; `nil`: each code by itself is a fact, so that rules see its attributes.
        package let attribute: String?
    }

    /// A named value of each fact of the template.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let type: FieldType
        package let combination: Combination
    }

    /// What a field can hold.
    package enum FieldType: Hashable, Sendable {
        /// One code of a vocabulary.
        case code(String)
        /// A list of codes of a vocabulary.
        case codes(String)
        case string, number, boolean
        /// One of the values that are listed.
        case values([FEELValue])
        /// A number in an interval.
        case numbers(NumberInterval)
    }

    /// How the values that several rules give to one field of one fact become one value.
    package enum Combination: String, CaseIterable, Sendable {
        /// All must be equal; a difference is an error that names both rules.
        case same
        case max, min
        /// The union of lists, in a fixed order.
        case union
    }

    package func keyIndex(of name: String) -> Int? { key.firstIndex { $0.name == name } }
    package func fieldIndex(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// The vocabulary whose attributes can be read through a fact of this template: that of its only key of codes.
    package var describedBy: String? {
        let vocabularies = key.compactMap { field -> String? in
            if case .code(let vocabulary) = field.type { vocabulary } else { nil }
        }
        return vocabularies.count == 1 ? vocabularies[0] : nil
    }
}
