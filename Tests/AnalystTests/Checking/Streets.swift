import Analyst
import Foundation
import RuleEngine
import Testing

/// The small rule base in `docs/examples/streets`, beside which the examples of pages and references are read.
enum Streets {
    static let folder = Project.root.appending(path: "docs/examples/streets")

    /// Its rule files, those left out that a test replaces.
    static func files(without left: String...) throws -> [SourceFile] {
        try RuleLibrary(folder: folder).files.filter { file in !left.contains { file.name.hasSuffix("/\($0)") } }
    }

    /// What is wrong when a file is read beside the others.
    static func diagnostics(with text: String, name: String = "example.yaml", without left: String = "") throws
        -> [Diagnostic]
    {
        let library = RuleLibrary(files: try files(without: left) + [SourceFile(name: name, text: text)])
        return RuleChecks(library: library, on: FEELDate("2026-11-01")).diagnostics
    }

    /// A rule with one condition, as a file.
    static func rule(when condition: String, then: String = "remark: { code: unsafe }") -> String {
        """
        ruleset: example
        title: { nl: Voorbeeld, en: Example }
        rules:
          - rule: example
            title: { nl: Voorbeeld, en: Example }
            source: [{ ref: street-survey, finding: SU-01 }]
            strength: Q
            when:
              - \(condition)
            then:
              - \(then)
                because: { nl: Ja., en: Yes. }
        """
    }

    /// What is wrong with a condition.
    static func diagnostics(when condition: String, then: String = "remark: { code: unsafe }") throws -> [Diagnostic] {
        try diagnostics(with: rule(when: condition, then: then))
    }
}
