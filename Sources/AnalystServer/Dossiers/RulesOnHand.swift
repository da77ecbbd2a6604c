package import Analyst
import Synchronization

/// The rules, which are read while the server already answers, and the recipes of tables that lie beside them.
package final class RulesOnHand: Sendable {
    package enum State: Sendable {
        case reading
        case ready(CompiledRules)
        case unusable(BadInput)
    }

    private struct Content {
        var state: State
        var recipes: ImportRecipes?
    }

    private let current: Mutex<Content>

    package init(_ state: State = .reading, recipes: ImportRecipes? = nil) {
        current = Mutex(Content(state: state, recipes: recipes))
    }

    package var state: State { current.withLock { $0.state } }

    /// `nil` until the rules are read, and where they come without files.
    package var recipes: ImportRecipes? { current.withLock { $0.recipes } }

    package func put(_ new: State, recipes: ImportRecipes? = nil) {
        current.withLock { $0 = Content(state: new, recipes: recipes) }
    }
}
