/// The values that a piece of code runs on.
///
/// An evaluation is specialised for the type of its frame, so that reading a place is as direct as the frame makes it.
package protocol FEELFrame {
    /// What is known at a place that `FEELPlaces` gave for this code.
    func value(at place: Int32) -> UncertainValue
    /// The number at a place, when it is known and a number: the same answer as `value(at:)`, without its wrapping.
    func number(at place: Int32) -> FEELNumber?
    /// The value of a name that was compiled without a place.
    func value(named name: String) -> UncertainValue?
    func value(named name: String, member: String) -> UncertainValue?
}

extension FEELFrame {
    package func number(at place: Int32) -> FEELNumber? {
        if case .exactly(.number(let number)) = value(at: place).set { number } else { nil }
    }

    package func value(named name: String) -> UncertainValue? { nil }
    package func value(named name: String, member: String) -> UncertainValue? { nil }
}

/// A frame that holds its values in a row, each at its place.
package struct FEELRow: FEELFrame, Sendable {
    package var values: [UncertainValue]

    package init(_ values: [UncertainValue]) { self.values = values }

    package func value(at place: Int32) -> UncertainValue { values[Int(place)] }

    package func number(at place: Int32) -> FEELNumber? {
        if case .exactly(.number(let number)) = values[Int(place)].set { number } else { nil }
    }
}

/// A scope as a frame: it has no places, every name is looked up.
struct ScopeFrame: FEELFrame {
    let scope: any FEELScope

    func value(at place: Int32) -> UncertainValue {
        preconditionFailure("code that was compiled without places asks for none")
    }

    func value(named name: String) -> UncertainValue? { scope.value(of: name) }
    func value(named name: String, member: String) -> UncertainValue? { scope.value(of: name, member: member) }
}
