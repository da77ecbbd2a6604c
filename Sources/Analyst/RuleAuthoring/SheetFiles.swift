import Foundation
import RuleEngine

/// Fact sheets of files and of all that lies below folders.
package enum SheetFiles {
    /// - Returns: the sheets in the order of the arguments, in each folder in the order of paths.
    /// - Throws: all that cannot be read.
    package static func read(_ paths: [String]) throws(BadInput) -> [FactSheet] {
        var sheets: [FactSheet] = []
        var faults: [BadInput] = []
        for path in paths {
            let place = URL(filePath: path)
            guard RuleLibrary.isFolder(place) else {
                read(place, named: path, into: &sheets, &faults)
                continue
            }
            let entries: [FolderTree.Entry]
            do {
                entries = try FolderTree(of: place).entries
            } catch {
                throw BadInput([.unreadable(path, error)])
            }
            for entry in entries where entry.kind == .file && entry.path.hasSuffix(".yaml") {
                read(place.appending(path: entry.path), named: "\(path)/\(entry.path)", into: &sheets, &faults)
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        return sheets
    }

    private static func read(
        _ place: URL, named name: String, into sheets: inout [FactSheet], _ faults: inout [BadInput]
    ) {
        do throws(BadInput) {
            sheets.append(try FactSheet.read(TextFile.read(place, name: name)))
        } catch {
            faults.append(error)
        }
    }
}
