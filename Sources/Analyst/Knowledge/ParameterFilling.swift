import RuleEngine

/// Puts the value of a user in the place of that of a package. What held before the first day of the user's values stays; the
/// grounds become those of the user, so that a report does not name a source for a number that is not in it.
struct ParameterFilling {
    /// A parameter as it is written.
    struct Written {
        let title: LocalizedText
        let unit: String?
        let values: [(from: FEELDate, text: String)]
        let source: String?
        let judgement: LocalizedText?
        let node: YAMLNode
    }

    private let value: KnowledgeValues.Value
    private let publisher: Publisher

    init(_ value: KnowledgeValues.Value, by publisher: Publisher) {
        self.value = value
        self.publisher = publisher
    }

    /// A parameter of a file; `nil` where it is not there or cannot be read.
    static func parameter(_ name: String, in file: SourceFile) -> Written? {
        guard let root = YAMLParser.parseSingle(file).root, let node = root["parameters"]?[name],
            let titleNode = node["title"], let entries = node["values"]?.mapping
        else { return nil }
        // What is wrong with the parameter is told when the rules are read.
        var ignored: [Diagnostic] = []
        guard let title = YAMLShape.localizedText.read(titleNode, into: &ignored) else { return nil }
        let values = entries.compactMap { entry -> (from: FEELDate, text: String)? in
            guard let day = FEELDate(entry.name.value), let text = entry.value.scalar?.text else { return nil }
            return (day, text)
        }
        return Written(
            title: title.value, unit: node["unit"]?.scalar?.text, values: values,
            source: node["source"].flatMap { file.written($0.span) },
            judgement: node["judgement"].flatMap { YAMLShape.localizedText.read($0, into: &ignored)?.value }, node: node
        )
    }

    /// The file with the user's values. Lines behind the parameter keep their numbers.
    func text(of file: SourceFile, _ parameter: Written) -> String {
        let first = value.values[0].from
        let kept = parameter.values.filter { $0.from.ordering(to: first) == .less }
        let values = (kept + value.values).map { "\($0.from): \(scalar($0.text))" }.joined(separator: ", ")
        let ground = LocalizedText {
            $0.word("Ingevuld door \(publisher.text): ", "Filled in by \(publisher.text): ") + value.reason[$0]
        }
        let unit = parameter.unit.map { "unit: \(scalar($0)), " } ?? ""
        let own =
            "{ title: \(localized(parameter.title)), \(unit)values: { \(values) }, judgement: \(localized(ground)) }"
        let extent = file.span(withoutBlanksBehind: parameter.node.span)
        let bytes = Array(file.text.utf8)
        let gone = bytes[extent.start.offset..<extent.end.offset].count { $0 == 0x0A }
        let new = bytes[..<extent.start.offset] + own.utf8 + Array(repeating: 0x0A, count: gone)
        return String(decoding: new + bytes[extent.end.offset...], as: UTF8.self)
    }

    private func localized(_ text: LocalizedText) -> String { "{ nl: \(scalar(text.nl)), en: \(scalar(text.en)) }" }

    private func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
}
