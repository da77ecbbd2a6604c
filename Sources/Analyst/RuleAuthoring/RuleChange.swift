package import RuleEngine

/// Something in the rules that is written otherwise than before: a rule, parameter, code or the like, with the lines that
/// differ.
package struct RuleChange: Sendable {
    package enum Kind: Sendable { case added, removed, changed }

    /// A line of a file.
    package struct Line: Hashable, Sendable {
        package let number: Int
        package let text: String
    }

    package let kind: Kind
    /// `nil`: what is outside of everything that has a name.
    package let symbol: RuleSymbol?
    package let title: LocalizedText?
    /// As the rules of now name it; of what is removed as those before did.
    package let file: String
    package let before: [Line]
    package let after: [Line]

    /// "rules/housing.yaml:12"
    package var place: String { "\(file):\((after.first ?? before.first)?.number ?? 1)" }
}

/// What differs between the rule files of two libraries, in the order of files and lines.
package struct RuleChanges: Sendable {
    package private(set) var all: [RuleChange] = []
    private let before: RuleIndex
    private let after: RuleIndex

    package init(from old: RuleLibrary, to new: RuleLibrary) {
        before = RuleIndex(old.reading)
        after = RuleIndex(new.reading)
        let oldFiles = Self.byPath(old.files)
        let newFiles = Self.byPath(new.files)
        var found: [Place: Found] = [:]
        var order: [Place] = []
        func note(_ line: RuleChange.Line, in file: SourceFile, isNew: Bool) {
            let index = isNew ? after : before
            let symbol = index.declaration(in: file.name, around: line.number)?.symbol
            let place = symbol.map { Place.symbol($0) } ?? .file(Self.path(of: file.name))
            if found[place] == nil { order.append(place) }
            if isNew {
                found[place, default: Found()].newFile = file.name
                found[place, default: Found()].after.append(line)
            } else {
                found[place, default: Found()].oldFile = file.name
                found[place, default: Found()].before.append(line)
            }
        }
        for path in Set(oldFiles.keys).union(newFiles.keys).sorted() {
            let (old, new) = (oldFiles[path], newFiles[path])
            guard old?.text != new?.text else { continue }
            let lines = LineDifference(from: old.map(Self.lines) ?? [], to: new.map(Self.lines) ?? [])
            if let new { for line in lines.inserted where Self.matters(line) { note(line, in: new, isNew: true) } }
            if let old { for line in lines.removed where Self.matters(line) { note(line, in: old, isNew: false) } }
        }
        all = order.compactMap { place in found[place].map { change(place, $0) } }
    }

    private enum Place: Hashable {
        case symbol(RuleSymbol)
        case file(String)
    }

    private struct Found {
        var oldFile: String?
        var newFile: String?
        var before: [RuleChange.Line] = []
        var after: [RuleChange.Line] = []
    }

    private func change(_ place: Place, _ found: Found) -> RuleChange {
        guard case .symbol(let symbol) = place else {
            return RuleChange(
                kind: .changed, symbol: nil, title: nil, file: found.newFile ?? found.oldFile ?? "",
                before: found.before, after: found.after)
        }
        let wasThere = !before.declarations(of: symbol).isEmpty
        let isThere = !after.declarations(of: symbol).isEmpty
        return RuleChange(
            kind: wasThere ? isThere ? .changed : .removed : .added, symbol: symbol,
            title: after.title(of: symbol) ?? before.title(of: symbol), file: found.newFile ?? found.oldFile ?? "",
            before: found.before, after: found.after)
    }

    /// Empty lines and remarks change nothing.
    private static func matters(_ line: RuleChange.Line) -> Bool {
        guard let first = line.text.first(where: { !$0.isWhitespace }) else { return false }
        return first != "#"
    }

    private static func byPath(_ files: [SourceFile]) -> [String: SourceFile] {
        Dictionary(files.map { (path(of: $0.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// From the folder of rules on: the folder itself may be called otherwise.
    private static func path(of name: String) -> String {
        name.firstIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private static func lines(of file: SourceFile) -> [String] {
        (1...max(1, file.lineCount)).map { file.line($0).map(String.init) ?? "" }
    }

    // MARK: What a change touches

    /// By change, the rules that may conclude otherwise for it, by name.
    package var touched: [Set<String>] { all.map(touched) }

    private func touched(by change: RuleChange) -> Set<String> {
        guard let symbol = change.symbol else { return [] }
        var result: Set<String> = []
        for index in [before, after] {
            switch symbol {
            case .rule(let name), .variable(let name, _): result.insert(name)
            case .parameter, .field, .template, .context, .function: result.formUnion(index.rules(using: symbol))
            case .code(let vocabulary, _):
                result.formUnion(index.rules(using: symbol))
                // What is fixed for a code is read through facts, without the code being named.
                for attribute in index.ruleBase.vocabulary(vocabulary)?.attributes ?? [] {
                    result.formUnion(index.rules(using: .attribute(vocabulary: vocabulary, name: attribute.name)))
                }
            case .attribute(let vocabulary, _), .vocabulary(let vocabulary):
                for term in index.ruleBase.vocabulary(vocabulary)?.codes ?? [] {
                    result.formUnion(index.rules(using: .code(vocabulary: vocabulary, code: term.code)))
                }
            case .ruleSet(let name): result.formUnion(index.ruleBase.rules.filter { $0.ruleSet == name }.map(\.name))
            case .source, .finding: break
            }
        }
        return result
    }
}

extension RuleIndex {
    /// The names of the rules that use a symbol other than to explain or cite.
    package func rules(using symbol: RuleSymbol) -> Set<String> {
        Set(
            uses(of: symbol).compactMap { mention in
                guard case .rule(let name) = mention.owner, mention.role != .explains, mention.role != .cites else {
                    return nil
                }
                return name
            })
    }
}
