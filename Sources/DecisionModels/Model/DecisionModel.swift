package import RuleEngine

/// A decision model (DMN 1.1 to 1.5) as it stands in its file; references are not followed yet.
package struct DecisionModel: Sendable {
    package let file: SourceFile
    package let name: Located<String>
    package let namespace: String
    /// 1.1, 1.5, …
    package let version: String
    package internal(set) var imports: [Import] = []
    package internal(set) var itemDefinitions: [ItemDefinition] = []
    /// Input data, decisions, business knowledge models and decision services, in the order of the file.
    package internal(set) var elements: [Element] = []

    /// Another model whose elements this one uses, by a name of its own.
    package struct Import: Sendable {
        /// What elements of the other model are called by: `name.element`; may be empty.
        package let name: String
        package let namespace: Located<String>
        /// Where the file says that the other model is.
        package let location: Located<String>?
        package let span: SourceSpan
    }

    /// A part of a requirements diagram: something with a name that others can require.
    package struct Element: Sendable {
        package let id: String
        package let name: Located<String>
        /// The type of its variable.
        package let type: TypeReference?
        package let content: Content

        package var isDecision: Bool { if case .decision = content { true } else { false } }
        package var isInput: Bool { if case .input = content { true } else { false } }

        /// What it requires: data, decisions and knowledge.
        package var requirements: [Reference] {
            switch content {
            case .input: []
            case .decision(let decision): decision.requirements
            case .knowledge(let knowledge): knowledge.requirements
            case .service(let service): service.inputData + service.inputDecisions
            }
        }
    }

    /// What an element is.
    package enum Content: Sendable {
        case input
        case decision(Decision)
        case knowledge(Knowledge)
        case service(Service)
    }

    package struct Decision: Sendable {
        package let question: String
        package let requirements: [Reference]
        package let logic: BoxedExpression?
    }

    /// A business knowledge model: a function that decisions call.
    package struct Knowledge: Sendable {
        package let requirements: [Reference]
        package let function: BoxedExpression.Function?
        package let functionType: TypeReference?
    }

    /// A decision service: decisions as a function of input data and other decisions (DMN 1.5, 10.4).
    package struct Service: Sendable {
        package let outputs: [Reference]
        package let encapsulated: [Reference]
        package let inputDecisions: [Reference]
        package let inputData: [Reference]
    }

    /// `href`: the id of an element here or, behind a namespace, in another model.
    package struct Reference: Hashable, Sendable {
        package let namespace: String
        package let id: String
        package let span: SourceSpan
    }
}

/// A type that a model names, in one of the many ways in which models do.
package struct TypeReference: Hashable, Sendable {
    /// As it is written.
    package let text: String
    /// What a prefix such as `feel:` or `tns:` stands for; `nil` without one.
    package let namespace: String?
    package let span: SourceSpan

    /// Without prefix.
    package var name: String { namespace == nil ? text : text.localName }
}

/// A type with a name (DMN 1.5, 7.3.2).
package struct ItemDefinition: Sendable {
    package let name: Located<String>
    package let base: TypeReference?
    package let components: [ItemDefinition]
    package let function: FunctionItem?
    package let isCollection: Bool
    /// What a value, or each member of a collection, may be.
    package let allowed: ModelText?
    /// What the value as a whole may be (DMN 1.5).
    package let constraint: ModelText?

    package struct FunctionItem: Sendable {
        package let parameters: [TypeReference?]
        package let result: TypeReference?
    }
}
