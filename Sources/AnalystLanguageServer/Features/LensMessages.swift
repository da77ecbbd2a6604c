import Analyst
import RuleEngine

/// The lines above each rule of a file: its cases, what it says of a sheet, and how many areas change.
struct LensMessages {
    let index: RuleIndex
    let lines: DocumentLines
    let language: Language
    let lenses: RuleLenses?
    /// The version of the reading that the editor sees.
    let version: Int

    func json(_ file: String) -> JSONText {
        var result: [JSONText] = []
        for mention in index.mentions(in: file) where mention.role == .declares {
            guard case .rule(let name) = mention.symbol, mention.span.end.offset <= lines.text.utf8.count else {
                continue
            }
            let range = lines.json(mention.span.start.offset..<mention.span.end.offset)
            for title in titles(of: name) {
                result.append(
                    .object([
                        ("range", range),
                        ("command", .object([("title", .string(title)), ("command", .string(""))])),
                    ]))
            }
        }
        return .array(result)
    }

    private func titles(of rule: String) -> [String] {
        guard let lenses, let entry = lenses.entries[rule] else { return [LensWords.busy[language]] }
        // What was worked out of an older text is told with a sign until the new one is.
        let sign = lenses.version == version ? "" : " …"
        var titles = [LensWords.cases(entry.passing, entry.failing.count)[language] + sign]
        if let sheet = lenses.sheetName, !entry.states.isEmpty {
            titles.append("\(entry.states.joined(separator: ", ")) \(language.word("op", "on")) \(sheet)\(sign)")
        }
        if entry.areas > 0 { titles.append(LensWords.areas(entry.changed, entry.areas)[language] + sign) }
        return titles
    }
}

// MARK: - Wordings

private enum LensWords {
    static let busy = LocalizedText(nl: "wordt nagegaan …", en: "being looked into …")

    static func cases(_ passing: Int, _ failing: Int) -> LocalizedText {
        if failing == 0 {
            return LocalizedText(
                nl: passing == 1 ? "1 geval klopt" : "\(passing) gevallen kloppen",
                en: passing == 1 ? "1 case passes" : "\(passing) cases pass")
        }
        return LocalizedText(
            nl: "\(failing) van \(passing + failing) gevallen falen",
            en: "\(failing) of \(passing + failing) cases fail")
    }

    static func areas(_ changed: Int, _ all: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(changed) van \(all) gebieden veranderen", en: "\(changed) of \(all) areas change")
    }
}
