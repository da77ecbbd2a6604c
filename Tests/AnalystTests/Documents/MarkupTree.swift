import Foundation
import FoundationXML
import Testing

/// XML as a tree, with names as they are written.
final class MarkupTree {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [MarkupTree] = []
    /// All text inside, in its order.
    fileprivate(set) var text = ""

    fileprivate init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// Reads a document; one that is not well-formed fails the test.
    static func read(_ bytes: [UInt8]) throws -> MarkupTree {
        let reader = TreeReader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") line \(parser.lineNumber)")
        return try #require(reader.root)
    }

    /// The elements of a name, wherever they stand inside, in their order.
    func all(_ name: String) -> [MarkupTree] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    func first(_ name: String) -> MarkupTree? { all(name).first }

    /// This element and all inside.
    var flattened: [MarkupTree] { [self] + children.flatMap(\.flattened) }

    subscript(_ attribute: String) -> String? { attributes[attribute] }
}

private final class TreeReader: NSObject, XMLParserDelegate {
    var root: MarkupTree?
    private var open: [MarkupTree] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let element = MarkupTree(name, attributes)
        open.last?.children.append(element)
        if root == nil { root = element }
        open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        for element in open { element.text += text }
    }
}
