/// Functions of lists. Positions count from 1, from the end when negative.
extension BuiltinDocumentation {
    static let lists: [String: BuiltinDocumentation] = [
        "list contains": BuiltinDocumentation(
            nl: "Zegt of een lijst een waarde bevat.",
            en: "Says whether a list holds a value.",
            right: "list contains([1, 2, null], null)",
            wrong: "list contains(null, 1)"),
        "index of": BuiltinDocumentation(
            nl: "Geeft de plaatsen waar een waarde staat.",
            en: "Gives the positions of a value.",
            right: "index of([1, 2, 3, 2], 2) = [2, 4]",
            wrong: "index of(null, 1)"),
        "append": BuiltinDocumentation(
            nl: "Zet waarden achter een lijst.",
            en: "Puts values behind a list.",
            right: "append([1], 2, 3) = [1, 2, 3]",
            wrong: "append([1])"),
        "concatenate": BuiltinDocumentation(
            nl: "Zet lijsten achter elkaar.",
            en: "Puts lists one after the other.",
            right: "concatenate([1, 2], [3]) = [1, 2, 3]",
            wrong: "concatenate()"),
        "union": BuiltinDocumentation(
            nl: "Zet lijsten achter elkaar, elke waarde één keer.",
            en: "Puts lists one after the other, each value once.",
            right: "union([1, 2], [2, 3]) = [1, 2, 3]",
            wrong: "union()"),
        "distinct values": BuiltinDocumentation(
            nl: "Geeft elke waarde van een lijst één keer.",
            en: "Gives each value of a list once.",
            right: "distinct values([1, 2, 1]) = [1, 2]",
            wrong: "distinct values(null)"),
        "flatten": BuiltinDocumentation(
            nl: "Maakt van lijsten in lijsten één lijst.",
            en: "Makes one list of lists in lists.",
            right: "flatten([[1, 2], [[3]], 4]) = [1, 2, 3, 4]",
            wrong: "flatten(null)"),
        "reverse": BuiltinDocumentation(
            nl: "Keert de volgorde om.",
            en: "Turns the order around.",
            right: "reverse([1, 2, 3]) = [3, 2, 1]",
            wrong: "reverse(null)"),
        "sublist": BuiltinDocumentation(
            nl: "Geeft een deel van een lijst.",
            en: "Gives a part of a list.",
            right: "sublist([4, 5, 6], 1, 2) = [4, 5]",
            wrong: "sublist([4, 5, 6], 4)"),
        "insert before": BuiltinDocumentation(
            nl: "Zet een waarde vóór een plaats in een lijst.",
            en: "Puts a value before a position of a list.",
            right: "insert before([1, 3], 1, 2) = [2, 1, 3]",
            wrong: "insert before([1, 3], 5, 2)"),
        "remove": BuiltinDocumentation(
            nl: "Haalt de waarde op een plaats weg.",
            en: "Takes away the value at a position.",
            right: "remove([1, 2, 3], 2) = [1, 3]",
            wrong: "remove([1, 2, 3], 4)"),
        "list replace": BuiltinDocumentation(
            nl: "Vervangt de waarde op een plaats, of alle waarden waarvoor een functie true geeft.",
            en: "Replaces the value at a position, or all values for which a function gives true.",
            right: "list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5) = [5, 5, 7, 8]",
            wrong: "list replace([2, 4], 3, 5)"),
        "sort": BuiltinDocumentation(
            nl: "Sorteert een lijst: van laag naar hoog, of met een functie die zegt wat voorgaat.",
            en: "Sorts a list: from low to high, or with a function that says what goes first.",
            right: "sort([3, 1, 4], function(x, y) x > y) = [4, 3, 1]",
            wrong: #"sort([3, "a"])"#),
    ]
}
