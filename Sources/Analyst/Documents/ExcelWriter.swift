import RuleEngine

/// A workbook in Office Open XML (ISO/IEC 29500), with texts inline and each table marked as one, so that a screen reader
/// tells the headers.
///
/// Written here rather than by a library: six small files of XML, of which the bytes depend on nothing but the tables. A
/// library would be one more package on each machine that builds the program, and would write the hour and its own version.
package struct ExcelWriter {
    private let workbook: Workbook

    package init(_ workbook: Workbook) {
        self.workbook = workbook
    }

    package var bytes: [UInt8] {
        var zip = ZipFile()
        zip.add("[Content_Types].xml", contentTypes)
        zip.add("_rels/.rels", OfficePackage.relationships([.document("xl/workbook.xml"), .core, .app]))
        zip.add(
            "docProps/core.xml", OfficePackage.coreProperties(title: workbook.title, language: workbook.language))
        zip.add("docProps/app.xml", OfficePackage.appProperties)
        zip.add("xl/workbook.xml", book)
        let sheets = workbook.sheets.indices.map { index in
            OfficePackage.Relationship("worksheet", "worksheets/sheet\(index + 1).xml")
        }
        zip.add("xl/_rels/workbook.xml.rels", OfficePackage.relationships(sheets + [.init("styles", "styles.xml")]))
        zip.add("xl/styles.xml", styles)
        for (index, sheet) in workbook.sheets.enumerated() {
            zip.add("xl/worksheets/sheet\(index + 1).xml", content(of: sheet))
            guard !sheet.rows.isEmpty else { continue }
            zip.add(
                "xl/worksheets/_rels/sheet\(index + 1).xml.rels",
                OfficePackage.relationships([.init("table", "../tables/table\(index + 1).xml")]))
            zip.add("xl/tables/table\(index + 1).xml", table(of: sheet, number: index + 1))
        }
        return zip.bytes
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private var contentTypes: [UInt8] {
        var parts = [
            ("/xl/workbook.xml", "\(Self.kinds).sheet.main+xml"), ("/xl/styles.xml", "\(Self.kinds).styles+xml"),
        ]
        for (index, sheet) in workbook.sheets.enumerated() {
            parts.append(("/xl/worksheets/sheet\(index + 1).xml", "\(Self.kinds).worksheet+xml"))
            if !sheet.rows.isEmpty { parts.append(("/xl/tables/table\(index + 1).xml", "\(Self.kinds).table+xml")) }
        }
        return OfficePackage.contentTypes(parts)
    }

    private var book: [UInt8] {
        var xml = XMLText()
        xml.element("workbook", ["xmlns": Self.main, "xmlns:r": OfficePackage.relations]) { xml in
            xml.element("sheets") { xml in
                for (index, sheet) in workbook.sheets.enumerated() {
                    xml.element("sheet", ["name": sheet.name, "sheetId": "\(index + 1)", "r:id": "rId\(index + 1)"])
                }
            }
        }
        return xml.bytes
    }

    /// Three ways to show a cell: plain, a header, a number.
    private var styles: [UInt8] {
        var xml = XMLText()
        xml.element("styleSheet", ["xmlns": Self.main]) { xml in
            xml.element("fonts", ["count": "2"]) { xml in
                for isBold in [false, true] {
                    xml.element("font") { xml in
                        if isBold { xml.element("b") }
                        xml.element("sz", ["val": "11"])
                        xml.element("name", ["val": "Arial"])
                    }
                }
            }
            xml.element("fills", ["count": "2"]) { xml in
                for pattern in ["none", "gray125"] {
                    xml.element("fill") { $0.element("patternFill", ["patternType": pattern]) }
                }
            }
            xml.element("borders", ["count": "1"]) { $0.element("border") }
            xml.element("cellStyleXfs", ["count": "1"]) {
                $0.element("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
            }
            xml.element("cellXfs", ["count": "3"]) { xml in
                for (font, wraps) in [("0", true), ("1", true), ("0", false)] {
                    xml.element(
                        "xf",
                        [
                            "numFmtId": "0", "fontId": font, "fillId": "0", "borderId": "0", "xfId": "0",
                            "applyFont": "1", "applyAlignment": "1",
                        ]
                    ) { $0.element("alignment", ["vertical": "top", "wrapText": wraps ? "1" : nil]) }
                }
            }
            xml.element("cellStyles", ["count": "1"]) {
                $0.element("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
            }
        }
        return xml.bytes
    }

    private func content(of sheet: Workbook.Sheet) -> [UInt8] {
        var xml = XMLText()
        xml.element("worksheet", ["xmlns": Self.main, "xmlns:r": OfficePackage.relations]) { xml in
            xml.element("sheetPr") { $0.element("pageSetUpPr", ["fitToPage": "1"]) }
            xml.element("dimension", ["ref": Self.range(of: sheet)])
            xml.element("sheetViews") { xml in
                xml.element("sheetView", ["workbookViewId": "0"]) {
                    $0.element(
                        "pane",
                        ["ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"])
                }
            }
            xml.element("cols") { xml in
                for (index, width) in sheet.widths(from: 8, to: 60).enumerated() {
                    xml.element(
                        "col",
                        ["min": "\(index + 1)", "max": "\(index + 1)", "width": "\(width + 2)", "customWidth": "1"])
                }
            }
            xml.element("sheetData") { xml in
                Self.row(1, sheet.columns.map { .text($0.title) }, style: "1", &xml)
                for (index, cells) in sheet.rows.enumerated() { Self.row(index + 2, cells, style: "0", &xml) }
            }
            xml.element("pageSetup", ["paperSize": "9", "orientation": "landscape", "fitToHeight": "0"])
            if !sheet.rows.isEmpty {
                xml.element("tableParts", ["count": "1"]) { $0.element("tablePart", ["r:id": "rId1"]) }
            }
        }
        return xml.bytes
    }

    private static func row(
        _ number: Int, _ cells: [AnalysisDocument.Table.Cell], style: String, _ xml: inout XMLText
    ) {
        xml.element("row", ["r": "\(number)"]) { xml in
            for (index, cell) in cells.enumerated() where !cell.isBlank {
                let place = column(index) + "\(number)"
                switch cell {
                case .empty: break
                case .number(let number):
                    xml.element("c", ["r": place, "s": "2"]) { $0.element("v", text: number.normalizedDescription) }
                case .text(let text):
                    xml.element("c", ["r": place, "s": style, "t": "inlineStr"]) { xml in
                        xml.element("is") { $0.element("t", ["xml:space": "preserve"], text: fitting(text)) }
                    }
                }
            }
        }
    }

    /// A cell holds 32,767 characters (UTF-16); a program refuses a file with more.
    private static func fitting(_ text: String) -> String {
        guard text.utf16.count > 32_767 else { return text }
        var kept = text
        while kept.utf16.count > 32_766 { kept.removeLast(max(1, (kept.utf16.count - 32_766) / 2)) }
        return kept + "…"
    }

    private func table(of sheet: Workbook.Sheet, number: Int) -> [UInt8] {
        var xml = XMLText()
        let range = Self.range(of: sheet)
        xml.element(
            "table",
            [
                "xmlns": Self.main, "id": "\(number)", "name": "Table\(number)", "displayName": "Table\(number)",
                "ref": range, "totalsRowShown": "0",
            ]
        ) { xml in
            xml.element("autoFilter", ["ref": range])
            xml.element("tableColumns", ["count": "\(sheet.columns.count)"]) { xml in
                for (index, column) in sheet.columns.enumerated() {
                    xml.element("tableColumn", ["id": "\(index + 1)", "name": column.title])
                }
            }
            xml.element("tableStyleInfo", ["name": "TableStyleLight1", "showRowStripes": "1"])
        }
        return xml.bytes
    }

    private static func range(of sheet: Workbook.Sheet) -> String {
        "A1:\(column(sheet.columns.count - 1))\(sheet.rows.count + 1)"
    }

    /// A, B, …, Z, AA
    static func column(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }
}
