extension FEELValue {
    /// The value as FEEL's `string()` writes it; a string stands as it is, without quotes.
    public var text: String {
        if case .string(let value) = self { return value }
        return literal
    }

    /// The value as a part of another one: strings in quotes.
    var literal: String {
        var writer = FEELValueWriter()
        writer.write(self)
        return writer.text
    }

    /// The start of the text, for messages: at most sixty characters.
    var excerpt: String {
        var writer = FEELValueWriter(limit: 600)
        writer.writeBare(self)
        guard writer.isCut || writer.text.count > 60 else { return writer.text }
        return writer.text.prefix(57) + "..."
    }
}
