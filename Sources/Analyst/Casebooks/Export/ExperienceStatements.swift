import RuleEngine

/// Results as statements of the Experience API, version 1.0.3: for each trainee who handed in, one for each exercise and one
/// for the case.
///
/// A trainee is an account by pseudonym, at a host that no one has (RFC 2606): a pseudonym is known to its trainer alone.
struct ExperienceStatements {
    private let results: [TrainingResult]
    private let prepared: PreparedCase

    init(_ results: [TrainingResult], of prepared: PreparedCase) {
        self.results = results.filter { $0.answers.attempts > 0 }
        self.prepared = prepared
    }

    private static let home = "https://analyst.invalid"
    private static let verbs = "http://adlnet.gov/expapi/verbs"
    private static let types = "http://adlnet.gov/expapi/activities"

    /// A list of statements.
    var json: String {
        JSONText.array(
            results.flatMap { result -> [JSONText] in
                let mark = prepared.mark(result.answers)
                let parts = mark.parts.map { part in
                    statement(
                        of: result, "answered", activity(part.exercise, part.title, "cmi.interaction"), part.points,
                        part.maximum, success: nil, isComplete: !part.isWaiting)
                }
                let verb = mark.isWaiting && !mark.isPass ? "completed" : mark.isPass ? "passed" : "failed"
                let whole = statement(
                    of: result, verb, activity(nil, prepared.case.title, "assessment"), mark.points, mark.maximum,
                    success: verb == "completed" ? nil : mark.isPass, isComplete: true)
                return parts + [whole]
            }
        ).text
    }

    private func statement(
        of result: TrainingResult, _ verb: String, _ object: JSONText, _ points: Points, _ maximum: Points,
        success: Bool?, isComplete: Bool
    ) -> JSONText {
        let scaled = points.number.divided(by: maximum.number)?.rounded(toScale: 4, rule: .halfEven) ?? .zero
        let outcome: [(name: String, value: JSONText)] =
            [
                (
                    "score",
                    .object([
                        ("scaled", .number(scaled.normalizedDescription)), ("raw", points.json),
                        ("min", .number("0")), ("max", maximum.json),
                    ])
                )
            ] + (success.map { [("success", .bool($0))] } ?? []) + [("completion", .bool(isComplete))]
        let actor = JSONText.object([
            ("objectType", .string("Agent")),
            ("account", .object([("homePage", .string(Self.home)), ("name", .string(result.pseudonym))])),
        ])
        let name = JSONText.object([("en", .string(verb))])
        return .object(
            [
                ("actor", actor),
                ("verb", .object([("id", .string("\(Self.verbs)/\(verb)")), ("display", name)])),
                ("object", object), ("result", .object(outcome)),
            ] + (result.changed.map { [("timestamp", .string($0))] } ?? []))
    }

    private func activity(_ exercise: String?, _ title: LocalizedText, _ type: String) -> JSONText {
        let path = (["casebooks", prepared.book.id, prepared.case.id] + [exercise].compactMap { $0 })
            .joined(separator: "/")
        let names = JSONText.object(Language.allCases.map { ($0.rawValue, .string(title[$0])) })
        return .object([
            ("objectType", .string("Activity")), ("id", .string("\(Self.home)/\(path)")),
            ("definition", .object([("name", names), ("type", .string("\(Self.types)/\(type)"))])),
        ])
    }
}
