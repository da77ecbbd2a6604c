import Foundation
import RuleEngine

/// The files of one request in the folder of downloads: its pages while it runs, then the table and a mark that it is whole.
///
/// Every file is written as a whole, so that a run that breaks off leaves only whole pages, which the next run goes on from.
struct DownloadFolder {
    /// What the mark of a table that is whole says.
    struct Mark: Equatable {
        let address: String
        /// -1 where the publisher has no such table.
        let rows: Int
        let bytes: Int
        /// The day on which it was fetched.
        let day: String
    }

    private let folder: URL
    private let request: TableRequest

    init(_ folder: URL, _ request: TableRequest) {
        self.folder = folder
        self.request = request
    }

    private var stem: String { request.file.replacing(".json", with: "") }
    private var table: URL { folder.appending(path: request.file) }
    private var marked: URL { folder.appending(path: "\(stem).done") }
    private var pages: URL { folder.appending(path: "\(stem).pages", directoryHint: .isDirectory) }
    private var origin: URL { pages.appending(path: "address") }

    /// The mark of the table, where it is whole and came from the same address.
    var mark: Mark? {
        guard let text = bytes(of: marked).map({ String(decoding: $0, as: UTF8.self) }) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4, lines[0] == request.address, let rows = Int(lines[1]), let count = Int(lines[2]) else {
            return nil
        }
        let mark = Mark(address: lines[0], rows: rows, bytes: count, day: lines[3])
        return rows <= 0 || bytes(of: table)?.count == count ? mark : nil
    }

    /// Makes room for the pages of this address; those of another one go.
    func begin(isFresh: Bool) throws(FileFault) {
        try SheetFolder(url: folder).create()
        OutputFile(table.path).sweep()
        if isFresh || bytes(of: origin).map({ $0 != Array(request.address.utf8) }) ?? true { remove(pages) }
        try SheetFolder(url: pages).create()
        OutputFile(origin.path).sweep()
        try OutputFile(origin.path).write(Array(request.address.utf8))
    }

    /// A page that an earlier run has left; `nil` where it has not.
    func page(_ number: Int) -> [UInt8]? { bytes(of: place(of: number)) }

    func write(_ bytes: [UInt8], page number: Int) throws(FileFault) {
        try OutputFile(place(of: number).path).write(bytes)
    }

    /// Puts the table in the folder and takes the pages away. A table without rows leaves only a mark.
    func finish(_ bytes: [UInt8], rows: Int, day: String) throws(FileFault) {
        remove(marked)
        if rows > 0 { try OutputFile(table.path).write(bytes) } else { remove(table) }
        let mark = "\(request.address)\n\(rows)\n\(bytes.count)\n\(day)\n"
        try OutputFile(marked.path).write(Array(mark.utf8))
        remove(pages)
    }

    /// Marks that there is no such table, and takes away what was there of it.
    func abandon(day: String) throws(FileFault) {
        for file in [marked, table] { remove(file) }
        try OutputFile(marked.path).write(Array("\(request.address)\n-1\n0\n\(day)\n".utf8))
        remove(pages)
    }

    private func place(of number: Int) -> URL {
        let digits = String(number)
        return pages.appending(path: String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".json")
    }

    private func bytes(of url: URL) -> [UInt8]? {
        // What is not there, or cannot be read, is fetched anew.
        try? InputFile(url.path).bytes(limit: TableDocument.limit)
    }

    private func remove(_ url: URL) {
        // What is not there need not go; what stays is written over, or read as what it is.
        try? FileManager.default.removeItem(at: url)
    }
}
