package import Dispatch
import Synchronization

/// Work that may take long, done one piece after another on a queue of its own, so that whoever asks for pages meanwhile does
/// not wait for it. Who asks waits for a moment; what is not done by then is asked for again, and found.
package final class WorkDesk<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        var value: Value?
        /// Larger for what was used later.
        var use: Int
        let subject: String
        let isStopped: Flag
    }

    private final class Flag: Sendable {
        let isSet = Mutex(false)
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var uses = 0
    }

    private let state = Mutex(State())
    private let queue: DispatchQueue
    private let most: Int

    /// - Parameter most: so many results are kept, those that were used last.
    package init(on queue: DispatchQueue, most: Int) {
        self.queue = queue
        self.most = most
    }

    /// What comes out of a piece of work; `nil` while it is not done.
    ///
    /// - Parameters:
    ///   - subject: of earlier work on the same subject nobody waits for the end.
    ///   - work: is told when it may stop, and then gives anything.
    package func value(
        _ key: Key, subject: String, _ work: @escaping @Sendable (_ isStopped: @escaping @Sendable () -> Bool) -> Value
    ) async -> Value? {
        begin(key, subject, work)
        for _ in 0..<Self.looks {
            if let value = found(key) { return value }
            do {
                try await Task.sleep(for: .milliseconds(Self.pause))
            } catch {
                // Whoever asked has left.
                return nil
            }
        }
        return found(key)
    }

    /// Together less than a second.
    private static var looks: Int { 40 }
    private static var pause: Int { 20 }

    private func found(_ key: Key) -> Value? {
        state.withLock { state in
            state.uses += 1
            state.entries[key]?.use = state.uses
            return state.entries[key]?.value
        }
    }

    private func begin(
        _ key: Key, _ subject: String,
        _ work: @escaping @Sendable (_ isStopped: @escaping @Sendable () -> Bool) -> Value
    ) {
        let flag = Flag()
        let isNew = state.withLock { state in
            guard state.entries[key] == nil else { return false }
            for (other, entry) in state.entries where entry.subject == subject && entry.value == nil {
                entry.isStopped.isSet.withLock { $0 = true }
                state.entries[other] = nil
            }
            state.uses += 1
            state.entries[key] = Entry(value: nil, use: state.uses, subject: subject, isStopped: flag)
            let done = state.entries.filter { $0.value.value != nil }
            if done.count >= most, let oldest = done.min(by: { $0.value.use < $1.value.use })?.key {
                state.entries[oldest] = nil
            }
            return true
        }
        guard isNew else { return }
        queue.async {
            let isStopped: @Sendable () -> Bool = { flag.isSet.withLock { $0 } }
            guard !isStopped() else { return }
            let value = work(isStopped)
            self.state.withLock { state in
                // What was stopped is not what was asked for.
                if !isStopped(), state.entries[key]?.isStopped === flag { state.entries[key]?.value = value }
            }
        }
    }
}
