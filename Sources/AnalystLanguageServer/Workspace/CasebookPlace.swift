import Analyst
import RuleEngine

/// A place in a file of a casebook: the block around it, the key whose value stands there, and the names that the file itself
/// gives.
struct CasebookPlace {
    let place: EditingPlace
    /// What is typed or written up to the place, as one word.
    let word: String
    let range: Range<Int>
    /// Whether a colon follows: the word is a key.
    let isKey: Bool
    /// The names of the cases that have a file.
    let cases: [String]
    private let root: MappingForm
    private let lines: DocumentLines

    init(_ lines: DocumentLines, at offset: Int, root: MappingForm, cases: [String]) {
        self.lines = lines
        self.root = root
        self.cases = cases
        place = EditingPlace(lines, at: offset)
        let before = lines.lineText(before: offset)
        word = String(
            String.UnicodeScalarView(before.unicodeScalars.reversed().prefix(while: DocumentLines.isOfWord).reversed()))
        range = offset - word.utf8.count..<offset
        let rest = lines.text[lines.index(offset)...].unicodeScalars
        isKey = place.key == nil && rest.first == ":" && rest.dropFirst().first?.properties.isWhitespace != false
    }

    /// The key whose value stands at the place, also where it is one of a list.
    var valueKey: String? { place.key ?? (place.isInBraces || isKey ? nil : place.path.last) }

    /// The block in which the value of a key stands, or the key itself.
    var form: MappingForm? {
        let path = place.key == nil && valueKey != nil ? place.path.dropLast() : place.path[...]
        return Self.form(at: path, from: root)
    }

    /// Whether the keys of the block around the place are names that the author chooses.
    var freeKeys: String? {
        guard place.key == nil, let last = place.path.last,
            case .named? = Self.form(at: place.path.dropLast(), from: root)?[last]?.value
        else { return nil }
        return last
    }

    /// The words of which one stands here.
    var choices: [String] {
        guard let valueKey, case .choice(let words)? = form?[valueKey]?.value else { return [] }
        return words
    }

    /// The names that the file gives to things, such as `passage: street`.
    func names(of key: String) -> [String] {
        var seen: Set<String> = []
        return (0..<lines.lineCount).compactMap { number in
            guard let text = lines.line(number), let found = text.firstRange(of: "\(key): ") else { return nil }
            let before = text[..<found.lowerBound]
            guard before.allSatisfy({ " -{[".contains($0) }) else { return nil }
            let name = text[found.upperBound...].unicodeScalars.prefix(while: DocumentLines.isOfWord)
            return name.isEmpty || !seen.insert(String(name)).inserted ? nil : String(name)
        }
    }

    /// The form of the block below some keys; `nil` where no block has keys that are known.
    private static func form(at path: ArraySlice<String>, from root: MappingForm) -> MappingForm? {
        var form: MappingForm? = root
        var free: MappingForm.Value?
        for key in path {
            let value = free ?? form?[key]?.value
            free = nil
            switch value.map(inner) {
            case .form(let id): form = MappingForm.ofCasebooks.first { $0.id == id }
            case .sentence: form = .translations
            case .named(let element):
                form = nil
                free = element
            default: return nil
            }
        }
        return form
    }

    /// What a list holds.
    private static func inner(_ value: MappingForm.Value) -> MappingForm.Value {
        switch value {
        case .list(let element), .oneOrMore(let element): inner(element)
        default: value
        }
    }
}

extension DocumentLines {
    /// What names in casebooks are made of.
    static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-"
    }

    /// The end of the word around an offset.
    static func endOfWord(at offset: Int, in lines: DocumentLines) -> Int {
        let rest = lines.text[lines.index(offset)...].unicodeScalars.prefix(while: isOfWord)
        return offset + String(rest).utf8.count
    }
}
