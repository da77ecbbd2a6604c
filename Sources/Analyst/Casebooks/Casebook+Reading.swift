package import Foundation
import RuleEngine

extension Casebook {
    /// Reads the casebook of a folder: `casebook.yaml` and the files in `cases` that it lists.
    package static func read(_ folder: URL) throws(BadInput) -> Casebook {
        let name = folder.lastPathComponent
        let file = try TextFile.read(folder.appending(path: "casebook.yaml"), name: "\(name)/casebook.yaml")
        var reader = CasebookReader(file: file)
        guard let head = reader.head() else { throw BadInput(reader.diagnostics, sources: [file]) }
        var cases: [Case] = []
        var faults: [BadInput] = []
        for id in head.cases {
            do throws(BadInput) {
                cases.append(try readCase("cases/\(id).yaml", of: name, in: folder))
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        return Casebook(
            id: head.id, title: head.title, introduction: head.introduction, passMark: head.passMark, cases: cases)
    }

    private static func readCase(_ path: String, of name: String, in folder: URL) throws(BadInput) -> Case {
        var reader = CasebookReader(file: try TextFile.read(folder.appending(path: path), name: "\(name)/\(path)"))
        guard let found = reader.case() else { throw BadInput(reader.diagnostics, sources: [reader.file]) }
        return found
    }

    /// The casebooks below a folder, in the order of their names.
    package static func all(in folder: URL) throws(BadInput) -> [Casebook] {
        let names: [String]
        do {
            names = try FolderTree.names(in: folder.path)
        } catch {
            throw BadInput([.noFolder(folder.path)])
        }
        var result: [Casebook] = []
        var faults: [BadInput] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let place = folder.appending(path: name)
            guard holdsCasebook(place) else { continue }
            do throws(BadInput) {
                result.append(try read(place))
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        return result
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

private struct CasebookReader {
    struct Head {
        let id: String
        let title: LocalizedText
        let introduction: LocalizedText
        let passMark: Int
        let cases: [String]
    }

    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile) { self.file = file }

    /// `nil` with at least one diagnostic.
    mutating func head() -> Head? {
        guard let root = root() else { return nil }
        var reader = MappingReader(root, of: LocalizedText(nl: "een casusboek", en: "a casebook"))
        let id = reader.required("casebook", as: .text)
        let title = reader.required("title", as: .localizedText)
        let introduction = reader.required("introduction", as: .localizedText)
        let passMark = reader.required("pass_mark", as: .integer)
        let cases = reader.required("cases", as: .list(of: .text)) ?? []
        if let passMark, !(1...100).contains(passMark.value) { reader.report(.badPassMark(passMark)) }
        diagnostics += reader.finish()
        guard !hasErrors, let id, let title, let introduction, let passMark else { return nil }
        return Head(
            id: id.value, title: title.value, introduction: introduction.value, passMark: passMark.value,
            cases: cases.map(\.value))
    }

    /// `nil` with at least one diagnostic.
    mutating func `case`() -> Casebook.Case? {
        guard let root = root() else { return nil }
        var reader = MappingReader(root, of: LocalizedText(nl: "een casus", en: "a case"))
        let id = reader.required("case", as: .text)
        let title = reader.required("title", as: .localizedText)
        let text = reader.required("text", as: .localizedText)
        let sheet = reader.required("sheet", as: .text)
        let day = reader.required("date", as: .text)
        let weights = reader.required("weights", as: .mapping(of: .integer)) ?? []
        let date = day.flatMap { FEELDate($0.value) }
        if let day, date == nil { reader.report(.noDate(day, code: "casebook/date")) }
        if !weights.isEmpty,
            weights.contains(where: { $0.value.value < 1 }) || weights.reduce(0, { $0 + $1.value.value }) != 100
        {
            reader.report(.badWeights(at: weights[0].name.span))
        }
        diagnostics += reader.finish()
        guard !hasErrors, let id, let title, let text, let sheet, let date else { return nil }
        return Casebook.Case(
            id: id.value, title: title.value, text: text.value, sheet: sheet.value, date: date,
            weights: weights.map { (template: $0.name.value, points: $0.value.value) })
    }

    private mutating func root() -> YAMLNode? {
        let result = YAMLParser.parseSingle(file)
        diagnostics += result.diagnostics
        return result.root
    }

    private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
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

    fileprivate static func badPassMark(_ mark: Located<Int>) -> Diagnostic {
        Diagnostic(
            code: "casebook/pass-mark",
            message: LocalizedText(
                nl: "de grens om te slagen is een getal van 1 tot en met 100",
                en: "the pass mark is a number from 1 to 100"),
            at: mark.span)
    }

    fileprivate static func badWeights(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "casebook/weights",
            message: LocalizedText(
                nl: "de gewichten zijn elk minstens 1 en samen 100",
                en: "each weight is at least 1, and together they are 100"),
            at: span)
    }
}
