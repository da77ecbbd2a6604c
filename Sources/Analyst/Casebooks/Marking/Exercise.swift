package import RuleEngine

/// An exercise that is ready to be done: what can be picked, what the engine says, and what an answer is marked against.
package struct Exercise: Sendable {
    package let definition: ExerciseDefinition
    /// All that can be picked, in order, with what the engine says on what its model rests on.
    package let options: [ExerciseOption]
    /// What the engine says on what the trainee is given alone, in the same order.
    package let givenVerdicts: [String: ExerciseOption.Verdict]
    package let material: [ExerciseMaterial]
    /// What picks may cost together; `nil` where nothing limits them.
    package let budget: Int?
    /// By code, how many of the panel picked it.
    package let panelVotes: [String: Int]
    /// How many of the panel did this exercise.
    package let panelSize: Int
    private let places: [String: Int]
    private var keys: [ExerciseDefinition.Standard: MarkingKey] = [:]

    package var id: String { definition.id.value }
    package var title: LocalizedText { definition.title ?? definition.kind.title }
    package var question: LocalizedText { definition.question ?? definition.kind.question }
    package var maximum: Points { Points(definition.points.value) }
    package var isMarkedByTrainer: Bool { !definition.rubric.isEmpty }

    package subscript(code: String) -> ExerciseOption? { places[code].map { options[$0] } }

    init(_ definition: ExerciseDefinition, in world: CaseWorld) throws(BadInput) {
        let maker = definition.kind.maker
        let options = try maker.options(of: definition, in: world, on: world.model)
        // Only where the two differ is there anything to compare.
        let given =
            world.case.basis == .given ? options : try maker.options(of: definition, in: world, on: world.given)
        let panel = world.case.panel.compactMap { member in
            member.answers.first { $0.name.value == definition.id.value }?.value
        }
        try self.init(
            definition, options: options, given: given, panel: panel,
            material: maker.material(of: definition, in: world), budget: maker.budget(of: definition, in: world))
    }

    /// - Parameter panel: what each member picks.
    /// - Throws: lines of panel and trainer that cannot be picked.
    init(
        _ definition: ExerciseDefinition, options: [ExerciseOption], given: [ExerciseOption]? = nil,
        panel: [[Located<String>]] = [], material: [ExerciseMaterial] = [], budget: Int? = nil
    ) throws(BadInput) {
        self.definition = definition
        self.options = options
        self.material = material
        self.budget = budget
        givenVerdicts = Dictionary((given ?? options).map { ($0.code, $0.verdict) }) { first, _ in first }
        places = Dictionary(options.enumerated().map { ($1.code, $0) }) { first, _ in first }
        panelSize = panel.count
        var votes: [String: Int] = [:]
        var faults: [Diagnostic] = []
        for picks in panel {
            var seen: Set<String> = []
            for code in picks where seen.insert(code.value).inserted {
                if places[code.value] == nil { faults.append(.unknownLine(code, among: options.map(\.code))) }
                votes[code.value, default: 0] += 1
            }
        }
        panelVotes = votes
        for code in definition.departures.map(\.line) + definition.thoughts.map(\.name) where places[code.value] == nil
        {
            faults.append(.unknownLine(code, among: options.map(\.code)))
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        for standard in ExerciseDefinition.Standard.allCases { keys[standard] = MarkingKey(self, standard) }
    }

    /// What each line is worth; `nil`: by the standard that the case names.
    package func key(_ standard: ExerciseDefinition.Standard? = nil) -> MarkingKey {
        let standard = standard ?? definition.standard
        return keys[standard] ?? MarkingKey(self, standard)
    }

    package func departure(at code: String) -> ExerciseDefinition.Departure? {
        definition.departures.first { $0.line.value == code }
    }

    /// What the engine would pick: on what its model rests on, or on what is given alone. Of options that exclude each other
    /// the first.
    package func enginePicks(onGiven: Bool = false) -> [String] {
        var taken: Set<String> = []
        return options.filter { option in
            (onGiven ? givenVerdicts[option.code] : option.verdict) == .expected
        }.filter { option in
            option.choice.map { taken.insert($0).inserted } ?? true
        }.map(\.code)
    }

    /// What earns full marks by a standard, in the order of the options.
    package func modelPicks(_ standard: ExerciseDefinition.Standard) -> [String] {
        let key = key(standard)
        var taken: Set<String> = []
        return options.filter { key[$0.code].standing == .expected }.filter { option in
            option.choice.map { taken.insert($0).inserted } ?? true
        }.map(\.code)
    }
}
