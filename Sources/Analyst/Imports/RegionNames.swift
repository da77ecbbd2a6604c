/// Names of regions in one year.
package struct RegionNames: Sendable {
    private let names: [RegionCode: String]

    package init(_ names: [RegionCode: String]) { self.names = names }

    package var isEmpty: Bool { names.isEmpty }

    /// These names, with those of another list for regions that have none here.
    package func filled(with other: RegionNames) -> RegionNames {
        RegionNames(names.merging(other.names) { mine, _ in mine })
    }

    /// The regions with a name, in the order of their codes.
    package var regions: [RegionCode] { names.keys.sorted() }

    package subscript(region: RegionCode) -> String? { names[region] }

    /// A name without what publishers add and drop: letter case, punctuation, a number in front (`Wijk 03 `), and the word
    /// municipality behind (`Groningen (gemeente)`).
    ///
    /// Names with the same core are taken as the same.
    package static func core(_ name: String) -> String {
        var words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        if let first = words.first, first == "wijk", words.count > 2, words[1].allSatisfy(\.isNumber) {
            words.removeFirst(2)
        } else if let first = words.first, first.hasPrefix("wijk"), words.count > 1,
            !first.dropFirst(4).isEmpty, first.dropFirst(4).allSatisfy(\.isNumber)
        {
            words.removeFirst()
        }
        if words.count > 1, words.last == "gemeente" { words.removeLast() }
        return words.joined(separator: " ")
    }
}
