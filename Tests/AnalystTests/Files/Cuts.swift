import Foundation
import TestSupport

@testable import Analyst

/// Pieces of tables as data officers have them, from the folder that stands outside the package; absent elsewhere.
enum Cuts {
    static let folder: URL? = {
        guard let folder = sharedFolder()?.appending(path: "cases/data") else { return nil }
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// Whole tables.
    static let tables: URL? = {
        guard let folder = sharedFolder()?.appending(path: "data") else { return nil }
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func sheet(_ name: String) throws -> TableSheet {
        let url = (folder ?? URL(filePath: "/")).appending(path: name)
        return try TableSheet(TableText(name: name, bytes: TableFile(url: url).bytes()))
    }
}
