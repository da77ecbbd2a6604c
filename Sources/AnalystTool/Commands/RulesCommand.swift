internal import ArgumentParser

/// `analyst rules`: work on rule files.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "Werk aan regels. / Work on rules.",
        subcommands: [
            RulesCheck.self, RulesTest.self, RulesFindings.self, RulesNetwork.self, RulesSchema.self, RulesWhere.self,
            RulesImpact.self, RulesCoverage.self, RulesMutate.self, RulesDocument.self,
            RulesLanguageServer.self,
        ])
}
