import RuleEngine

extension FEELNumber {
    private static let digitsOfBinaryFractions = 15

    /// The number with the 15 digits that a binary fraction stands for; with fewer it is left as it is.
    func withoutBinaryNoise(_ text: ArraySlice<UInt8>) -> FEELNumber {
        let digits = text.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.count > Self.digitsOfBinaryFractions, !isZero else { return self }
        var scale = Self.digitsOfBinaryFractions
        var bound = Self.one
        // The digits before the point take from those behind it.
        while scale > 0, magnitude >= bound {
            scale -= 1
            bound = bound * 10
        }
        if magnitude < Self.one {
            var shifted = magnitude * 10
            while shifted < .one, scale < 300 {
                scale += 1
                shifted = shifted * 10
            }
        }
        return rounded(toScale: scale, rule: .halfEven) ?? self
    }
}
