import Foundation

/// Several plain files that are replaced together: all of them, or none.
///
/// The new texts are written in full beside the files before the first one takes its name, so that a full disk or a missing
/// right stops it before anything changed; where a name cannot be taken, those taken before go back.
package enum OutputFiles {
    package struct Part: Sendable {
        package let place: String
        package let bytes: [UInt8]

        package init(place: String, bytes: [UInt8]) {
            self.place = place
            self.bytes = bytes
        }
    }

    /// So much of a former file is kept to put it back.
    private static let limit = 64 << 20

    package static func replace(_ parts: [Part]) throws(FileFault) {
        var former: [(place: String, bytes: [UInt8]?)] = []
        for part in parts {
            guard InputFile(part.place).identity != nil else {
                former.append((part.place, nil))
                continue
            }
            guard access(part.place, W_OK) == 0 else { throw FileFault(errno) }
            former.append((part.place, try InputFile(part.place).bytes(limit: limit)))
        }
        var taken: Set<String> = []
        do {
            try put(parts[...], &taken)
        } catch {
            for (place, bytes) in former where taken.contains(place) {
                if let bytes {
                    // The fault that stopped it is told; the caller looks at the files again before it goes on.
                    try? OutputFile(place).write(bytes)
                } else {
                    unlink(place)
                }
            }
            throw error
        }
    }

    /// Fills one file after the other, and gives them their names on the way back.
    private static func put(_ parts: ArraySlice<Part>, _ taken: inout Set<String>) throws(FileFault) {
        guard let part = parts.first else { return }
        let temporary = try TemporaryFile(beside: part.place)
        do {
            try temporary.fill(part.bytes)
            try put(parts.dropFirst(), &taken)
            try temporary.take(nameOf: part.place, keeping: status(of: part.place))
        } catch {
            temporary.remove()
            throw error
        }
        taken.insert(part.place)
    }

    /// `nil` where there is no file yet.
    private static func status(of place: String) -> FileStatus? {
        do {
            return try FileStatus(of: place)
        } catch {
            return nil
        }
    }
}
