/// Functions of contexts.
extension BuiltinDocumentation {
    static let contexts: [String: BuiltinDocumentation] = [
        "get value": BuiltinDocumentation(
            nl: "Geeft de waarde onder een sleutel.",
            en: "Gives the value under a key.",
            right: #"get value({naam: "Zuid"}, "naam") = "Zuid""#,
            wrong: #"get value("Zuid", "naam")"#),
        "get entries": BuiltinDocumentation(
            nl: "Geeft de sleutels en waarden als lijst.",
            en: "Gives the keys and values as a list.",
            right: #"get entries({a: 1}) = [{key: "a", value: 1}]"#,
            wrong: "get entries(1)"),
        "context": BuiltinDocumentation(
            nl: "Maakt een context van een lijst van sleutels en waarden.",
            en: "Makes a context of a list of keys and values.",
            right: #"context([{key: "a", value: 1}]) = {a: 1}"#,
            wrong: #"context([{key: "a", value: 1}, {key: "a", value: 2}])"#),
        "context put": BuiltinDocumentation(
            nl: "Zet een waarde onder een sleutel, of onder een reeks van sleutels.",
            en: "Puts a value under a key, or under a row of keys.",
            right: #"context put({x: {y: 0}}, ["x", "y"], 2) = {x: {y: 2}}"#,
            wrong: "context put({x: 1}, 5, 2)"),
        "context merge": BuiltinDocumentation(
            nl: "Voegt contexten samen; bij dezelfde sleutel geldt de laatste.",
            en: "Merges contexts; of one key the last value counts.",
            right: "context merge([{x: 1}, {x: 2, y: 0}]) = {x: 2, y: 0}",
            wrong: "context merge([{x: 1}, 2])"),
    ]
}
