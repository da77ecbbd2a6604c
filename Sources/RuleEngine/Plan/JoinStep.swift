/// One step of a join order: a condition, and how the facts that meet it are found.
struct JoinStep: Sendable {
    /// How the facts of a pattern are found.
    enum Access: Sendable {
        /// By its own constraints; any other condition is tried.
        case matched
        /// It is the given fact.
        case given
        /// By the value that another pattern, bound before, wants a key field to have.
        case sought(key: Int, pattern: Int, field: Rule.FieldReference)
    }

    let position: Int
    let access: Access
    /// The patterns whose constraints can be tried once this step is done.
    let completes: [Int]
}
