import Foundation
import FoundationXML

/// Reads XML with the parser of Foundation. Documents with declarations (`<!DOCTYPE …>`) are refused, so that no entity can
/// grow and nothing outside is fetched; workbooks and decision models have none.
package enum MarkupReader {
    /// How the reading of a document ended.
    package enum Ending: Hashable, Sendable {
        case sound
        /// The handler asked for no more.
        case stopped
        /// The parser lost its way: line and column from 1, as far as it knows them.
        case broken(line: Int, column: Int)
        /// The document ends before all its elements do.
        case cutOff
        /// `<!DOCTYPE` stands at this byte.
        case declaration(Int)
        /// The document says that it is in an encoding in which a declaration cannot be seen, or has a byte 0.
        case encoding
    }

    /// - Returns: whether the document was sound up to its end, or to where the handler stopped.
    package static func read(_ bytes: [UInt8], into handler: inout some MarkupHandler) -> Bool {
        switch ending(of: bytes, into: &handler) {
        case .sound, .stopped: true
        default: false
        }
    }

    package static func ending(of bytes: [UInt8], into handler: inout some MarkupHandler) -> Ending {
        guard isInReadableEncoding(bytes) else { return .encoding }
        if let place = declaration(in: bytes) { return .declaration(place) }
        let delegate = MarkupDelegate(handler)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = delegate
        let isSound = parser.parse() && parser.parserError == nil
        handler = delegate.handler
        if delegate.hasStopped { return .stopped }
        if !isSound { return .broken(line: parser.lineNumber, column: parser.columnNumber) }
        return delegate.isClosed ? .sound : .cutOff
    }

    /// Whether a document is in an encoding in which a declaration can be seen.
    private static func isInReadableEncoding(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        if start.contains("<?xml"), start.contains("encoding"),
            !["utf-8", "us-ascii", "iso-8859-1", "windows-1252"].contains(where: start.contains)
        {
            return false
        }
        return !bytes.contains(0)
    }

    private static func declaration(in bytes: [UInt8]) -> Int? {
        let mark = Array("<!DOCTYPE".utf8)
        return bytes.indices.first { index in
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
        let (prefix, name) = Self.parts(of: elementName)
        guard !hasStopped, !handler.start(name, prefix: prefix, attributes) else { return }
        hasStopped = true
        parser.abortParsing()
    }

    func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
        if !hasStopped { handler.end(Self.parts(of: elementName).name) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if !hasStopped { handler.text(string) }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if !hasStopped { handler.text(String(decoding: block, as: UTF8.self)) }
    }

    private static func parts(of name: String) -> (prefix: String, name: String) {
        guard let colon = name.lastIndex(of: ":") else { return ("", name) }
        return (String(name[..<colon]), String(name[name.index(after: colon)...]))
    }
}
