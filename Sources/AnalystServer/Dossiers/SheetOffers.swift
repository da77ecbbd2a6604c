import Analyst
package import Foundation
import RuleEngine
import Synchronization

/// The sheets of a folder that a dossier can be made from, looked up when somebody first asks.
package final class SheetOffers: Sendable {
    private let folder: URL
    private let found = Mutex<[SheetOffer]?>(nil)

    package init(_ folder: URL) {
        self.folder = folder
    }

    package var list: [SheetOffer] {
        found.withLock { found in
            if let found { return found }
            let offers = Self.read(folder)
            found = offers
            return offers
        }
    }

    /// Sheets that cannot be read are left aside: nobody could make a dossier from them.
    private static func read(_ folder: URL) -> [SheetOffer] {
        let root = folder.resolvingSymlinksInPath()
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { path in
            do {
                let url = root.appending(path: path)
                let sheet = try FactSheet.read(try TextFile.read(url, name: path))
                return SheetOffer(id: path, title: sheet.title, path: url.path)
            } catch {
                return nil
            }
        }.sorted { $0.title.nl < $1.title.nl }
    }
}
