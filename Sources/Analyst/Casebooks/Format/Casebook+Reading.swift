package import Foundation
package import RuleEngine

extension Casebook {
    /// Reads the casebook of a folder: `casebook.yaml` and the files in `cases` that it lists.
    package static func read(_ folder: URL) throws(BadInput) -> Casebook {
        let name = folder.lastPathComponent
        let file = try TextFile.read(folder.appending(path: "casebook.yaml"), name: "\(name)/casebook.yaml")
        let (book, ids) = try readHead(file)
        var cases: [CasebookCase] = []
        var faults: [BadInput] = []
        for id in ids {
            do throws(BadInput) {
                cases.append(try readCase(id, of: name, in: folder, named: file))
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        return book.with(cases)
    }

    /// What the file of a casebook says, without its cases; and the cases that it lists.
    package static func readHead(_ file: SourceFile) throws(BadInput) -> (book: Casebook, cases: [Located<String>]) {
        var reader = CasebookReader(file: file)
        guard let head = reader.head() else { throw BadInput(reader.diagnostics, sources: [file]) }
        let book = Casebook(
            id: head.id, title: head.title, introduction: head.introduction, passMark: head.passMark,
            attempts: head.attempts, hintCost: head.hintCost, synonyms: head.synonyms, cases: [])
        return (book, head.cases)
    }

    private static func readCase(
        _ id: Located<String>, of name: String, in folder: URL, named head: SourceFile
    ) throws(BadInput) -> CasebookCase {
        let path = "cases/\(id.value).yaml"
        guard !id.value.contains("/"), id.value != ".." else { throw BadInput([.noCaseName(id)], sources: [head]) }
        let place = folder.appending(path: path)
        guard InputFile(place.path).identity != nil else { throw BadInput([.noCaseFile(id)], sources: [head]) }
        return try readCase(TextFile.read(place, name: "\(name)/\(path)"), as: id.value)
    }

    /// A case as a text has it.
    ///
    /// - Parameter id: the name that the case must have; `nil`: any.
    package static func readCase(_ file: SourceFile, as id: String? = nil) throws(BadInput) -> CasebookCase {
        var reader = CasebookReader(file: file)
        guard let found = reader.case() else { throw BadInput(reader.diagnostics, sources: [file]) }
        if let id, found.id != id { throw BadInput([.otherName(found, expected: id)], sources: [file]) }
        return found
    }

    /// The casebooks below a folder, in the order of their names.
    package static func all(in folder: URL) throws(BadInput) -> [Casebook] {
        var result: [Casebook] = []
        var faults: [BadInput] = []
        for name in try names(in: folder) {
            do throws(BadInput) {
                result.append(try read(folder.appending(path: name)))
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        return result
    }

    /// The names of the folders that hold a casebook, readable or not.
    package static func names(in folder: URL) throws(BadInput) -> [String] {
        do {
            return try FolderTree.names(in: folder.path).sorted().filter { name in
                !name.hasPrefix(".") && holdsCasebook(folder.appending(path: name))
            }
        } catch {
            throw BadInput([.noFolder(folder.path)])
        }
    }

    /// The texts of all files of casebooks below a folder, named from it on; what cannot be read is left out.
    package static func sources(in folder: URL) throws(BadInput) -> [SourceFile] {
        var sources: [SourceFile] = []
        for book in try names(in: folder) {
            let place = folder.appending(path: book)
            var paths = ["casebook.yaml"]
            do {
                paths += try FolderTree.names(in: place.appending(path: "cases").path).sorted()
                    .filter { $0.hasSuffix(".yaml") }.map { "cases/\($0)" }
            } catch {
                // A casebook without a folder of cases: its own file names what is missing.
            }
            for path in paths {
                do throws(BadInput) {
                    let name = "\(folder.lastPathComponent)/\(book)/\(path)"
                    sources.append(try TextFile.read(place.appending(path: path), name: name))
                } catch {
                    continue
                }
            }
        }
        return sources
    }

    /// Whether a folder has the file of a casebook, readable or not.
    private static func holdsCasebook(_ folder: URL) -> Bool {
        do {
            _ = try FileStatus(of: folder.appending(path: "casebook.yaml").path, followsLinks: false)
            return true
        } catch {
            return error != .missing
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noFolder(_ path: String) -> Diagnostic {
        Diagnostic(
            code: "casebook/no-folder",
            message: LocalizedText(
                nl: "er is geen map met casusboeken: \(path)", en: "there is no folder of casebooks: \(path)"),
            at: nil,
            hint: LocalizedText(nl: "geef de map op met --casebooks", en: "name the folder with --casebooks"))
    }

    package static func noCaseName(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/case-name",
            message: LocalizedText(
                nl: "‘\(id.value)’ is geen naam van een casus", en: "‘\(id.value)’ is no name of a case"),
            at: id.span,
            hint: LocalizedText(
                nl: "noem een bestand in de map cases, zonder .yaml",
                en: "name a file in the folder cases, without .yaml"))
    }

    /// A case is listed whose file is not there.
    package static func noCaseFile(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/no-file",
            message: LocalizedText(
                nl: "er is geen bestand cases/\(id.value).yaml", en: "there is no file cases/\(id.value).yaml"),
            at: id.span,
            hint: LocalizedText(
                nl: "maak dit bestand, of haal de naam uit cases", en: "make this file, or take the name out of cases"))
    }

    fileprivate static func otherName(_ found: CasebookCase, expected: String) -> Diagnostic {
        Diagnostic(
            code: "casebook/other-name",
            message: LocalizedText(
                nl: "deze casus heet ‘\(found.id)’, het bestand ‘\(expected).yaml’",
                en: "this case is called ‘\(found.id)’, its file ‘\(expected).yaml’"),
            at: found.file.span(0..<0),
            hint: LocalizedText(nl: "schrijf case: \(expected)", en: "write case: \(expected)"))
    }
}
