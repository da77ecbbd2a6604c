import RuleEngine

/// Leaves a rule out of the text of its file. Lines keep their numbers, as those of the rule become remarks.
enum RuleRemoval {
    /// The names of the rules of a file.
    static func names(in file: SourceFile) -> [String] {
        (YAMLParser.parseSingle(file).root?["rules"]?.sequence ?? []).compactMap { $0["rule"]?.scalar?.text }
    }

    /// - Returns: `nil` where the rule is not there, or stands in a list in brackets, of which no line can be left out.
    static func text(of file: SourceFile, without name: String) -> String? {
        guard let root = YAMLParser.parseSingle(file).root,
            let list = root.mapping?.first(where: { $0.name.value == "rules" }), !list.value.isFlow,
            let rules = list.value.sequence, let rule = rules.first(where: { $0["rule"]?.scalar?.text == name })
        else { return nil }
        let extent = file.span(withoutBlanksBehind: rule.span)
        var lines = (1...file.lineCount).map { file.line($0).map(String.init) ?? "" }
        for number in extent.start.line...max(extent.start.line, extent.end.line) {
            lines[number - 1] = "# " + lines[number - 1]
        }
        // A list without elements would be no list.
        if rules.count == 1 { lines[list.key.span.start.line - 1] = "# rules:" }
        return lines.joined(separator: "\n")
    }
}
