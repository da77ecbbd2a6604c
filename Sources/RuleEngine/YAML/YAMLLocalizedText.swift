/// A text in each language of the product, as scalars, so that what stands inside can point into the file.
package struct YAMLLocalizedText: Sendable {
    package let nl: YAMLScalar
    package let en: YAMLScalar
    package let span: SourceSpan

    init(nl: YAMLScalar, en: YAMLScalar, span: SourceSpan) {
        self.nl = nl
        self.en = en
        self.span = span
    }

    package var text: LocalizedText { LocalizedText(nl: nl.text, en: en.text) }

    package subscript(language: Language) -> YAMLScalar {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}

extension YAMLShape<YAMLLocalizedText> {
    /// `{ nl: …, en: … }`, both required, for texts with expressions inside.
    package static var localizedScalars: Self {
        Self { node, diagnostics in
            guard node.mapping != nil else {
                diagnostics.append(.wrongKind(expected: .localizedText, found: node))
                return nil
            }
            var reader = MappingReader(node, of: .translations)
            let nl = reader.translation(.nl)
            let en = reader.translation(.en)
            diagnostics += reader.finish()
            guard let nl, let en else { return nil }
            return YAMLLocalizedText(nl: nl, en: en, span: node.span)
        }
    }
}

extension YAMLShape<Located<LocalizedText>> {
    /// `{ nl: …, en: … }`, both required.
    package static var localizedText: Self {
        YAMLShape<YAMLLocalizedText>.localizedScalars.map { Located($0.text, at: $1) }
    }
}

extension MappingReader {
    fileprivate mutating func translation(_ language: Language) -> YAMLScalar? {
        guard let node = optional(language.rawValue), !node.isEmpty,
            node.scalar?.text.allSatisfy(\.isWhitespace) != true
        else {
            report(.missingTranslation(language, at: span))
            return nil
        }
        return read(node, as: .scalar)
    }
}

// MARK: - Wordings

extension MappingForm {
    package static let translations = MappingForm(
        "translations", LocalizedText(nl: "een tekst in twee talen", en: "a text in two languages"),
        [
            Key(
                "nl", .text, required: true, LocalizedText(nl: "de Nederlandse tekst", en: "the Dutch text"),
                example: "Straten"),
            Key(
                "en", .text, required: true, LocalizedText(nl: "de Engelse tekst", en: "the English text"),
                example: "Streets"),
        ])
}

extension Diagnostic {
    fileprivate static func missingTranslation(_ language: Language, at span: SourceSpan) -> Diagnostic {
        let name =
            switch language {
            case .nl: LocalizedText(nl: "Nederlandse", en: "Dutch")
            case .en: LocalizedText(nl: "Engelse", en: "English")
            }
        return Diagnostic(
            code: "yaml/missing-translation",
            message: LocalizedText(
                nl: "de \(name.nl) tekst ontbreekt", en: "the \(name.en) text is missing"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf { nl: …, en: … } met in beide talen een tekst",
                en: "write { nl: …, en: … } with a text in both languages"))
    }
}
