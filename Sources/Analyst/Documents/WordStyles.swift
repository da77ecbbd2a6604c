import RuleEngine

/// How a text in Office Open XML looks: Word's own styles by their names, a page with its number at the foot.
struct WordStyles {
    private let document: TextDocument

    init(_ document: TextDocument) {
        self.document = document
    }

    static func name(of style: TextDocument.Style) -> String {
        switch style {
        case .body: "BodyText"
        case .intro: "Intro"
        case .label: "ListLabel"
        case .notice: "Notice"
        case .small: "Small"
        }
    }

    private struct Look {
        var before = 0
        var after = 100
        /// In half points.
        var size: Int?
        var colour: String?
        var isBold = false
        var keepsWithNext = false
        var outline: Int?
    }

    var styles: [UInt8] {
        WordWriter.xml("w:styles") { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        xml.element("w:rFonts", ["w:ascii": "Arial", "w:hAnsi": "Arial", "w:cs": "Arial"])
                        xml.element("w:color", ["w:val": "1B1F24"])
                        xml.element("w:sz", ["w:val": "20"])
                        xml.element("w:szCs", ["w:val": "20"])
                        xml.element("w:lang", ["w:val": document.language.tag])
                    }
                }
                xml.element("w:pPrDefault") {
                    $0.element("w:pPr") {
                        $0.element("w:spacing", ["w:after": "100", "w:line": "271", "w:lineRule": "auto"])
                    }
                }
            }
            xml.element("w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"]) {
                $0.element("w:name", ["w:val": "Normal"])
                $0.element("w:qFormat")
            }
            texts(&xml)
            headings(&xml)
            characters(&xml)
            table(&xml)
        }
    }

    private func style(
        _ id: String, _ name: String, basedOn parent: String = "Normal", next: String? = nil, _ look: Look,
        _ xml: inout XMLText, more: (inout XMLText) -> Void = { _ in }
    ) {
        xml.element("w:style", ["w:type": "paragraph", "w:styleId": id]) { xml in
            xml.element("w:name", ["w:val": name])
            xml.element("w:basedOn", ["w:val": parent])
            if let next { xml.element("w:next", ["w:val": next]) }
            xml.element("w:qFormat")
            xml.element("w:pPr") { xml in
                if look.keepsWithNext { xml.element("w:keepNext") }
                more(&xml)
                xml.element("w:spacing", ["w:before": "\(look.before)", "w:after": "\(look.after)"])
                if id == "ListBullet" { xml.element("w:ind", ["w:left": "340", "w:hanging": "283"]) }
                if let outline = look.outline { xml.element("w:outlineLvl", ["w:val": "\(outline)"]) }
            }
            xml.element("w:rPr") { xml in
                if look.isBold { xml.element("w:b") }
                if let colour = look.colour { xml.element("w:color", ["w:val": colour]) }
                if let size = look.size {
                    xml.element("w:sz", ["w:val": "\(size)"])
                    xml.element("w:szCs", ["w:val": "\(size)"])
                }
            }
        }
    }

    private func texts(_ xml: inout XMLText) {
        style("BodyText", "Body Text", Look(), &xml)
        style("Intro", "Intro", basedOn: "BodyText", Look(colour: "4A5560"), &xml)
        style(
            "ListLabel", "List Label", basedOn: "BodyText", next: "BodyText",
            Look(before: 80, after: 60, isBold: true, keepsWithNext: true), &xml)
        style("Notice", "Notice", basedOn: "BodyText", Look(before: 60, after: 180), &xml) { xml in
            xml.element("w:pBdr") {
                $0.element(
                    "w:left", ["w:val": "single", "w:sz": "36", "w:space": "8", "w:color": "8A5300"])
            }
            xml.element("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "F4F6F8"])
        }
        style("Small", "Small", basedOn: "BodyText", Look(after: 60, size: 18, colour: "4A5560"), &xml)
        style("ListBullet", "List Bullet", basedOn: "BodyText", Look(after: 45), &xml) { xml in
            xml.element("w:numPr") { $0.element("w:numId", ["w:val": "1"]) }
        }
        style(
            "Caption", "caption", next: "BodyText", Look(before: 180, after: 80, isBold: true, keepsWithNext: true),
            &xml)
        style("TableText", "Table Text", Look(after: 0, size: 17), &xml)
        style("TableHeading", "Table Heading", basedOn: "TableText", Look(after: 0, size: 17, isBold: true), &xml)
        style("Footer", "footer", Look(after: 0, size: 17, colour: "4A5560"), &xml) { xml in
            xml.element("w:tabs") { $0.element("w:tab", ["w:val": "right", "w:pos": "9638"]) }
        }
        style(
            "TOCHeading", "TOC Heading", next: "BodyText",
            Look(before: 240, size: 26, colour: "17506B", isBold: true, keepsWithNext: true), &xml)
        for level in 1...5 {
            style("TOC\(level)", "toc \(level)", Look(after: 40), &xml) { xml in
                xml.element("w:tabs") {
                    $0.element("w:tab", ["w:val": "right", "w:leader": "dot", "w:pos": "9638"])
                }
            }
        }
    }

    private func headings(_ xml: inout XMLText) {
        style(
            "Title", "Title", next: "BodyText",
            Look(after: 180, size: 44, colour: "17506B", isBold: true, keepsWithNext: true), &xml)
        style(
            "Subtitle", "Subtitle", next: "BodyText",
            Look(after: 240, size: 26, colour: "4A5560", keepsWithNext: true), &xml)
        for (index, size) in [30, 24, 22, 20, 20].enumerated() {
            style(
                "Heading\(index + 1)", "heading \(index + 1)", next: "BodyText",
                Look(
                    before: index == 0 ? 340 : 200, after: 60, size: size, colour: index == 0 ? "17506B" : nil,
                    isBold: true, keepsWithNext: true, outline: index), &xml)
        }
    }

    private func characters(_ xml: inout XMLText) {
        func style(_ id: String, _ content: (inout XMLText) -> Void) {
            xml.element("w:style", ["w:type": "character", "w:styleId": id]) { xml in
                xml.element("w:name", ["w:val": id])
                xml.element("w:qFormat")
                xml.element("w:rPr", content: content)
            }
        }
        style("Strong") { $0.element("w:b") }
        style("Code") { xml in
            xml.element("w:color", ["w:val": "4A5560"])
            xml.element("w:sz", ["w:val": "18"])
        }
        style("Hyperlink") { xml in
            xml.element("w:color", ["w:val": "0B5A8A"])
            xml.element("w:u", ["w:val": "single"])
        }
    }

    private func table(_ xml: inout XMLText) {
        xml.element("w:style", ["w:type": "table", "w:styleId": "ReportTable"]) { xml in
            xml.element("w:name", ["w:val": "Report Table"])
            xml.element("w:tblPr") { xml in
                xml.element("w:tblBorders") { xml in
                    for side in ["bottom", "insideH"] {
                        xml.element(
                            "w:\(side)", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "D5DBE1"])
                    }
                }
                xml.element("w:tblCellMar") { xml in
                    for side in ["top", "left", "bottom", "right"] {
                        xml.element("w:\(side)", ["w:w": "45", "w:type": "dxa"])
                    }
                }
            }
            xml.element("w:tblStylePr", ["w:type": "firstRow"]) { xml in
                xml.element("w:rPr") { $0.element("w:b") }
                xml.element("w:tcPr") { xml in
                    xml.element("w:tcBorders") {
                        $0.element(
                            "w:bottom", ["w:val": "single", "w:sz": "8", "w:space": "0", "w:color": "5F6B76"])
                    }
                }
            }
        }
    }

    var numbering: [UInt8] {
        WordWriter.xml("w:numbering") { xml in
            xml.element("w:abstractNum", ["w:abstractNumId": "0"]) { xml in
                xml.element("w:multiLevelType", ["w:val": "hybridMultilevel"])
                xml.element("w:lvl", ["w:ilvl": "0"]) { xml in
                    xml.element("w:start", ["w:val": "1"])
                    xml.element("w:numFmt", ["w:val": "bullet"])
                    xml.element("w:lvlText", ["w:val": "•"])
                    xml.element("w:lvlJc", ["w:val": "left"])
                    xml.element("w:pPr") { $0.element("w:ind", ["w:left": "340", "w:hanging": "283"]) }
                }
            }
            xml.element("w:num", ["w:numId": "1"]) { $0.element("w:abstractNumId", ["w:val": "0"]) }
        }
    }

    var settings: [UInt8] {
        WordWriter.xml("w:settings") { xml in
            xml.element("w:defaultTabStop", ["w:val": "709"])
            xml.element("w:compat") {
                $0.element(
                    "w:compatSetting",
                    [
                        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                        "w:val": "15",
                    ])
            }
            xml.element("w:themeFontLang", ["w:val": document.language.tag])
        }
    }

    var footer: [UInt8] {
        WordWriter.xml("w:ftr") { xml in
            xml.element("w:p") { xml in
                xml.element("w:pPr") { $0.element("w:pStyle", ["w:val": "Footer"]) }
                WordWriter.run(document.title, &xml)
                xml.element("w:r") { $0.element("w:tab") }
                WordWriter.run(ReportWords.page[document.language] + " ", &xml)
                WordWriter.field("PAGE", "1", &xml)
                WordWriter.run(" \(ReportWords.of[document.language]) ", &xml)
                WordWriter.field("NUMPAGES", "1", &xml)
            }
        }
    }
}
