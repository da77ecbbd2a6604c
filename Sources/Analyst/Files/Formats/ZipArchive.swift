import RuleEngine

/// The members of a zip file (PKWARE APPNOTE 6.3.10), found by its directory at the end.
///
/// Reads what publishers and spreadsheet programs write: members stored or packed by Deflate, also in the form for large
/// files. What else the format allows (encryption, parts, other ways of packing) is refused by name. zlib does the unpacking;
/// the directory is read here, which spares a further library on each machine that builds the program.
struct ZipArchive {
    struct Member {
        let name: String
        fileprivate let method: UInt16
        fileprivate let isEncrypted: Bool
        fileprivate let checkSum: UInt32
        fileprivate let packedSize: Int
        let size: Int
        fileprivate let headerOffset: Int

        var isFolder: Bool { name.hasSuffix("/") }
    }

    /// The most members of an archive.
    private static let memberLimit = 10_000

    let name: String
    let members: [Member]
    private let bytes: [UInt8]

    /// - Throws: `zip/broken`, `zip/too-many-members`.
    init(name: String, bytes: [UInt8]) throws(BadInput) {
        self.name = name
        self.bytes = bytes
        guard let end = Self.endRecord(bytes) else { throw BadInput([.brokenZip(name)]) }
        guard end.count <= Self.memberLimit else { throw BadInput([.tooManyMembers(name, Self.memberLimit)]) }
        var members: [Member] = []
        var offset = end.start
        for _ in 0..<end.count {
            guard let (member, next) = Self.member(bytes, at: offset) else { throw BadInput([.brokenZip(name)]) }
            members.append(member)
            offset = next
        }
        self.members = members
    }

    func member(_ name: String) -> Member? {
        let wanted = name.lowercased()
        return members.first { $0.name.lowercased() == wanted }
    }

    /// The content of a member.
    ///
    /// - Parameter limit: the most bytes that may come out.
    /// - Throws: `zip/encrypted`, `zip/packing`, `zip/broken`, `file/too-large`.
    func content(of member: Member, limit: Int) throws(BadInput) -> [UInt8] {
        let shown = TableSheet.path(name, member.name)
        guard !member.isEncrypted else { throw BadInput([.encryptedZip(shown)]) }
        guard member.size <= limit else { throw BadInput([.unreadable(shown, .tooLarge(limit: limit))]) }
        guard bytes.number(at: member.headerOffset, 4) == 0x0403_4B50,
            let nameSize = bytes.number(at: member.headerOffset + 26, 2),
            let extraSize = bytes.number(at: member.headerOffset + 28, 2)
        else { throw BadInput([.brokenZip(name)]) }
        let start = member.headerOffset + 30 + nameSize + extraSize
        guard start <= bytes.count, member.packedSize <= bytes.count - start else { throw BadInput([.brokenZip(name)]) }
        let packed = bytes[start..<(start + member.packedSize)]
        let content: [UInt8]
        switch member.method {
        case 0: content = Array(packed)
        case 8:
            do {
                content = try Inflation.unpacked(packed, frame: .bare, limit: limit)
            } catch .tooLarge {
                throw BadInput([.unreadable(shown, .tooLarge(limit: limit))])
            } catch {
                throw BadInput([.brokenZip(shown)])
            }
        default: throw BadInput([.otherPacking(shown)])
        }
        guard content.count <= limit else { throw BadInput([.unreadable(shown, .tooLarge(limit: limit))]) }
        guard content.count == member.size, Inflation.checkSum(content) == member.checkSum else {
            throw BadInput([.brokenZip(shown)])
        }
        return content
    }

