import Foundation

/// How far a worker is, in a file that both processes have in memory, so that it outlives a trap.
struct Journal {
    /// The number of the input that runs, and the number of faults found so far.
    private let slots: UnsafeMutablePointer<Int>
    let path: String

    /// Opens the file of that path, or makes it.
    init(path: String) throws {
        self.path = path
        let file = open(path, O_RDWR | O_CREAT, 0o600)
        let size = 2 * MemoryLayout<Int>.size
        guard file >= 0, ftruncate(file, off_t(size)) == 0,
            let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
        else { throw CocoaError(.fileWriteUnknown) }
        close(file)
        slots = memory.bindMemory(to: Int.self, capacity: 2)
    }

    var number: Int {
        get { slots[0] }
        nonmutating set { slots[0] = newValue }
    }

    var faults: Int {
        get { slots[1] }
        nonmutating set { slots[1] = newValue }
    }
}
