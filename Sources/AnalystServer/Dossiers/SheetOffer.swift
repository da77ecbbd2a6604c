package import Analyst
import Foundation
package import RuleEngine

/// A sheet that a dossier can be made from.
package struct SheetOffer: Hashable, Sendable, Identifiable {
    /// What the form says of it.
    package let id: String
    package let title: LocalizedText
    /// Reads its text.
    package let path: String

    package init(id: String, title: LocalizedText, path: String) {
        self.id = id
        self.title = title
        self.path = path
    }

    /// Its sheet.
    package func sheet() throws(BadInput) -> FactSheet {
        try FactSheet.read(try TextFile.read(URL(filePath: path), name: id))
    }
}
