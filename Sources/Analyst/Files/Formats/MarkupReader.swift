import Foundation
import FoundationXML

/// Something that takes in a document of XML, piece by piece.
protocol MarkupHandler {
    /// - Parameters:
    ///   - name: without prefix.
    ///   - attributes: by their names with prefix.
    /// - Returns: whether to go on.
    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool
    mutating func end(_ name: String)
    mutating func text(_ text: String)
}

/// Reads XML with the parser of Foundation. Documents with declarations (`<!DOCTYPE …>`) are refused, so that no entity can
/// grow and nothing outside is fetched; workbooks have none.
enum MarkupReader {
    /// - Returns: whether the document was sound up to its end, or to where the handler stopped.
    static func read(_ bytes: [UInt8], into handler: inout some MarkupHandler) -> Bool {
        guard isPlain(bytes) else { return false }
        let delegate = MarkupDelegate(handler)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = delegate
        let isSound = parser.parse() && parser.parserError == nil && delegate.isClosed
        handler = delegate.handler
        return isSound || delegate.hasStopped
    }

    /// Whether a document is in an encoding in which a declaration can be seen, and has none.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        if start.contains("encoding"),
            !["utf-8", "us-ascii", "iso-8859-1", "windows-1252"].contains(where: start.contains)
        {
            return false
        }
        guard !bytes.contains(0) else { return false }
        let mark = Array("<!DOCTYPE".utf8)
        return !bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: "<") && bytes[index...].prefix(mark.count).elementsEqual(mark)
        }
    }
}

/// Hands on what the parser of Foundation finds.
private final class MarkupDelegate<Handler: MarkupHandler>: NSObject, XMLParserDelegate {
    var handler: Handler
    private(set) var hasStopped = false
    /// How many elements are open, and whether there was one.
    private var depth = 0
    private var hasRoot = false

    /// Whether all that was opened is closed. The parser lets some documents pass that end too early.
    var isClosed: Bool { hasRoot && depth == 0 }

    init(_ handler: Handler) { self.handler = handler }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        hasRoot = true
        guard !hasStopped, !handler.start(Self.local(elementName), attributes) else { return }
        hasStopped = true
        parser.abortParsing()
    }

    func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
        if !hasStopped { handler.end(Self.local(elementName)) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if !hasStopped { handler.text(string) }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if !hasStopped { handler.text(String(decoding: block, as: UTF8.self)) }
    }

    private static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
