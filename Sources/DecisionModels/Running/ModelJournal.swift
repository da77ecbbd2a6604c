import RuleEngine
import Synchronization

/// What goes wrong in a run, and how much is done in it, so that no model runs without end.
///
/// One program runs in one thread at a time.
final class ModelJournal: Sendable {
    /// Tables and services inside each other: each begins a new evaluation on the stack.
    static let levelLimit = 24
    /// Tables and services that one question may run.
    static let callLimit = 1_000_000
    /// Notes beyond this number add nothing for a reader.
    private static let noteLimit = 64

    struct State {
        var level = 0
        var calls = 0
        var notes: [ModelNote] = []
        /// The element that is being worked out.
        var owner = ""
    }

    private let state = Mutex(State())

    func begin() {
        state.withLock { state in
            state.calls = 0
            state.notes = []
        }
    }

    var notes: [ModelNote] { state.withLock(\.notes) }

    /// Names the element that is worked out; gives the one before.
    func enter(_ owner: String) -> String {
        state.withLock { state in
            let before = state.owner
            state.owner = owner
            return before
        }
    }

    func note(_ message: LocalizedText, at span: SourceSpan?) {
        state.withLock { state in
            let note = ModelNote(message: message, span: span, element: state.owner)
            if state.notes.count < Self.noteLimit, !state.notes.contains(note) { state.notes.append(note) }
        }
    }

    /// Runs something that begins an evaluation inside another one; null where that goes too deep or on for too long.
    func inside(_ body: () -> FEELValue) -> FEELValue {
        let mayRun = state.withLock { state in
            guard state.level < Self.levelLimit, state.calls < Self.callLimit else { return false }
            state.level += 1
            state.calls += 1
            return true
        }
        guard mayRun else {
            note(.tooDeep, at: nil)
            return .null
        }
        let result = body()
        state.withLock { $0.level -= 1 }
        return result
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let tooDeep = LocalizedText(
        nl:
            "tabellen en services roepen elkaar meer dan \(ModelJournal.levelLimit) keer in elkaar aan, of meer dan \(ModelJournal.callLimit) keer in één vraag; verder wordt niet gerekend",
        en:
            "tables and services call each other more than \(ModelJournal.levelLimit) times inside each other, or more than \(ModelJournal.callLimit) times in one question; nothing is worked out beyond that"
    )
}
