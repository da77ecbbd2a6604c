internal import ArgumentParser

/// `analyst dmn`: decision models of the DMN standard.
struct DMNCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmn", abstract: "Werk met beslismodellen (DMN). / Work with decision models (DMN).",
        subcommands: [DMNCheck.self, DMNRun.self, DMNTest.self, DMNImport.self, DMNExport.self])
}
