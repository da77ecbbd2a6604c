/// All that advisors have written, read and checked: vocabularies, templates, sources, parameters and rules.
///
/// Immutable; every session shares it. The order of files and of rules in them never changes a result.
///
///     let reading = RuleBaseReader.read(files)
///     let network = Network(reading.ruleBase)
public struct RuleBase: Sendable {
    package let vocabularies: [Vocabulary]
    package let templates: [Template]
    /// The named values that conditions see.
    public let record: RecordSchema
    package let publications: [Publication]
    package let parameters: [Parameter]
    package let rules: [Rule]
    /// Rules in the order in which they can be decided: each group needs only groups before it.
    package let strata: [[Int]]
    /// Rule sets that are production systems of their own.
    package let productionSets: [ProductionSet]

    private let vocabularyIndices: [String: Int]
    private let templateIndices: [String: Int]
    private let parameterIndices: [String: Int]
    private let ruleIndices: [String: Int]

    init(
        vocabularies: [Vocabulary], templates: [Template], record: RecordSchema,
        publications: [Publication], parameters: [Parameter], rules: [Rule], strata: [[Int]],
        productionSets: [ProductionSet] = []
    ) {
        self.vocabularies = vocabularies
        self.templates = templates
        self.record = record
        self.publications = publications
        self.parameters = parameters
        self.rules = rules
        self.strata = strata
        self.productionSets = productionSets
        func indices(_ names: [String]) -> [String: Int] {
            Dictionary(
                names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        vocabularyIndices = indices(vocabularies.map(\.name))
        templateIndices = indices(templates.map(\.name))
        parameterIndices = indices(parameters.map(\.name))
        ruleIndices = indices(rules.map(\.name))
    }

    /// The names of all rules, in the order of files and of rules in them.
    public var ruleNames: [String] { rules.map(\.name) }
    /// The names of the kinds of fact, in the order of files.
    public var templateNames: [String] { templates.map(\.name) }
    /// The names of the rule sets that are production systems, in the order of files; `ProductionNetwork` compiles one.
    public var productionSetNames: [String] { productionSets.map(\.name) }

    package func vocabulary(_ name: String) -> Vocabulary? {
        vocabularyIndices[name].map { vocabularies[$0] }
    }

    package func templateIndex(_ name: String) -> Int? { templateIndices[name] }
    package func template(_ name: String) -> Template? { templateIndices[name].map { templates[$0] } }
    package func parameter(_ name: String) -> Parameter? {
        parameterIndex(name).map { parameters[$0] }
    }

    func parameterIndex(_ name: String) -> Int? {
        parameterIndices[name]
    }
    package func rule(_ name: String) -> Rule? { ruleIndices[name].map { rules[$0] } }
    package func productionSet(_ name: String) -> ProductionSet? {
        productionSets.first { $0.name == name }
    }
    package func publication(_ reference: String) -> Publication? {
        publications.first { $0.reference == reference }
    }

    /// The code of a vocabulary that describes a fact with this key, where there is one.
    package func code(of template: Int, key: [ValueSet]) -> Vocabulary.Term? {
        let template = templates[template]
        guard let name = template.describedBy, let vocabulary = vocabulary(name) else { return nil }
        for (field, value) in zip(template.key, key) {
            if case .code(name) = field.type, case .exactly(.string(let code)) = value {
                return vocabulary[code]
            }
        }
        return nil
    }

    /// The values that a field can have at all.
    package func domain(of type: Template.FieldType) -> ValueSet {
        switch type {
        case .code(let name):
            guard let vocabulary = vocabulary(name), vocabulary.codes.count <= ValueSet.finiteLimit,
                !vocabulary.codes.isEmpty
            else { return .anything }
            return ValueSet(oneOf: vocabulary.codes.map { .string($0.code) })
        case .codes: return .list(UncertainList(members: [], open: true, distinct: true, unordered: true))
        case .string: return .anything
        case .number: return .numbers(.all, orNull: false)
        case .boolean: return ValueSet(oneOf: [.boolean(true), .boolean(false)])
        case .values(let values): return ValueSet(oneOf: values)
        case .numbers(let interval): return .numbers(interval, orNull: false)
        }
    }
}
