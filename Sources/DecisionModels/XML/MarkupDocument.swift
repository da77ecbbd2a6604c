import Markup
import RuleEngine

/// A text of XML as a tree with places, or what is wrong with it.
struct MarkupDocument {
    let file: SourceFile
    let root: MarkupElement

    /// - Throws: `xml/too-large`, `xml/too-deep`, `xml/declaration`, `xml/syntax`, `xml/cut-off`.
    init(_ file: SourceFile) throws(Diagnostic) {
        self.file = file
        guard file.text.utf8.count <= MarkupLimits.bytes else { throw .tooLarge(file) }
        var bytes = Array(file.text.utf8)
        // The text is decoded already, whatever the document says of its encoding.
        if bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) {
            for index in 0...end where bytes[index] != 0x0A { bytes[index] = 0x20 }
        }
        let places = MarkupPlaces(bytes)
        var builder = MarkupTreeBuilder(tags: places.tags)
        switch MarkupReader.ending(of: bytes, into: &builder) {
        case .sound: break
        case .stopped: throw builder.fault?.diagnostic(in: file) ?? .broken(file, 0..<0)
        case .declaration(let offset): throw .declaration(file, offset)
        case .encoding: throw .broken(file, 0..<0)
        case .cutOff: throw .cutOff(file)
        case .broken(let line, let column):
            if let mismatch = places.mismatch {
                throw .mismatch(file, mismatch.open, mismatch.at, mismatch.found, mismatch.3)
            }
            if builder.isCutOff { throw .cutOff(file) }
            throw .broken(file, file.offset(line: line, column: column))
        }
        guard let root = builder.root else { throw .cutOff(file) }
        self.root = root
    }
}

/// Puts elements together as the parser hands them out.
private struct MarkupTreeBuilder: MarkupHandler {
    enum Fault {
        case depth(Range<Int>)
        case count
        case attributes(Range<Int>)

        func diagnostic(in file: SourceFile) -> Diagnostic {
            switch self {
            case .depth(let range): .tooDeep(file, range)
            case .count: .tooLarge(file)
            case .attributes(let range): .hugeAttribute(file, range)
            }
        }
    }

    private let tags: [MarkupPlaces.Tag]
    private var count = 0
    private var open: [MarkupElement] = []
    private(set) var root: MarkupElement?
    private(set) var fault: Fault?

    init(tags: [MarkupPlaces.Tag]) { self.tags = tags }

    /// All that was read is sound, and something is still open.
    var isCutOff: Bool { count == tags.count && !open.isEmpty }

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        start(name, prefix: "", attributes)
    }

    mutating func start(_ name: String, prefix: String, _ attributes: [String: String]) -> Bool {
        let places = count < tags.count ? tags[count] : MarkupPlaces.Tag()
        count += 1
        if open.count >= MarkupLimits.depth { fault = .depth(places.name) }
        if count > MarkupLimits.elements { fault = .count }
        if places.attributes.values.reduce(0, { $0 + $1.count }) > MarkupLimits.attributes {
            fault = .attributes(places.name)
        }
        guard fault == nil else { return false }
        var namespaces = open.last?.namespaces ?? [:]
        var own: [String: String] = [:]
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
            if key == "xmlns" {
                namespaces[""] = value
            } else if key.hasPrefix("xmlns:") {
                namespaces[String(key.dropFirst(6))] = value
            } else if own[key.localName] == nil {
                own[key.localName] = value
            }
        }
        let element = MarkupElement(
            name: name, namespace: namespaces[prefix] ?? "", attributes: own, namespaces: namespaces, places: places)
        open.last?.append(element)
        if root == nil { root = element }
        open.append(element)
        return true
    }

    mutating func end(_ name: String) { _ = open.popLast() }
    mutating func text(_ text: String) { open.last?.append(text) }
}

