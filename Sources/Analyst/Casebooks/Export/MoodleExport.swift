package import RuleEngine

/// A case as Moodle XML: its text as a description, and a question for each exercise.
///
/// Lists become questions with several right answers, of which Moodle takes the grades from a list of its own; choices by line
/// become matching questions; a text in own words becomes an essay.
package struct MoodleExport {
    private let prepared: PreparedCase
    private let language: Language

    package init(_ prepared: PreparedCase, language: Language) {
        self.prepared = prepared
        self.language = language
    }

    package var bytes: [UInt8] {
        var xml = XMLText()
        xml.element("quiz") { xml in
            xml.element("question", ["type": "category"]) { xml in
                xml.element("category") {
                    $0.element("text", text: "$course$/top/\(Self.name(prepared.case.title[language]))")
                }
            }
            xml.element("question", ["type": "description"]) { xml in
                head(prepared.case.title[language], CaseParagraphs(prepared, language).html, 0, &xml)
            }
            for exercise in prepared.exercises { write(exercise, &xml) }
        }
        return xml.bytes
    }

    /// A slash would begin a category below.
    private static func name(_ title: String) -> String { title.replacing("/", with: "//") }

    private func head(_ name: String, _ html: String, _ points: Int, _ xml: inout XMLText) {
        xml.element("name") { $0.element("text", text: name) }
        xml.element("questiontext", ["format": "html"]) { $0.element("text", text: html) }
        xml.element("generalfeedback", ["format": "html"]) { $0.element("text", text: "") }
        xml.element("defaultgrade", text: "\(points)")
        xml.element("penalty", text: "0")
        xml.element("hidden", text: "0")
    }

    private func write(_ exercise: Exercise, _ xml: inout XMLText) {
        let html = CaseParagraphs.html(of: exercise, language)
        let points = exercise.definition.points.value
        if exercise.isMarkedByTrainer {
            xml.element("question", ["type": "essay"]) { xml in
                head(exercise.title[language], html, points, &xml)
                xml.element("responseformat", text: "editor")
                xml.element("responserequired", text: "1")
                xml.element("responsefieldlines", text: "10")
            }
        } else if exercise.options.contains(where: { $0.choice != nil }) {
            xml.element("question", ["type": "matching"]) { xml in
                head(exercise.title[language], html, points, &xml)
                xml.element("shuffleanswers", text: "0")
                for line in ChoiceLine.all(of: exercise, language) {
                    xml.element("subquestion", ["format": "html"]) { xml in
                        xml.element("text", text: CaseParagraphs.escaped(line.title))
                        xml.element("answer") { $0.element("text", text: line.answer) }
                    }
                }
            }
        } else {
            xml.element("question", ["type": "multichoice"]) { xml in
                head(exercise.title[language], html, points, &xml)
                xml.element("single", text: "false")
                xml.element("shuffleanswers", text: "0")
                xml.element("answernumbering", text: "none")
                answers(exercise, &xml)
            }
        }
    }

    private func answers(_ exercise: Exercise, _ xml: inout XMLText) {
        let key = exercise.key()
        let expected = exercise.options.filter { key[$0.code].standing == .expected }.map(\.code)
        let shares = Dictionary(
            zip(expected, Self.shares(of: expected.count)), uniquingKeysWith: { first, _ in first })
        for option in exercise.options {
            let fraction: String
            switch key[option.code].standing {
            case .expected: fraction = shares[option.code] ?? "0"
            case .wrong: fraction = "-\(Self.grade(of: max(1, expected.count * 2)))"
            case .open: fraction = "-\(Self.grade(of: max(1, expected.count * 4)))"
            case .partly, .neutral: fraction = "0"
            }
            xml.element("answer", ["fraction": fraction, "format": "html"]) { xml in
                xml.element("text", text: CaseParagraphs.escaped(option.title[language]))
                xml.element("feedback", ["format": "html"]) { $0.element("text", text: "") }
            }
        }
    }

    /// The grades that Moodle knows, in percent; others an import refuses.
    package static let grades = [
        "100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25", "20",
        "16.66667", "14.28571", "12.5", "11.11111", "10", "5",
    ]

    /// The grades of so many right choices, which make a hundred together: an import wants no more and no less. Beyond nine
    /// they are not all alike, and beyond twenty some earn nothing, as the list has nothing below five.
    static func shares(of count: Int) -> [String] {
        guard count > 9 else { return Array(repeating: grade(of: count), count: count) }
        let large = max(0, 20 - count)
        let small = max(0, min(count, 20) - large)
        return Array(repeating: "10", count: large) + Array(repeating: "5", count: small)
            + Array(repeating: "0", count: count - large - small)
    }

    /// The grade of which so many make a hundred; where there is none, the least of the list.
    private static func grade(of count: Int) -> String {
        let parts = [
            1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5", 9: "11.11111",
            10: "10",
        ]
        return parts[count] ?? "5"
    }
}
