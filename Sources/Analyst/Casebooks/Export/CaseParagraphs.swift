import RuleEngine

/// The text of a case and the questions as HTML without any style, for learning environments.
struct CaseParagraphs {
    private let prepared: PreparedCase
    private let language: Language

    init(_ prepared: PreparedCase, _ language: Language) {
        self.prepared = prepared
        self.language = language
    }

    /// All stages, passage by passage.
    var html: String {
        prepared.case.stages.map { stage in
            "<h3>\(Self.escaped(stage.title[language]))</h3>"
                + stage.passages.map { passage in
                    let text = PassageText(passage, in: prepared.world, language)
                    let lines = text.figures + text.voices
                    let list = lines.isEmpty ? "" : "<ul>\(lines.map { "<li>\(Self.escaped($0))</li>" }.joined())</ul>"
                    return text.paragraphs.map { "<p>\(Self.escaped($0))</p>" }.joined() + list
                        + (text.origin.map { "<p>\(Self.escaped($0))</p>" } ?? "")
                }.joined()
        }.joined()
    }

    /// The question of an exercise with what is to be read with it.
    static func html(of exercise: Exercise, _ language: Language) -> String {
        let lines = exercise.material.map { line in
            let text = line.code.isEmpty ? line.text[language] : "\(line.code). \(line.text[language])"
            return "<p>\(escaped(text))</p>"
        }
        return "<p>\(escaped(exercise.question[language]))</p>" + lines.joined()
    }

    /// A text as HTML has it.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

/// A line of an exercise of which one of several options is right, or none.
struct ChoiceLine {
    let code: String
    let title: String
    /// What is right, in words.
    let answer: String
    /// The codes of the options, and which are right.
    let options: [(code: String, title: String, isRight: Bool)]

    static func all(of exercise: Exercise, _ language: Language) -> [ChoiceLine] {
        let key = exercise.key()
        var order: [String] = []
        var members: [String: [ExerciseOption]] = [:]
        for option in exercise.options {
            let choice = option.choice ?? option.code
            if members[choice] == nil { order.append(choice) }
            members[choice, default: []].append(option)
        }
        return order.map { choice in
            let own = members[choice] ?? []
            let group = own.first?.group?[language] ?? choice
            let options = own.map { option in
                (
                    code: option.code, title: shortened(option.title[language], group),
                    isRight: key[option.code].standing == .expected
                )
            }
            return ChoiceLine(
                code: choice, title: group,
                answer: options.first { $0.isRight }?.title ?? LocalizedText.noneOfThese[language],
                options: options)
        }
    }

    /// What stands behind the colon: the line itself stands beside it.
    private static func shortened(_ title: String, _ group: String) -> String {
        guard let colon = title.lastIndex(of: ":") else { return title }
        return String(title[title.index(after: colon)...].drop { $0 == " " })
    }
}

// MARK: - Wordings

extension LocalizedText {
    /// That nothing is the matter with a line.
    static let noneOfThese = LocalizedText(nl: "niets van dit alles", en: "none of these")
}
