/// Relations between ranges and points.
extension BuiltinDocumentation {
    static let ranges: [String: BuiltinDocumentation] = [
        "before": BuiltinDocumentation(
            nl: "Zegt of het eerste helemaal voor het tweede ligt.",
            en: "Says whether the first lies entirely before the second.",
            right: "before([1..5), 5)",
            wrong: #"before(1, "a")"#),
        "after": BuiltinDocumentation(
            nl: "Zegt of het eerste helemaal na het tweede ligt.",
            en: "Says whether the first lies entirely after the second.",
            right: "after(12, [1..10])",
            wrong: #"after(1, "a")"#),
        "meets": BuiltinDocumentation(
            nl: "Zegt of het tweede bereik begint waar het eerste eindigt.",
            en: "Says whether the second range starts where the first ends.",
            right: "meets([1..5], [5..10])",
            wrong: #"meets([1..5], "a")"#),
        "met by": BuiltinDocumentation(
            nl: "Zegt of het eerste bereik begint waar het tweede eindigt.",
            en: "Says whether the first range starts where the second ends.",
            right: "met by([5..10], [1..5])",
            wrong: #"met by([1..5], "a")"#),
        "overlaps": BuiltinDocumentation(
            nl: "Zegt of twee bereiken iets gemeen hebben.",
            en: "Says whether two ranges have something in common.",
            right: "overlaps([1..5], [3..8])",
            wrong: #"overlaps([1..5], ["a".."c"])"#),
        "overlaps before": BuiltinDocumentation(
            nl: "Zegt of het eerste bereik eerder begint en in het tweede eindigt.",
            en: "Says whether the first range starts earlier and ends in the second.",
            right: "overlaps before([1..5], [3..8])",
            wrong: #"overlaps before([1..5], ["a".."c"])"#),
        "overlaps after": BuiltinDocumentation(
            nl: "Zegt of het eerste bereik in het tweede begint en later eindigt.",
            en: "Says whether the first range starts in the second and ends later.",
            right: "overlaps after([3..8], [1..5])",
            wrong: #"overlaps after([3..8], ["a".."c"])"#),
        "finishes": BuiltinDocumentation(
            nl: "Zegt of het eerste in het tweede ligt en tegelijk eindigt.",
            en: "Says whether the first lies in the second and ends with it.",
            right: "finishes([5..10], [1..10])",
            wrong: #"finishes("a", [1..10])"#),
        "finished by": BuiltinDocumentation(
            nl: "Zegt of het tweede in het eerste ligt en tegelijk eindigt.",
            en: "Says whether the second lies in the first and ends with it.",
            right: "finished by([1..10], 10)",
            wrong: #"finished by([1..10], "a")"#),
        "includes": BuiltinDocumentation(
            nl: "Zegt of het tweede helemaal in het eerste ligt.",
            en: "Says whether the second lies entirely in the first.",
            right: "includes([1..10], [4..6])",
            wrong: #"includes([1..10], "a")"#),
        "during": BuiltinDocumentation(
            nl: "Zegt of het eerste helemaal in het tweede ligt.",
            en: "Says whether the first lies entirely in the second.",
            right: "during(5, [1..10])",
            wrong: #"during("a", [1..10])"#),
        "starts": BuiltinDocumentation(
            nl: "Zegt of het eerste in het tweede ligt en tegelijk begint.",
            en: "Says whether the first lies in the second and starts with it.",
            right: "starts([1..5], [1..10])",
            wrong: #"starts("a", [1..10])"#),
        "started by": BuiltinDocumentation(
            nl: "Zegt of het tweede in het eerste ligt en tegelijk begint.",
            en: "Says whether the second lies in the first and starts with it.",
            right: "started by([1..10], 1)",
            wrong: #"started by([1..10], "a")"#),
        "coincides": BuiltinDocumentation(
            nl: "Zegt of twee bereiken of punten hetzelfde zijn.",
            en: "Says whether two ranges or points are the same.",
            right: "coincides([1..5], [1..5])",
            wrong: #"coincides([1..5], "a")"#),
    ]
}
