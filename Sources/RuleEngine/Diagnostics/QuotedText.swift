/// Writes a text between double quotes, with escapes for what cannot stand there as it is.
///
///     QuotedText.of("a \"b\"")   // "a \"b\""
///
/// The one place for all languages that write texts so: JSON (RFC 8259, section 7), YAML (1.2, section 5.7), FEEL (DMN,
/// grammar rule 64) and Graphviz. They agree on `\"`, `\\`, `\n`, `\t`, `\r` and `\uXXXX`.
package enum QuotedText {
    /// - Parameter isEscaped: which characters beyond those with an escape of their own are written as `\uXXXX`; none of
    ///   them lies beyond U+FFFF.
    package static func of(
        _ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool = { $0.isTreacherous }
    ) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where isEscaped(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
