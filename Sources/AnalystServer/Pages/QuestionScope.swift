package import Analyst

/// Which questions a person goes through: a part, or those that matter most.
package struct QuestionScope: Hashable, Sendable {
    /// The name of the first stop in an address.
    package static let firstStop = "first"

    /// The analysis, in the place of a check page.
    package static let analysis = "analysis"

    /// A part, or the first stop.
    package let name: String
    /// The part whose check page the person came from and goes back to, or the analysis.
    package let back: String?

    package init(name: String, back: String? = nil) {
        self.name = name
        self.back = back
    }

    package init(_ query: FormFields, part: String) {
        name = query["in"] ?? part
        back = query["back"]
    }

    package var isFirstStop: Bool { name == Self.firstStop }

    package var stop: Questionnaire.Stop { isFirstStop ? .first : .part(name) }

    package var query: FormFields {
        FormFields([.init(name: "in", value: name)]).with("back", back)
    }

    /// The scope behind this question.
    package var next: QuestionScope { QuestionScope(name: name) }
}
