/// Rows of plain values that the match loop reads and writes by number.
///
/// A value like an array, but for one thing: an array asks at each write whether its storage is shared, and the match
/// loop writes some hundreds of times per firing. Here whoever is about to write calls `own` once, and need not call it
/// again until a copy has been made. Builds for testing ask at each write all the same; places are checked in every
/// build.
struct Rows<Element: BitwiseCopyable & Sendable> {
    private var storage: ManagedBuffer<Void, Element>
    private var capacity: Int
    private(set) var count = 0

    init() {
        capacity = 4
        storage = Self.storage(4)
    }

    init(repeating value: Element, count: Int) {
        capacity = max(count, 4)
        storage = Self.storage(capacity)
        for _ in 0..<count { append(value) }
    }

    private static func storage(_ capacity: Int) -> ManagedBuffer<Void, Element> {
        ManagedBuffer<Void, Element>.create(minimumCapacity: capacity) { _ in }
    }

    /// Bytes in use.
    var bytes: Int { count * MemoryLayout<Element>.stride }

    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a row is read that is not there")
            return storage.withUnsafeMutablePointerToElements { $0[index] }
        }
        @inline(__always) set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a row is written that is not there")
            assert(isKnownUniquelyReferenced(&storage), "rows are owned before they are written")
            storage.withUnsafeMutablePointerToElements { $0[index] = newValue }
        }
    }

    subscript(index: Int32) -> Element {
        @inline(__always) get { self[Int(index)] }
        @inline(__always) set { self[Int(index)] = newValue }
    }

    /// Makes sure that no copy sees what is written from here on.
    mutating func own() {
        if !isKnownUniquelyReferenced(&storage) { move(to: capacity) }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { move(to: capacity * 2) }
        assert(isKnownUniquelyReferenced(&storage), "rows are owned before they are written")
        storage.withUnsafeMutablePointerToElements { ($0 + count).initialize(to: element) }
        count += 1
    }

    /// Takes the last row.
    @inline(__always)
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count -= 1
        return storage.withUnsafeMutablePointerToElements { $0[count] }
    }

    /// Keeps the first rows; their storage stays.
    mutating func cut(to count: Int) {
        precondition(count >= 0 && count <= self.count, "only rows that are there are kept")
        self.count = count
    }

    @inline(never)
    private mutating func move(to capacity: Int) {
        let larger = Self.storage(capacity)
        storage.withUnsafeMutablePointerToElements { old in
            larger.withUnsafeMutablePointerToElements { $0.initialize(from: old, count: count) }
        }
        storage = larger
        self.capacity = capacity
    }
}

// The compiler cannot know it of storage by reference: storage that two values share is only read, because whoever
// writes owns it first; and what stands in it is made of plain values.
extension Rows: @unchecked Sendable {}
