import RuleEngine
import Testing

@testable import Analyst

struct FigureRecipeTests {
    private let noord = region("WK000101")
    private let zuid = region("WK000102")
    private let workingAge: [Quantity] = [.kwb(.age15to25), .kwb(.age25to45), .kwb(.age45to65)]

    @Test func `counts are added`() throws {
        let outcome = FigureRecipe(.kwb2020, .sum(.kwb(.residents))).outcome(for: [noord, zuid], in: try smallTables())
        #expect(outcome == FigureOutcome(result: .known(1000), coverage: 100))
    }

    @Test func `a share divides what is added, it does not average percentages`() throws {
        let recipe = FigureRecipe(.kwb2020, .ratio([.kwb(.age65)], to: [.kwb(.residents)], times: 100))
        #expect(recipe.outcome(for: [noord, zuid], in: try smallTables()).result == .known(12))
    }

    @Test func `a part without a figure is left out while the rest covers nine residents in ten`() throws {
        let recipe = FigureRecipe(.kwb2020, .ratio([.kwb(.welfare)], to: workingAge, times: 100))
        let outcome = recipe.outcome(for: [noord, zuid], in: try smallTables())
        #expect(outcome == FigureOutcome(result: .known(10), coverage: 90))
    }

    @Test func `below nine in ten the figure is not known, for the reason of most residents`() throws {
        let recipe = FigureRecipe(.kwb2020, .ratio([.kwb(.welfare)], to: workingAge, times: 100))
        let buurten = [region("BU00010101"), region("BU00010102")]
        let outcome = recipe.outcome(for: buurten, in: try smallTables())
        #expect(outcome.result == .unknown(.suppressed))
        #expect(outcome.coverage.rounded(toScale: 1, rule: .halfUp) == FEELNumber("66.7"))
    }

    @Test func `a median stands for one region only`() throws {
        let text = "Codering_3;AantalInwoners_5;MediaanVermogenVanParticuliereHuish_82\nWK000101;9;5\nWK000102;1;7\n"
        let tables = TableCollection(kwb: try KWBTable(tableText(text)))
        let recipe = FigureRecipe(.kwb2020, .single(.kwb(.medianWealth)))
        #expect(recipe.outcome(for: [noord], in: tables).result == .known(5))
        #expect(recipe.outcome(for: [noord, zuid], in: tables).result == .unknown(.notMeasured))
        #expect(recipe.outcome(for: [noord, zuid], in: try smallTables()).result == .unknown(.notPublished))
    }

    @Test func `values of dwellings are related to the country and weighted by households`() throws {
        var tables = try smallTables()
        let text = "Key,Gemiddelde WOZ\nNL00,400\nWK000101,200\nWK000102,420\n"
        tables.woz = try WOZTable(tableText(text), names: tables.kwb.names)
        let recipe = FigureRecipe(.woz2023, .relativeMean(.woz, weight: [.kwb(.households)]))
        #expect(recipe.outcome(for: [noord, zuid], in: tables).result == .known(FEELNumber("0.55") ?? .zero))
    }

    @Test func `a region with another name in the later year does not count`() throws {
        var tables = try smallTables()
        let names = RegionNames([noord: "Noordpolder", zuid: "Zuid", .netherlands: "Nederland"])
        tables.woz = try WOZTable(tableText("Key,Gemiddelde WOZ\nNL00,400\nWK000101,200\nWK000102,420\n"), names: names)
        let outcome = FigureRecipe(.woz2023, .relativeMean(.woz, weight: [.kwb(.households)]))
            .outcome(for: [noord, zuid], in: tables)
        #expect(outcome == FigureOutcome(result: .unknown(.boundariesChanged), coverage: 10))
    }

    @Test func `Leefbaarometer reaches a wijk through the postcodes of its buurten`() throws {
        var tables = try smallTables()
        tables.leefbaarometer = try LeefbaarometerTable(tableText("GBD,RLBVEI18\n1011,-0.3\n1012,0.6\n"))
        let recipe = FigureRecipe(
            .leefbaarometer, .mean(.leefbaarometer(.safety, year: 2018), weight: [.kwb(.residents)]), level: .buurt)
        #expect(recipe.outcome(for: [noord], in: tables).result == .known(.zero))
        #expect(recipe.outcome(for: [noord, zuid], in: tables).coverage == 90)
        #expect(recipe.outcome(for: [zuid], in: tables).result == .unknown(.notPublished))
    }

    @Test(arguments: [(4, 100), (5, 0)])
    func `classes up to four are weak, and a buurt has the class of its wijk`(weak: Int, share: Int) throws {
        var tables = try smallTables()
        tables.leefbaarometerClasses = try LeefbaarometerClassTable(
            tableText("CODE;KL16\nWK000101;\(weak)\nWK000102;\(weak)\n"), names: tables.kwb.names)
        let recipe = FigureRecipe(
            .leefbaarometerClasses, .mean(.weakClass, weight: [.kwb(.residents)]), level: .wijk, factor: 100)
        #expect(recipe.outcome(for: [region("GM0001")], in: tables).result == .known(FEELNumber(share)))
        #expect(recipe.outcome(for: [region("BU00010101")], in: tables).result == .known(FEELNumber(share)))
    }
}
