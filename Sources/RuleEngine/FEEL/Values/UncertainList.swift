/// A list of which it is not known exactly what it holds. Order says nothing when a member is not certain.
///
/// It comes out of expressions over unknown inputs; its `description` shows the members, those that may be missing with
/// a question mark: `list(1, 2?, …)`.
public struct UncertainList: Hashable, Sendable {
    /// A place in the list, and what is known of the value there.
    package struct Member: Hashable, Sendable {
        package let value: ValueSet
        /// `false`: the member may be missing.
        package let certain: Bool

        package init(_ value: ValueSet, certain: Bool) {
            self.value = value
            self.certain = certain
        }
    }

    package let members: [Member]
    /// Any number of further members, of which nothing is known, may be there ("perhaps others").
    package let open: Bool
    /// The list was made distinct: equal values count once.
    package let distinct: Bool
    /// The members may stand in any order, even when all of them are certain.
    package let unordered: Bool

    package init(
        members: [Member], open: Bool = false, distinct: Bool = false, unordered: Bool = false
    ) {
        self.members = members
        self.open = open
        self.distinct = distinct
        self.unordered = unordered
    }
}
