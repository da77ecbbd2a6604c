/// Functions of texts. A regular expression stands in quotes as it is: its signs have no shorter meaning in words.
extension CallWording {
    static let strings: [String: [CallWording]] = [
        "substring": [
            CallWording(nl: "het deel van {0} vanaf teken {1}", en: "the part of {0} from character {1}"),
            CallWording(
                nl: "het deel van {0} vanaf teken {1} met {2|teken|tekens}",
                en: "the part of {0} from character {1} of {2|character|characters}"),
        ],
        "string length": [CallWording(nl: "het aantal tekens van {0}", en: "the number of characters of {0}")],
        "upper case": [CallWording(nl: "{0} in hoofdletters", en: "{0} in capitals")],
        "lower case": [CallWording(nl: "{0} in kleine letters", en: "{0} in small letters")],
        "substring before": [CallWording(nl: "het deel van {0} vóór {1}", en: "the part of {0} before {1}")],
        "substring after": [CallWording(nl: "het deel van {0} na {1}", en: "the part of {0} after {1}")],
        "contains": [
            CallWording(
                nl: "{0} bevat de tekst {1}", not: "{0} bevat niet de tekst {1}", en: "{0} contains the text {1}",
                not: "{0} does not contain the text {1}")
        ],
        "starts with": [
            CallWording(
                nl: "{0} begint met {1}", not: "{0} begint niet met {1}", en: "{0} starts with {1}",
                not: "{0} does not start with {1}")
        ],
        "ends with": [
            CallWording(
                nl: "{0} eindigt op {1}", not: "{0} eindigt niet op {1}", en: "{0} ends with {1}",
                not: "{0} does not end with {1}")
        ],
        "string join": [
            CallWording(nl: "de teksten van {0} achter elkaar", en: "the texts of {0} one after the other"),
            CallWording(nl: "de teksten van {0} met {1} ertussen", en: "the texts of {0} with {1} between them"),
        ],
        "matches": [
            CallWording(
                nl: "{0} past bij het patroon {1}", not: "{0} past niet bij het patroon {1}",
                en: "{0} matches the pattern {1}", not: "{0} does not match the pattern {1}"),
            CallWording(
                nl: "{0} past bij het patroon {1} met de vlaggen {2}",
                not: "{0} past niet bij het patroon {1} met de vlaggen {2}",
                en: "{0} matches the pattern {1} with the flags {2}",
                not: "{0} does not match the pattern {1} with the flags {2}"),
        ],
        "replace": [
            CallWording(
                nl: "{0} met {2} in plaats van wat past bij het patroon {1}",
                en: "{0} with {2} in place of what matches the pattern {1}"),
            CallWording(
                nl: "{0} met {2} in plaats van wat past bij het patroon {1} met de vlaggen {3}",
                en: "{0} with {2} in place of what matches the pattern {1} with the flags {3}"),
        ],
        "split": [
            CallWording(
                nl: "de stukken van {0} tussen wat past bij het patroon {1}",
                en: "the pieces of {0} between what matches the pattern {1}")
        ],
    ]
}
