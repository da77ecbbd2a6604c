/// Functions that FEEL does not have.
extension Builtin {
    /// `known(x)`: whether what is given tells one value for `x`.
    static let known = Builtin(
        "known",
        documentation: .init(
            nl: "Zegt of een waarde bekend is.",
            en: "Says whether a value is known.",
            right: "known(1)",
            wrong: "known(1, 2)",
            onlyIn: LocalizedText(nl: "regels over de analyse zelf", en: "rules about the analysis itself")),
        wordings: [
            .statement(
                nl: "{0} is bekend", not: "{0} is niet bekend", en: "{0} is known", not: "{0} is not known",
                tellsValues: false)
        ], [Parameter("value", .any)], result: .boolean,
        .observing { UncertainValue(.boolean($0.first?.set.isExact ?? false)) })

    static let atan2 = Builtin(
        "atan2",
        documentation: .init(
            nl: "Geeft de hoek van de richting van een punt, in radialen.",
            en: "Gives the angle of the direction of a point, in radians.",
            right: "atan2(1, 1) = 0.785398163397448",
            wrong: "atan2(0, 0)",
            onlyIn: LocalizedText(nl: "productiesystemen", en: "production systems")),
        wordings: [
            .value(
                nl: "de hoek van de richting van het punt met y {0} en x {1}",
                en: "the angle of the direction of the point with y {0} and x {1}")
        ], [.init("y", .number), .init("x", .number)], result: .number
    ) { values in
        guard case .number(let y) = values[0], case .number(let x) = values[1] else { return .value(.null) }
        guard let angle = FEELNumber.angle(y: y, x: x) else { return .fault(.wrongArgument, .noDirection) }
        return .value(.number(angle))
    }

    /// Stands in for a function whose outcome must not be told: whatever it is given, nothing is known of the result.
    var withoutOutcome: Builtin {
        Builtin(name, signatures: signatures, .observing { _ in UncertainValue(.anything) })
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noDirection = LocalizedText(
        nl: "Het punt (0, 0) ligt in geen enkele richting.", en: "The point (0, 0) lies in no direction.")
}
