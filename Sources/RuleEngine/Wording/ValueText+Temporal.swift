/// Times and lengths of time in words.
extension ValueText {
    /// "10:30 uur", "10:30 (UTC)"
    func text(of time: FEELTime) -> String {
        var text = "\(Self.twoDigits(time.hour)):\(Self.twoDigits(time.minute))"
        if time.second > 0 || time.nanosecond > 0 {
            let second = NumberText.text(of: time.fractionalSecond, in: language)
            text += ":" + (time.second < 10 ? "0" : "") + second
        }
        return text + language.word(" uur", "") + self.text(of: time.zone)
    }

    /// "31 maart 2020 om 10:30 uur"
    func text(of moment: FEELDateTime) -> String {
        "\(DateText.text(of: moment.date, in: language)) \(language.word("om", "at")) \(text(of: moment.time))"
    }

    private func text(of zone: FEELZone) -> String {
        switch zone {
        case .none: ""
        case .offset(0): " (UTC)"
        case .offset: " (UTC\(zone))"
        case .named(let name): " (\(name))"
        }
    }

    /// "2 dagen en 3 uur"
    func text(of duration: FEELDaysDuration) -> String {
        let isBack = duration.totalNanoseconds < 0
        var parts = [
            count(duration.days, language.word("dag", "day"), language.word("dagen", "days")),
            count(duration.hours, language.word("uur", "hour"), language.word("uur", "hours")),
            count(duration.minutes, language.word("minuut", "minute"), language.word("minuten", "minutes")),
        ].compactMap(\.self)
        let rest = duration.totalNanoseconds.magnitude % 60_000_000_000
        let seconds = FEELNumber(coefficient: Int128(rest), exponent: -9).reducedFraction
        if rest > 0 || parts.isEmpty {
            let noun = seconds == .one ? language.word("seconde", "second") : language.word("seconden", "seconds")
            parts.append("\(NumberText.text(of: seconds, in: language)) \(noun)")
        }
        return directed(list(parts), isBack: isBack)
    }

    /// "1 jaar en 2 maanden"
    func text(of duration: FEELMonthsDuration) -> String {
        let parts = [
            count(duration.years, language.word("jaar", "year"), language.word("jaar", "years")),
            count(duration.months, language.word("maand", "month"), language.word("maanden", "months")),
        ].compactMap(\.self)
        return parts.isEmpty
            ? language.word("0 maanden", "0 months") : directed(list(parts), isBack: duration.isNegative)
    }

    private func count(_ number: Int, _ one: String, _ several: String) -> String? {
        guard number != 0 else { return nil }
        let digits = FEELNumber(String(number.magnitude)).map { NumberText.text(of: $0, in: language) }
        return "\(digits ?? String(number.magnitude)) \(number.magnitude == 1 ? one : several)"
    }

    private func directed(_ text: String, isBack: Bool) -> String {
        isBack ? language.word("\(text) terug in de tijd", "\(text) back in time") : text
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
