import Foundation
import FoundationXML

/// An element of an XML document: local names, attributes, children and text in order; namespaces are left aside.
final class MarkupElement {
    let name: String
    /// By local name: `xsi:nil` is `nil`.
    let attributes: [String: String]
    fileprivate(set) var children: [MarkupElement] = []
    /// The text directly inside the element.
    fileprivate(set) var text = ""

    init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    func first(_ name: String) -> MarkupElement? { children.first { $0.name == name } }
    func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }

    /// - Returns: `nil` when the file cannot be read or is not well-formed.
    static func read(_ file: URL) -> MarkupElement? {
        guard let data = try? Data(contentsOf: file) else { return nil }
        let builder = MarkupBuilder()
        let parser = XMLParser(data: data)
        parser.delegate = builder
        return parser.parse() ? builder.root : nil
    }
}

private final class MarkupBuilder: NSObject, XMLParserDelegate {
    var root: MarkupElement?
    private var open: [MarkupElement] = []

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        let pairs = attributes.map { (String.localName(of: $0.key), $0.value) }.sorted { $0.0 < $1.0 }
        let element = MarkupElement(
            name: .localName(of: elementName), attributes: Dictionary(pairs) { first, _ in first })
        open.last?.children.append(element)
        if root == nil { root = element }
        open.append(element)
    }

    func parser(
        _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        open.last?.text += String(decoding: block, as: UTF8.self)
    }
}

extension String {
    fileprivate static func localName(of name: String) -> String {
        name.split(separator: ":").last.map(String.init) ?? name
    }

    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
