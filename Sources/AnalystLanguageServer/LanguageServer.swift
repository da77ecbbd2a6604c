import Analyst
package import RuleEngine

/// Helps whoever edits rule files in an editor: mistakes while typing, names to choose from, what things mean and where they
/// are used (Language Server Protocol 3.17).
///
///     var server = LanguageServer(workspace, language: .nl)
///     let output = server.receive(bytes)      // what the editor sent; bytes for the editor come back
///
/// A value without files, clock or threads of its own: bytes in, bytes out. What takes long comes back as work for the
/// background, and its outcome is handed in by `finish`. Nothing that an editor sends stops it.
package struct LanguageServer: Sendable {
    /// What follows from what was received.
    package struct Output: Sendable {
        /// For the editor.
        package internal(set) var bytes: [UInt8] = []
        /// For the background; it takes the place of all work before it.
        package internal(set) var work: LensWork?
        /// The editor said good-bye; the value says whether it did so in the right order.
        package internal(set) var end: Bool?
    }

    var workspace: RuleWorkspace
    var language: Language
    let setting: LensSetting
    /// The rules as they were at the start.
    let baseline: RuleLibrary
    var lenses: RuleLenses?
    var diagnostics: [String: [Diagnostic]] = [:]
    private var frames = MessageFrames()
    private var isReady = false
    private var isShutDown = false
    private var hasEnded = false
    /// The editor draws lenses anew when it is asked to.
    private var canRefreshLenses = false
    private var refreshes = 0
    /// Files of which the editor was told something, so that it is told when nothing is wrong any more.
    private var told: Set<String> = []
    /// Files with cases that changed since they were last looked at.
    private var changedCases: Set<String> = []
    /// Files of casebooks that changed since they were last looked at.
    private var changedCasebooks: Set<String> = []
    /// The rules that casebooks are checked against, with their version.
    private var compiled: (version: Int, rules: CompiledRules)?
    private var publishedVersion = -1

    package init(_ workspace: RuleWorkspace, language: Language, setting: LensSetting) {
        self.workspace = workspace
        self.language = language
        self.setting = setting
        baseline = workspace.library
    }

    // MARK: In and out

    /// Takes bytes as the editor sends them, in whatever pieces.
    ///
    /// All that is there is read before anything is worked out, so that of many changes in a row only the last costs time,
    /// and a question that is taken back is not answered.
    package mutating func receive(_ bytes: some Collection<UInt8>) -> Output {
        var output = Output()
        frames.append(bytes)
        var messages: [ProtocolMessage] = []
        while let frame = frames.next() {
            guard case .body(let body) = frame, let value = JSONValue(bytes: body) else {
                send(ProtocolMessage.failure(.null, .noJSON, LocalizedText.noMessage[language]), &output)
                continue
            }
            if let message = ProtocolMessage(value) {
                messages.append(message)
            } else if value["result"] == .null, value["error"] == .null, value["id"] == .null {
                send(ProtocolMessage.failure(.null, .noMessage, LocalizedText.noMessage[language]), &output)
            }
        }
        let takenBack = Set(messages.filter { $0.method == "$/cancelRequest" }.map { $0.parameters["id"] })
        for message in messages where !hasEnded { handle(message, takenBack, &output) }
        if isReady, !isShutDown { publish(&output) }
        return output
    }

    /// Takes what work in the background found out.
    package mutating func finish(_ lenses: RuleLenses) -> Output {
        var output = Output()
        self.lenses = lenses
        if canRefreshLenses, isReady, !isShutDown {
            refreshes += 1
            send(ProtocolMessage.request("lens-\(refreshes)", "workspace/codeLens/refresh"), &output)
        }
        return output
    }

    private func send(_ message: JSONText, _ output: inout Output) { output.bytes += MessageFrames.frame(message) }

    // MARK: Messages

    private mutating func handle(_ message: ProtocolMessage, _ takenBack: Set<JSONValue>, _ output: inout Output) {
        guard let id = message.id else {
            note(message, &output)
            return
        }
        if takenBack.contains(id) {
            send(ProtocolMessage.failure(id, .cancelled, LocalizedText.takenBack[language]), &output)
        } else if message.method == "initialize" {
            initialize(message.parameters)
            send(ProtocolMessage.answer(id, Self.capabilities), &output)
        } else if !isReady {
            send(ProtocolMessage.failure(id, .notReady, LocalizedText.notReady[language]), &output)
        } else if message.method == "shutdown" {
            isShutDown = true
            send(ProtocolMessage.answer(id, .null), &output)
        } else if isShutDown {
            send(ProtocolMessage.failure(id, .noMessage, LocalizedText.shutDown[language]), &output)
        } else {
            switch answer(message.method, message.parameters) {
            case .success(let result): send(ProtocolMessage.answer(id, result), &output)
            case .failure(let refusal): send(ProtocolMessage.failure(id, refusal.kind, refusal.words), &output)
            }
        }
    }

    private mutating func note(_ message: ProtocolMessage, _ output: inout Output) {
        switch message.method {
        case "exit":
            hasEnded = true
            output.end = isShutDown
        case _ where !isReady: break
        case "textDocument/didOpen":
            let document = message.parameters["textDocument"]
            guard let (name, uri) = file(document), let text = document["text"].string else { return }
            workspace.opened(name, uri: uri, version: document["version"].integer, text: text)
            touched(name)
        case "textDocument/didChange": change(message.parameters)
        case "textDocument/didClose":
            guard let (name, _) = file(message.parameters["textDocument"]) else { return }
            workspace.closed(name)
            touched(name)
        case "workspace/didChangeWatchedFiles":
            for change in message.parameters["changes"].array {
                guard let uri = change["uri"].string, let name = workspace.name(ofURI: uri) else { continue }
                workspace.refresh(name)
                touched(name)
            }
        case "workspace/didChangeConfiguration":
            choose(message.parameters["settings"]["analyst"]["language"])
        default: break
        }
    }

    private mutating func touched(_ name: String) {
        if workspace.casebooks.kind(of: name) != nil {
            // What a casebook says counts in all of its cases.
            changedCasebooks.formUnion(workspace.casebooks.touched(by: name).filter { workspace.open[$0] != nil })
            changedCasebooks.insert(name)
        } else if name.hasSuffix(RuleLibrary.caseEnding) {
            changedCases.insert(name)
        }
    }

    private mutating func change(_ parameters: JSONValue) {
        guard let (name, _) = file(parameters["textDocument"]), let open = workspace.open[name] else { return }
        var lines = open.lines
        for change in parameters["contentChanges"].array {
            guard let text = change["text"].string else { continue }
            if change["range"] == .null {
                lines = DocumentLines(text)
            } else if let edited = lines.replacing(change["range"], with: text) {
                lines = DocumentLines(edited)
            }
        }
        workspace.changed(name, version: parameters["textDocument"]["version"].integer, text: lines.text)
        touched(name)
    }

    func file(_ document: JSONValue) -> (name: String, uri: String)? {
        guard let uri = document["uri"].string, let name = workspace.name(ofURI: uri) else { return nil }
        return (name, uri)
    }

    private mutating func initialize(_ parameters: JSONValue) {
        isReady = true
        choose(parameters["initializationOptions"]["language"])
        canRefreshLenses =
            parameters["capabilities"]["workspace"]["codeLens"]["refreshSupport"].bool ?? false
    }

    private mutating func choose(_ language: JSONValue) {
        if let chosen = language.string.flatMap({ Language(rawValue: String($0.prefix(2))) }) { self.language = chosen }
    }

    static let capabilities = JSONText.object([
        (
            "capabilities",
            .object([
                ("positionEncoding", .string("utf-16")),
                (
                    "textDocumentSync",
                    .object([("openClose", .bool(true)), ("change", .number("2")), ("save", .bool(false))])
                ),
                (
                    "completionProvider",
                    .object([("triggerCharacters", .array([".", ":", " ", "{"].map(JSONText.string)))])
                ),
                ("hoverProvider", .bool(true)), ("definitionProvider", .bool(true)),
                ("referencesProvider", .bool(true)), ("renameProvider", .object([("prepareProvider", .bool(true))])),
                ("documentSymbolProvider", .bool(true)), ("foldingRangeProvider", .bool(true)),
                ("codeActionProvider", .object([("codeActionKinds", .array([.string("quickfix")]))])),
                ("codeLensProvider", .object([("resolveProvider", .bool(false))])),
                (
                    "semanticTokensProvider",
                    .object([
                        (
                            "legend",
                            .object([
                                ("tokenTypes", .array(SemanticTokens.kinds.map(JSONText.string))),
                                ("tokenModifiers", .array([.string("declaration")])),
                            ])
                        ), ("full", .bool(true)),
                    ])
                ),
            ])
        ),
        ("serverInfo", .object([("name", .string("analyst"))])),
    ])

    // MARK: Diagnostics

    /// Tells of what is wrong, where that changed; and asks for what takes longer.
    private mutating func publish(_ output: inout Output) {
        workspace.read()
        if publishedVersion != workspace.version {
            publishedVersion = workspace.version
            let byFile = Dictionary(grouping: workspace.reading.diagnostics) { $0.span?.file ?? "" }
            let own = diagnostics.keys.filter {
                !$0.hasSuffix(RuleLibrary.caseEnding) && workspace.casebooks.kind(of: $0) == nil
            }
            let names = Set(byFile.keys).union(own)
            for name in names.sorted() where !name.isEmpty {
                let own = byFile[name] ?? []
                tell(name, own, &output)
            }
            // Cases are read against the rules.
            changedCases.formUnion(workspace.open.keys.filter { $0.hasSuffix(RuleLibrary.caseEnding) })
            output.work = work
        }
        for name in changedCases.sorted() {
            tell(name, workspace.open[name] == nil ? [] : workspace.caseDiagnostics(name), &output)
            output.work = work
        }
        changedCases = []
        for name in changedCasebooks.sorted() {
            let isOpen = workspace.open[name] != nil
            tell(name, isOpen ? workspace.casebookDiagnostics(name, under: rulesForCasebooks()) : [], &output)
        }
        changedCasebooks = []
    }

    /// Compiled when a casebook is edited, and again when the rules changed before its next change; those of before where the
    /// rules have faults.
    private mutating func rulesForCasebooks() -> CompiledRules? {
        let isBroken = workspace.reading.diagnostics.contains { $0.severity == .error }
        if isBroken || compiled?.version == workspace.version { return compiled?.rules }
        let rules = CompiledRules(workspace.library)
        compiled = (workspace.version, rules)
        return rules
    }

    private mutating func tell(_ name: String, _ own: [Diagnostic], _ output: inout Output) {
        guard diagnostics[name] != own || (!own.isEmpty && workspace.open[name] != nil) else { return }
        if own.isEmpty, !told.contains(name) { return }
        diagnostics[name] = own.isEmpty ? nil : own
        if own.isEmpty { told.remove(name) } else { told.insert(name) }
        send(DiagnosticMessages(workspace, language).notice(name, own), &output)
    }

    private var work: LensWork {
        LensWork(
            version: workspace.version, library: workspace.library,
            caseFiles: workspace.caseFiles.values.sorted { $0.name < $1.name }, setting: setting, baseline: baseline,
            language: language)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noMessage = LocalizedText(nl: "dit is geen bericht", en: "this is no message")
    fileprivate static let takenBack = LocalizedText(nl: "de vraag is ingetrokken", en: "the question was taken back")
    fileprivate static let notReady = LocalizedText(nl: "begin met initialize", en: "begin with initialize")
    fileprivate static let shutDown = LocalizedText(nl: "de server is afgesloten", en: "the server is shut down")
}
