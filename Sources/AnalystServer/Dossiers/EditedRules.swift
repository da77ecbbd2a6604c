package import Analyst
package import RuleEngine

/// The rules in use, or those of a version: read, with where each name stands.
package struct EditedRules: Sendable {
    package let library: RuleLibrary
    /// The files of cases.
    package let cases: [SourceFile]
    package let index: RuleIndex
    /// The same for the same texts.
    package let key: String

    init(_ library: RuleLibrary, cases: [SourceFile]) {
        self.library = library
        self.cases = cases
        index = RuleIndex(library.reading)
        let digests = (library.importFiles + cases).map { FileDigest(file: $0.name, of: Array($0.text.utf8)) }
        key = FileDigest.sha256(of: [FileDigest(file: "rules", sha256: library.hash)] + digests)
    }

    package var ruleBase: RuleBase { library.ruleBase }

    /// Rules, cases and recipes, in the order of their names.
    package var files: [SourceFile] {
        (library.files + library.importFiles + cases).sorted { $0.name < $1.name }
    }

    package func file(_ name: String) -> SourceFile? {
        library.files.first { $0.name == name } ?? cases.first { $0.name == name }
            ?? library.importFiles.first { $0.name == name }
    }
}

/// Rules that can be run, with their cases.
package struct RunnableRules: Sendable {
    package let rules: CompiledRules
    package let cases: [RuleCase]
    /// What is wrong with the files of cases; the others are there.
    package let faults: [Diagnostic]
}
