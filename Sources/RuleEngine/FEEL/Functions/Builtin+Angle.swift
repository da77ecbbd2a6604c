extension Builtin {
    /// `atan2(y, x)`: the angle of the direction of a point, in radians. Not part of FEEL.
    static let atan2 = Builtin("atan2", [.init("y", .number), .init("x", .number)], result: .number) { values in
        guard case .number(let y) = values[0], case .number(let x) = values[1] else { return .value(.null) }
        guard let angle = FEELNumber.angle(y: y, x: x) else { return .fault(.wrongArgument, .noDirection) }
        return .value(.number(angle))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noDirection = LocalizedText(
        nl: "Het punt (0, 0) ligt in geen enkele richting.", en: "The point (0, 0) lies in no direction.")
}
