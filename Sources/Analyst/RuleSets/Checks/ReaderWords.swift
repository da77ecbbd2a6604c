import RuleEngine

/// Looks for words of lists in every text of rules in two languages, `{ nl: …, en: … }`, wherever it stands; the lists
/// themselves are left out.
struct ReaderWords: Sendable {
    let lists: [WordList]
    let files: [SourceFile]

    init(_ lists: [WordList], in files: [SourceFile]) {
        self.lists = lists.filter { !$0.isEmpty }
        self.files = files
    }

    /// Each word once per text, in the order of the files.
    var diagnostics: [Diagnostic] {
        guard !lists.isEmpty else { return [] }
        return Concurrently.map(files) { file in
            let lists = self.lists.filter { !$0.files.contains(file.name) }
            var result: [Diagnostic] = []
            // What YAML finds wrong with a file, the reader of rules tells.
            if !lists.isEmpty, let root = YAMLParser.parseSingle(file).root { visit(root, lists, into: &result) }
            return result
        }.flatMap(\.self)
    }

    private func visit(_ node: YAMLNode, _ lists: [WordList], into result: inout [Diagnostic]) {
        for part in node.sequence ?? [] { visit(part, lists, into: &result) }
        for entry in node.mapping ?? [] {
            guard let language = Language(rawValue: entry.name.value), let scalar = entry.value.scalar else {
                visit(entry.value, lists, into: &result)
                continue
            }
            let words = WordPhrase.Word.all(in: scalar.text)
            for list in lists { result += list.diagnostics(in: scalar, words, language) }
        }
    }
}
