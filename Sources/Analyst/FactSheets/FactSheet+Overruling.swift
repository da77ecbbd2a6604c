package import RuleEngine

extension FactSheet {
    /// The text of the sheet with other overrules; all else stays byte for byte.
    package func text(withOverrules overrules: [SessionInputs.Overrule]) -> String {
        guard overrules != self.overrules, let root = YAMLParser.parseSingle(file).root, let entries = root.mapping
        else { return file.text }
        let writer = SheetListWriter(key: "overrules", bytes: SheetBytes(file), isFlow: root.isFlow)
        let lines = overrules.map(\.line)
        let edit =
            if let entry = entries.first(where: { $0.name.value == "overrules" }) {
                writer.replacement(of: entry, by: lines)
            } else {
                writer.addition(of: lines, to: root, after: entries.last)
            }
        return writer.bytes.applying([edit])
    }

    /// The overrules with one more; of two about one finding the later one counts.
    package func overrules(adding overrule: SessionInputs.Overrule) -> [SessionInputs.Overrule] {
        overrules.filter { $0.finding != overrule.finding } + [overrule]
    }
}

extension SessionInputs.Overrule {
    /// As a sheet has it in its list: `{ finding: 'problem:armoede', verdict: rejected, reason: '…' }`.
    fileprivate var line: String {
        let parts = [
            "finding: \(YAMLWriter.scalar(finding.description, flow: true))", "verdict: \(verdict.rawValue)",
            "reason: \(YAMLWriter.scalar(reason, flow: true))",
        ]
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
