import RuleEngine

/// The page that tells the story of an area: sentences made from findings and choices, by templates of the rules' folder.
///
/// At most `limit` words: what may be missed goes first, as the templates say.
package struct Story: Sendable {
    /// A line of the page: sentences, or items of a list.
    package enum Line: Sendable {
        case sentences([Sentence])
        case list([[Sentence]])
    }

    /// A sentence, and when it goes where the page is too long; `nil`: it stays.
    package struct Sentence: Hashable, Sendable {
        package let text: String
        package let drop: Int?
    }

    /// So many words stand on the page at most.
    package static let limit = 400

    package private(set) var lines: [Line]

    /// Leaves out what may be missed, those with the highest number first and of these the last, until the page is short
    /// enough.
    package init(_ lines: [Line]) {
        self.lines = lines
        while wordCount > Self.limit, let worst = sentences.compactMap(\.drop).max() {
            removeLast(with: worst)
        }
    }

    package var wordCount: Int {
        sentences.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
    }

    /// Layout of the page: paragraphs and lists.
    package var blocks: [AnalysisDocument.Block] {
        lines.compactMap { line in
            switch line {
            case .sentences(let sentences):
                sentences.isEmpty ? nil : .paragraph(sentences.map(\.text).joined(separator: " "))
            case .list(let items):
                .list(items.filter { !$0.isEmpty }.map { $0.map(\.text).joined(separator: " ") })
            }
        }
    }

    private var sentences: [Sentence] {
        lines.flatMap { line -> [Sentence] in
            switch line {
            case .sentences(let sentences): sentences
            case .list(let items): items.flatMap { $0 }
            }
        }
    }

    private mutating func removeLast(with drop: Int) {
        for place in lines.indices.reversed() {
            switch lines[place] {
            case .sentences(var sentences):
                guard let last = sentences.lastIndex(where: { $0.drop == drop }) else { continue }
                sentences.remove(at: last)
                lines[place] = .sentences(sentences)
                return
            case .list(var items):
                for item in items.indices.reversed() {
                    guard let last = items[item].lastIndex(where: { $0.drop == drop }) else { continue }
                    items[item].remove(at: last)
                    lines[place] = .list(items)
                    return
                }
            }
        }
    }
}
