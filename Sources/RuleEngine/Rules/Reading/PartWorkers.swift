/// Whoever does work that comes in parts of which none depends on another: one part after the other, or several at once.
///
/// The engine starts no threads itself; who has them hands them in. The result is the same.
package protocol PartWorkers: Sendable {
    /// What a function makes of each item, in their order.
    func map<Item: Sendable, Result: Sendable>(_ items: [Item], _ body: @Sendable (Item) -> Result) -> [Result]
}

/// One part after the other.
package struct OneWorker: PartWorkers {
    /// Nothing to choose.
    package init() {}

    /// What a function makes of each item, in their order.
    package func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ body: @Sendable (Item) -> Result
    ) -> [Result] {
        items.map { body($0) }
    }
}
