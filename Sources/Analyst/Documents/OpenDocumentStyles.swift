import RuleEngine

/// How a text in OpenDocument looks: named styles that a reader can change at one place, a page with its number at the foot.
struct OpenDocumentStyles {
    private let document: TextDocument

    init(_ document: TextDocument) {
        self.document = document
    }

    static func name(of style: TextDocument.Style) -> String {
        switch style {
        case .body: "Text_20_body"
        case .intro: "Intro"
        case .label: "Label"
        case .notice: "Notice"
        case .small: "Small"
        }
    }

    var bytes: [UInt8] {
        OpenDocumentPackage.xml("office:document-styles") { xml in
            xml.element("office:font-face-decls") {
                $0.element("style:font-face", ["style:name": "Arial", "svg:font-family": "Arial"])
            }
            xml.element("office:styles") { xml in
                defaults(&xml)
                texts(&xml)
                headings(&xml)
                contents(&xml)
                tables(&xml)
                characters(&xml)
                bullets(&xml)
            }
            xml.element("office:automatic-styles") { page(&$0) }
            xml.element("office:master-styles") { xml in
                xml.element(
                    "style:master-page", ["style:name": "Standard", "style:page-layout-name": "Page"]
                ) { footer(&$0) }
            }
        }
    }

    // MARK: Paragraphs

    private func defaults(_ xml: inout XMLText) {
        xml.element("style:default-style", ["style:family": "paragraph"]) { xml in
            xml.element(
                "style:paragraph-properties",
                ["fo:orphans": "2", "fo:widows": "2", "style:tab-stop-distance": "1.25cm"])
            xml.element(
                "style:text-properties",
                [
                    "style:font-name": "Arial", "fo:font-size": "10pt", "fo:color": "#1b1f24",
                    "fo:language": document.language.rawValue, "fo:country": document.language.country,
                    "fo:hyphenate": "false",
                ])
        }
        xml.element("style:default-style", ["style:family": "table"])
        xml.element("style:default-style", ["style:family": "graphic"]) {
            $0.element(
                "style:text-properties",
                ["fo:language": document.language.rawValue, "fo:country": document.language.country])
        }
        xml.element("style:style", ["style:name": "Standard", "style:family": "paragraph", "style:class": "text"])
    }

    private struct Look {
        var before = "0cm"
        var after = "0.17cm"
        var size: String?
        var colour: String?
        var isBold = false
        var keepsWithNext = false
        var alignment: String?
        var border: String?
        var background: String?
    }

    private func paragraph(
        _ name: String, parent: String = "Standard", next: String? = nil, outline: Int? = nil, _ look: Look,
        _ xml: inout XMLText, tabs: (inout XMLText) -> Void = { _ in }
    ) {
        xml.element(
            "style:style",
            [
                "style:name": name, "style:display-name": name.replacing("_20_", with: " "),
                "style:family": "paragraph", "style:parent-style-name": parent, "style:next-style-name": next,
                "style:default-outline-level": outline.map(String.init),
            ]
        ) { xml in
            xml.element(
                "style:paragraph-properties",
                [
                    "fo:margin-top": look.before, "fo:margin-bottom": look.after, "fo:line-height": "118%",
                    "fo:keep-with-next": look.keepsWithNext ? "always" : nil, "fo:text-align": look.alignment,
                    "fo:border-left": look.border, "fo:padding": look.border.map { _ in "0.2cm" },
                    "fo:background-color": look.background,
                ], content: tabs)
            xml.element(
                "style:text-properties",
                [
                    "fo:font-size": look.size, "fo:color": look.colour,
                    "fo:font-weight": look.isBold ? "bold" : nil,
                ])
        }
    }

    private func texts(_ xml: inout XMLText) {
        paragraph("Text_20_body", Look(), &xml)
        paragraph("Intro", parent: "Text_20_body", Look(colour: "#4a5560"), &xml)
        paragraph(
            "Label", parent: "Text_20_body", next: "Text_20_body",
            Look(before: "0.15cm", after: "0.1cm", isBold: true, keepsWithNext: true), &xml)
        paragraph(
            "Notice", parent: "Text_20_body",
            Look(before: "0.1cm", after: "0.3cm", border: "3pt solid #8a5300", background: "#f4f6f8"), &xml)
        paragraph("Small", parent: "Text_20_body", Look(after: "0.1cm", size: "9pt", colour: "#4a5560"), &xml)
        paragraph("List_20_Bullet", parent: "Text_20_body", Look(after: "0.08cm"), &xml)
        paragraph("Footer", Look(after: "0cm", size: "8.5pt", colour: "#4a5560"), &xml) { xml in
            xml.element("style:tab-stops") {
                $0.element("style:tab-stop", ["style:position": "17cm", "style:type": "right"])
            }
        }
    }

