import Foundation
import TestSupport

/// Runs inputs one after the other, on a thread with as little stack as secondary threads have.
struct Worker {
    /// What a secondary thread has on most systems.
    static let stackSize = 512 << 10
    /// Beyond this much memory an allocation fails, which shows as a trap.
    static let memory: rlim_t = 4 << 30

    let corpus: FuzzCorpus
    let seed: UInt64
    let journal: Journal

    func run(_ numbers: Range<Int>) throws {
        var limit = rlimit(rlim_cur: Self.memory, rlim_max: Self.memory)
        guard setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else {
            throw CocoaError(.featureUnsupported)
        }
        let done = DispatchSemaphore(value: 0)
        let corpus = corpus
        let seed = seed
        let path = journal.path
        let thread = Thread {
            guard let journal = try? Journal(path: path) else { exit(2) }  // It was opened just before.
            var generator = FuzzGenerator(corpus: corpus, seed: seed)
            let check = FuzzCheck(corpus: corpus)
            for number in numbers {
                journal.number = number
                let input = generator.input(number: number)
                guard let fault = check.fault(of: input) else { continue }
                journal.faults += 1
                print("fault at \(number): \(fault)\n  \(input.excerpt)")
                fflush(nil)
            }
            done.signal()
        }
        thread.stackSize = Self.stackSize
        thread.start()
        done.wait()
    }
}

extension FuzzInput {
    /// The input on one line, cut where it is very long.
    var excerpt: String {
        let text = description
        return text.count <= 600 ? text : text.prefix(600) + "… (\(text.utf8.count) bytes)"
    }
}
