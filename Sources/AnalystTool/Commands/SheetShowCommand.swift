import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst sheet show`: a sheet as a page to read.
struct SheetShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Laat een feitenblad zien. / Show a fact sheet.",
        discussion: """
            analyst sheet show sheets/areas/rotterdam-zuid.yaml --date 2020-03-31

            Met --date: zoals het blad op die dag telt; zonder: alles wat erin staat.
            With --date: as the sheet counts on that day; without it: all that stands in it.
            """)

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let day = common.date == nil ? nil : try common.analysisDate()
        let library = try common.library()
        let facts = try common.sheet(sheet, for: library.ruleBase)
        Console.output(SheetPage(facts, library.ruleBase, on: day, common.language).text)
    }
}
