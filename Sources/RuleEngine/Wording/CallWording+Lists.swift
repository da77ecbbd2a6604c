/// Functions of lists.
extension CallWording {
    static let lists: [String: [CallWording]] = [
        "list contains": [
            CallWording(
                nl: "{1} is een lid van {0}", not: "{1} is geen lid van {0}", en: "{1} is a member of {0}",
                not: "{1} is no member of {0}")
        ],
        "index of": [CallWording(nl: "de plaatsen van {1} in {0}", en: "the positions of {1} in {0}")],
        "append": [CallWording(nl: "{0} met daarachter {*1}", en: "{0} followed by {*1}")],
        "concatenate": [CallWording(nl: "alle leden achter elkaar van {*}", en: "all members in a row of {*}")],
        "union": [
            CallWording(nl: "alle leden, elk één keer, van {*}", en: "all members, each once, of {*}")
        ],
        "distinct values": [CallWording(nl: "de verschillende waarden van {0}", en: "the distinct values of {0}")],
        "flatten": [
            CallWording(
                nl: "alle leden van {0}, ook die van lijsten daarin",
                en: "all members of {0}, those of lists in it as well")
        ],
        "reverse": [CallWording(nl: "{0} in omgekeerde volgorde", en: "{0} in reverse order")],
        "sublist": [
            CallWording(nl: "de leden van {0} vanaf plaats {1}", en: "the members of {0} from position {1}"),
            CallWording(
                nl: "de leden van {0} vanaf plaats {1}, samen {2}",
                en: "the members of {0} from position {1}, {2} in all"),
        ],
        "insert before": [
            CallWording(nl: "{0} met {2} vóór plaats {1}", en: "{0} with {2} before position {1}")
        ],
        "remove": [CallWording(nl: "{0} zonder het lid op plaats {1}", en: "{0} without the member at position {1}")],
        "list replace": [
            CallWording(
                nl: "{0} met {2} in plaats van het lid op plaats {1}",
                en: "{0} with {2} in place of the member at position {1}")
        ],
        "list replace by function": [
            CallWording(
                nl: "{0} met {2} in plaats van elk lid waarvoor {1} waar is",
                en: "{0} with {2} in place of each member for which {1} is true")
        ],
        "sort": [
            CallWording(nl: "{0}, gesorteerd van laag naar hoog", en: "{0}, sorted from low to high"),
            CallWording(
                nl: "{0}, gesorteerd; wat voorgaat zegt {1}", en: "{0}, sorted; what goes first is said by {1}"),
        ],
    ]
}
