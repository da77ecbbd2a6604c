import RuleEngine

/// A report as text in OpenDocument 1.3 (ISO/IEC 26300), to edit with the styles that office programs know by name.
///
/// Small enough to write here: one file of content, one of styles. Converters lose the descriptions of drawings.
package struct OpenDocumentWriter {
    private let document: TextDocument

    package init(_ document: TextDocument) {
        self.document = document
    }

    package var bytes: [UInt8] {
        var file = OpenDocumentPackage(
            type: ReportFormat.odt.mediaType, title: document.title, language: document.language)
        file.add("content.xml", content)
        file.add("styles.xml", OpenDocumentStyles(document).bytes)
        for block in document.blocks {
            guard case .figure(let figure) = block else { continue }
            file.add(Self.name(of: figure), figure.drawing.picture, type: "image/svg+xml")
        }
        return file.bytes
    }

    private static func name(of figure: TextDocument.Figure) -> String { "Pictures/figure-\(figure.number).svg" }

    private var content: [UInt8] {
        OpenDocumentPackage.xml("office:document-content") { xml in
            automaticStyles(&xml)
            xml.element("office:body") { xml in
                xml.element("office:text") { xml in
                    xml.element("text:sequence-decls") { xml in
                        for name in ["Table", "Figure"] {
                            xml.element(
                                "text:sequence-decl",
                                ["text:display-outline-level": "0", "text:name": name])
                        }
                    }
                    xml.element("text:p", ["text:style-name": "Title"], text: document.title)
                    if let subtitle = document.subtitle {
                        xml.element("text:p", ["text:style-name": "Subtitle"], text: subtitle)
                    }
                    for block in document.blocks { write(block, &xml) }
                }
            }
        }
    }

    /// Cells, widths of columns, and the heading that begins a page: what a named style cannot hold, or what office programs
    /// do not take from one.
    private func automaticStyles(_ xml: inout XMLText) {
        xml.element("office:automatic-styles") { xml in
            for level in 1...2 {
                xml.element(
                    "style:style",
                    [
                        "style:name": "Page_\(level)", "style:family": "paragraph",
                        "style:parent-style-name": "Heading_20_\(level)",
                    ]
                ) { $0.element("style:paragraph-properties", ["fo:break-before": "page"]) }
            }
            for (name, line) in [("Cell", "0.5pt solid #d5dbe1"), ("Head", "1pt solid #5f6b76")] {
                xml.element("style:style", ["style:name": name, "style:family": "table-cell"]) {
                    $0.element(
                        "style:table-cell-properties",
                        [
                            "fo:padding": "0.08cm", "fo:border-bottom": line, "fo:border-left": "none",
                            "fo:border-right": "none", "fo:border-top": "none",
                        ])
                }
            }
            xml.element("style:style", ["style:name": "Row", "style:family": "table-row"]) {
                $0.element("style:table-row-properties", ["fo:keep-together": "always"])
            }
            for table in tables {
                xml.element(
                    "style:style",
                    ["style:name": "Table\(table.number)", "style:family": "table"]
                ) {
                    $0.element(
                        "style:table-properties",
                        ["style:rel-width": "100%", "table:align": "margins", "fo:margin-bottom": "0.4cm"])
                }
                for (index, width) in table.widths.enumerated() {
                    xml.element(
                        "style:style",
                        ["style:name": "Table\(table.number).\(index + 1)", "style:family": "table-column"]
                    ) {
                        $0.element("style:table-column-properties", ["style:rel-column-width": "\(width * 100)*"])
                    }
                }
            }
        }
    }

    private var tables: [TextDocument.Table] {
        document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    // MARK: Blocks

    private func write(_ block: TextDocument.Block, _ xml: inout XMLText) {
        switch block {
        case .heading(let heading):
            let style = heading.beginsPage && heading.level <= 2 ? "Page_" : "Heading_20_"
            xml.element(
                "text:h",
                ["text:style-name": "\(style)\(heading.level)", "text:outline-level": "\(heading.level)"]
            ) { mark(heading.anchor, &$0) { $0.write(heading.text) } }
        case .paragraph(let style, let runs):
            xml.element("text:p", ["text:style-name": OpenDocumentStyles.name(of: style)]) { write(runs, &$0) }
        case .list(let items):
            xml.element("text:list", ["text:style-name": "List_20_1"]) { xml in
                for item in items {
                    xml.element("text:list-item") { xml in
                        xml.element("text:p", ["text:style-name": "List_20_Bullet"]) { xml in
                            mark(item.anchor, &xml) { write(item.runs, &$0) }
                        }
                    }
                }
            }
        case .table(let table): write(table, &xml)
        case .figure(let figure): write(figure, &xml)
        case .contents(let title, let entries): contents(title, entries, &xml)
        }
    }

    /// A bookmark around what is written.
    private func mark(_ anchor: String?, _ xml: inout XMLText, _ content: (inout XMLText) -> Void) {
        if let anchor { xml.element("text:bookmark-start", ["text:name": anchor]) }
        content(&xml)
        if let anchor { xml.element("text:bookmark-end", ["text:name": anchor]) }
    }

    private func write(_ runs: [TextDocument.Run], _ xml: inout XMLText) {
        for run in runs {
            func plain(_ xml: inout XMLText) {
                switch run.weight {
                case .plain: write(run.text, &xml)
                case .strong:
                    xml.element("text:span", ["text:style-name": "Strong_20_Emphasis"]) { write(run.text, &$0) }
                case .code: xml.element("text:span", ["text:style-name": "Source_20_Text"]) { write(run.text, &$0) }
                }
            }
            if let link = run.link {
                xml.element("text:a", ["xlink:type": "simple", "xlink:href": "#\(link)"], content: plain)
            } else {
                plain(&xml)
            }
        }
    }

    /// Line breaks and repeated spaces are elements: a reader takes them for one space.
    private func write(_ text: String, _ xml: inout XMLText) {
        var isFirst = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !isFirst { xml.element("text:line-break") }
            isFirst = false
            if line.hasPrefix("  ") {
                xml.element("text:s", ["text:c": "\(line.prefix { $0 == " " }.count)"])
                xml.write(String(line.drop { $0 == " " }))
            } else {
                xml.write(String(line))
            }
        }
    }

    /// "Tabel 3. Woningen naar eigendom", of which the number is counted by the office program.
    private func caption(_ name: String, _ number: Int, _ text: String, word: String, _ xml: inout XMLText) {
        xml.element("text:p", ["text:style-name": name]) { xml in
            xml.write(word + " ")
            xml.element(
                "text:sequence",
                [
                    "text:ref-name": "ref\(name)\(number)", "text:name": name, "text:formula": "ooow:\(name)+1",
                    "style:num-format": "1",
                ], text: "\(number)")
            xml.write(". " + text)
        }
    }

    private func write(_ table: TextDocument.Table, _ xml: inout XMLText) {
        caption(
            "Table", table.number, table.caption, word: ReportWords.tableName[document.language], &xml)
        xml.element("table:table", ["table:name": "Table\(table.number)", "table:style-name": "Table\(table.number)"]) {
            xml in
            xml.element("table:title", text: table.caption)
            for index in table.columns.indices {
                xml.element("table:table-column", ["table:style-name": "Table\(table.number).\(index + 1)"])
            }
            xml.element("table:table-header-rows") { row(table.columns.map(\.title), of: table, isHeader: true, &$0) }
            for cells in table.rows { row(cells, of: table, isHeader: false, &xml) }
        }
        if let note = table.note { xml.element("text:p", ["text:style-name": "Small"], text: note) }
    }

    private func row(_ cells: [String], of table: TextDocument.Table, isHeader: Bool, _ xml: inout XMLText) {
        xml.element("table:table-row", ["table:style-name": "Row"]) { xml in
            for (cell, column) in zip(cells, table.columns) {
                let style = isHeader ? "Table_20_Heading" : "Table_20_Contents"
                xml.element(
                    "table:table-cell",
                    ["table:style-name": isHeader ? "Head" : "Cell", "office:value-type": "string"]
                ) { xml in
                    xml.element("text:p", ["text:style-name": column.isNumeric ? "\(style)_20_Number" : style]) {
                        write(cell, &$0)
                    }
                }
            }
        }
    }

    /// The drawing stands in a paragraph of its own, as wide as the text.
    private func write(_ figure: TextDocument.Figure, _ xml: inout XMLText) {
        caption(
            "Figure", figure.number, figure.caption, word: ReportWords.figureName[document.language], &xml)
        xml.element("text:p", ["text:style-name": "Figure_20_Text"], text: figure.description)
        let size = figure.size
        xml.element("text:p", ["text:style-name": "Text_20_body"]) { xml in
            xml.element(
                "draw:frame",
                [
                    "draw:name": "Figure\(figure.number)", "draw:style-name": "Graphics",
                    "text:anchor-type": "as-char", "svg:width": "\(size.width)cm",
                    "svg:height": "\(size.height)cm",
                ]
            ) { xml in
                xml.element(
                    "draw:image",
                    [
                        "xlink:href": Self.name(of: figure), "xlink:type": "simple", "xlink:show": "embed",
                        "xlink:actuate": "onLoad", "draw:mime-type": "image/svg+xml",
                    ])
                xml.element("svg:title", text: figure.caption)
                xml.element("svg:desc", text: figure.drawing.summary)
            }
        }
    }

    /// Entries link to their headings; the office program fills in the pages when it lays the text out.
    private func contents(_ title: String, _ entries: [TextDocument.Heading], _ xml: inout XMLText) {
        let level = entries.map(\.level).max() ?? 1
        xml.element("text:table-of-content", ["text:name": "Contents", "text:protected": "true"]) { xml in
            xml.element("text:table-of-content-source", ["text:outline-level": "\(level)"]) { xml in
                xml.element("text:index-title-template", ["text:style-name": "Contents_20_Heading"], text: title)
                for level in 1...5 {
                    xml.element(
                        "text:table-of-content-entry-template",
                        ["text:outline-level": "\(level)", "text:style-name": "Contents_20_\(level)"]
                    ) { xml in
                        xml.element("text:index-entry-link-start")
                        xml.element("text:index-entry-text")
                        xml.element("text:index-entry-tab-stop", ["style:type": "right", "style:leader-char": "."])
                        xml.element("text:index-entry-page-number")
                        xml.element("text:index-entry-link-end")
                    }
                }
            }
            xml.element("text:index-body") { xml in
                xml.element("text:index-title", ["text:name": "Contents_Head"]) {
                    $0.element("text:p", ["text:style-name": "Contents_20_Heading"], text: title)
                }
                for entry in entries {
                    xml.element("text:p", ["text:style-name": "Contents_20_\(entry.level)"]) { xml in
                        xml.element(
                            "text:a",
                            [
                                "xlink:type": "simple", "xlink:href": "#\(entry.anchor)",
                                "text:style-name": "Index_20_Link", "text:visited-style-name": "Index_20_Link",
                            ]
                        ) { xml in
                            xml.write(entry.text)
                            xml.element("text:tab")
                            xml.element(
                                "text:bookmark-ref",
                                ["text:reference-format": "page", "text:ref-name": entry.anchor])
                        }
                    }
                }
            }
        }
    }
}
