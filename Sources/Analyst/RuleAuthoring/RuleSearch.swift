package import RuleEngine

/// Looks for words in a rule base: in the names and titles of what is declared, in what sources say, and in the lines of files.
package struct RuleSearch: Sendable {
    /// What was found.
    package struct Hit: Hashable, Sendable {
        /// `nil`: a line of a file.
        package let symbol: RuleSymbol?
        package let title: String
        package let file: String
        package let line: Int
    }

    /// In the order of `Kind`, so many of each kind as are told.
    package private(set) var hits: [Kind: [Hit]] = [:]
    /// How many there are of each kind.
    package private(set) var counts: [Kind: Int] = [:]

    package enum Kind: Int, CaseIterable, Comparable, Sendable {
        case rules, parameters, codes, sources, others, files, lines

        package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    package var isEmpty: Bool { counts.values.allSatisfy { $0 == 0 } }

    /// - Parameters:
    ///   - text: words that all have to be there, in any order, without regard to capitals.
    ///   - files: rules, cases and recipes.
    ///   - most: so many of each kind are told.
    package init(_ text: String, in index: RuleIndex, files: [SourceFile], _ language: Language, most: Int) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        var hits: [Kind: [Hit]] = [:]
        var counts: [Kind: Int] = [:]
        func note(_ kind: Kind, _ hit: @autoclosure () -> Hit) {
            counts[kind, default: 0] += 1
            if counts[kind, default: 0] <= most { hits[kind, default: []].append(hit()) }
        }
        defer {
            self.hits = hits
            self.counts = counts
        }
        guard !words.isEmpty else { return }
        func matches(_ text: String) -> Bool {
            let text = text.lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        for file in files where matches(file.name) {
            note(.files, Hit(symbol: nil, title: file.name, file: file.name, line: 1))
        }
        var seen: Set<RuleSymbol> = []
        for file in files {
            for mention in index.mentions(in: file.name) where mention.role == .declares {
                let symbol = mention.symbol
                guard let kind = Kind(symbol), seen.insert(symbol).inserted else { continue }
                let title = index.title(of: symbol)
                guard matches("\(symbol.name) \(title?.nl ?? "") \(title?.en ?? "")") else { continue }
                note(
                    kind,
                    Hit(
                        symbol: symbol, title: title?[language] ?? symbol.name, file: file.name,
                        line: mention.span.start.line))
            }
            // Most files hold none of the words.
            guard matches(file.text) else { continue }
            for number in 1...max(1, file.lineCount) {
                guard let line = file.line(number), matches(String(line)) else { continue }
                note(
                    .lines, Hit(symbol: nil, title: Self.cut(line), file: file.name, line: number))
            }
        }
    }

    private static func cut(_ line: Substring) -> String {
        let text = line.drop { $0.isWhitespace }
        return text.count > 160 ? text.prefix(159) + "…" : String(text)
    }
}

extension RuleSearch.Kind {
    fileprivate init?(_ symbol: RuleSymbol) {
        switch symbol {
        case .rule: self = .rules
        case .parameter: self = .parameters
        case .code: self = .codes
        case .source, .finding: self = .sources
        case .vocabulary, .template, .ruleSet, .context: self = .others
        case .attribute, .field, .function, .variable: return nil
        }
    }
}
