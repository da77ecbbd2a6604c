internal import ArgumentParser

/// `analyst knowledge`: share rules, and take over those of others.
struct KnowledgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "knowledge",
        abstract: "Deel regels, en neem die van anderen over. / Share rules, and take over those of others.",
        subcommands: [
            KnowledgeAdd.self, KnowledgeUpdate.self, KnowledgeRemove.self, KnowledgeVerify.self, KnowledgeList.self,
            KnowledgeCite.self, KnowledgeNew.self, KnowledgeCheck.self,
        ], aliases: ["kennis"])
}
