package import RuleEngine

/// A fact sheet of an area made from the tables of a folder, with what there is to say about it.
package struct NewSheet: Sendable {
    package let sheet: ImportedSheet
    /// The text to be written; an analysis accepts it.
    package let yaml: String
    /// What a reader should know of the tables.
    package let remarks: [Diagnostic]
    package let uses: [TableUse]
    package let coverage: SheetCoverage

    /// - Parameters:
    ///   - files: the tables as they stand in the files.
    ///   - tables: the same, taken together.
    ///   - file: the name of the sheet, for messages.
    /// - Throws: what `SheetBuilder` throws, and `sheet/not-written`.
    package init(
        of area: AreaDefinition, from files: [EditionTable], _ tables: TableCollection, _ recipes: ImportRecipes,
        against ruleBase: RuleBase, file: String
    ) throws(BadInput) {
        let builder = SheetBuilder(tables, recipes.indicators, memberships: AreaMemberships(ruleBase))
        let built = try builder.sheet(of: area)
        sheet = built.sheet
        yaml = sheet.yaml
        // A table of another municipality without the country says nothing of this area.
        remarks = (tables.base.contains(.netherlands) ? [] : builder.remarks) + built.remarks
        uses = TableUse.all(of: files, in: sheet, tables)
        try FactSheet.verify(yaml, as: file, against: ruleBase)
        let facts = try FactSheet.read(SourceFile(name: file, text: yaml))
        coverage = SheetCoverage(of: facts, recipes, ruleBase)
    }
}
