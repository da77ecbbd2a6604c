package import Analyst
package import Foundation

/// The casebooks of a folder, read when somebody first asks, and their cases made ready once.
package actor CaseShelf {
    private let folder: URL
    private var books: [Casebook]?
    private var ready: [String: PreparedCase] = [:]

    package init(_ folder: URL) {
        self.folder = folder
    }

    /// All casebooks that can be read; one with a fault is left out, and `analyst casebook check` says why.
    package var list: [Casebook] {
        if let books { return books }
        var read: [Casebook] = []
        do throws(BadInput) {
            for name in try Casebook.names(in: folder) {
                do throws(BadInput) {
                    read.append(try Casebook.read(folder.appending(path: name)))
                } catch {
                    continue
                }
            }
        } catch {
            // Without a folder of casebooks there is none to practise with.
        }
        books = read
        return read
    }

    /// Makes cases ready anew, as they are under rules that are no longer in use.
    package func putAwayAll() { ready = [:] }

    /// A case that is ready; `nil` where there is no such case.
    package func prepared(
        _ book: String, _ id: String, under rules: CompiledRules
    ) throws(BadInput) -> PreparedCase? {
        let key = "\(book)/\(id)"
        if let known = ready[key] { return known }
        guard let found = list.first(where: { $0.id == book }), let entry = found.case(id) else { return nil }
        let prepared = try PreparedCase(entry, of: found, below: folder, rules: rules)
        ready[key] = prepared
        return prepared
    }
}

/// Where people practise: the casebooks, and what is kept of it.
package struct TrainingRoom: Sendable {
    package let shelf: CaseShelf
    package let store: any TrainingStore

    package init(_ shelf: CaseShelf, _ store: any TrainingStore) {
        self.shelf = shelf
        self.store = store
    }
}
