package import RuleEngine

/// A report as running text: what office programs have in common, from headings to tables, without a word of any format.
package struct TextDocument: Sendable {
    package let language: Language
    package let title: String
    /// For whom it is, where it is a version for a group of readers.
    package let subtitle: String?
    package let blocks: [Block]

    package enum Block: Sendable {
        /// A heading of level 1 to 5. Levels follow each other without a gap.
        case heading(Heading)
        case paragraph(Style, [Run])
        /// Items with bullets.
        case list([Item])
        case table(Table)
        case figure(Figure)
        /// The list of contents: the headings that follow, up to a level.
        case contents(title: String, entries: [Heading])
    }

    package struct Heading: Sendable {
        package let level: Int
        package let text: String
        /// By which others link to it.
        package let anchor: String
        /// It begins a page.
        package var beginsPage = false
    }

    package struct Item: Sendable {
        package let runs: [Run]
        package var anchor: String?
    }

    /// What a paragraph is for.
    package enum Style: Sendable, CaseIterable {
        case body, intro
        /// The name of a list that follows.
        case label
        /// A remark that must not be missed.
        case notice
        case small
    }

    /// A stretch of text that looks the same.
    package struct Run: Sendable {
        package let text: String
        package var weight = Weight.plain
        /// The anchor of the place in the document that it leads to.
        package var link: String?

        package enum Weight: Sendable { case plain, strong, code }

        package init(_ text: String, _ weight: Weight = .plain, link: String? = nil) {
            self.text = text
            self.weight = weight
            self.link = link
        }
    }

    package struct Table: Sendable {
        /// Counted through the document.
        package let number: Int
        package let caption: String
        package let columns: [AnalysisDocument.Table.Column]
        /// As long as the columns.
        package let rows: [[String]]
        package let note: String?

        /// The width of each column in percent, after the longest word and the length of its texts.
        package var widths: [Int] {
            let weights = columns.indices.map { index -> Double in
                let texts = [columns[index].title] + rows.prefix(200).map { $0[index] }
                let word = texts.flatMap { $0.split { $0 == " " || $0 == "-" } }.map(\.count).max() ?? 0
                let length = texts.map(\.count).max() ?? 0
                return max(5, Double(min(word, 18)) + 2, Double(length).squareRoot() * 2.4)
            }
            let sum = weights.reduce(0, +)
            return weights.map { Int(($0 / max(sum, 1) * 100).rounded()) }
        }
    }

    /// A drawing with its title and what it tells, for those who do not see it. The table with the same numbers follows.
    package struct Figure: Sendable {
        package let number: Int
        package let caption: String
        package let description: String
        package let drawing: Drawing

        /// In centimetres: so large that it can be read, and that its page has room for the words above it.
        package var size: (width: Double, height: Double) {
            let (width, height) = (Double(max(drawing.size.width, 1)), Double(max(drawing.size.height, 1)))
            let scale = min(13 / width, 19 / height)
            return ((width * scale * 100).rounded() / 100, (height * scale * 100).rounded() / 100)
        }
    }
}
