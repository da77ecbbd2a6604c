package import RuleEngine

extension Receipt {
    /// Reads a receipt. JSON is read as the YAML that it is, so that every fault has its line and column.
    ///
    /// - Throws: `receipt/…`, and what YAML finds wrong with the text.
    package static func read(_ file: SourceFile) throws(BadInput) -> Receipt {
        var reader = ReceiptReader()
        let receipt = reader.receipt(file)
        guard let receipt, reader.diagnostics.isEmpty else {
            // A text that holds nothing has no diagnostic of its own.
            throw BadInput(reader.diagnostics.isEmpty ? [.noReceipt(file)] : reader.diagnostics, sources: [file])
        }
        return receipt
    }
}

private struct ReceiptReader {
    var diagnostics: [Diagnostic] = []

    mutating func receipt(_ file: SourceFile) -> Receipt? {
        let result = YAMLParser.parseSingle(file)
        diagnostics += result.diagnostics
        guard diagnostics.isEmpty, let root = result.root else { return nil }
        // What a newer program wrote may differ in all that follows.
        guard isOfThisVersion(root, file) else { return nil }
        var reader = MappingReader(root, of: LocalizedText(nl: "een bewijs", en: "a receipt"))
        _ = reader.required("schema")
        _ = reader.required("version")
        let program = reader.required("program", as: .text)
        let date = reader.required("date", as: .text)
        let options = reader.required("options")
        let rules = reader.required("rules")
        let sheets = reader.required("sheets", as: .list(of: .node))
        let report = reader.required("report")
        let day = date.flatMap { FEELDate($0.value) }
        if let date, day == nil { reader.report(.badDay(date)) }
        diagnostics += reader.finish()
        let asked = options.flatMap { self.options($0) }
        let files = rules.flatMap { self.rules($0) }
        let told = (sheets ?? []).compactMap { sheet($0) }
        let hash = report.flatMap { self.report($0) }
        guard let program, let day, let asked, let files, let hash else { return nil }
        return Receipt(
            program: program.value, date: day, options: asked, rules: files, sheets: told, report: hash)
    }

    private mutating func isOfThisVersion(_ root: YAMLNode, _ file: SourceFile) -> Bool {
        guard root.mapping != nil, let schema = root["schema"], schema.scalar?.text == Receipt.schema else {
            diagnostics.append(.noReceipt(file))
            return false
        }
        guard let version = root["version"] else { return true }
        if let number = YAMLShape<Located<Int>>.integer.read(version, into: &diagnostics),
            number.value != Receipt.version
        {
            diagnostics.append(.otherVersion(number))
        }
        return diagnostics.isEmpty
    }

    private mutating func options(_ node: YAMLNode) -> AnalysisOptions? {
        var reader = MappingReader(node, of: LocalizedText(nl: "wat er gevraagd is", en: "what was asked"))
        let language = reader.required("language", as: .choice(of: Language.self))
        let format = reader.required("format", as: .choice(of: ReportFormat.self))
        let details = reader.required("details", as: .boolean)
        let later = reader.required("laterFigures", as: .boolean)
        let errors = reader.required("allowErrors", as: .boolean)
        let version = reader.optional("for", as: .text)
        let parts = reader.optional("parts", as: .list(of: .text))
        let author = reader.optional("author", as: .text)
        diagnostics += reader.finish()
        guard let language, let format, let details, let later, let errors else { return nil }
        return AnalysisOptions(
            language: language.value, format: format.value.rawValue, details: details.value,
            laterFigures: later.value, allowErrors: errors.value, version: version?.value,
            parts: (parts ?? []).map(\.value), author: author?.value)
    }

    private mutating func rules(_ node: YAMLNode) -> Receipt.Rules? {
        var reader = MappingReader(node, of: LocalizedText(nl: "de opgave van de regels", en: "the entry of the rules"))
        let folder = reader.optional("folder", as: .text)
        let hash = reader.required("sha256", as: .text)
        let nodes = reader.required("files", as: .list(of: .node))
        diagnostics += reader.finish()
        let files = (nodes ?? []).compactMap { node -> FileDigest? in
            var reader = MappingReader(node, of: LocalizedText(nl: "een regelbestand", en: "a rule file"))
            let digest = self.digest(&reader)
            diagnostics += reader.finish()
            return digest
        }
        let rules = Receipt.Rules(folder: folder?.value, files: files)
        if let hash, diagnostics.isEmpty, hash.value != rules.sha256 { diagnostics.append(.otherSum(hash)) }
        return rules
    }

