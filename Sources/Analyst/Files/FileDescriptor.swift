import Foundation

/// An open file by its number, read and written without ever stopping the program: a fault is thrown.
package struct FileDescriptor: Sendable {
    package static let standardInput = FileDescriptor(number: 0)
    package static let standardOutput = FileDescriptor(number: 1)
    package static let standardError = FileDescriptor(number: 2)

    package let number: Int32

    package init(number: Int32) {
        self.number = number
    }

    /// Opens a file; whoever opens it closes it.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(FileFault) {
        while true {
            let number = open(path, flags | O_CLOEXEC, mode)
            if number >= 0 {
                self.number = number
                return
            }
            guard errno == EINTR else { throw FileFault(errno) }
        }
    }

    func close() {
        _ = Foundation.close(number)
    }

    /// Writes all bytes, in as many steps as the system asks.
    package func put(_ bytes: some Collection<UInt8>) throws(FileFault) {
        let all = ContiguousArray(bytes)
        var start = 0
        while start < all.count {
            let count = all.withUnsafeBytes { write(number, $0.baseAddress.map { $0 + start }, all.count - start) }
            if count >= 0 {
                start += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                pause(until: POLLOUT)
            } else if errno != EINTR {
                throw FileFault(errno)
            }
        }
    }

    /// All bytes up to the end.
    ///
    /// - Throws: `tooLarge` before anything is read, when the size is known beforehand; else as soon as it shows.
    package func bytes(limit: Int) throws(FileFault) -> [UInt8] {
        let status = try FileStatus(ofDescriptor: number)
        guard status.kind != .folder else { throw .isFolder }
        guard status.kind != .plain || status.size <= limit else { throw .tooLarge(limit: limit) }
        var result: [UInt8] = []
        if status.kind == .plain { result.reserveCapacity(status.size) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
            if count == 0 { return result }
            if count > 0 {
                guard result.count + count <= limit else { throw .tooLarge(limit: limit) }
                result.append(contentsOf: buffer[..<count])
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                pause(until: POLLIN)
            } else if errno != EINTR {
                throw FileFault(errno)
            }
        }
    }

    /// The bytes that are there, as soon as there are any; `nil` at the end and where nothing more can be read.
    package func some() -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
            if count > 0 { return Array(buffer[..<count]) }
            if count == 0 { return nil }
            if errno == EAGAIN || errno == EWOULDBLOCK {
                pause(until: POLLIN)
            } else if errno != EINTR {
                return nil
            }
        }
    }

    /// Waits until the file can go on; used where it was set to answer at once.
    private func pause(until event: Int32) {
        var entry = pollfd(fd: number, events: Int16(event), revents: 0)
        _ = poll(&entry, 1, -1)
    }
}
