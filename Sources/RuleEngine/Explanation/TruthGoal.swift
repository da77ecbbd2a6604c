/// What the truth of an expression is to become.
///
/// *Surely* is said of all that is possible, *perhaps* of some of it. Null is neither true nor false, so that it is *not true*
/// and *not false*; under a negation the two change places.
enum TruthGoal {
    case surelyTrue, perhapsTrue, surelyNotTrue, perhapsNotTrue
    case surelyFalse, perhapsFalse, surelyNotFalse, perhapsNotFalse

    /// The aim is met the sooner the truer the expression is, so that a conjunction needs all of its parts.
    var isUpward: Bool {
        switch self {
        case .surelyTrue, .perhapsTrue, .surelyNotFalse, .perhapsNotFalse: true
        case .surelyFalse, .perhapsFalse, .surelyNotTrue, .perhapsNotTrue: false
        }
    }

    /// The aim for what stands under a negation.
    var ofNegation: TruthGoal {
        switch self {
        case .surelyTrue: .surelyFalse
        case .perhapsTrue: .perhapsFalse
        case .surelyNotTrue: .surelyNotFalse
        case .perhapsNotTrue: .perhapsNotFalse
        case .surelyFalse: .surelyTrue
        case .perhapsFalse: .perhapsTrue
        case .surelyNotFalse: .surelyNotTrue
        case .perhapsNotFalse: .perhapsNotTrue
        }
    }

    func isMet(by set: ValueSet) -> Bool {
        let truth = Ternary(set)
        return switch self {
        case .surelyTrue: truth == .true
        case .perhapsTrue: truth.contains(.true)
        case .surelyNotTrue: !truth.contains(.true)
        case .perhapsNotTrue: truth != .true
        case .surelyFalse: truth == .false
        case .perhapsFalse: truth.contains(.false)
        case .surelyNotFalse: !truth.contains(.false)
        case .perhapsNotFalse: truth != .false
        }
    }
}
