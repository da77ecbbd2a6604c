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
    /// Where each key stands, once there are too many to go through.
    private var places: [String: Int] = [:]

    /// Up to so many entries it is faster to go through them.
    private static let fewEntries = 16

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
        place(of: key).map { entries[$0].value }
    }

    /// Replaces the entry of that key in place, or appends a new one.
    public mutating func set(_ key: String, to value: FEELValue) {
        if let index = place(of: key) {
            entries[index] = Entry(key: key, value: value)
            return
        }
        entries.append(Entry(key: key, value: value))
        if entries.count == Self.fewEntries + 1 {
            for (index, entry) in entries.enumerated() { places[entry.key] = index }
        } else if entries.count > Self.fewEntries {
            places[key] = entries.count - 1
        }
    }

    private func place(of key: String) -> Int? {
        entries.count > Self.fewEntries ? places[key] : entries.firstIndex { $0.key == key }
    }

    /// The same entries in the same order.
    public static func == (left: FEELContext, right: FEELContext) -> Bool { left.entries == right.entries }

    /// Goes by the entries, in their order.
    public func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}

extension FEELContext: ExpressibleByDictionaryLiteral {
    /// Entries in the order of the literal; of two with one name the last one counts.
    public init(dictionaryLiteral elements: (String, FEELValue)...) {
        self.init(elements.map { Entry(key: $0, value: $1) })
    }
}
