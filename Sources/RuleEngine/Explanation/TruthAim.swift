/// What the truth of an expression is to become.
enum TruthAim {
    case surelyTrue, surelyFalse
    /// No longer surely false.
    case perhapsTrue
    /// No longer surely true.
    case perhapsFalse

    var isUpward: Bool { self == .surelyTrue || self == .perhapsTrue }

    /// The aim for what stands under a negation.
    var ofNegation: TruthAim {
        switch self {
        case .surelyTrue: .surelyFalse
        case .surelyFalse: .surelyTrue
        case .perhapsTrue: .perhapsFalse
        case .perhapsFalse: .perhapsTrue
        }
    }

    func isMet(by set: ValueSet) -> Bool {
        switch self {
        case .surelyTrue: set.certainlyTrue
        case .surelyFalse: !set.possiblyTrue
        case .perhapsTrue: set.possiblyTrue
        case .perhapsFalse: !set.certainlyTrue
        }
    }
}
