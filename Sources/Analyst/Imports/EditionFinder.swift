import RuleEngine

/// Finds which edition a table is of, where its rows do not say.
///
/// By what the user states, by the title above the table, by columns that only one edition has, and last by the name of the
/// file. What the table says itself must agree with what the user states. Nothing is assumed.
struct EditionFinder {
    private let recipe: ImportRecipe
    private let table: PublishedTable
    private let stated: ImportRecipes.Statement
    private let editionsByTable: (String) -> [(recipe: ImportRecipe, edition: ImportRecipe.Edition)]

    init(
        recipe: ImportRecipe, table: PublishedTable, stated: ImportRecipes.Statement,
        _ editionsByTable: @escaping (String) -> [(recipe: ImportRecipe, edition: ImportRecipe.Edition)]
    ) {
        self.recipe = recipe
        self.table = table
        self.stated = stated
        self.editionsByTable = editionsByTable
    }

    /// - Throws: `import/no-edition`, `import/unknown-edition`, `import/several-editions`, `import/other-edition`.
    func found() throws(BadInput) -> (ImportRecipe.Edition, EditionTable.Evidence) {
        let told =
            only(years(in: table.preamble.joined(separator: "\n"))).map { ($0, EditionTable.Evidence.title) }
            ?? fingerprint()
        if stated.year != nil || stated.table != nil {
            let edition = try statedEdition()
            if let told, told.0.year != edition.year {
                throw table.headerFailure(
                    "import/other-edition", .otherYear(edition.year, [told.0.year]), column: nil)
            }
            return (edition, .stated)
        }
        if let told { return told }
        if let edition = byFileName() { return (edition, .fileName) }
        throw table.headerFailure(
            "import/no-edition", .noEdition(recipe, table.name), column: nil, hint: .noEditionHint(recipe))
    }

    private func statedEdition() throws(BadInput) -> ImportRecipe.Edition {
        let fitting = recipe.editions.filter { edition in
            (stated.year == nil || edition.year == stated.year)
                && (stated.table == nil || edition.table?.lowercased() == stated.table?.lowercased())
        }
        if fitting.count > 1 {
            throw table.headerFailure(
                "import/several-editions", .severalEditions(stated, fitting), column: nil,
                hint: .severalEditionsHint(fitting[0]))
        }
        guard fitting.count == 1 else {
            throw table.headerFailure(
                "import/unknown-edition", .noSuchEdition(stated, recipe), column: nil,
                hint: .unknownEditionHint(recipe))
        }
        return fitting[0]
    }

    /// The edition that alone has all columns of its fingerprint, with the publisher's numbers behind their names.
    private func fingerprint() -> (ImportRecipe.Edition, EditionTable.Evidence)? {
        let names = Set(table.columns.map(\.header))
        let fitting = recipe.editions.filter { !$0.fingerprint.isEmpty && names.isSuperset(of: $0.fingerprint) }
        return fitting.count == 1 ? (fitting[0], .fingerprint) : nil
    }

    /// The number of the table, or the one year of an edition, in the name of the file.
    private func byFileName() -> ImportRecipe.Edition? {
        let name = table.name.split(separator: "/").last.map(String.init) ?? table.name
        let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for word in words where word.lowercased().hasSuffix("ned") {
            let years = Set(editionsByTable(word).map(\.edition.year))
            if let edition = only(years) { return edition }
        }
        return only(years(in: name))
    }

    /// The edition of the only year of the recipe among these.
    private func only(_ years: Set<Int>) -> ImportRecipe.Edition? {
        let fitting = recipe.editions.filter { years.contains($0.year) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The numbers of four digits in a text that may be years.
    private func years(in text: String) -> Set<Int> {
        var years: Set<Int> = []
        var digits = ""
        for character in text + " " {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                if digits.count == 4, let year = Int(digits), (1990...2099).contains(year) { years.insert(year) }
                digits = ""
            }
        }
        return years
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func severalEditions(
        _ stated: ImportRecipes.Statement, _ editions: [ImportRecipe.Edition]
    ) -> LocalizedText {
        let years = editions.map { String($0.year) }.joined(separator: ", ")
        let table = stated.table ?? editions.compactMap(\.table).first ?? ""
        return LocalizedText(
            nl: "de tabel \(table) heeft meer jaren (\(years)), en in dit bestand staat niet welk jaar dit is",
            en: "the table \(table) has several years (\(years)), and this file does not say which year this is")
    }

    fileprivate static func severalEditionsHint(_ edition: ImportRecipe.Edition) -> LocalizedText {
        LocalizedText(
            nl: "noem ook het jaar, zoals --year \(edition.year), of haal de tabel op met de kolom ‘Perioden’",
            en: "name the year too, such as --year \(edition.year), or download the table with the column ‘Perioden’")
    }
}
