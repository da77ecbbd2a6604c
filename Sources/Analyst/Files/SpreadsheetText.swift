/// Cells of a table as text that spreadsheet programs read (RFC 4180).
package enum SpreadsheetText {
    /// A text that no spreadsheet takes for a formula. Such a program works out what begins with one of these signs; an
    /// apostrophe before it makes it a text again, and texts that begin with one themselves (’s-Hertogenbosch) stay.
    package static func harmless(_ text: String) -> String {
        let first = text.first { !$0.isWhitespace || $0.isNewline || $0 == "\t" }
        let signs: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "\n", "\r\n"]
        return first.map(signs.contains) == true ? "'" + text : text
    }

    /// A cell, between quotation marks where it holds what parts cells or rows.
    package static func quoted(_ cell: String, separator: Character = ",") -> String {
        let parts: Set<Character> = [separator, "\"", "\n", "\r", "\r\n"]
        guard cell.contains(where: parts.contains) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
