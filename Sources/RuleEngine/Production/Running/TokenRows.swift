/// Partial matches as rows. A token is a match of its parent with one fact more; at a guard it is the match of the
/// parent again, with the fact that decides the guard, if any.
struct TokenRows: Sendable {
    struct Token: Sendable {
        var parent: Int32
        var node: Int32
        /// The fact of this level; for a guard the fact that decides it, negative when there is none.
        var fact: Int32
        var firstChild: Int32 = -1
        var nextSibling: Int32 = -1
        var previousSibling: Int32 = -1
        /// Other tokens of the same fact, or other guards that it decides.
        var nextOfFact: Int32 = -1
        var previousOfFact: Int32 = -1
        /// The first entry in the token indexes.
        var entries: Int32 = -1
        /// Tells a row from its later use; 0 when it is free.
        var stamp: Int32
    }

    private var rows = Rows<Token>()
    private var free: Int32 = -1
    private var nextStamp: Int32 = 1
    private(set) var count = 0

    /// To be called before a change, see `Rows`.
    mutating func own() { rows.own() }

    subscript(token: Int32) -> Token {
        @inline(__always) get { rows[token] }
        @inline(__always) set { rows[token] = newValue }
    }

    /// Adds a token as the first child of its parent.
    mutating func add(node: Int32, parent: Int32, fact: Int32) -> Int32 {
        let sibling = parent >= 0 ? rows[parent].firstChild : -1
        let token = Token(parent: parent, node: node, fact: fact, nextSibling: sibling, stamp: nextStamp)
        advanceStamp()
        count += 1
        let number: Int32
        if free >= 0 {
            number = free
            free = rows[number].parent
            rows[number] = token
        } else {
            number = Int32(rows.count)
            rows.append(token)
        }
        if sibling >= 0 { rows[sibling].previousSibling = number }
        if parent >= 0 { rows[parent].firstChild = number }
        return number
    }

    /// Makes the row look like another match.
    mutating func restamp(_ number: Int32) {
        rows[number].stamp = nextStamp
        advanceStamp()
    }

    /// A stamp comes back after two thousand million tokens; by then no agenda remembers it.
    private mutating func advanceStamp() { nextStamp = nextStamp == .max ? 1 : nextStamp + 1 }

    /// Takes a token from its parent and frees its row.
    mutating func remove(_ number: Int32) {
        let token = rows[number]
        if token.previousSibling >= 0 {
            rows[token.previousSibling].nextSibling = token.nextSibling
        } else if token.parent >= 0 {
            rows[token.parent].firstChild = token.nextSibling
        }
        if token.nextSibling >= 0 { rows[token.nextSibling].previousSibling = token.previousSibling }
        rows[number].stamp = 0
        rows[number].parent = free
        free = number
        count -= 1
    }

    /// Puts a token before the list that begins with `first`.
    mutating func link(_ number: Int32, before first: Int32) {
        rows[number].nextOfFact = first
        rows[number].previousOfFact = -1
        if first >= 0 { rows[first].previousOfFact = number }
    }

    /// Takes a token out of the list of its fact.
    ///
    /// - Returns: whether it was the first of the list; `nextOfFact` is then the new first.
    mutating func unlink(_ number: Int32) -> Bool {
        let token = rows[number]
        if token.nextOfFact >= 0 { rows[token.nextOfFact].previousOfFact = token.previousOfFact }
        guard token.previousOfFact >= 0 else { return true }
        rows[token.previousOfFact].nextOfFact = token.nextOfFact
        return false
    }

    /// Bytes in use.
    var bytes: Int { rows.bytes }
}
