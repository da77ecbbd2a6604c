/// The version of a package: three numbers, as Semantic Versioning 2.0.0 writes a release.
package struct PackageVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let numbers: [Int]

    /// Before any version.
    package static let zero = PackageVersion([0, 0, 0])

    private init(_ numbers: [Int]) {
        self.numbers = numbers
    }

    /// - Returns: `nil` for what is no version. Of a tag a `v` in front is left out.
    package init?(_ text: String, tag: Bool = false) {
        let parts = (tag && text.hasPrefix("v") ? text.dropFirst() : text[...]).split(
            separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in Int(part).flatMap { String($0) == part && $0 >= 0 ? $0 : nil } }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        self.numbers = numbers
    }

    package var description: String { numbers.map(String.init).joined(separator: ".") }

    package static func < (left: PackageVersion, right: PackageVersion) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }
}
