/// Functions of true and false; `not` has no wording of its own, for it turns that of its operand around.
extension CallWording {
    static let boolean: [String: [CallWording]] = [
        "is": [
            CallWording(
                nl: "{0} is precies hetzelfde als {1}", not: "{0} is niet precies hetzelfde als {1}",
                en: "{0} is the very same as {1}", not: "{0} is not the very same as {1}")
        ],
        "all": [
            CallWording(
                nl: "dit is allemaal waar: {*}", not: "dit is niet allemaal waar: {*}", en: "all of this is true: {*}",
                not: "not all of this is true: {*}")
        ],
        "any": [
            CallWording(
                nl: "minstens één hiervan is waar: {*}", not: "niets hiervan is waar: {*}",
                en: "at least one of this is true: {*}", not: "none of this is true: {*}")
        ],
        RuleFunctions.known: [
            CallWording(
                nl: "{0} is bekend", not: "{0} is niet bekend", en: "{0} is known", not: "{0} is not known",
                tellsValues: false)
        ],
    ]
}
