package import RuleEngine

extension AnalysisDocument {
    /// How the parts of an area lie, with how many problems are found in each.
    package struct PartsMap: Sendable {
        /// Tells the message.
        package let title: String
        package let description: String
        /// In the order of their letters.
        package let parts: [Part]

        package struct Part: Sendable {
            /// What stands on the map: A, B, …, Z, AA, …
            package let letter: String
            package let name: String
            package let residents: FEELNumber?
            /// How many problems are found, and how many are open; `nil` where the part has no figures.
            package let counts: (found: Int, open: Int)?
            package let outline: RegionOutline

            package init(
                letter: String, name: String, residents: FEELNumber?, counts: (found: Int, open: Int)?,
                outline: RegionOutline
            ) {
                self.letter = letter
                self.name = name
                self.residents = residents
                self.counts = counts
                self.outline = outline
            }
        }

        package init(title: String, description: String, parts: [Part]) {
            self.title = title
            self.description = description
            self.parts = parts
        }

        /// The letters of a place in a list, from 0 on: A to Z, then AA, AB and so on.
        static func letter(_ place: Int) -> String {
            let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place % 26)))
            return place < 26 ? last : letter(place / 26 - 1) + last
        }
    }
}
