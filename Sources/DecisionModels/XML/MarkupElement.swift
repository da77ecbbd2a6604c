import RuleEngine

/// An element of a document of XML with its place: local names, attributes, children and text in order.
///
/// Documents are at most `MarkupLimits.depth` deep, so that a walk over the tree may call itself.
final class MarkupElement {
    let name: String
    let namespace: String
    /// By local name: `xsi:nil` is `nil`.
    let attributes: [String: String]
    /// The namespaces that prefixes stand for here, by prefix; the empty prefix is that of names without one.
    let namespaces: [String: String]
    let places: MarkupPlaces.Tag
    fileprivate(set) var children: [MarkupElement] = []
    /// The text directly inside the element.
    fileprivate(set) var text = ""

    init(
        name: String, namespace: String, attributes: [String: String], namespaces: [String: String],
        places: MarkupPlaces.Tag
    ) {
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.namespaces = namespaces
        self.places = places
    }

    func append(_ child: MarkupElement) { children.append(child) }
    func append(_ more: String) { text += more }

    func first(_ name: String) -> MarkupElement? { children.first { $0.name == name } }
    func all(_ name: String) -> [MarkupElement] { children.filter { $0.name == name } }
}

/// How much a document may ask of the machine.
enum MarkupLimits {
    /// UTF-8 bytes.
    static let bytes = 32 << 20
    /// Elements inside each other.
    static let depth = 200
    static let elements = 500_000
    /// UTF-8 bytes of the attributes of one element.
    static let attributes = 1 << 20
}
