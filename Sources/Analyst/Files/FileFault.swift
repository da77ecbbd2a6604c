import Foundation
package import RuleEngine

/// Why a file cannot be read or written.
package enum FileFault: Error, Hashable, Sendable {
    case missing
    case notAllowed
    case isFolder
    /// Links that lead to each other.
    case linkLoop
    /// Larger than what is read: the limit, in bytes.
    case tooLarge(limit: Int)
    case isFull
    /// The file or stream was closed before.
    case isClosed
    /// Whoever read from the other end has left.
    case readerLeft
    /// Another fault of the system, by its number.
    case other(Int32)

    /// - Parameter number: what the system left in `errno`.
    package init(_ number: Int32) {
        self =
            switch number {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM, EROFS: .notAllowed
            case EISDIR: .isFolder
            case ELOOP: .linkLoop
            case ENOSPC, EDQUOT, EFBIG: .isFull
            case EBADF: .isClosed
            case EPIPE: .readerLeft
            default: .other(number)
            }
    }
}

// MARK: - Wordings

extension FileFault {
    /// The reason as part of a sentence: "the device is full".
    package var reason: LocalizedText {
        switch self {
        case .missing: LocalizedText(nl: "het bestaat niet", en: "it does not exist")
        case .notAllowed: LocalizedText(nl: "dat is niet toegestaan", en: "that is not allowed")
        case .isFolder: LocalizedText(nl: "het is een map", en: "it is a folder")
        case .linkLoop: LocalizedText(nl: "de koppelingen verwijzen naar elkaar", en: "its links lead in a circle")
        case .tooLarge(let limit):
            LocalizedText(
                nl: "het is groter dan \(limit >> 20) MiB", en: "it is larger than \(limit >> 20) MiB")
        case .isFull: LocalizedText(nl: "er is geen ruimte meer", en: "there is no room left")
        case .isClosed: LocalizedText(nl: "het is gesloten", en: "it is closed")
        case .readerLeft: LocalizedText(nl: "niemand leest het nog", en: "nobody reads it any more")
        case .other(let number):
            LocalizedText(
                nl: "het systeem meldt fout \(number)", en: "the system reports fault \(number)")
        }
    }
}
