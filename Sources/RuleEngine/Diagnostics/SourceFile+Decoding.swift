extension SourceFile {
    /// A text from the bytes of a file, which must be UTF-8.
    ///
    /// - Throws: a diagnostic `text/invalid-utf8` with the line of the first byte that is not UTF-8. Its span counts
    ///   in the bytes before that one.
    package init(name: String, utf8 bytes: some Collection<UInt8>) throws(Diagnostic) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self.init(name: name, text: text)
            return
        }
        // Again, to find the place of the fault.
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var valid = ""
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                valid.unicodeScalars.append(Unicode.UTF8.decode(encoded))
            case .emptyInput:
                self.init(name: name, text: valid)
                return
            case .error:
                let before = SourceFile(name: name, text: valid)
                throw .invalidUTF8(at: before.span(before.text.utf8.count..<before.text.utf8.count))
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func invalidUTF8(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "text/invalid-utf8",
            message: LocalizedText(
                nl: "hier staat een teken dat geen UTF-8 is", en: "a character that is not UTF-8 stands here"),
            at: span,
            hint: LocalizedText(
                nl: "sla het bestand op als UTF-8; in veel programma's staat dat bij ‘Opslaan als’",
                en: "save the file as UTF-8; many programs offer it under ‘Save as’"))
    }
}
