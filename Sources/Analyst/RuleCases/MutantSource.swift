import RuleEngine

/// A mutant as a rule file of its own: the changed rules under new names, which take the place of the others where the
/// mutant is tried. So that many mutants are read and compiled at once, with rules that are read but once.
struct MutantSource {
    let mutant: RuleMutant
    let file: SourceFile
    /// The places of the rules that are replaced, and the name of what replaces each.
    let replaced: [(rule: Int, name: String)]

    /// Behind all other files in the order of names, so that other rules keep their places.
    static let folder = "\u{10FFFD}"

    /// - Returns: `nil` for a parameter that no rule reads, and for what cannot be written by itself.
    init?(_ mutant: RuleMutant, number: Int, texts: RuleTexts) {
        self.mutant = mutant
        let name = "m\(number)"
        var items: [String] = []
        var replaced: [(rule: Int, name: String)] = []
        var head = ""
        switch mutant.target {
        case .rule(let index):
            let edit = RuleTexts.Edit(
                range: mutant.span.start.offset..<mutant.span.end.offset, text: mutant.replacement)
            guard let item = texts.item(of: index, named: name, edits: [edit]) else { return nil }
            items = [item]
            replaced = [(index, name)]
        case .parameter(let index, let values):
            let readers = texts.readers(ofParameter: index)
            for (place, rule) in readers.enumerated() {
                let edits = texts.edits(of: rule, renaming: index, to: name)
                guard let item = texts.item(of: rule, named: "\(name)-\(place)", edits: edits) else { return nil }
                items.append(item)
                replaced.append((rule, "\(name)-\(place)"))
            }
            head = texts.parameter(index, named: name, values: values)
        }
        guard let first = replaced.first else { return nil }
        self.replaced = replaced
        let about = texts.isAboutAnalysis(first.rule) ? "about: analysis\n" : ""
        file = SourceFile(
            name: "\(Self.folder)/\(name).yaml",
            text: "ruleset: \(name)\ntitle: { nl: m, en: m }\n\(about)\(head)rules:\n\(items.joined())")
    }
}

/// The texts of rules as they are written, to write changed copies of them.
struct RuleTexts {
    struct Edit {
        let range: Range<Int>
        let text: String
    }

    private struct Text {
        let file: SourceFile
        let extent: Range<Int>
        let name: Range<Int>
        /// The spaces before the mark of the list.
        let margin: Int
        let isAboutAnalysis: Bool
    }

    private let ruleBase: RuleBase
    private var texts: [Text?]
    /// By parameter, the rules that read it.
    private var readers: [[Int]]
    /// By rule and parameter, the places of the name.
    private var uses: [Int: [String: [Range<Int>]]] = [:]

    init(_ library: RuleLibrary) {
        let ruleBase = library.ruleBase
        self.ruleBase = ruleBase
        let files = Dictionary(library.files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var nodes: [String: (node: YAMLNode, isAboutAnalysis: Bool)] = [:]
        for file in library.files {
            guard let root = YAMLParser.parseSingle(file).root else { continue }
            for rule in root["rules"]?.sequence ?? [] {
                guard let name = rule["rule"]?.scalar?.text else { continue }
                nodes[name] = (rule, root["about"] != nil)
            }
        }
        texts = ruleBase.rules.map { rule in
            guard let file = files[rule.span.file], let (node, isAboutAnalysis) = nodes[rule.name] else { return nil }
            let extent = file.span(withoutBlanksBehind: node.span)
            return Text(
                file: file, extent: extent.start.offset..<extent.end.offset,
                name: rule.span.start.offset..<rule.span.end.offset,
                margin: node.isFlow ? 2 : max(0, node.span.start.column - 3), isAboutAnalysis: isAboutAnalysis)
        }
        let numbers = Dictionary(
            ruleBase.rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        for mention in library.reading.mentions {
            guard case .parameter(let name) = mention.symbol, case .rule(let rule) = mention.owner,
                mention.role != .declares, let index = numbers[rule]
            else { continue }
            let range = mention.span.start.offset..<mention.span.end.offset
            if uses[index]?[name]?.contains(range) != true {
                uses[index, default: [:]][name, default: []].append(range)
            }
        }
        readers = ruleBase.parameters.map { parameter in
            ruleBase.rules.indices.filter { ruleBase.rules[$0].parameters.contains(parameter.name) }
        }
    }

    func readers(ofParameter index: Int) -> [Int] { readers[index] }

    func isAboutAnalysis(_ rule: Int) -> Bool { texts[rule]?.isAboutAnalysis ?? false }

    /// What gives a parameter another name within a rule.
    func edits(of rule: Int, renaming parameter: Int, to name: String) -> [Edit] {
        (uses[rule]?[ruleBase.parameters[parameter].name] ?? []).map { Edit(range: $0, text: name) }
    }

    /// A rule as an item of a list, with changes, under another name.
    func item(of rule: Int, named name: String, edits: [Edit]) -> String? {
        guard let text = texts[rule] else { return nil }
        let all = (edits + [Edit(range: text.name, text: name)]).sorted { $0.range.lowerBound > $1.range.lowerBound }
        var bytes = Array(text.file.text.utf8[text.file.text.utf8.offset(text.extent)])
        for edit in all {
            let range = edit.range.lowerBound - text.extent.lowerBound..<edit.range.upperBound - text.extent.lowerBound
            guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
            bytes.replaceSubrange(range, with: edit.text.utf8)
        }
        let margin = String(repeating: " ", count: text.margin)
        // Made of the text of a rule and of names in ASCII.
        return "\(margin)- \(String(decoding: bytes, as: UTF8.self))\n"
    }

    /// A parameter under another name and with other values.
    func parameter(_ index: Int, named name: String, values: [FEELNumber]) -> String {
        let parameter = ruleBase.parameters[index]
        let unit = parameter.unit.map { "unit: \(YAMLWriter.scalar($0, flow: true)), " } ?? ""
        let dated = zip(parameter.values, values).map { "\($0.from): \($1.normalizedDescription)" }
        return
            "parameters:\n  \(name): { title: { nl: m, en: m }, \(unit)values: { \(dated.joined(separator: ", ")) }, "
            + "judgement: { nl: m, en: m } }\n"
    }
}

extension String.UTF8View {
    fileprivate func offset(_ range: Range<Int>) -> Range<Index> {
        index(startIndex, offsetBy: range.lowerBound)..<index(startIndex, offsetBy: range.upperBound)
    }
}
