import RuleEngine

/// All cores, for whoever has parts of work to hand out.
package struct AllCores: PartWorkers {
    /// Nothing to choose.
    package init() {}

    /// What a function makes of each item, in their order.
    package func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ body: @Sendable (Item) -> Result
    ) -> [Result] {
        Concurrently.map(items, body)
    }
}