    private func headings(_ xml: inout XMLText) {
        paragraph(
            "Title", next: "Text_20_body",
            Look(after: "0.3cm", size: "22pt", colour: "#17506b", isBold: true, keepsWithNext: true), &xml)
        paragraph(
            "Subtitle", next: "Text_20_body",
            Look(after: "0.4cm", size: "13pt", colour: "#4a5560", keepsWithNext: true), &xml)
        paragraph("Heading", next: "Text_20_body", Look(keepsWithNext: true), &xml)
        for (index, size) in ["15pt", "12pt", "11pt", "10pt", "10pt"].enumerated() {
            paragraph(
                "Heading_20_\(index + 1)", parent: "Heading", next: "Text_20_body", outline: index + 1,
                Look(
                    before: index == 0 ? "0.6cm" : "0.35cm", after: "0.1cm", size: size,
                    colour: index == 0 ? "#17506b" : nil, isBold: true, keepsWithNext: true), &xml)
        }
    }

    private func contents(_ xml: inout XMLText) {
        paragraph(
            "Contents_20_Heading", next: "Text_20_body",
            Look(before: "0.4cm", size: "13pt", colour: "#17506b", isBold: true, keepsWithNext: true), &xml)
        for level in 1...5 {
            paragraph("Contents_20_\(level)", Look(after: "0.08cm"), &xml) { xml in
                xml.element("style:tab-stops") {
                    $0.element(
                        "style:tab-stop",
                        [
                            "style:position": "17cm", "style:type": "right", "style:leader-style": "dotted",
                            "style:leader-text": ".",
                        ])
                }
            }
        }
    }

    private func tables(_ xml: inout XMLText) {
        for name in ["Table", "Figure"] {
            paragraph(
                name, parent: "Caption", next: "Text_20_body",
                Look(before: "0.3cm", after: "0.15cm", isBold: true, keepsWithNext: true), &xml)
        }
        paragraph("Figure_20_Text", parent: "Text_20_body", Look(keepsWithNext: true), &xml)
        paragraph("Caption", Look(isBold: true, keepsWithNext: true), &xml)
        for (suffix, side) in [("", "start"), ("_20_Number", "end")] {
            paragraph("Table_20_Contents\(suffix)", Look(after: "0cm", size: "8.5pt", alignment: side), &xml)
            paragraph(
                "Table_20_Heading\(suffix)", Look(after: "0cm", size: "8.5pt", isBold: true, alignment: side), &xml)
        }
        xml.element("style:style", ["style:name": "Graphics", "style:family": "graphic"]) {
            $0.element("style:graphic-properties", ["style:vertical-pos": "top", "style:vertical-rel": "baseline"])
        }
    }

    private func characters(_ xml: inout XMLText) {
        func style(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
            xml.element(
                "style:style",
                [
                    "style:name": name, "style:display-name": name.replacing("_20_", with: " "),
                    "style:family": "text",
                ]
            ) { $0.element("style:text-properties", attributes) }
        }
        style("Strong_20_Emphasis", ["fo:font-weight": "bold"])
        style("Source_20_Text", ["fo:font-size": "9pt", "fo:color": "#4a5560"])
        style("Index_20_Link", [:])
        style(
            "Internet_20_link",
            ["fo:color": "#0b5a8a", "style:text-underline-style": "solid", "style:text-underline-width": "auto"])
    }

    private func bullets(_ xml: inout XMLText) {
        xml.element("text:list-style", ["style:name": "List_20_1", "style:display-name": "List 1"]) { xml in
            xml.element("text:list-level-style-bullet", ["text:level": "1", "text:bullet-char": "•"]) { xml in
                xml.element(
                    "style:list-level-properties", ["text:list-level-position-and-space-mode": "label-alignment"]
                ) {
                    $0.element(
                        "style:list-level-label-alignment",
                        [
                            "text:label-followed-by": "listtab", "text:list-tab-stop-position": "0.6cm",
                            "fo:text-indent": "-0.5cm", "fo:margin-left": "0.6cm",
                        ])
                }
            }
        }
    }

    // MARK: The page

    private func page(_ xml: inout XMLText) {
        xml.element("style:page-layout", ["style:name": "Page"]) { xml in
            xml.element(
                "style:page-layout-properties",
                [
                    "fo:page-width": "21cm", "fo:page-height": "29.7cm", "style:print-orientation": "portrait",
                    "fo:margin-top": "1.8cm", "fo:margin-bottom": "1.3cm", "fo:margin-left": "2cm",
                    "fo:margin-right": "2cm",
                ])
            xml.element("style:footer-style") {
                $0.element("style:header-footer-properties", ["fo:min-height": "0.8cm", "fo:margin-top": "0.4cm"])
            }
        }
    }

    private func footer(_ xml: inout XMLText) {
        xml.element("style:footer") { xml in
            xml.element("text:p", ["text:style-name": "Footer"]) { xml in
                xml.write(document.title)
                xml.element("text:tab")
                xml.write(ReportWords.page[document.language] + " ")
                xml.element("text:page-number", ["text:select-page": "current"], text: "1")
                xml.write(" \(ReportWords.of[document.language]) ")
                xml.element("text:page-count", text: "1")
            }
        }
    }
}
