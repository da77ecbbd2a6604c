import Foundation
import RuleEngine

@testable import Analyst

/// A table from text, as a file of that name would give it.
func table(_ text: String, name: String = "t.csv", header: [String]) throws -> DelimitedTable {
    try DelimitedTable(TableText(name: name, bytes: Array(text.utf8)), header: header)
}

/// The bytes of a small table in a file.
func tableText(_ text: String, name: String = "t.csv") -> TableText {
    TableText(name: name, bytes: Array(text.utf8))
}

/// The code and the place of the first diagnostic that an import throws: `table/no-header 1:1`.
func failure<Value>(_ body: () throws -> Value) -> String {
    do {
        _ = try body()
        return "no failure"
    } catch let error as BadInput {
        guard let first = error.diagnostics.first else { return "no diagnostic" }
        guard let start = first.span?.start else { return first.code }
        return "\(first.code) \(start.line):\(start.column)"
    } catch {
        return "\(error)"
    }
}

/// Kerncijfers of two wijken with three buurten, their municipality and the country; one column is empty throughout.
let smallKeyFigures = """
    ID;WijkenEnBuurten;Codering_3;AantalInwoners_5;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12;HuishoudensTotaal_28;Koopwoningen_40;PersonenPerSoortUitkeringBijstand_83;MeestVoorkomendePostcode_113
    0;NL00      ;NL00      ;1000;150;100;300;300;150;500;;40;         .
    1;GM0001    ;GM0001    ;2000;300;200;600;600;300;1000;;100;         .
    2;WK000101  ;WK000101  ;900;100;100;300;300;100;500;;70;         .
    3;BU00010101;BU00010101;600;70;60;200;200;70;300;;60;      1011
    4;BU00010102;BU00010102;300;30;40;100;100;30;200;;.;      1012
    5;WK000102  ;WK000102  ;100;10;10;30;30;20;50;;;         .
    6;BU00010201;BU00010201;100;10;10;30;30;20;50;;;      1013

    """

/// The names that go with `smallKeyFigures`.
let smallNames = """
    Key;Title
    NL00      ;Nederland
    GM0001    ;Voorbeeld
    WK000101  ;Wijk 01 Noord
    BU00010101;Noord-West
    BU00010102;Noord-Oost
    WK000102  ;Wijk 02 Zuid
    BU00010201;Zuid

    """

/// The recipes of the project.
func recipes() throws -> ImportRecipes { ImportRecipes(try Project.library.get()) }

/// The editions in a table, as a file of that name would give them.
func editions(_ text: String, name: String, stated: ImportRecipes.Statement = .init()) throws -> [EditionTable] {
    try recipes().tables(in: TableDocument(name: name, bytes: Array(text.utf8)), stated: stated)
}

/// `smallKeyFigures` with their names, and other tables by the names of their files.
func smallTables(_ others: (name: String, text: String)...) throws -> TableCollection {
    var all = try editions(smallNames, name: "namen-2020.csv") + editions(smallKeyFigures, name: "84799NED.csv")
    for other in others { all += try editions(other.text, name: other.name) }
    return try TableCollection(all)
}

/// The ways to fill an indicator, best first.
func ways(_ indicator: String, in tables: TableCollection) throws -> [FigureRecipe] {
    SheetIndicator.all(in: tables, try recipes().indicators).first { $0.name == indicator }?.recipes ?? []
}

/// The figure of an indicator by the best way to fill it.
func outcome(_ indicator: String, of regions: [RegionCode], in tables: TableCollection) throws -> FigureOutcome? {
    try ways(indicator, in: tables).first?.outcome(for: regions, in: tables)
}

func region(_ code: String) -> RegionCode {
    guard let region = RegionCode(code) else { preconditionFailure("the test uses a code of a region") }
    return region
}

extension TableFile {
    /// The file with this name, or the same name with `.gz` behind it where only that is there.
    static func find(_ name: String, in folder: URL) -> TableFile {
        let packed = folder.appending(path: name + ".gz")
        return TableFile(
            url: FileManager.default.fileExists(atPath: packed.path) ? packed : folder.appending(path: name))
    }
}
