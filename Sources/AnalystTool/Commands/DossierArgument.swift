import Analyst
internal import ArgumentParser
import RuleEngine

/// A dossier where a command reads a fact sheet: `dossier:NAME`, in the database of the environment.
struct DossierArgument {
    /// What its argument begins with.
    static let prefix = "dossier:"

    let argument: String
    private let name: String

    /// `nil` for the name of a file.
    init?(_ argument: String) {
        guard argument.hasPrefix(Self.prefix) else { return nil }
        self.argument = argument
        name = String(argument.dropFirst(Self.prefix.count))
    }

    /// The sheet that the dossier would be written as, or an end with the reason why there is none.
    func sheet(_ common: CommonOptions, for ruleBase: RuleBase) throws -> FactSheet {
        let options = try DossierOptions.parse([])
        let (store, found) = try options.chosen(name, common)
        let dossier = try options.attempt(common) { () throws(DossierFault) in try store.load(found.id) }
        return try common.attempt { () throws(BadInput) in
            let text = try dossier.text()
            var sheet = try FactSheet.read(SourceFile(name: argument, text: text)).checked(against: ruleBase)
            sheet.digest = FileDigest(file: argument, of: Array(text.utf8))
            return sheet
        }
    }
}
