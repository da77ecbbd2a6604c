/// Relations between ranges and points (Allen, 1983).
extension CallWording {
    static let ranges: [String: [CallWording]] = [
        "before": [
            CallWording(
                nl: "{0} ligt helemaal voor {1}", not: "{0} ligt niet helemaal voor {1}",
                en: "{0} lies entirely before {1}", not: "{0} does not lie entirely before {1}")
        ],
        "after": [
            CallWording(
                nl: "{0} ligt helemaal na {1}", not: "{0} ligt niet helemaal na {1}",
                en: "{0} lies entirely after {1}", not: "{0} does not lie entirely after {1}")
        ],
        "meets": [
            CallWording(
                nl: "{1} begint waar {0} eindigt", not: "{1} begint niet waar {0} eindigt",
                en: "{1} starts where {0} ends", not: "{1} does not start where {0} ends")
        ],
        "met by": [
            CallWording(
                nl: "{0} begint waar {1} eindigt", not: "{0} begint niet waar {1} eindigt",
                en: "{0} starts where {1} ends", not: "{0} does not start where {1} ends")
        ],
        "overlaps": [
            CallWording(
                nl: "{0} overlapt {1}", not: "{0} overlapt niet met {1}", en: "{0} overlaps {1}",
                not: "{0} does not overlap {1}")
        ],
        "overlaps before": [
            CallWording(
                nl: "{0} begint eerder en eindigt in {1}", not: "{0} begint niet eerder met een einde in {1}",
                en: "{0} starts earlier and ends in {1}", not: "{0} does not start earlier and end in {1}")
        ],
        "overlaps after": [
            CallWording(
                nl: "{0} begint in {1} en eindigt later", not: "{0} begint niet in {1} met een later einde",
                en: "{0} starts in {1} and ends later", not: "{0} does not start in {1} and end later")
        ],
        "finishes": [
            CallWording(
                nl: "{0} ligt in {1} en eindigt tegelijk", not: "{0} ligt niet in {1} met hetzelfde einde",
                en: "{0} lies in {1} and ends with it", not: "{0} does not lie in {1} with the same end")
        ],
        "finished by": [
            CallWording(
                nl: "{1} ligt in {0} en eindigt tegelijk", not: "{1} ligt niet in {0} met hetzelfde einde",
                en: "{1} lies in {0} and ends with it", not: "{1} does not lie in {0} with the same end")
        ],
        "includes": [
            CallWording(
                nl: "{1} ligt helemaal in {0}", not: "{1} ligt niet helemaal in {0}", en: "{1} lies entirely in {0}",
                not: "{1} does not lie entirely in {0}")
        ],
        "during": [
            CallWording(
                nl: "{0} ligt helemaal in {1}", not: "{0} ligt niet helemaal in {1}", en: "{0} lies entirely in {1}",
                not: "{0} does not lie entirely in {1}")
        ],
        "starts": [
            CallWording(
                nl: "{0} ligt in {1} en begint tegelijk", not: "{0} ligt niet in {1} met hetzelfde begin",
                en: "{0} lies in {1} and starts with it", not: "{0} does not lie in {1} with the same start")
        ],
        "started by": [
            CallWording(
                nl: "{1} ligt in {0} en begint tegelijk", not: "{1} ligt niet in {0} met hetzelfde begin",
                en: "{1} lies in {0} and starts with it", not: "{1} does not lie in {0} with the same start")
        ],
        "coincides": [
            CallWording(
                nl: "{0} valt samen met {1}", not: "{0} valt niet samen met {1}", en: "{0} coincides with {1}",
                not: "{0} does not coincide with {1}")
        ],
    ]
}
