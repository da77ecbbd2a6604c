import Foundation
import RuleEngine

extension ImportRecipe {
    /// Where the publisher's open data service gives a table: addresses are data of its recipe.
    package struct Download: Sendable {
        package let rows: Part
        /// The names of regions, where the rows have codes only.
        package let names: Part?
        /// What the codes of measures mean, where rows are observations of OData 4.
        package let measures: Part?

        /// What one address gives.
        package struct Part: Sendable {
            /// `{table}` stands for the number of the table.
            package let address: String
            /// The column with the code of the region, by which rows are asked for; all rows without it.
            package let region: String?
            /// How many rows are asked for at a time, where the service gives no link to a next page.
            package let page: Int?
        }
    }
}

extension ImportRecipe.Download {
    /// Reads `download` of a recipe.
    static func read(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) -> ImportRecipe.Download? {
        var reader = MappingReader(node, of: .download)
        let rowsNode = reader.required("rows")
        let namesNode = reader.optional("names")
        let measuresNode = reader.optional("measures")
        diagnostics += reader.finish()
        let rows = rowsNode.flatMap { part($0, &diagnostics) }
        let names = namesNode.flatMap { part($0, &diagnostics) }
        let measures = measuresNode.flatMap { part($0, &diagnostics) }
        return rows.map { ImportRecipe.Download(rows: $0, names: names, measures: measures) }
    }

    private static func part(_ node: YAMLNode, _ diagnostics: inout [Diagnostic]) -> Part? {
        var reader = MappingReader(node, of: .downloadPart)
        let address = reader.required("address", as: .text)
        let region = reader.optional("region", as: .text)
        let page = reader.optional("page", as: .integer)
        if let address, !isSafe(address.value) { reader.report(.unsafeAddress(address)) }
        if let page, page.value < 1 { reader.report(.noPage(page)) }
        diagnostics += reader.finish()
        return address.map { Part(address: $0.value, region: region?.value, page: page?.value) }
    }

    /// Whether an address is one of the web, and nobody can listen in or change what comes.
    private static func isSafe(_ address: String) -> Bool {
        let filled = address.replacing("{table}", with: "table")
        guard filled.hasPrefix("https://"), let parts = URLComponents(string: filled) else { return false }
        return parts.host?.isEmpty == false && parts.user == nil && parts.fragment == nil && parts.path.count > 1
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let download = LocalizedText(
        nl: "‘download’ van een recept", en: "‘download’ of a recipe")
    fileprivate static let downloadPart = LocalizedText(
        nl: "een adres in ‘download’ van een recept", en: "an address in ‘download’ of a recipe")
}

extension Diagnostic {
    fileprivate static func unsafeAddress(_ address: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "recipe/address",
            message: LocalizedText(
                nl: "‘\(address.value)’ is geen adres waar een tabel veilig vandaan komt",
                en: "‘\(address.value)’ is no address that a table safely comes from"),
            at: address.span,
            hint: LocalizedText(
                nl: "schrijf het hele adres van de dienst van de uitgever, met https:// ervoor en {table} waar het "
                    + "nummer van de tabel komt",
                en: "write the whole address of the publisher's service, with https:// before it and {table} where the "
                    + "number of the table goes"))
    }

    fileprivate static func noPage(_ page: Located<Int>) -> Diagnostic {
        Diagnostic(
            code: "recipe/page",
            message: LocalizedText(
                nl: "een bladzijde heeft ten minste één rij", en: "a page has at least one row"),
            at: page.span)
    }
}
