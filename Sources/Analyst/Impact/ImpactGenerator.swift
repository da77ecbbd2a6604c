/// Random numbers that are the same on every run and machine: SplitMix64 (Steele, Lea and Flood 2014, figure 17), with a
/// stream of its own for each name.
///
///     var generator = ImpactGenerator(seed: 1, stream: "visits/effect")
///     generator.triangular(low: 0, central: 1, high: 4)
package struct ImpactGenerator: Sendable {
    private var state: UInt64

    package init(seed: UInt64, stream: String) {
        // FNV-1a, so that a stream hangs on its name alone and not on which others there are.
        state = stream.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// At least 0 and less than 1, in steps that a Double holds exactly.
    private mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A draw from the triangle over low, likely and high.
    ///
    /// The root that the inverse needs is the larger of two draws; so no function is used of which machines differ in the
    /// last digit.
    package mutating func triangular(low: Double, central: Double, high: Double) -> Double {
        let side = unit() * (high - low)
        let part = max(unit(), unit())
        return side < central - low ? low + (central - low) * part : high - (high - central) * part
    }
}
