import Analyst
import RuleEngine

/// The questions of an editor and their answers.
extension LanguageServer {
    /// Why a question has no answer.
    struct Refusal: Error {
        let kind: ProtocolMessage.Failure
        let words: String
    }

    mutating func answer(_ method: String, _ parameters: JSONValue) -> Result<JSONText, Refusal> {
        guard Self.methods.contains(method) else {
            return .failure(Refusal(kind: .noMethod, words: method))
        }
        // A file that is none of ours has nothing to tell.
        guard let (name, _) = file(parameters["textDocument"]), let lines = workspace.lines(name) else {
            return .success(method == "textDocument/completion" ? .array([]) : .null)
        }
        switch method {
        case "textDocument/documentSymbol":
            return .success(FileOutline(workspace.index(), name, lines, language).symbols)
        case "textDocument/foldingRange": return .success(FileOutline.folds(lines))
        case "textDocument/codeLens":
            let index = workspace.index()
            let lenses = LensMessages(
                index: index, lines: lines, language: language, lenses: lenses, version: workspace.version)
            return .success(lenses.json(name))
        case "textDocument/semanticTokens/full":
            return .success(SemanticTokens.json(workspace.index().mentions(in: name), lines))
        case "textDocument/codeAction": return .success(actions(name, lines, parameters["range"]))
        default: break
        }
        guard let place = TextPlace(parameters["position"]) else {
            return .failure(Refusal(kind: .badParameters, words: "position"))
        }
        return answer(method, parameters, name, lines, at: lines.offset(of: place))
    }

    private static let methods: Set = [
        "textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references",
        "textDocument/rename", "textDocument/prepareRename", "textDocument/documentSymbol", "textDocument/foldingRange",
        "textDocument/codeLens", "textDocument/semanticTokens/full", "textDocument/codeAction",
    ]

    /// Answers about a place of a file.
    private mutating func answer(
        _ method: String, _ parameters: JSONValue, _ name: String, _ lines: DocumentLines, at offset: Int
    ) -> Result<JSONText, Refusal> {
        if method == "textDocument/completion" {
            var completion = Completion(workspace.choices(), lines, file: name, at: offset, language)
            completion.casebook = workspace.casebooks.place(lines, of: name, at: offset)
            if let word = completion.wordOfKey {
                let workspace = workspace
                completion.keys = KnownKeys.all(in: lines, replacing: word) {
                    workspace.diagnostics(of: name, holding: $0)
                }
            }
            return .success(completion.json)
        }
        let index = workspace.index()
        let messages = DiagnosticMessages(workspace, language)
        if let place = workspace.casebooks.place(lines, of: name, at: DocumentLines.endOfWord(at: offset, in: lines)) {
            return .success(CasebookAnswer(place, index, language).answer(method, lines, messages))
        }
        guard let mention = index.mention(in: name, at: offset) else {
            return method == "textDocument/rename"
                ? .failure(Refusal(kind: .badParameters, words: Renaming.Refusal.nothing.words[language]))
                : .success(.null)
        }
        switch method {
        case "textDocument/hover": return .success(Hover(index, mention, language).json(lines))
        case "textDocument/definition":
            return .success(.array(index.declarations(of: mention.symbol).map { messages.location($0.span) }))
        case "textDocument/references":
            let own =
                parameters["context"]["includeDeclaration"].bool == true ? index.declarations(of: mention.symbol) : []
            return .success(
                .array((own + index.uses(of: mention.symbol)).map { messages.location($0.span) }))
        case "textDocument/prepareRename", "textDocument/rename":
            return rename(method, parameters, mention, index, lines)
        default: return .success(.null)
        }
    }

    private func rename(
        _ method: String, _ parameters: JSONValue, _ mention: RuleMention, _ index: RuleIndex, _ lines: DocumentLines
    ) -> Result<JSONText, Refusal> {
        do throws(Renaming.Refusal) {
            let cases = workspace.caseFiles.values.sorted { $0.name < $1.name }
            let renaming = try Renaming(mention.symbol, in: index, cases: cases)
            if method == "textDocument/prepareRename" {
                return .success(
                    .object([
                        ("range", lines.json(mention.span.start.offset..<mention.span.end.offset)),
                        ("placeholder", .string(mention.symbol.name)),
                    ]))
            }
            let new = parameters["newName"].string ?? ""
            let changes = try renaming.edits(to: new).map { file, ranges -> (String, JSONText) in
                let lines = workspace.lines(file) ?? DocumentLines("")
                let edits = ranges.map { range in
                    JSONText.object([("range", lines.json(range)), ("newText", .string(new))])
                }
                return (workspace.uri(of: file), .array(edits))
            }
            return .success(.object([("changes", .object(changes))]))
        } catch {
            return .failure(Refusal(kind: .badParameters, words: error.words[language]))
        }
    }

    private func actions(_ name: String, _ lines: DocumentLines, _ range: JSONValue) -> JSONText {
        guard let start = TextPlace(range["start"]), let end = TextPlace(range["end"]) else { return .array([]) }
        let first = lines.offset(of: min(start, end))
        let last = max(first, lines.offset(of: max(start, end)))
        return DiagnosticMessages(workspace, language).actions(name, diagnostics[name] ?? [], within: first..<last)
    }
}
