import RuleEngine

/// A workbook in OpenDocument (ISO/IEC 26300).
package struct OpenDocumentSheetWriter {
    private let workbook: Workbook

    package init(_ workbook: Workbook) {
        self.workbook = workbook
    }

    package var bytes: [UInt8] {
        var file = OpenDocumentPackage(
            type: ReportFormat.ods.mediaType, title: workbook.title, language: workbook.language)
        file.add("content.xml", content)
        file.add("styles.xml", styles)
        file.add("settings.xml", settings)
        return file.bytes
    }

    private var styles: [UInt8] {
        OpenDocumentPackage.xml("office:document-styles") { xml in
            xml.element("office:styles") { xml in
                xml.element("style:default-style", ["style:family": "table-cell"]) { xml in
                    xml.element(
                        "style:text-properties",
                        [
                            "fo:language": workbook.language.rawValue, "fo:country": workbook.language.country,
                            "fo:font-family": "Arial", "fo:font-size": "11pt",
                        ])
                }
            }
            // On paper a sheet lies down, and is as wide as the page.
            xml.element("office:automatic-styles") { xml in
                xml.element("style:page-layout", ["style:name": "Page"]) {
                    $0.element(
                        "style:page-layout-properties",
                        [
                            "fo:page-width": "29.7cm", "fo:page-height": "21cm",
                            "style:print-orientation": "landscape", "style:scale-to-X": "1", "style:scale-to-Y": "0",
                        ])
                }
            }
            xml.element("office:master-styles") {
                $0.element("style:master-page", ["style:name": "Default", "style:page-layout-name": "Page"])
            }
        }
    }

    private var content: [UInt8] {
        let widths = workbook.sheets.map { $0.widths(from: 8, to: 60) }
        return OpenDocumentPackage.xml("office:document-content") { xml in
            xml.element("office:automatic-styles") { xml in
                for width in Set(widths.joined()).sorted() {
                    xml.element("style:style", ["style:name": "w\(width)", "style:family": "table-column"]) {
                        $0.element("style:table-column-properties", ["style:column-width": "\(width * 2 + 5)mm"])
                    }
                }
                xml.element(
                    "style:style",
                    ["style:name": "sheet", "style:family": "table", "style:master-page-name": "Default"]
                ) { $0.element("style:table-properties", ["table:display": "true"]) }
                xml.element("style:style", ["style:name": "row", "style:family": "table-row"]) {
                    $0.element("style:table-row-properties", ["style:use-optimal-row-height": "true"])
                }
                for (name, weight) in [("head", "bold"), ("cell", nil)] as [(String, String?)] {
                    xml.element("style:style", ["style:name": name, "style:family": "table-cell"]) { xml in
                        xml.element(
                            "style:table-cell-properties",
                            ["fo:wrap-option": "wrap", "style:vertical-align": "top"])
                        if let weight { xml.element("style:text-properties", ["fo:font-weight": weight]) }
                    }
                }
            }
            xml.element("office:body") { xml in
                xml.element("office:spreadsheet") { xml in
                    for (sheet, widths) in zip(workbook.sheets, widths) { write(sheet, widths, &xml) }
                }
            }
        }
    }

    private func write(_ sheet: Workbook.Sheet, _ widths: [Int], _ xml: inout XMLText) {
        xml.element("table:table", ["table:name": sheet.name, "table:style-name": "sheet"]) { xml in
            for width in widths { xml.element("table:table-column", ["table:style-name": "w\(width)"]) }
            xml.element("table:table-header-rows") {
                row(sheet.columns.map { .text($0.title) }, style: "head", &$0)
            }
            for cells in sheet.rows { row(cells, style: "cell", &xml) }
        }
    }

    private func row(_ cells: [AnalysisDocument.Table.Cell], style: String, _ xml: inout XMLText) {
        xml.element("table:table-row", ["table:style-name": "row"]) { xml in
            for cell in cells {
                switch cell {
                case _ where cell.isBlank: xml.element("table:table-cell")
                case .empty: break
                case .number(let number):
                    xml.element(
                        "table:table-cell",
                        [
                            "table:style-name": style, "office:value-type": "float",
                            "office:value": number.normalizedDescription,
                        ]
                    ) { $0.element("text:p", text: NumberText.text(of: number, in: workbook.language)) }
                case .text(let text):
                    xml.element("table:table-cell", ["table:style-name": style, "office:value-type": "string"]) { xml in
                        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                            xml.element("text:p", text: String(line))
                        }
                    }
                }
            }
        }
    }

    /// The row of headers stays where it is when a reader goes down.
    private var settings: [UInt8] {
        OpenDocumentPackage.xml("office:document-settings") { xml in
            xml.element("office:settings") { xml in
                xml.element("config:config-item-set", ["config:name": "ooo:view-settings"]) { xml in
                    xml.element("config:config-item-map-indexed", ["config:name": "Views"]) { xml in
                        xml.element("config:config-item-map-entry") { xml in
                            xml.element("config:config-item-map-named", ["config:name": "Tables"]) { xml in
                                for sheet in workbook.sheets { frozenHeader(sheet.name, &xml) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func frozenHeader(_ name: String, _ xml: inout XMLText) {
        xml.element("config:config-item-map-entry", ["config:name": name]) { xml in
            for (name, type, value) in [
                ("VerticalSplitMode", "short", "2"), ("VerticalSplitPosition", "int", "1"),
                ("ActiveSplitRange", "short", "2"), ("PositionBottom", "int", "1"),
            ] {
                xml.element("config:config-item", ["config:name": name, "config:type": type], text: value)
            }
        }
    }
}
