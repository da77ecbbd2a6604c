/// Where the value of an input comes from, in the terms of whoever gives it: a publication, a person, a device.
///
/// The engine keeps it beside the input, reads nothing of it, and hands it back with what explains a finding.
///
///     struct Camera: InputOrigin { let number: Int }
///     inputs.origins[.init(name: "speed")] = Camera(number: 12)
public protocol InputOrigin: Sendable {}
