/// Values by name, in the order in which they were written.
///
///     var person: FEELContext = ["name": .string("Ann"), "age": .number(41)]
///     person.set("age", to: .number(42))
///     person["age"]   // 42
public struct FEELContext: Hashable, Sendable {
    /// A name with its value.
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let value: FEELValue

        package init(key: String, value: FEELValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var entries: [Entry]

    /// A context without entries.
    public init() { entries = [] }

    package init(_ entries: [Entry]) {
        self.entries = []
        for entry in entries { set(entry.key, to: entry.value) }
    }

    /// The names, in the order of the entries.
    public var keys: [String] { entries.map(\.key) }

    /// The value of a name; `nil` when there is no entry of that name.
    public subscript(key: String) -> FEELValue? {
        entries.first { $0.key == key }?.value
    }

    /// Replaces the entry of that key in place, or appends a new one.
    public mutating func set(_ key: String, to value: FEELValue) {
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index] = Entry(key: key, value: value)
        } else {
            entries.append(Entry(key: key, value: value))
        }
    }
}

extension FEELContext: ExpressibleByDictionaryLiteral {
    /// Entries in the order of the literal; of two with one name the last one counts.
    public init(dictionaryLiteral elements: (String, FEELValue)...) {
        self.init(elements.map { Entry(key: $0, value: $1) })
    }
}
