// A step is to take about the same time whatever it works on, so large values count for more than one.

extension EvaluationBudget {
    /// Going over so many parts of a value while it is made takes about as long as a step.
    private static let partsMadePerStep = 4
    /// The same for values that are only gone through.
    private static let partsReadPerStep = 32

    /// A value just made, counted by its size: no value may grow beyond what the steps that are left allow, or so tall
    /// that nothing can go through it any more.
    mutating func charged(_ value: UncertainValue, at range: Range<Int>) -> UncertainValue {
        switch value.set {
        case .exactly(.list(let members)):
            guard checkListSize(members.count, at: range) else { return UncertainValue(.null) }
        case .exactly(.string(let text)):
            let length = text.utf8.count
            guard length > 64 else { return value }
            guard length <= FEELLimits.textLength else {
                stop(.textTooLong(FEELLimits.textLength), at: range)
                return UncertainValue(.null)
            }
        case .exactly(.context), .exactly(.range), .exactly(.function), .oneOf, .list, .context: break
        case .exactly, .numbers, .anything: return value
        }
        guard !isStopped else { return UncertainValue(.null) }
        var extent = ValueExtent(atMost: roomForParts)
        extent.add(value.set)
        return charge(extent, at: range) ? value : UncertainValue(.null)
    }

    /// Counts a value of that extent; `false` when a limit is hit.
    mutating func charge(_ extent: ValueExtent, at range: Range<Int>) -> Bool {
        if extent.isTooTall { stop(.valueTooTall(FEELLimits.valueHeight), at: range) }
        if extent.isTooLarge { stopForSteps(at: range) }
        return spend(extent.parts / Self.partsMadePerStep, at: range)
    }

    /// Counts what takes as long as a number of steps; `false` when a limit is hit.
    mutating func spend(_ number: Int, at range: Range<Int>) -> Bool {
        guard !isStopped else { return false }
        count(number)
        guard stepsLeft > 0 else {
            stopForSteps(at: range)
            return false
        }
        return true
    }

    /// Parts of a value that the steps which are left allow.
    var roomForParts: Int { min(stepsLeft, FEELLimits.valueParts / Self.partsMadePerStep) * Self.partsMadePerStep }

    /// Counts the work of going over a value that is there already; the next `enter` sees whether it was too much.
    mutating func countWork(on value: FEELValue) {
        switch value {
        case .string(let text): count(text.utf8.count / 16 / Self.partsReadPerStep)
        case .list, .context, .range, .function:
            var extent = ValueExtent(atMost: FEELLimits.valueParts)
            extent.add(value)
            count(extent.parts / Self.partsReadPerStep)
        case .null, .boolean, .number, .date, .time, .dateTime, .daysDuration, .monthsDuration: break
        }
    }
}

extension LocalizedText {
    fileprivate static func textTooLong(_ limit: Int) -> LocalizedText {
        LocalizedText(
            nl: "De tekst is te lang: meer dan \(limit) bytes.",
            en: "The text is too long: more than \(limit) bytes.")
    }

    fileprivate static func valueTooTall(_ limit: Int) -> LocalizedText {
        LocalizedText(
            nl: "De waarde is te diep: meer dan \(limit) lijsten of contexten in elkaar.",
            en: "The value is too deep: more than \(limit) lists or contexts inside each other.")
    }
}