    private mutating func sheet(_ node: YAMLNode) -> Receipt.Sheet? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een feitenblad", en: "a fact sheet"))
        let digest = self.digest(&reader)
        let id = reader.required("id", as: .text)
        let findings = reader.required("findings")
        diagnostics += reader.finish()
        guard let digest, let id, let findings else { return nil }
        var lists = MappingReader(findings, of: LocalizedText(nl: "de bevindingen", en: "the findings"))
        let found = lists.required("found", as: .list(of: .text))
        let open = lists.required("open", as: .list(of: .text))
        var names: [[FindingID]] = []
        for list in [found, open] {
            names.append(
                (list ?? []).compactMap { text in
                    let id = FindingID(text.value)
                    if id == nil { lists.report(.badFinding(text)) }
                    return id
                })
        }
        diagnostics += lists.finish()
        return Receipt.Sheet(
            id: id.value, digest: digest, findings: StatedFindings(found: names[0], open: names[1]))
    }

    private mutating func report(_ node: YAMLNode) -> String? {
        var reader = MappingReader(node, of: LocalizedText(nl: "het rapport", en: "the report"))
        let hash = self.hash(&reader)
        diagnostics += reader.finish()
        return hash
    }

    private func digest(_ reader: inout MappingReader) -> FileDigest? {
        let file = reader.required("file", as: .text)
        let hash = self.hash(&reader)
        guard let file, let hash else { return nil }
        return FileDigest(file: file.value, sha256: hash)
    }

    private func hash(_ reader: inout MappingReader) -> String? {
        guard let hash = reader.required("sha256", as: .text) else { return nil }
        guard FileDigest.isDigest(hash.value) else {
            reader.report(.badHash(hash))
            return nil
        }
        return hash.value
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noReceipt(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "receipt/other-kind",
            message: LocalizedText(
                nl: "\(file.name) is geen bewijs van een analyse", en: "\(file.name) is no receipt of an analysis"),
            at: nil,
            hint: LocalizedText(
                nl: "een bewijs ontstaat met: analyst analyse FEITENBLAD --receipt BESTAND",
                en: "a receipt is made by: analyst analyse SHEET --receipt FILE"))
    }

    fileprivate static func otherVersion(_ version: Located<Int>) -> Diagnostic {
        Diagnostic(
            code: "receipt/version",
            message: LocalizedText(
                nl: "dit bewijs heeft vorm \(version.value); dit programma leest vorm \(Receipt.version)",
                en: "this receipt is of form \(version.value); this program reads form \(Receipt.version)"),
            at: version.span,
            hint: LocalizedText(
                nl: "lees het met het programma dat het schreef, of met een nieuwer",
                en: "read it with the program that wrote it, or a newer one"))
    }

    fileprivate static func badDay(_ day: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "receipt/date",
            message: LocalizedText(nl: "‘\(day.value)’ is geen dag", en: "‘\(day.value)’ is no day"), at: day.span,
            hint: LocalizedText(nl: "schrijf jjjj-mm-dd", en: "write yyyy-mm-dd"))
    }

    fileprivate static func badFinding(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "receipt/finding",
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen bevinding", en: "‘\(text.value)’ is no finding"), at: text.span,
            hint: LocalizedText(nl: "een bevinding heet soort:code", en: "a finding is named kind:code"))
    }

    fileprivate static func badHash(_ hash: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "receipt/hash",
            message: LocalizedText(
                nl: "dit is geen SHA-256: dat zijn 64 tekens van 0 tot 9 en a tot f",
                en: "this is no SHA-256: that is 64 characters from 0 to 9 and a to f"),
            at: hash.span,
            hint: .changedByHand)
    }

    fileprivate static func otherSum(_ hash: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "receipt/sum",
            message: LocalizedText(
                nl: "deze SHA-256 is niet die van de lijst met regelbestanden hieronder",
                en: "this SHA-256 is not that of the list of rule files below"),
            at: hash.span, hint: .changedByHand)
    }
}

extension LocalizedText {
    fileprivate static let changedByHand = LocalizedText(
        nl: "het bewijs is veranderd nadat het gemaakt werd; neem het bestand zoals het toen was",
        en: "the receipt was changed after it was made; take the file as it was then")
}
