package import Analyst
import Synchronization

/// The rules, which are read while the server already answers.
package final class RulesOnHand: Sendable {
    package enum State: Sendable {
        case reading
        case ready(CompiledRules)
        case unusable(BadInput)
    }

    private let current: Mutex<State>

    package init(_ state: State = .reading) {
        current = Mutex(state)
    }

    package var state: State { current.withLock { $0 } }

    package func put(_ new: State) { current.withLock { $0 = new } }
}
