/// Writes a zip file (PKWARE APPNOTE 6.3.10), member by member, in the order in which they are added.
///
///     var zip = ZipFile()
///     zip.add("mimetype", Array("text/plain".utf8), isPacked: false)
///     zip.add("content.xml", bytes)
///     let file = zip.bytes
///
/// The same members give the same bytes: all have one day (1 January 1980, the first that the format knows), no rights and no
/// extra fields. That is also why no library does it: this is shorter than telling one to leave all that out. Meant for
/// documents: less than 4 GB and 65,535 members.
package struct ZipFile: Sendable {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    package init() {}

    /// Adds a member.
    ///
    /// - Parameter isPacked: by Deflate, where that makes it smaller; the first member of an OpenDocument file is not.
    package mutating func add(_ name: String, _ content: [UInt8], isPacked: Bool = true) {
        let deflated = isPacked ? Deflation.packed(content) : nil
        let packed = deflated.flatMap { $0.count < content.count ? $0 : nil }
        let stored = packed ?? content
        let name = Array(name.utf8)
        // Version 2.0; names are UTF-8; the way of packing; the day; check sum; sizes; length of the name.
        var shared: [UInt8] = []
        shared.put(20, 2)
        shared.put(1 << 11, 2)
        shared.put(packed == nil ? 0 : 8, 2)
        shared.put(0, 2)
        shared.put(0x21, 2)
        shared.put(Int(Inflation.checkSum(content)), 4)
        shared.put(stored.count, 4)
        shared.put(content.count, 4)
        shared.put(name.count, 2)
        shared.put(0, 2)
        let offset = body.count
        body.put(0x0403_4B50, 4)
        body += shared + name + stored
        directory.put(0x0201_4B50, 4)
        directory.put(20, 2)
        directory += shared
        // No comment, first part, no attributes.
        directory.put(0, 2)
        directory.put(0, 2)
        directory.put(0, 2)
        directory.put(0, 4)
        directory.put(offset, 4)
        directory += name
        count += 1
    }

    /// The file with all members so far.
    package var bytes: [UInt8] {
        var end: [UInt8] = []
        end.put(0x0605_4B50, 4)
        end.put(0, 4)
        end.put(count, 2)
        end.put(count, 2)
        end.put(directory.count, 4)
        end.put(body.count, 4)
        end.put(0, 2)
        return body + directory + end
    }
}

extension [UInt8] {
    /// Adds a number in so many bytes, the lowest first.
    fileprivate mutating func put(_ number: Int, _ size: Int) {
        for index in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }
}
