/// The fields of a form or of a query, in the order in which they were sent.
package struct FormFields: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Why a text is no form.
    package enum Fault: Error, Hashable, Sendable {
        /// What was sent is not what a browser sends.
        case broken
        /// More fields, or longer ones, than any page of ours has.
        case tooLarge
    }

    /// No page has so many fields.
    package static let mostFields = 200

    package let fields: [Field]

    package init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// Reads `name=value&name=value` as browsers write it: `+` is a space, `%41` is a byte of UTF-8.
    package init(urlEncoded bytes: some Sequence<UInt8>) throws(Fault) {
        var fields: [Field] = []
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            guard fields.count < Self.mostFields else { throw .tooLarge }
            let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decoded(sides[0], plusIsSpace: true),
                let value = PercentCoding.decoded(sides.count > 1 ? sides[1] : [], plusIsSpace: true)
            else { throw .broken }
            fields.append(Field(name: name, value: value))
        }
        self.fields = fields
    }

    /// The value of the first field with the name, without white space around it; `nil` where there is none or it is empty.
    package subscript(name: String) -> String? {
        guard let value = raw(name)?.trimmed, !value.isEmpty else { return nil }
        return value
    }

    /// The value as it was sent.
    package func raw(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The same with another value of one field; `nil` leaves it out.
    package func with(_ name: String, _ value: String?) -> FormFields {
        let others = fields.filter { $0.name != name }
        return FormFields(others + (value.map { [Field(name: name, value: $0)] } ?? []))
    }

    /// As a query writes them.
    package var urlEncoded: String {
        fields.map { "\(PercentCoding.encoded($0.name))=\(PercentCoding.encoded($0.value))" }.joined(separator: "&")
    }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
