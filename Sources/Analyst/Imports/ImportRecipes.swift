package import RuleEngine

/// The recipes of the tables that can be read, in the order of their files.
package struct ImportRecipes: Sendable {
    package let recipes: [ImportRecipe]
    /// What is wrong with the recipes; one that cannot be used is left out.
    package let diagnostics: [Diagnostic]
    /// Unit, range and order of the indicators.
    package let indicators: Vocabulary?

    /// - Parameter indicators: the vocabulary of indicators of the rules.
    package init(_ files: [SourceFile], indicators: Vocabulary?) {
        var recipes: [ImportRecipe] = []
        var diagnostics: [Diagnostic] = []
        for file in files {
            let reading = ImportRecipe.read(file, indicators: indicators)
            diagnostics += reading.diagnostics
            guard let recipe = reading.recipe else { continue }
            if recipes.contains(where: { $0.name == recipe.name }) {
                diagnostics.append(.recipeTwice(recipe))
            } else {
                recipes.append(recipe)
            }
        }
        self.recipes = recipes
        self.diagnostics = diagnostics + Self.unknownWeights(in: recipes)
        self.indicators = indicators
    }

    /// Weights and wholes that neither their own recipe has nor one of a table that defines areas.
    private static func unknownWeights(in recipes: [ImportRecipe]) -> [Diagnostic] {
        let ofAreas = Set(recipes.filter(\.definesAreas).flatMap { $0.columns.map(\.name) })
        return recipes.flatMap { recipe -> [Diagnostic] in
            let known = ofAreas.union(recipe.columns.map(\.name))
            return recipe.figures.flatMap { figure -> [Diagnostic] in
                figure.method.weights.filter { !known.contains($0) }.map {
                    Diagnostic.unknownColumn(Located($0, at: figure.span), known: known)
                }
            }
        }
    }

    /// The recipes of a library of rules.
    package init(_ library: RuleLibrary) {
        self.init(
            library.importFiles, indicators: library.ruleBase.vocabulary(library.ruleBase.record.vocabulary))
    }

    /// The table number, without the letters, of every edition: what the name of a file may tell.
    package func editions(ofTable table: String) -> [(recipe: ImportRecipe, edition: ImportRecipe.Edition)] {
        recipes.flatMap { recipe in
            recipe.editions.filter { $0.table?.lowercased() == table.lowercased() }.map { (recipe, $0) }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func recipeTwice(_ recipe: ImportRecipe) -> Diagnostic {
        Diagnostic(
            code: "recipe/twice",
            message: LocalizedText(
                nl: "het recept ‘\(recipe.name)’ staat er twee keer",
                en: "the recipe ‘\(recipe.name)’ stands here twice"),
            at: recipe.span)
    }
}
