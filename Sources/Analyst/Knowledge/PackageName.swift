package import RuleEngine

/// The name of something in a package, as readers see it: `package:rule`.
///
/// In rule files names stay as they are. Names that are equal in two packages are an error, so that a plain name leads to one
/// package; what FEEL sees could not hold a colon, and rules would have to be rewritten when they move to another package.
/// Wherever a person reads which rule it was, the package stands before it.
package struct PackageName: Hashable, Sendable, CustomStringConvertible {
    /// Stands for the rules that come with the program, of which readers see the plain name.
    package static let program = "analyst"

    package let package: String
    package let name: String

    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isPackage(parts[0]), RuleNaming.isCode(String(parts[1])) else { return nil }
        package = String(parts[0])
        name = String(parts[1])
    }

    package var description: String { "\(package):\(name)" }

    /// Small letters, digits and hyphens, 2 to 60, a letter first.
    package static func isPackage(_ text: some StringProtocol) -> Bool {
        guard (2...60).contains(text.utf8.count), let first = text.utf8.first, isLetterOrDigit(first), first > 0x39,
            text.last != "-"
        else { return false }
        return text.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || (isLetterOrDigit($0) && !(0x41...0x5A).contains($0))
        }
    }

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// The package that a file of joined rules belongs to, by its name `packages/PACKAGE/…`; `nil` for other files.
    package static func ofPackage(inFile file: String) -> String? {
        let parts = file.split(separator: "/", maxSplits: 3)
        guard parts.count == 4, parts[0] == KnowledgeFolder.packages, PackagePath.folders.contains(String(parts[2]))
        else {
            return nil
        }
        return String(parts[1])
    }

    /// The same, of what others made: `nil` for the rules of the program.
    package static func ofOthers(inFile file: String) -> String? {
        ofPackage(inFile: file).flatMap { $0 == program ? nil : $0 }
    }
}

extension Rule {
    /// As readers see it: with its package, where it comes from one.
    package var qualifiedName: String { PackageName.ofOthers(inFile: span.file).map { "\($0):\(name)" } ?? name }
}
