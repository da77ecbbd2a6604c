import RuleEngine

/// What text documents and workbooks in Office Open XML have in common: the list of types, the relations between files, and
/// what the file tells of itself.
enum OfficePackage {
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packaging = "http://schemas.openxmlformats.org/package/2006"

    /// From a file to another one, or to a page elsewhere.
    struct Relationship {
        let type: String
        let target: String

        init(_ name: String, _ target: String) {
            type = "\(OfficePackage.relations)/\(name)"
            self.target = target
        }

        private init(type: String, target: String) {
            self.type = type
            self.target = target
        }

        static func document(_ target: String) -> Relationship { Relationship("officeDocument", target) }
        static let core = Relationship(
            type: "\(OfficePackage.packaging)/relationships/metadata/core-properties", target: "docProps/core.xml")
        static let app = Relationship("extended-properties", "docProps/app.xml")
    }

    /// Relations get the names rId1, rId2 and so on, in their order.
    static func relationships(_ relationships: [Relationship]) -> [UInt8] {
        var xml = XMLText()
        xml.element("Relationships", ["xmlns": "\(packaging)/relationships"]) { xml in
            for (index, relationship) in relationships.enumerated() {
                xml.element(
                    "Relationship",
                    ["Id": "rId\(index + 1)", "Type": relationship.type, "Target": relationship.target])
            }
        }
        return xml.bytes
    }

    /// - Parameter parts: the files that are not plain relations, by their paths, with their types.
    static func contentTypes(_ parts: [(path: String, type: String)]) -> [UInt8] {
        let own = [
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ]
        var xml = XMLText()
        xml.element("Types", ["xmlns": "\(packaging)/content-types"]) { xml in
            let defaults = [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
                ("emf", "image/x-emf"), ("svg", "image/svg+xml"),
            ]
            for (ending, type) in defaults { xml.element("Default", ["Extension": ending, "ContentType": type]) }
            for (path, type) in parts + own {
                xml.element("Override", ["PartName": path, "ContentType": type])
            }
        }
        return xml.bytes
    }

    /// Title, maker and language; no moment, so that the same content gives the same bytes.
    static func coreProperties(title: String, language: Language) -> [UInt8] {
        var xml = XMLText()
        xml.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "\(packaging)/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/",
            ]
        ) { xml in
            xml.element("dc:title", text: title)
            xml.element("dc:creator", text: "analyst")
            xml.element("dc:language", text: language.tag)
        }
        return xml.bytes
    }

    static var appProperties: [UInt8] {
        var xml = XMLText()
        xml.element(
            "Properties",
            ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"]
        ) { $0.element("Application", text: "analyst") }
        return xml.bytes
    }
}

extension Language {
    /// With its country: "nl-NL", "en-GB".
    var tag: String { "\(rawValue)-\(country)" }

    var country: String { word("NL", "GB") }
}