    /// Where the directory starts and how many members it has. The record stands at the end, before a comment.
    private static func endRecord(_ bytes: [UInt8]) -> (start: Int, count: Int)? {
        let last = bytes.count - 22
        guard last >= 0 else { return nil }
        for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
        where bytes[offset] == 0x50 && bytes.number(at: offset, 4) == 0x0605_4B50 {
            guard let count = bytes.number(at: offset + 10, 2), let start = bytes.number(at: offset + 16, 4) else {
                return nil
            }
            guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (start, count) }
            // Larger numbers stand in a record of their own, of which the place stands right before this one.
            guard offset >= 20, bytes.number(at: offset - 20, 4) == 0x0706_4B50,
                let record = bytes.number(at: offset - 12, 8), bytes.number(at: record, 4) == 0x0606_4B50,
                let count = bytes.number(at: record + 32, 8), let start = bytes.number(at: record + 48, 8)
            else { return nil }
            return (start, count)
        }
        return nil
    }

    private static func member(_ bytes: [UInt8], at offset: Int) -> (Member, next: Int)? {
        guard bytes.number(at: offset, 4) == 0x0201_4B50,
            let flags = bytes.number(at: offset + 8, 2), let method = bytes.number(at: offset + 10, 2),
            let checkSum = bytes.number(at: offset + 16, 4), let packedSize = bytes.number(at: offset + 20, 4),
            let size = bytes.number(at: offset + 24, 4), let nameSize = bytes.number(at: offset + 28, 2),
            let extraSize = bytes.number(at: offset + 30, 2), let commentSize = bytes.number(at: offset + 32, 2),
            let headerOffset = bytes.number(at: offset + 42, 4)
        else { return nil }
        let nameStart = offset + 46
        let extraStart = nameStart + nameSize
        let next = extraStart + extraSize + commentSize
        guard next <= bytes.count else { return nil }
        // The field for large files holds those of the three numbers that do not fit, in this order.
        var numbers = [size, packedSize, headerOffset]
        var place = extraStart
        while let id = bytes.number(at: place, 2), let fieldSize = bytes.number(at: place + 2, 2),
            place + 4 + fieldSize <= extraStart + extraSize
        {
            var value = place + 4
            for index in numbers.indices where id == 1 && numbers[index] == 0xFFFF_FFFF {
                guard value + 8 <= place + 4 + fieldSize, let number = bytes.number(at: value, 8) else { return nil }
                numbers[index] = number
                value += 8
            }
            place += 4 + fieldSize
        }
        let member = Member(
            name: String(decoding: TableEncoding.utf8(of: Array(bytes[nameStart..<extraStart])), as: UTF8.self),
            method: UInt16(method), isEncrypted: flags & 1 == 1, checkSum: UInt32(checkSum), packedSize: numbers[1],
            size: numbers[0], headerOffset: numbers[2])
        return (member, next)
    }
}

extension [UInt8] {
    /// A number of so many bytes, the lowest first; `nil` where it does not lie inside, or is larger than any file.
    fileprivate func number(at offset: Int, _ size: Int) -> Int? {
        guard offset >= 0, offset <= count - size else { return nil }
        var value: UInt64 = 0
        for index in (0..<size).reversed() { value = value << 8 | UInt64(self[offset + index]) }
        return value < 1 << 48 ? Int(value) : nil
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func brokenZip(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "zip/broken",
            message: LocalizedText(
                nl: "\(name) kan niet worden uitgepakt; het bestand is beschadigd of niet helemaal binnengehaald",
                en: "\(name) cannot be unpacked; the file is damaged or was not wholly downloaded"), at: nil,
            hint: LocalizedText(nl: "haal het bestand opnieuw op", en: "download the file again"))
    }

    fileprivate static func encryptedZip(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "zip/encrypted",
            message: LocalizedText(
                nl: "\(name) is met een wachtwoord beveiligd", en: "\(name) is protected by a password"), at: nil,
            hint: LocalizedText(
                nl: "pak het bestand zelf uit en geef wat erin zit",
                en: "unpack the file yourself and give what is inside"))
    }

    fileprivate static func otherPacking(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "zip/packing",
            message: LocalizedText(
                nl: "\(name) is ingepakt op een manier die hier niet gelezen wordt",
                en: "\(name) is packed in a way that is not read here"), at: nil,
            hint: LocalizedText(
                nl: "pak het bestand zelf uit, of pak het opnieuw in als gewone zip",
                en: "unpack the file yourself, or pack it again as a plain zip"))
    }

    fileprivate static func tooManyMembers(_ name: String, _ limit: Int) -> Diagnostic {
        Diagnostic(
            code: "zip/too-many-members",
            message: LocalizedText(
                nl: "\(name) bevat meer dan \(limit) bestanden", en: "\(name) holds more than \(limit) files"), at: nil,
            hint: LocalizedText(
                nl: "pak het bestand zelf uit en geef de tabellen die u nodig hebt",
                en: "unpack the file yourself and give the tables that you need"))
    }
}
