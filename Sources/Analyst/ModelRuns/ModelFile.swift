package import DecisionModels
import Foundation
package import RuleEngine

/// A decision model in a file, with the models of its folder that it imports. Nothing outside the folder is read.
package struct ModelFile {
    package let set: ModelSet
    /// The texts that messages point into.
    package let sources: [SourceFile]
    /// Which file it is, so that no output is written over it.
    package let name: String

    /// The largest text that is read, as the reader of models says again of each of them.
    private static let limit = 32 << 20

    /// - Parameter path: as the user names it.
    /// - Throws: what cannot be read, and what is wrong with a text that holds no model.
    package init(argument path: String) throws(BadInput) {
        let main = try Self.source(path, name: path)
        var neighbours: [SourceFile] = []
        if ModelReader.read(main).model?.imports.isEmpty == false, !InputFile(path).isStream {
            neighbours = try Self.neighbours(of: path)
        }
        let (set, diagnostics) = ModelSet.read(main, neighbours: neighbours)
        guard let set else { throw BadInput(diagnostics, sources: [main]) }
        self.set = set
        sources = [main] + neighbours
        name = path
    }

    /// The text of a file; whatever its encoding, it becomes UTF-8.
    package static func source(_ path: String, name: String) throws(BadInput) -> SourceFile {
        do {
            return TableText(name: name, bytes: try InputFile(path).bytes(limit: limit)).sourceFile
        } catch {
            throw BadInput([.unreadable(name, error)])
        }
    }

    /// The other models in the folder of a model.
    private static func neighbours(of path: String) throws(BadInput) -> [SourceFile] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let names: [String]
        do {
            names = try FolderTree.names(in: folder.isEmpty ? "." : folder)
        } catch {
            throw BadInput([.unreadable(folder, error)])
        }
        var files: [SourceFile] = []
        for name in names.sorted() where name.hasSuffix(".dmn") && folder + name != path {
            files.append(try source(folder + name, name: folder + name))
        }
        return files
    }
}
