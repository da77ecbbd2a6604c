import Analyst
import RuleEngine

/// What can be typed at a place of a casebook: keys, words of a list, figures, questions, codes of findings, and names that the
/// file itself gives.
extension Completion {
    func items(of casebook: CasebookPlace) -> [Item] {
        let used = Set(place.siblings.keys)
        let known = keys.filter { !used.contains($0) }.map { key in
            Item(
                label: key, kind: .property, detail: named(casebook.form?[key]?.meaning), text: "\(key): ")
        }
        return known + names(casebook, besides: used) + values(casebook)
    }

    /// Keys that are names of something.
    private func names(_ casebook: CasebookPlace, besides used: Set<String>) -> [Item] {
        let items: [Item]
        switch casebook.freeKeys {
        case "think", "synonyms": items = codes
        case "answers": items = casebook.names(of: "exercise").map { Item(label: $0, kind: .reference, detail: "") }
        default: return []
        }
        return items.filter { !used.contains($0.label) }.map {
            Item(label: $0.label, kind: $0.kind, detail: $0.detail, text: "\($0.label): ")
        }
    }

    private func values(_ casebook: CasebookPlace) -> [Item] {
        guard let key = casebook.valueKey else { return [] }
        let choices = casebook.choices
        guard choices.isEmpty else {
            return choices.map { word in
                let title = key == "kind" ? ExerciseKind(rawValue: word)?.title : nil
                return Item(label: word, kind: .value, detail: named(title))
            }
        }
        let record = ruleBase.record
        switch key {
        case "figures": return terms(of: record.vocabulary, .field)
        case "question":
            let perspective = place.siblings["perspective"]
            let contexts = record.contexts.filter { perspective == nil || $0.name == perspective }
            let names = contexts.map(\.vocabulary) + [record.vocabulary]
            var seen: Set<String> = []
            return names.flatMap { terms(of: $0, .field) }.filter { seen.insert($0.label).inserted }
        case "perspective":
            return record.contexts.map { Item(label: $0.name, kind: .kind, detail: named($0.title)) }
        case "passages": return casebook.names(of: "passage").map { Item(label: $0, kind: .reference, detail: "") }
        case "cases": return casebook.cases.map { Item(label: $0, kind: .reference, detail: "") }
        case "of": return findings
        case "line", "among": return codes
        default:
            // What a member of the panel picks, by exercise.
            return place.path.contains("panel") && place.path.contains("answers") ? codes : []
        }
    }

    /// The codes of findings, each once.
    private var codes: [Item] {
        var seen: Set<String> = []
        return ruleBase.findingVocabularies.flatMap { terms(of: $0, .value) }.filter { seen.insert($0.label).inserted }
    }
}

extension RuleBase {
    /// The vocabularies whose codes findings have, in the order of the kinds of finding.
    var findingVocabularies: [String] {
        var seen: Set<String> = []
        return templates.compactMap { template in
            guard !template.isInput, template.relation == nil, template.key.count == 1,
                case .code(let name) = template.key[0].type
            else { return nil }
            return seen.insert(name).inserted ? name : nil
        }
    }
}
