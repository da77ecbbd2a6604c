extension RuleBaseReader {
    mutating func readPublication(_ root: YAMLNode) {
        var reader = MappingReader(root, of: .source)
        let reference = reader.required("source", as: .text)
        let title = reader.required("title", as: .text)
        let authors = reader.optional("authors", as: .list(of: .text)) ?? []
        let year = reader.optional("year", as: .text)
        let publisher = reader.optional("publisher", as: .text)
        let url = reader.optional("url", as: .text)
        let read = reader.required("read", as: .localizedText)
        let unused = reader.optional("unused", as: .localizedText)
        let nodes = reader.required("findings", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        if let reference { declare(.source(reference.value), at: reference.span, extent: root.span) }
        var seen: [String: SourceSpan] = [:]
        var findings: [Publication.Finding] = []
        for node in nodes {
            var reader = MappingReader(node, of: .finding)
            let id = reader.required("id", as: .text)
            let statement = reader.required("statement", as: .localizedText)
            let place = reader.optional("place", as: .text)
            let strength = reader.optional("strength", as: .oneOrMore(of: .text)) ?? []
            let certainty = reader.required("certainty", as: .choice(of: Publication.Certainty.self))
            let unused = reader.optional("unused", as: .localizedText)
            diagnostics += reader.finish()
            if let id, let reference {
                declare(
                    .finding(source: reference.value, id: id.value), at: id.span, extent: node.span,
                    owner: .source(reference.value))
            }
            guard let id else { continue }
            if let first = seen[id.value] {
                diagnostics.append(.duplicate("rule/duplicate-finding", id, first: first))
                continue
            }
            seen[id.value] = id.span
            findings.append(
                Publication.Finding(
                    id: id.value, statement: statement?.value ?? LocalizedText(verbatim: ""), place: place?.value,
                    strength: strength.map(\.value),
                    certainty: certainty?.value ?? .read, unused: unused?.value, span: id.span))
        }
        guard let reference else { return }
        if publications.contains(where: { $0.reference == reference.value }) {
            diagnostics.append(.duplicateSource(reference))
            return
        }
        publications.append(
            Publication(
                reference: reference.value, title: title?.value ?? reference.value, authors: authors.map(\.value),
                year: year?.value,
                publisher: publisher?.value, url: url?.value, read: read?.value ?? LocalizedText(verbatim: ""),
                unused: unused?.value,
                findings: findings))
    }

    /// A reference to a finding that exists, with the finding.
    mutating func sourceReference(_ node: YAMLNode) -> (SourceReference, Publication.Finding)? {
        guard node.mapping != nil else {
            diagnostics.append(.noSourceReference(node))
            return nil
        }
        var reader = MappingReader(node, of: .sourceReference)
        let reference = reader.required("ref", as: .text)
        let finding = reader.required("finding", as: .text)
        let page = reader.optional("page", as: .text)
        diagnostics += reader.finish()
        guard let reference, let finding else { return nil }
        mentions.append(RuleMention(.source(reference.value), .cites, at: reference.span))
        mentions.append(
            RuleMention(.finding(source: reference.value, id: finding.value), .cites, at: finding.span))
        guard let publication = publications.first(where: { $0.reference == reference.value }) else {
            unknown(
                "rule/unknown-source", LocalizedText(nl: "bron", en: "source"), reference,
                among: publications.map(\.reference))
            return nil
        }
        guard let found = publication.finding(finding.value) else {
            unknown(
                "rule/unknown-finding", LocalizedText(nl: "bevinding", en: "finding"), finding, of: reference.value,
                among: publication.findings.map(\.id))
            return nil
        }
        return (SourceReference(reference: reference.value, finding: finding.value, page: page?.value), found)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func duplicateSource(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/duplicate-source",
            message: LocalizedText(
                nl: "bron ‘\(name.value)’ bestaat al in een ander bestand",
                en: "source ‘\(name.value)’ exists already in another file"),
            at: name.span,
            hint: LocalizedText(
                nl: "zet alle bevindingen in één bestand, of geef de bron een andere naam",
                en: "put all findings in one file, or give the source another name"))
    }

    fileprivate static func noSourceReference(_ node: YAMLNode) -> Diagnostic {
        let plain = Diagnostic.wrongKind(
            expected: .mapping, found: node, of: LocalizedText(nl: "een bronverwijzing", en: "a source reference"))
        let reference = node.scalar.map(\.text).flatMap { $0.isEmpty ? nil : $0 } ?? "…"
        return Diagnostic(
            code: plain.code, message: plain.message, at: node.span,
            hint: LocalizedText(
                nl: "noem ook de bevinding: { ref: \(reference), finding: … }",
                en: "name the finding as well: { ref: \(reference), finding: … }"))
    }
}