extension SourceFile {
    /// The place of a line and a column in bytes, both from 1, as far as it lies in the text.
    fileprivate func offset(line: Int, column: Int) -> Range<Int> {
        var offset = 0
        var number = 1
        for (index, byte) in text.utf8.enumerated() {
            if number == line {
                offset = index
                break
            }
            if byte == 0x0A { number += 1 }
        }
        let place = min(offset + max(column - 1, 0), text.utf8.count)
        return place..<place
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func tooLarge(_ file: SourceFile) -> Diagnostic {
        let (bytes, elements) = (MarkupLimits.bytes >> 20, MarkupLimits.elements)
        return Diagnostic(
            code: "xml/too-large",
            message: LocalizedText(
                nl: "dit model is te groot: meer dan \(bytes) MiB of \(elements) elementen",
                en: "this model is too large: more than \(bytes) MiB or \(elements) elements"),
            at: file.span(0..<0),
            hint: LocalizedText(
                nl: "verdeel het over modellen die elkaar importeren",
                en: "divide it over models that import each other"))
    }

    fileprivate static func tooDeep(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            code: "xml/too-deep",
            message: LocalizedText(
                nl: "elementen staan hier meer dan \(MarkupLimits.depth) keer in elkaar",
                en: "elements stand inside each other more than \(MarkupLimits.depth) times here"),
            at: file.span(range),
            hint: LocalizedText(
                nl: "maak van een binnenste expressie een eigen beslissing",
                en: "make a decision of its own of an inner expression"))
    }

    fileprivate static func hugeAttribute(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            code: "xml/too-large",
            message: LocalizedText(
                nl: "de attributen van dit element zijn samen groter dan \(MarkupLimits.attributes >> 20) MiB",
                en: "the attributes of this element are larger than \(MarkupLimits.attributes >> 20) MiB together"),
            at: file.span(range))
    }

    fileprivate static func declaration(_ file: SourceFile, _ offset: Int) -> Diagnostic {
        Diagnostic(
            code: "xml/declaration",
            message: LocalizedText(
                nl:
                    "hier staat een declaratie (<!DOCTYPE); die wordt niet gelezen, omdat er van alles mee kan worden ingevoegd",
                en: "a declaration (<!DOCTYPE) stands here; it is not read, as anything could be drawn in by it"),
            at: file.span(offset..<min(offset + 9, file.text.utf8.count)),
            hint: LocalizedText(
                nl: "haal haar weg: een model heeft er geen nodig", en: "take it out: a model needs none"))
    }

    fileprivate static func cutOff(_ file: SourceFile) -> Diagnostic {
        let end = file.text.utf8.count
        return Diagnostic(
            code: "xml/cut-off",
            message: LocalizedText(
                nl: "het bestand houdt op voordat alle elementen gesloten zijn, of is leeg",
                en: "the file ends before all elements are closed, or is empty"),
            at: file.span(end..<end),
            hint: LocalizedText(
                nl: "sla het model opnieuw op of haal het opnieuw op", en: "save or fetch the model again"))
    }

    fileprivate static func mismatch(
        _ file: SourceFile, _ open: String, _ opened: Range<Int>, _ found: String, _ range: Range<Int>
    ) -> Diagnostic {
        Diagnostic(
            code: "xml/syntax",
            message: LocalizedText(
                nl: "hier wordt ‘\(found)’ gesloten, maar ‘\(open)’ staat open",
                en: "‘\(found)’ is closed here, but ‘\(open)’ is open"),
            at: file.span(range),
            related: [
                .init(LocalizedText(nl: "‘\(open)’ begint hier", en: "‘\(open)’ begins here"), at: file.span(opened))
            ],
            hint: LocalizedText(
                nl: "schrijf hier </\(open)>, of sluit het eerder", en: "write </\(open)> here, or close it before"))
    }

    fileprivate static func broken(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            code: "xml/syntax",
            message: LocalizedText(nl: "dit is geen goede XML", en: "this is no sound XML"),
            at: file.span(range),
            hint: LocalizedText(
                nl: "in een tekst wordt < geschreven als &lt; en & als &amp;; elk element wordt gesloten",
                en: "in a text < is written as &lt; and & as &amp;; each element is closed"))
    }
}
