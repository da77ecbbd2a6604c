/// Functions that make one value of a list.
extension BuiltinDocumentation {
    static let aggregates: [String: BuiltinDocumentation] = [
        "count": BuiltinDocumentation(
            nl: "Telt de leden van een lijst.",
            en: "Counts the members of a list.",
            right: "count([1, 2, 3]) = 3",
            wrong: "count(null)"),
        "min": BuiltinDocumentation(
            nl: "Geeft het kleinste lid.",
            en: "Gives the least member.",
            right: "min(3, 1, 2) = 1",
            wrong: #"min([1, "a"])"#),
        "max": BuiltinDocumentation(
            nl: "Geeft het grootste lid.",
            en: "Gives the greatest member.",
            right: #"max(["a", "c", "b"]) = "c""#,
            wrong: #"max([1, "a"])"#),
        "sum": BuiltinDocumentation(
            nl: "Telt de leden op.",
            en: "Adds the members.",
            right: "sum([1, 2, 3]) = 6",
            wrong: #"sum([1, "a"])"#),
        "mean": BuiltinDocumentation(
            nl: "Geeft het gemiddelde.",
            en: "Gives the mean.",
            right: "mean([1, 2, 6]) = 3",
            wrong: #"mean([1, "a"])"#),
        "product": BuiltinDocumentation(
            nl: "Vermenigvuldigt de leden.",
            en: "Multiplies the members.",
            right: "product([2, 3, 4]) = 24",
            wrong: #"product([2, "a"])"#),
        "median": BuiltinDocumentation(
            nl: "Geeft het middelste lid, of het gemiddelde van de middelste twee.",
            en: "Gives the middle member, or the mean of the middle two.",
            right: "median([6, 1, 2, 3]) = 2.5",
            wrong: #"median([1, "a"])"#),
        "stddev": BuiltinDocumentation(
            nl: "Geeft de standaardafwijking van een steekproef.",
            en: "Gives the standard deviation of a sample.",
            right: "stddev([47]) = null and stddev([1, 3]) > 1.4",
            wrong: #"stddev([1, "a"])"#),
        "mode": BuiltinDocumentation(
            nl: "Geeft de getallen die het vaakst voorkomen.",
            en: "Gives the numbers that occur most often.",
            right: "mode([6, 3, 9, 6, 6, 3, 3]) = [3, 6]",
            wrong: #"mode([1, "a"])"#),
    ]
}
