import RuleEngine

/// XML (1.0, fifth edition) that is written element by element.
///
///     var xml = XMLText()
///     xml.element("list", ["name": "a & b"]) { $0.element("item", text: "1 < 2") }
///
/// Whatever is written is well-formed: markup in texts is escaped, and characters that XML does not know, or that change how
/// the text around them is shown, become visible signs.
package struct XMLText: Sendable {
    package private(set) var text: String

    /// Begins a document.
    package init() { self.init(part: false) }

    /// Begins a part of a larger text, or a document.
    package init(part isPart: Bool) { text = isPart ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }

    package var bytes: [UInt8] { Array(text.utf8) }

    /// An element; attributes without a value are left out.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], content: (inout XMLText) -> Void = { _ in }
    ) {
        text += "<\(name)"
        for (name, value) in attributes {
            guard let value else { continue }
            text += " \(name)=\"\(Self.escaped(value, inAttribute: true))\""
        }
        text += ">"
        let start = text.utf8.count
        content(&self)
        if text.utf8.count == start {
            text.removeLast()
            text += "/>"
        } else {
            text += "</\(name)>"
        }
    }

    /// An element that holds a text.
    package mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String
    ) {
        element(name, attributes) { $0.write(content) }
    }

    /// A text inside the element.
    package mutating func write(_ content: String) { text += Self.escaped(content, inAttribute: false) }

    /// A text in which no character is markup; what HTML reads as that text, too.
    package static func escaped(_ text: String, inAttribute: Bool) -> String {
        var result = ""
        for scalar in HarmlessText.of(text, lineBreaks: .kept).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"" where inAttribute: result += "&quot;"
            // A reader takes plain line breaks and tabs in an attribute for spaces, and drops a carriage return.
            case "\n" where inAttribute: result += "&#10;"
            case "\t" where inAttribute: result += "&#9;"
            case "\r": result += "&#13;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
