import RuleEngine

/// Where a package of knowledge is published, and which version of it is asked for, as a user writes it: `URL` or `URL@TAG`.
///
/// Only addresses that git reaches by https, ssh or a folder of this machine; nothing that git could take for an option or
/// for a program to start.
package struct PackageAddress: Hashable, Sendable {
    /// As it is handed to git.
    package let url: String
    /// The version that is asked for; `nil`: the highest.
    package let tag: String?

    /// - Parameters:
    ///   - text: as the user wrote it.
    ///   - folder: the working folder, from which a path that names no scheme counts.
    /// - Throws: `knowledge/address`, `knowledge/tag`.
    package init(_ text: String, from folder: String) throws(BadInput) {
        let (url, tag) = Self.parts(of: text)
        guard !url.isEmpty, !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
            throw BadInput([.address(text, .unreadable)])
        }
        guard !url.hasPrefix("-"), !url.contains("/-"), !url.contains(":-"), !url.contains("@-") else {
            throw BadInput([.address(text, .option)])
        }
        guard !url.contains("::") else { throw BadInput([.address(text, .transport)]) }
        if let tag, !Self.isTag(tag) { throw BadInput([.tag(tag)]) }
        self.tag = tag
        if let scheme = url.firstRange(of: "://") {
            switch url[..<scheme.lowerBound] {
            case "https":
                // A password would be kept in the lock, for all to read.
                guard !url[scheme.upperBound...].prefix(while: { $0 != "/" }).contains("@") else {
                    throw BadInput([.address(text, .password)])
                }
            case "ssh":
                let host = url[scheme.upperBound...].prefix { $0 != "/" }
                guard host.lastIndex(of: "@").map({ host[..<$0].contains(":") }) != true else {
                    throw BadInput([.address(text, .password)])
                }
            case "file": break
            default: throw BadInput([.address(text, .transport)])
            }
            self.url = url
        } else if let colon = url.firstIndex(of: ":"), !url[..<colon].contains("/") {
            // `git@host:path`, as ssh writes it.
            self.url = url
        } else {
            self.url = "file://" + (url.hasPrefix("/") ? url : Self.path(url, from: folder))
        }
    }

    /// Whether git goes to another machine for it.
    package var usesNetwork: Bool { !url.hasPrefix("file://") }

    /// A tag stands behind the last `@`, where that is behind the last stroke and colon.
    private static func parts(of text: String) -> (url: String, tag: String?) {
        guard let mark = text.lastIndex(of: "@"), mark > text.startIndex else { return (text, nil) }
        let rest = text[text.index(after: mark)...]
        let scheme = text.firstRange(of: "://")?.upperBound ?? text.startIndex
        let ahead = text[scheme..<mark]
        // Of `scheme://` the host ends at the first stroke; a colon parts a name from its password there.
        let isOfHost = !ahead.contains("/") && (scheme > text.startIndex || !ahead.contains(":"))
        guard !isOfHost || (scheme == text.startIndex && !rest.contains(":") && !rest.contains("/")) else {
            return (text, nil)
        }
        // What stands behind a stroke of the tag is judged as part of it, not taken for a path.
        return (String(text[..<mark]), String(rest))
    }

    private static func path(_ relative: String, from folder: String) -> String {
        var parts = folder.split(separator: "/").map(String.init)
        for part in relative.split(separator: "/") where part != "." {
            if part == ".." { parts = Array(parts.dropLast()) } else { parts.append(String(part)) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// Letters, digits and `. _ -`, as versions are written; git would refuse the rest or take it for something else.
    package static func isTag(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "."),
            text.utf8.count <= 100
        else { return false }
        return !text.contains("..") && !text.hasSuffix(".lock") && !text.hasSuffix(".")
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-".unicodeScalars.contains($0))
            }
    }
}

// MARK: - Wordings

/// Why an address is refused.
private enum AddressFault { case unreadable, option, transport, password }

extension Diagnostic {
    fileprivate static func address(_ text: String, _ fault: AddressFault) -> Diagnostic {
        let reason =
            switch fault {
            case .unreadable: LocalizedText(nl: "is geen adres", en: "is no address")
            case .option:
                LocalizedText(
                    nl: "bevat een deel dat met een streepje begint; git kan dat als opdracht lezen",
                    en: "has a part that begins with a hyphen; git can read that as an instruction")
            case .transport:
                LocalizedText(
                    nl: "wijst een weg die niet is toegestaan; alleen https, ssh en een map op deze computer mogen",
                    en: "names a way that is not allowed; only https, ssh and a folder on this machine are")
            case .password:
                LocalizedText(
                    nl: "bevat een naam of wachtwoord, dat in het slotbestand zou komen te staan",
                    en: "holds a name or password, which would end up in the lock file")
            }
        return Diagnostic(
            code: "knowledge/address",
            message: LocalizedText(nl: "‘\(text)’ \(reason.nl)", en: "‘\(text)’ \(reason.en)"), at: nil,
            hint: LocalizedText(
                nl:
                    "schrijf https://voorbeeld.nl/pakket.git, git@voorbeeld.nl:pakket.git of het pad van een map, met daarachter eventueel @v1.0.0",
                en:
                    "write https://example.org/package.git, git@example.org:package.git or the path of a folder, with @v1.0.0 behind it if you like"
            ))
    }

    fileprivate static func tag(_ text: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/tag",
            message: LocalizedText(
                nl: "‘\(text)’ kan geen versie zijn", en: "‘\(text)’ cannot be a version"), at: nil,
            hint: LocalizedText(
                nl: "een versie heeft letters, cijfers, punten en streepjes, en begint niet met een streepje: @v1.0.0",
                en: "a version has letters, digits, points and hyphens, and does not begin with a hyphen: @v1.0.0"))
    }
}
