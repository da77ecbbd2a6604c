import RuleEngine

/// Who answers for a package or for a value: an organisation with the code that the government knows it by.
package struct Publisher: Hashable, Sendable {
    package let name: String
    /// The code of a municipality, `GM` and four digits, or an organisation identification number (OIN), twenty digits.
    package let code: String

    /// "Gemeente Voorbeeld (GM9999)"
    package var text: String { "\(name) (\(code))" }

    /// - Returns: `nil` with a fault where it is no publisher.
    static func read(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Publisher? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een uitgever", en: "a publisher"))
        let name = reader.required("name", as: .text)
        let municipality = reader.optional("municipality", as: .text)
        let number = reader.optional("oin", as: .text)
        diagnostics += reader.finish()
        guard let name else { return nil }
        guard let code = municipality ?? number, municipality == nil || number == nil else {
            diagnostics.append(.publisherCode(at: name.span))
            return nil
        }
        let isSound =
            municipality == nil
            ? digits(code.value, 20) : code.value.hasPrefix("GM") && digits(code.value.dropFirst(2), 4)
        guard isSound else {
            diagnostics.append(.publisherCode(at: code.span))
            return nil
        }
        return Publisher(name: name.value, code: code.value)
    }

    private static func digits(_ text: some StringProtocol, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func publisherCode(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "knowledge/publisher",
            message: LocalizedText(
                nl: "een uitgever heeft een gemeentecode of een OIN, en niet beide",
                en: "a publisher has the code of a municipality or an OIN, and not both"), at: span,
            hint: LocalizedText(
                nl: "schrijf municipality: GM en vier cijfers, of oin: met twintig cijfers tussen aanhalingstekens",
                en: "write municipality: GM and four digits, or oin: with twenty digits in quotes"))
    }
}
