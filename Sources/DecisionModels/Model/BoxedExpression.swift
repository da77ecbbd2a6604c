package import RuleEngine

/// An expression in boxes (DMN 1.5, chapter 10.2).
package indirect enum BoxedExpression: Sendable {
    case literal(Literal)
    case table(Table)
    case context(Context)
    case invocation(Invocation)
    case function(Function)
    case conditional(condition: BoxedExpression?, then: BoxedExpression?, otherwise: BoxedExpression?, Header)
    case iteration(Iteration)
    case filter(list: BoxedExpression?, match: BoxedExpression?, Header)
    case list([BoxedExpression], Header)
    case relation(Relation)

    /// What all kinds have: a type where one is written, and a place.
    package struct Header: Sendable {
        package let type: TypeReference?
        package let span: SourceSpan
    }

    package struct Literal: Sendable {
        package let header: Header
        package let text: ModelText
        /// The language, where it is not FEEL.
        package let language: Located<String>?
        /// The expression is to be imported from elsewhere.
        package let isImported: Bool
    }

    package struct Table: Sendable {
        package let header: Header
        package let policy: DecisionTable.HitPolicy?
        /// The policy as written, where it is none.
        package let unknownPolicy: Located<String>?
        package let inputs: [Input]
        package let outputs: [Output]
        package let rules: [Rule]

        package struct Input: Sendable {
            package let expression: ModelText?
            package let type: TypeReference?
            package let allowed: ModelText?
            package let label: String?
            package let span: SourceSpan
        }

        package struct Output: Sendable {
            package let name: String
            package let type: TypeReference?
            package let allowed: ModelText?
            package let whenNone: ModelText?
            package let label: String?
            package let span: SourceSpan
        }

        package struct Rule: Sendable {
            package let tests: [ModelText]
            package let outputs: [ModelText]
            package let note: String?
            package let span: SourceSpan
        }
    }

    package struct Context: Sendable {
        package let header: Header
        package let entries: [Entry]

        package struct Entry: Sendable {
            /// `nil` for the entry that is the result.
            package let name: Located<String>?
            package let type: TypeReference?
            package let value: BoxedExpression?
        }
    }

    package struct Invocation: Sendable {
        package let header: Header
        package let callee: BoxedExpression?
        package let bindings: [Binding]

        package struct Binding: Sendable {
            package let name: Located<String>
            package let type: TypeReference?
            package let value: BoxedExpression?
        }
    }

    package struct Function: Sendable {
        package let header: Header
        package let parameters: [Parameter]
        /// Java or PMML, where it is not FEEL.
        package let foreignKind: Located<String>?
        package let body: BoxedExpression?

        package struct Parameter: Sendable {
            package let name: Located<String>
            package let type: TypeReference?
        }
    }

    package struct Iteration: Sendable {
        package enum Kind: String, Sendable { case `for`, some, every }

        package let header: Header
        package let kind: Kind
        package let variable: Located<String>
        package let list: BoxedExpression?
        package let body: BoxedExpression?
    }

    package struct Relation: Sendable {
        package let header: Header
        package let columns: [String]
        package let rows: [[BoxedExpression]]
    }

    package var header: Header {
        switch self {
        case .literal(let literal): literal.header
        case .table(let table): table.header
        case .context(let context): context.header
        case .invocation(let invocation): invocation.header
        case .function(let function): function.header
        case .iteration(let iteration): iteration.header
        case .relation(let relation): relation.header
        case .conditional(_, _, _, let header), .filter(_, _, let header), .list(_, let header): header
        }
    }

    /// The name of the element in a model.
    package var kind: String {
        switch self {
        case .literal: "literalExpression"
        case .table: "decisionTable"
        case .context: "context"
        case .invocation: "invocation"
        case .function: "functionDefinition"
        case .conditional: "conditional"
        case .iteration(let iteration): iteration.kind.rawValue
        case .filter: "filter"
        case .list: "list"
        case .relation: "relation"
        }
    }
}
