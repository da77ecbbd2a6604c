import Analyst
package import RuleEngine

/// The casebooks of a folder as somebody edits them: the files on disk, and in place of some of them the text in the editor.
package struct CasebookFiles: Sendable {
    /// What a file of a casebook is.
    enum Kind: Hashable {
        /// `casebook.yaml`.
        case book
        /// A file in `cases`, by its name without an ending.
        case entry(String)

        var form: MappingForm {
            switch self {
            case .book: .casebook
            case .entry: .casebookCase
            }
        }
    }

    /// Whole and without a stroke at its end; empty where there are no casebooks.
    private let folder: String
    /// By name as messages show it.
    private var files: [String: SourceFile]

    /// - Parameters:
    ///   - folder: the path of the folder of casebooks; empty: there are none.
    ///   - files: those of its casebooks, named from the last component of the path on.
    package init(folder: String = "", files: [SourceFile] = []) {
        self.folder = folder
        self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Names

    private var folderName: String { folder.split(separator: "/").last.map(String.init) ?? "" }

    /// `nil` for what is no file of a casebook.
    func kind(of name: String) -> Kind? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard !folder.isEmpty, parts.first == folderName else { return nil }
        if parts.count == 3, parts[2] == "casebook.yaml" { return .book }
        guard parts.count == 4, parts[2] == "cases", parts[3].hasSuffix(".yaml") else { return nil }
        return .entry(String(parts[3].dropLast(".yaml".count)))
    }

    func name(ofPath path: String) -> String? {
        guard !folder.isEmpty, path.hasPrefix(folder + "/") else { return nil }
        let name = folderName + path.dropFirst(folder.count)
        return kind(of: name) == nil ? nil : name
    }

    func path(of name: String) -> String? {
        kind(of: name) == nil ? nil : folder + name.dropFirst(folderName.count)
    }

    /// The name of the file of the casebook to which a file belongs.
    private func bookName(of name: String) -> String {
        name.split(separator: "/").prefix(2).joined(separator: "/") + "/casebook.yaml"
    }

    /// The files that a change of one of them touches: of a casebook its cases, of a case that case alone.
    func touched(by name: String) -> [String] {
        guard kind(of: name) == .book else { return [name] }
        return files.keys.filter { bookName(of: $0) == name }
    }

    // MARK: Texts

    subscript(name: String) -> SourceFile? { files[name] }

    mutating func put(_ name: String, _ text: String?) { files[name] = text.map { SourceFile(name: name, text: $0) } }

    /// The names of the cases that have a file in the casebook of a file.
    func cases(beside name: String) -> [String] {
        files.keys.filter { bookName(of: $0) == bookName(of: name) }.compactMap { other in
            guard case .entry(let id) = kind(of: other) else { return nil }
            return id
        }.sorted()
    }

    /// Where in a file of a casebook somebody is; `nil` in any other file.
    func place(_ lines: DocumentLines, of name: String, at offset: Int) -> CasebookPlace? {
        kind(of: name).map { CasebookPlace(lines, at: offset, root: $0.form, cases: cases(beside: name)) }
    }

    // MARK: What is wrong

    /// What is wrong with the form of a text.
    static func faults(in file: SourceFile, _ kind: Kind) -> [Diagnostic] {
        do throws(BadInput) {
            switch kind {
            case .book: _ = try Casebook.readHead(file)
            case .entry(let id): _ = try Casebook.readCase(file, as: id)
            }
            return []
        } catch {
            return error.diagnostics
        }
    }

    /// What the check says of a file; where its form is wrong, that alone.
    func diagnostics(
        of name: String, under rules: CompiledRules?, readFile: (_ path: String) -> String?
    ) -> [Diagnostic] {
        guard let file = files[name], let kind = kind(of: name) else { return [] }
        do throws(BadInput) {
            switch kind {
            case .book:
                return try Casebook.readHead(file).cases.compactMap { id in
                    guard !id.value.contains("/"), id.value != ".." else { return .noCaseName(id) }
                    let other = String(name.dropLast("casebook.yaml".count)) + "cases/\(id.value).yaml"
                    let isThere = files[other] != nil || path(of: other).flatMap(readFile) != nil
                    return isThere ? nil : .noCaseFile(id)
                }
            case .entry(let id):
                let entry = try Casebook.readCase(file, as: id)
                guard let rules else { return [] }
                return try check(entry, of: name, under: rules, readFile: readFile)
            }
        } catch {
            return error.diagnostics
        }
    }

    private func check(
        _ entry: CasebookCase, of name: String, under rules: CompiledRules, readFile: (_ path: String) -> String?
    ) throws(BadInput) -> [Diagnostic] {
        let above = String(folder.dropLast(folderName.count))
        guard let text = readFile(above + entry.sheet.value) else { return [.noSheet(entry.sheet, nil)] }
        let sheet: FactSheet
        do throws(BadInput) {
            sheet = try FactSheet.read(SourceFile(name: entry.sheet.value, text: text))
                .checked(against: rules.ruleBase)
        } catch {
            return [.noSheet(entry.sheet, error)]
        }
        let prepared = try PreparedCase(entry, of: book(of: name), sheet: sheet, rules: rules)
        return CasebookCheck(prepared).diagnostics
    }

    /// What the casebook of a case says, or what counts where nothing can be read of it.
    private func book(of name: String) -> Casebook {
        let file = files[bookName(of: name)]
        do throws(BadInput) {
            if let file { return try Casebook.readHead(file).book }
        } catch {
            // What is wrong with the casebook is told in its own file.
        }
        return .named(name.split(separator: "/").dropFirst().first.map(String.init) ?? "")
    }
}
