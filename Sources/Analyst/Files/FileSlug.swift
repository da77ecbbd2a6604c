/// A text as the name of a file: letters and digits of ASCII in small letters, with a hyphen for all between.
package enum FileSlug {
    package static func of(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.joined(separator: "-")
    }
}
