import Analyst
import RuleEngine

/// The things that a file declares, one inside the other, for the outline of an editor; and what can be folded.
struct FileOutline {
    private let index: RuleIndex
    private let file: String
    private let lines: DocumentLines
    private let language: Language

    init(_ index: RuleIndex, _ file: String, _ lines: DocumentLines, _ language: Language) {
        self.index = index
        self.file = file
        self.lines = lines
        self.language = language
    }

    private struct Entry {
        let mention: RuleMention
        let extent: Range<Int>
        var children: [Entry] = []
    }

    var symbols: JSONText {
        let count = lines.text.utf8.count
        var entries: [Entry] = []
        for mention in index.mentions(in: file) where mention.role == .declares {
            guard let extent = mention.extent else { continue }
            let start = min(extent.start.offset, mention.span.start.offset)
            let end = max(extent.end.offset, mention.span.end.offset)
            guard end <= count, start <= end else { continue }
            entries.append(Entry(mention: mention, extent: start..<end))
        }
        entries.sort { ($0.extent.lowerBound, -$0.extent.upperBound) < ($1.extent.lowerBound, -$1.extent.upperBound) }
        return .array(nested(entries).map { json($0, within: 0..<count) })
    }

    /// Each entry within the innermost one around it.
    private func nested(_ entries: [Entry]) -> [Entry] {
        var roots: [Entry] = []
        var open: [Entry] = []
        func close(before start: Int) {
            while let last = open.last, last.extent.upperBound <= start {
                open.removeLast()
                if open.isEmpty { roots.append(last) } else { open[open.count - 1].children.append(last) }
            }
        }
        for entry in entries {
            close(before: entry.extent.lowerBound)
            open.append(entry)
        }
        close(before: Int.max)
        return roots
    }

    private func json(_ entry: Entry, within outer: Range<Int>) -> JSONText {
        // What an editor is told of the inside of a thing must lie in it.
        let extent = entry.extent.clamped(to: outer)
        let span = (entry.mention.span.start.offset..<entry.mention.span.end.offset).clamped(to: extent)
        return .object([
            ("name", .string(entry.mention.symbol.name)),
            ("detail", .string(index.title(of: entry.mention.symbol)?[language] ?? "")),
            ("kind", .number("\(entry.mention.symbol.outlineKind)")),
            ("range", lines.json(extent)), ("selectionRange", lines.json(span)),
            ("children", .array(entry.children.map { json($0, within: extent) })),
        ])
    }

    /// Stretches of lines that stand further in than the line above them.
    static func folds(_ lines: DocumentLines) -> JSONText {
        var folds: [(Int, Int)] = []
        var open: [(line: Int, indentation: Int)] = []
        var last = 0
        for number in 0..<lines.lineCount {
            guard let text = lines.line(number), let indentation = indentation(of: text) else { continue }
            while let top = open.last, top.indentation >= indentation {
                open.removeLast()
                if last > top.line { folds.append((top.line, last)) }
            }
            open.append((number, indentation))
            last = number
        }
        for top in open.reversed() where last > top.line { folds.append((top.line, last)) }
        return .array(
            folds.sorted { $0 < $1 }.map { start, end in
                .object([("startLine", .number("\(start)")), ("endLine", .number("\(end)"))])
            })
    }

    /// `nil` for a line without anything.
    private static func indentation(of line: Substring) -> Int? {
        let count = line.utf8.prefix { $0 == 0x20 }.count
        return count == line.utf8.count ? nil : count
    }
}

extension RuleSymbol {
    /// As the protocol numbers kinds of symbols.
    fileprivate var outlineKind: Int {
        switch self {
        case .rule, .function: 12
        case .ruleSet: 3
        case .parameter: 14
        case .vocabulary: 10
        case .code: 22
        case .template: 23
        case .field: 8
        case .attribute: 7
        case .context: 19
        case .source: 4
        case .finding: 15
        case .variable: 13
        }
    }
}
