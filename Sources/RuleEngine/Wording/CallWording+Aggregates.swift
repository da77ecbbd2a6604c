/// Functions that make one value of a list.
extension CallWording {
    static let aggregates: [String: [CallWording]] = [
        "count": [CallWording(nl: "het aantal leden van {0}", en: "the number of members of {0}")],
        "min": [CallWording(nl: "de laagste van {*}", en: "the lowest of {*}")],
        "max": [CallWording(nl: "de hoogste van {*}", en: "the highest of {*}")],
        "sum": [CallWording(nl: "de som van {*}", en: "the sum of {*}")],
        "mean": [CallWording(nl: "het gemiddelde van {*}", en: "the mean of {*}")],
        "product": [CallWording(nl: "het product van {*}", en: "the product of {*}")],
        "median": [CallWording(nl: "de middelste waarde van {*}", en: "the median of {*}")],
        "stddev": [CallWording(nl: "de standaardafwijking van {*}", en: "the standard deviation of {*}")],
        "mode": [CallWording(nl: "wat het vaakst voorkomt in {*}", en: "what occurs most often in {*}")],
    ]
}
