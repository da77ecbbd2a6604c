import RuleEngine

extension FactSheet {
    /// How the parts of the area lie, for the map of a report.
    package struct Outlines: Sendable {
        /// Of one part.
        package struct Line: Sendable {
            package let code: String
            package let outline: RegionOutline

            package init(code: String, outline: RegionOutline) {
                self.code = code
                self.outline = outline
            }
        }

        /// Where the boundaries are from; told below the map.
        package let source: String
        package let licence: String?
        package let lines: [Line]

        package init(source: String, licence: String?, lines: [Line]) {
            self.source = source
            self.licence = licence
            self.lines = lines
        }

        package func outline(of code: String) -> RegionOutline? { lines.first { $0.code == code }?.outline }
    }
}

// MARK: - Reading

extension FactSheet.Outlines {
    /// `{ source: …, licence: …, lines: { WK000101: 0 0, 120 30, 80 90 } }`
    ///
    /// - Parameter parts: the codes of the parts of the sheet.
    static func read(_ node: YAMLNode, parts: [String], into diagnostics: inout [Diagnostic]) -> Self? {
        var reader = MappingReader(
            node, of: LocalizedText(nl: "de omtrek van de delen", en: "the outlines of the parts"))
        let source = reader.required("source", as: .text)
        let licence = reader.optional("licence", as: .text)
        let entries = reader.required("lines", as: .mapping(of: .node)) ?? []
        var lines: [Line] = []
        for entry in entries {
            if !parts.contains(entry.name.value) { reader.report(.unknownPart(entry.name, among: parts)) }
            guard let text = reader.read(entry.value, as: .text) else { continue }
            if let outline = RegionOutline(text.value) {
                lines.append(Line(code: entry.name.value, outline: outline))
            } else {
                reader.report(.badOutline(text))
            }
        }
        diagnostics += reader.finish()
        return source.map { Self(source: $0.value, licence: licence?.value, lines: lines) }
    }
}

// MARK: - Writing

extension FactSheet {
    /// The text of the sheet with these outlines in place of those that it has; all else stays byte for byte.
    package func text(withOutlines outlines: Outlines) -> String {
        guard let root = YAMLParser.parseSingle(file).root, let entries = root.mapping else { return file.text }
        let bytes = SheetBytes(file)
        let writer = SheetListWriter(key: "outlines", bytes: bytes, isFlow: root.isFlow)
        let pad = bytes.indentation(at: root.span.start.offset)
        let lines =
            ["\(pad)outlines:", "\(pad)  source: \(YAMLWriter.scalar(outlines.source, flow: false))"]
            + (outlines.licence.map { ["\(pad)  licence: \(YAMLWriter.scalar($0, flow: false))"] } ?? [])
            + ["\(pad)  lines:"]
            + outlines.lines.map { "\(pad)    \($0.code): \(YAMLWriter.scalar($0.outline.text, flow: false))" }
        let inBraces = outlines.inBraces
        guard let entry = entries.first(where: { $0.name.value == "outlines" }) else {
            return bytes.applying([writer.addition(of: lines, inBraces: inBraces, to: root, after: entries.last)])
        }
        let range = entry.key.span.start.offset..<max(entry.key.span.end.offset, entry.value.span.end.offset)
        let isPlain = root.isFlow || entry.value.isFlow
        // The first line stands behind the indentation that is there.
        let block = String(lines.joined(separator: bytes.lineBreak).dropFirst(pad.count))
        return bytes.applying([SheetBytes.Edit(range: range, text: isPlain ? inBraces : block)])
    }
}

extension FactSheet.Outlines {
    /// The entry on one line, for a sheet or an entry in braces.
    fileprivate var inBraces: String {
        let licence = licence.map { ", licence: \(YAMLWriter.scalar($0, flow: true))" } ?? ""
        let all = lines.map { "\($0.code): \(YAMLWriter.scalar($0.outline.text, flow: true))" }
        return "outlines: { source: \(YAMLWriter.scalar(source, flow: true))\(licence), lines: { "
            + all.joined(separator: ", ") + " } }"
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func badOutline(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "sheet/outline",
            message: LocalizedText(
                nl:
                    "dit is geen omtrek: een omtrek bestaat uit punten van twee hele getallen, ten minste drie per lijn",
                en: "this is no outline: an outline is made of points of two whole numbers, three at least in a line"),
            at: text.span,
            hint: LocalizedText(
                nl: "schrijf bijvoorbeeld 0 0, 120 30, 80 90; of laat analyst sheet outline het schrijven",
                en: "write for example 0 0, 120 30, 80 90; or have analyst sheet outline write it"))
    }
}
