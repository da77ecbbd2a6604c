extension Array {
    /// The same as `init(repeating:count:)`, for short lists in places that are passed often: that one finds out the type of
    /// the list anew at each call, which takes some ten times as long as filling it.
    init(filledWith element: Element, _ count: Int) {
        self = []
        reserveCapacity(count)
        for _ in 0..<count { append(element) }
    }
}
