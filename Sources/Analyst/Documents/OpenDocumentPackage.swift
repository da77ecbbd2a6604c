import RuleEngine

/// The file that holds a document in OpenDocument 1.3: its kind first and not packed, its content, what it tells of itself, and
/// the list of all that.
struct OpenDocumentPackage {
    private let type: String
    private let title: String
    private let language: Language
    private var members: [(name: String, type: String, content: [UInt8])] = []

    /// - Parameter type: the media type, which is the kind of document.
    init(type: String, title: String, language: Language) {
        self.type = type
        self.title = title
        self.language = language
    }

    mutating func add(_ name: String, _ content: [UInt8], type: String = "text/xml") {
        members.append((name, type, content))
    }

    var bytes: [UInt8] {
        var zip = ZipFile()
        zip.add("mimetype", Array(type.utf8), isPacked: false)
        let all = members + [("meta.xml", "text/xml", meta)]
        zip.add("META-INF/manifest.xml", manifest(all.map { ($0.name, $0.type) }))
        for member in all { zip.add(member.name, member.content) }
        return zip.bytes
    }

    private func manifest(_ files: [(name: String, type: String)]) -> [UInt8] {
        var xml = XMLText()
        xml.element(
            "manifest:manifest",
            [
                "xmlns:manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
                "manifest:version": Self.version,
            ]
        ) { xml in
            xml.element(
                "manifest:file-entry",
                ["manifest:full-path": "/", "manifest:version": Self.version, "manifest:media-type": type])
            for file in files {
                xml.element(
                    "manifest:file-entry", ["manifest:full-path": file.name, "manifest:media-type": file.type])
            }
        }
        return xml.bytes
    }

    /// Title, maker and language; no moment, so that the same content gives the same bytes.
    private var meta: [UInt8] {
        Self.xml("office:document-meta") { xml in
            xml.element("office:meta") { xml in
                xml.element("meta:generator", text: "analyst")
                xml.element("dc:title", text: title)
                xml.element("dc:creator", text: "analyst")
                xml.element("dc:language", text: language.tag)
            }
        }
    }

    private static let version = "1.3"

    /// A file with its namespaces.
    static func xml(_ root: String, content: (inout XMLText) -> Void) -> [UInt8] {
        let names = "urn:oasis:names:tc:opendocument:xmlns"
        var xml = XMLText()
        xml.element(
            root,
            [
                "xmlns:office": "\(names):office:1.0", "xmlns:style": "\(names):style:1.0",
                "xmlns:text": "\(names):text:1.0", "xmlns:table": "\(names):table:1.0",
                "xmlns:draw": "\(names):drawing:1.0", "xmlns:svg": "\(names):svg-compatible:1.0",
                "xmlns:fo": "\(names):xsl-fo-compatible:1.0", "xmlns:meta": "\(names):meta:1.0",
                "xmlns:config": "\(names):config:1.0", "xmlns:xlink": "http://www.w3.org/1999/xlink",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
                "office:version": version,
            ], content: content)
        return xml.bytes
    }
}
