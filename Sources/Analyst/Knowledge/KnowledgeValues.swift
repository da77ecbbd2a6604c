package import RuleEngine

/// Values that users give to parameters which packages leave open: the file `knowledge-values.yaml` beside the lock.
///
///     filled-by: { name: Gemeente Voorbeeld, municipality: GM9999 }
///     values:
///       - parameter: kamerverhuur:grens_kamers
///         values: { 2026-01-01: 15 }
///         reason: { nl: Besluit van de raad., en: Decision of the council. }
package struct KnowledgeValues: Sendable {
    package struct Value: Sendable {
        /// `package:parameter`
        package let parameter: Located<PackageName>
        /// In the order of days.
        package let values: [(from: FEELDate, text: String)]
        package let reason: LocalizedText
    }

    package static let fileName = "knowledge-values.yaml"

    package let publisher: Publisher
    package let values: [Value]
    package let file: SourceFile

    package static func read(_ file: SourceFile) throws(BadInput) -> KnowledgeValues {
        let result = YAMLParser.parseSingle(file)
        var diagnostics = result.diagnostics
        let values = result.root.flatMap { read($0, file, into: &diagnostics) }
        guard let values, !diagnostics.contains(where: { $0.severity == .error }) else {
            throw BadInput(diagnostics.isEmpty ? [.noValue("", at: file.span(0..<0))] : diagnostics, sources: [file])
        }
        return values
    }

    private static func read(
        _ root: YAMLNode, _ file: SourceFile, into diagnostics: inout [Diagnostic]
    ) -> KnowledgeValues? {
        var reader = MappingReader(
            root, of: LocalizedText(nl: "een bestand met eigen waarden", en: "a file of own values"))
        let publisherNode = reader.required("filled-by")
        let nodes = reader.required("values", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        let publisher = publisherNode.flatMap { Publisher.read($0, into: &diagnostics) }
        let values = nodes.compactMap { value($0, into: &diagnostics) }
        for (index, value) in values.enumerated()
        where values[..<index].contains(where: { $0.parameter.value == value.parameter.value }) {
            diagnostics.append(.filledTwice(value.parameter))
        }
        return publisher.map { KnowledgeValues(publisher: $0, values: values, file: file) }
    }

    private static func value(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Value? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een eigen waarde", en: "an own value"))
        let parameter = reader.required("parameter", as: .text)
        let written = reader.required("values", as: .mapping(of: .text)) ?? []
        let reason = reader.required("reason", as: .localizedText)
        diagnostics += reader.finish()
        guard let parameter, let reason else { return nil }
        guard let name = PackageName(parameter.value) else {
            diagnostics.append(.noPackageInName(parameter))
            return nil
        }
        var values: [(from: FEELDate, text: String)] = []
        for field in written {
            guard let day = FEELDate(field.name.value) else {
                diagnostics.append(.noValue(field.name.value, at: field.name.span))
                continue
            }
            guard FEELNumber(field.value.value) != nil else {
                diagnostics.append(.noValue(field.value.value, at: field.value.span))
                continue
            }
            values.append((day, field.value.value))
        }
        guard !values.isEmpty else {
            if written.isEmpty { diagnostics.append(.noValue("", at: parameter.span)) }
            return nil
        }
        guard !reason.value.nl.allSatisfy(\.isWhitespace) else {
            diagnostics.append(.noReason(at: reason.span))
            return nil
        }
        return Value(
            parameter: Located(name, at: parameter.span),
            values: values.sorted { $0.from.ordering(to: $1.from) == .less }, reason: reason.value)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noValue(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "knowledge/value",
            message: LocalizedText(
                nl: text.isEmpty ? "hier ontbreekt een waarde" : "‘\(text)’ is geen dag of getal",
                en: text.isEmpty ? "a value is missing here" : "‘\(text)’ is no day or number"), at: span,
            hint: LocalizedText(
                nl: "schrijf de eerste dag en het getal: values: { 2026-01-01: 15 }",
                en: "write the first day and the number: values: { 2026-01-01: 15 }"))
    }

    fileprivate static func filledTwice(_ parameter: Located<PackageName>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/value",
            message: LocalizedText(
                nl: "\(parameter.value) is hier twee keer ingevuld", en: "\(parameter.value) is filled twice here"),
            at: parameter.span,
            hint: LocalizedText(nl: "zet alle dagen bij elkaar onder values", en: "put all days together under values"))
    }
}
