import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst import recipes`: what the recipes of tables make of a file.
struct ImportRecipesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipes", abstract: "Recepten voor tabellen. / Recipes of tables.",
        subcommands: [ImportRecipesCheck.self])
}

/// `analyst import recipes check FILE`: column by column what is understood of a table.
struct ImportRecipesCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Wat wordt van een tabel begrepen? / What of a table is understood?",
        discussion: "analyst import recipes check kwb-2020.csv")

    @Argument(help: "De tabel. / The table.")
    var file: String

    @Option(help: "Het jaar van de cijfers. / The year of the figures.")
    var year: Int?

    @Option(help: "Het nummer van de tabel. / The number of the table.")
    var table: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let recipes = try common.recipes(common.library())
        let text = try common.attempt { () throws(BadInput) in
            let document = try TableFile(argument: file).document()
            return try RecipeReport(document, recipes, stated: .init(year: year, table: table)).text(
                in: common.language)
        }
        Console.output(text)
    }
}
