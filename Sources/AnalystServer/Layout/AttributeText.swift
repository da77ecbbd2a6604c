/// A text that stands in an attribute of a page.
///
/// Mustache escapes whole characters, so that a quotation mark with an accent over it would end the attribute; here each
/// scalar is looked at. Templates put it in three braces.
package struct AttributeText: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ text: String) {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        description = result
    }
}
