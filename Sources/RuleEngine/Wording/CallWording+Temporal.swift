/// Functions of dates, times and durations.
extension CallWording {
    static let temporal: [String: [CallWording]] = [
        "date": [
            CallWording(nl: "de datum van {0}", en: "the date of {0}"),
            CallWording(
                nl: "de datum met jaar {0}, maand {1} en dag {2}", en: "the date of year {0}, month {1} and day {2}"),
        ],
        "time": [
            CallWording(nl: "de tijd van {0}", en: "the time of {0}"),
            CallWording(
                nl: "de tijd met uur {0}, minuut {1} en seconde {2}",
                en: "the time of hour {0}, minute {1} and second {2}"),
            CallWording(
                nl: "de tijd met uur {0}, minuut {1} en seconde {2}, op {3} van UTC",
                en: "the time of hour {0}, minute {1} and second {2}, at {3} from UTC"),
        ],
        "date and time": [
            CallWording(nl: "de datum met tijd van {0}", en: "the date and time of {0}"),
            CallWording(nl: "de datum {0} met de tijd {1}", en: "the date {0} with the time {1}"),
        ],
        "duration": [CallWording(nl: "de duur die geschreven is als {0}", en: "the duration that is written as {0}")],
        "years and months duration": [
            CallWording(nl: "de hele maanden van {0} tot {1}", en: "the whole months from {0} to {1}")
        ],
        "now": [CallWording(nl: "dit moment", en: "this moment")],
        "today": [CallWording(nl: "vandaag", en: "today")],
        "day of year": [
            CallWording(nl: "het nummer van de dag in het jaar van {0}", en: "the number of the day in the year of {0}")
        ],
        "week of year": [CallWording(nl: "het weeknummer van {0}", en: "the week number of {0}")],
        "day of week": [CallWording(nl: "de naam van de dag van {0}", en: "the name of the day of {0}")],
        "month of year": [CallWording(nl: "de naam van de maand van {0}", en: "the name of the month of {0}")],
    ]
}
