/// How far an explanation goes before it counts what is left.
///
///     ExplanationDepth.usual          // findings behind findings behind findings, five of each kind
///     ExplanationDepth(levels: 4)     // one further
///     ExplanationDepth.all
package struct ExplanationDepth: Sendable {
    /// How deep findings that others rest on are explained in turn; 0: only the finding that was asked for.
    package let levels: Int
    /// So many are shown of each kind: findings behind a rule, facts in a sentence, rules; `nil`: all.
    package let most: Int?
    /// Every way in which a rule concludes a finding, not one of each rule.
    package let showsEachWay: Bool
    /// How many rules are shown that could have concluded a finding that is not there; of findings behind it the nearest.
    package let nearest: Int?

    package init(levels: Int) {
        self.init(levels: levels, most: 5, nearest: 3, showsEachWay: false)
    }

    private init(levels: Int, most: Int?, nearest: Int?, showsEachWay: Bool) {
        self.levels = levels
        self.most = most
        self.nearest = nearest
        self.showsEachWay = showsEachWay
    }

    package static let usual = ExplanationDepth(levels: 2)
    package static let all = ExplanationDepth(levels: .max, most: nil, nearest: nil, showsEachWay: true)

    /// The first of a list that are shown, and how many more there are.
    func split<Element>(_ list: [Element]) -> (shown: ArraySlice<Element>, rest: Int) {
        let shown = list.prefix(most ?? .max)
        return (shown, list.count - shown.count)
    }
}
