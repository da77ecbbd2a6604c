import RuleEngine

/// A report as text in Office Open XML (ISO/IEC 29500, transitional), to edit with the styles that Word knows by name.
package struct WordWriter {
    private let document: TextDocument
    /// Bookmarks by the anchors of the document: Word takes letters, digits and underscores, at most 40 of them.
    private let bookmarks: [String: (name: String, id: Int)]

    package init(_ document: TextDocument) {
        self.document = document
        var bookmarks: [String: (name: String, id: Int)] = [:]
        for anchor in document.anchors where bookmarks[anchor] == nil {
            bookmarks[anchor] = ("b\(bookmarks.count + 1)", bookmarks.count + 1)
        }
        self.bookmarks = bookmarks
    }

    package var bytes: [UInt8] {
        var zip = ZipFile()
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        zip.add(
            "[Content_Types].xml",
            OfficePackage.contentTypes([
                ("/word/document.xml", "\(kind).document.main+xml"), ("/word/styles.xml", "\(kind).styles+xml"),
                ("/word/numbering.xml", "\(kind).numbering+xml"), ("/word/settings.xml", "\(kind).settings+xml"),
                ("/word/footer1.xml", "\(kind).footer+xml"),
            ]))
        zip.add("_rels/.rels", OfficePackage.relationships([.document("word/document.xml"), .core, .app]))
        zip.add(
            "docProps/core.xml", OfficePackage.coreProperties(title: document.title, language: document.language))
        zip.add("docProps/app.xml", OfficePackage.appProperties)
        zip.add("word/document.xml", content)
        let figures = document.figures.map { OfficePackage.Relationship("image", "media/figure-\($0.number).emf") }
        zip.add(
            "word/_rels/document.xml.rels",
            OfficePackage.relationships(
                [
                    .init("styles", "styles.xml"), .init("numbering", "numbering.xml"),
                    .init("settings", "settings.xml"), .init("footer", "footer1.xml"),
                ] + figures))
        let styles = WordStyles(document)
        zip.add("word/styles.xml", styles.styles)
        zip.add("word/numbering.xml", styles.numbering)
        zip.add("word/settings.xml", styles.settings)
        zip.add("word/footer1.xml", styles.footer)
        for figure in document.figures {
            zip.add("word/media/figure-\(figure.number).emf", figure.drawing.metafile)
        }
        return zip.bytes
    }

    /// The relations before those of figures.
    private static let footerRelation = "rId4"
    private static func relation(of figure: TextDocument.Figure) -> String { "rId\(4 + figure.number)" }

    static func xml(_ root: String, content: (inout XMLText) -> Void) -> [UInt8] {
        var xml = XMLText()
        xml.element(
            root,
            [
                "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "xmlns:r": OfficePackage.relations,
                "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
                "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
            ], content: content)
        return xml.bytes
    }

    private var content: [UInt8] {
        Self.xml("w:document") { xml in
            xml.element("w:body") { xml in
                paragraph("Title", &xml) { Self.run(document.title, &$0) }
                if let subtitle = document.subtitle { paragraph("Subtitle", &xml) { Self.run(subtitle, &$0) } }
                for block in document.blocks { write(block, &xml) }
                xml.element("w:sectPr") { xml in
                    xml.element("w:footerReference", ["w:type": "default", "r:id": Self.footerRelation])
                    xml.element("w:pgSz", ["w:w": "11906", "w:h": "16838"])
                    xml.element(
                        "w:pgMar",
                        [
                            "w:top": "1021", "w:right": "1134", "w:bottom": "1021", "w:left": "1134",
                            "w:header": "567", "w:footer": "567", "w:gutter": "0",
                        ])
                }
            }
        }
    }

    // MARK: Blocks

    private func write(_ block: TextDocument.Block, _ xml: inout XMLText) {
        switch block {
        case .heading(let heading):
            paragraph(
                "Heading\(heading.level)", &xml,
                properties: { xml in
                    if heading.beginsPage { xml.element("w:pageBreakBefore") }
                }
            ) { mark(heading.anchor, &$0) { Self.run(heading.text, &$0) } }
        case .paragraph(let style, let runs):
            paragraph(WordStyles.name(of: style), &xml) { write(runs, &$0) }
        case .list(let items):
            for item in items {
                paragraph("ListBullet", &xml) { mark(item.anchor, &$0) { write(item.runs, &$0) } }
            }
        case .table(let table): write(table, &xml)
        case .figure(let figure): write(figure, &xml)
        case .contents(let title, let entries): contents(title, entries, &xml)
        }
    }

    private func paragraph(
        _ style: String, _ xml: inout XMLText, properties: (inout XMLText) -> Void = { _ in },
        content: (inout XMLText) -> Void
    ) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.element("w:pStyle", ["w:val": style])
                properties(&xml)
            }
            content(&xml)
        }
    }

    private func mark(_ anchor: String?, _ xml: inout XMLText, _ content: (inout XMLText) -> Void) {
        guard let mark = anchor.flatMap({ bookmarks[$0] }) else { return content(&xml) }
        xml.element("w:bookmarkStart", ["w:id": "\(mark.id)", "w:name": mark.name])
        content(&xml)
        xml.element("w:bookmarkEnd", ["w:id": "\(mark.id)"])
    }

    static func run(_ text: String, style: String? = nil, _ xml: inout XMLText) {
        xml.element("w:r") { xml in
            if let style { xml.element("w:rPr") { $0.element("w:rStyle", ["w:val": style]) } }
            var isFirst = true
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if !isFirst { xml.element("w:br") }
                isFirst = false
                xml.element("w:t", ["xml:space": "preserve"], text: String(line))
            }
        }
    }

    private func write(_ runs: [TextDocument.Run], _ xml: inout XMLText) {
        for run in runs {
            let weight: String? =
                switch run.weight {
                case .plain: nil
                case .strong: "Strong"
                case .code: "Code"
                }
            if let mark = run.link.flatMap({ bookmarks[$0] }) {
                xml.element("w:hyperlink", ["w:anchor": mark.name, "w:history": "1"]) {
                    Self.run(run.text, style: "Hyperlink", &$0)
                }
            } else {
                Self.run(run.text, style: weight, &xml)
            }
        }
    }

    /// A number that the office program counts.
    static func field(_ instruction: String, _ value: String, _ xml: inout XMLText) {
        xml.element("w:fldSimple", ["w:instr": " \(instruction) "]) { run(value, &$0) }
    }

    private func caption(_ word: String, _ number: Int, _ text: String, _ xml: inout XMLText) {
        paragraph("Caption", &xml) { xml in
            Self.run(word + " ", &xml)
            Self.field("SEQ \(word) \\* ARABIC", "\(number)", &xml)
            Self.run(". " + text, &xml)
        }
    }

    private func write(_ table: TextDocument.Table, _ xml: inout XMLText) {
        caption(ReportWords.tableName[document.language], table.number, table.caption, &xml)
        xml.element("w:tbl") { xml in
            xml.element("w:tblPr") { xml in
                xml.element("w:tblStyle", ["w:val": "ReportTable"])
                xml.element("w:tblW", ["w:w": "5000", "w:type": "pct"])
                xml.element("w:tblLayout", ["w:type": "fixed"])
                xml.element(
                    "w:tblLook",
                    [
                        "w:val": "0420", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0",
                        "w:lastColumn": "0", "w:noHBand": "0", "w:noVBand": "1",
                    ])
                xml.element("w:tblCaption", ["w:val": table.caption])
                if let note = table.note { xml.element("w:tblDescription", ["w:val": note]) }
            }
            let widths = table.widths.map { $0 * Self.textWidth / 100 }
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.element("w:gridCol", ["w:w": "\(width)"]) }
            }
            row(table.columns.map(\.title), of: table, widths, isHeader: true, &xml)
            for cells in table.rows { row(cells, of: table, widths, isHeader: false, &xml) }
        }
        // Two tables without a paragraph between them would become one.
        paragraph("Small", &xml) { Self.run(table.note ?? "", &$0) }
    }

    /// Between the margins, in twentieths of a point.
    private static let textWidth = 9638

    private func row(
        _ cells: [String], of table: TextDocument.Table, _ widths: [Int], isHeader: Bool, _ xml: inout XMLText
    ) {
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { xml in
                xml.element("w:cantSplit")
                if isHeader { xml.element("w:tblHeader") }
            }
            for (index, cell) in cells.enumerated() {
                xml.element("w:tc") { xml in
                    xml.element("w:tcPr") { $0.element("w:tcW", ["w:w": "\(widths[index])", "w:type": "dxa"]) }
                    paragraph(
                        isHeader ? "TableHeading" : "TableText", &xml,
                        properties: { xml in
                            if table.columns[index].isNumeric { xml.element("w:jc", ["w:val": "right"]) }
                        }
                    ) { Self.run(cell, &$0) }
                }
            }
        }
    }

    /// The drawing as a metafile: Word draws SVG only beside a picture of dots, which would need a font to make.
    private func write(_ figure: TextDocument.Figure, _ xml: inout XMLText) {
        caption(ReportWords.figureName[document.language], figure.number, figure.caption, &xml)
        paragraph("BodyText", &xml, properties: { $0.element("w:keepNext") }) { Self.run(figure.description, &$0) }
        // In English Metric Units.
        let size: KeyValuePairs<String, String?> = [
            "cx": "\(Int(figure.size.width * 360_000))", "cy": "\(Int(figure.size.height * 360_000))",
        ]
        let name = "figure-\(figure.number).emf"
        paragraph("BodyText", &xml) { xml in
            xml.element("w:r") { xml in
                xml.element("w:drawing") { xml in
                    xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { xml in
                        xml.element("wp:extent", size)
                        xml.element(
                            "wp:docPr",
                            [
                                "id": "\(figure.number)", "name": name, "title": figure.caption,
                                "descr": figure.drawing.summary,
                            ])
                        xml.element("a:graphic") { xml in
                            xml.element(
                                "a:graphicData", ["uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"]
                            ) { picture(figure, name, size, &$0) }
                        }
                    }
                }
            }
        }
    }

    private func picture(
        _ figure: TextDocument.Figure, _ name: String, _ size: KeyValuePairs<String, String?>, _ xml: inout XMLText
    ) {
        xml.element("pic:pic") { xml in
            xml.element("pic:nvPicPr") { xml in
                xml.element("pic:cNvPr", ["id": "\(figure.number)", "name": name, "descr": figure.drawing.summary])
                xml.element("pic:cNvPicPr")
            }
            xml.element("pic:blipFill") { xml in
                xml.element("a:blip", ["r:embed": Self.relation(of: figure)])
                xml.element("a:stretch") { $0.element("a:fillRect") }
            }
            xml.element("pic:spPr") { xml in
                xml.element("a:xfrm") { xml in
                    xml.element("a:off", ["x": "0", "y": "0"])
                    xml.element("a:ext", size)
                }
                xml.element("a:prstGeom", ["prst": "rect"]) { $0.element("a:avLst") }
            }
        }
    }

    // MARK: Contents

    /// A field with its entries, marked as one that Word must work out again: then it adds the pages. A number that was guessed
    /// here would be wrong.
    private func contents(_ title: String, _ entries: [TextDocument.Heading], _ xml: inout XMLText) {
        let level = entries.map(\.level).max() ?? 1
        xml.element("w:sdt") { xml in
            xml.element("w:sdtPr") { xml in
                xml.element("w:docPartObj") { xml in
                    xml.element("w:docPartGallery", ["w:val": "Table of Contents"])
                    xml.element("w:docPartUnique")
                }
            }
            xml.element("w:sdtContent") { xml in
                paragraph("TOCHeading", &xml) { Self.run(title, &$0) }
                for (index, entry) in entries.enumerated() {
                    paragraph("TOC\(entry.level)", &xml) { xml in
                        if index == 0 {
                            Self.part("begin", &xml, isStale: true)
                            Self.instruction("TOC \\o \"1-\(level)\" \\h \\z \\u", &xml)
                            Self.part("separate", &xml)
                        }
                        self.entry(entry, &xml)
                        if index == entries.count - 1 { Self.part("end", &xml) }
                    }
                }
            }
        }
    }

    private func entry(_ entry: TextDocument.Heading, _ xml: inout XMLText) {
        guard let mark = bookmarks[entry.anchor] else { return }
        xml.element("w:hyperlink", ["w:anchor": mark.name, "w:history": "1"]) { xml in
            Self.run(entry.text, &xml)
        }
    }

    private static func part(_ kind: String, _ xml: inout XMLText, isStale: Bool = false) {
        xml.element("w:r") {
            $0.element("w:fldChar", ["w:fldCharType": kind, "w:dirty": isStale ? "true" : nil])
        }
    }

    private static func instruction(_ text: String, _ xml: inout XMLText) {
        xml.element("w:r") { $0.element("w:instrText", ["xml:space": "preserve"], text: " \(text) ") }
    }
}

extension TextDocument {
    /// The anchors of headings and items, in their order.
    fileprivate var anchors: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(let heading): [heading.anchor]
            case .list(let items): items.compactMap(\.anchor)
            case .paragraph, .table, .figure, .contents: []
            }
        }
    }

    fileprivate var figures: [Figure] {
        blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }
}
