import Analyst
import Foundation
import RuleEngine

/// The program git. It is closed off: no hooks, no submodules, no questions, no ways but https, ssh and folders, and nothing of
/// the environment that would lead it elsewhere (`GitProgram+Running`).
struct GitProgram {
    let path: String

    /// What went wrong.
    enum Fault: Error {
        /// There is no git on this machine.
        case missing
        /// git said no, with its words.
        case refused(String)
        /// It took longer, or more room, than it may.
        case limit(LocalizedText)

        func message(_ revision: String) -> LocalizedText {
            switch self {
            case .missing:
                LocalizedText(
                    nl: "‘\(revision)’ is geen map, en git staat niet op deze machine om er een versie in te zoeken",
                    en: "‘\(revision)’ is no folder, and git is not on this machine to look for a version")
            case .refused(let words):
                LocalizedText(
                    nl: "‘\(revision)’ is geen map en geen versie die git kent: \(words)",
                    en: "‘\(revision)’ is no folder and no version that git knows: \(words)")
            case .limit(let reason): reason
            }
        }
    }

    /// The git of this machine; `nil` where there is none.
    static var installed: GitProgram? { ProgramFile.find("git").map { GitProgram(path: $0) } }

    /// The files below a folder as they were in a revision, by their paths from the folder on. It is asked to read alone;
    /// nothing of the repository changes.
    func files(below folder: URL, in revision: String) throws(Fault) -> [(path: String, bytes: [UInt8])] {
        // What begins with a dash would be an option, and a colon would part a path from it.
        guard !revision.hasPrefix("-"), !revision.contains(":"), !revision.isEmpty else {
            throw .refused("?")
        }
        let list = try run(["ls-tree", "-r", "-z", "--name-only", "\(revision)", "--", "."], in: folder).output
        let names = list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.sorted()
        var files: [(path: String, bytes: [UInt8])] = []
        for name in names where name.hasSuffix(".yaml") {
            files.append((name, try run(["cat-file", "blob", "\(revision):./\(name)"], in: folder).output))
        }
        return files
    }
}
