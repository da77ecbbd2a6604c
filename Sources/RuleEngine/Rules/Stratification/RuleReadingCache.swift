/// Reads rule files again and again as somebody edits them: what a change does not touch is not read anew.
///
///     var cache = RuleReadingCache()
///     let reading = cache.read(files)     // all of it
///     let next = cache.read(edited)       // the file that changed, and what hangs on it
///
/// What comes out is what `RuleBaseReader.read` gives for the same files. Rules of a file are kept as long as the
/// vocabularies, the record, the kinds of fact, the publications and the parameters are the same.
package struct RuleReadingCache: Sendable {
    private var parsed: [String: Parsed] = [:]
    private var foundations: Foundations?
    private var parameters: [Signature] = []
    private var ruleSets: [String: RuleSet] = [:]
    /// How many files were parsed, and of how many the rules were read, in the last reading.
    package private(set) var work = (parsed: 0, ruleSets: 0)

    package init() {}

    private struct Parsed {
        let text: String
        let result: YAMLRecovery.Result
    }

    /// What rules are made of, read, with the names and texts of its files.
    private struct Foundations {
        let files: [String]
        let reader: RuleBaseReader
    }

    /// What rules see of a parameter.
    private struct Signature: Equatable {
        let name: String
        let unit: String?
        let values: [FEELValue]
    }

    /// What reading the rules of one file gave.
    private struct RuleSet {
        let rules: [Rule]
        let names: [String: SourceSpan]
        let diagnostics: [Diagnostic]
        let mentions: [RuleMention]
        let written: Int
    }

    package mutating func read(_ files: [SourceFile]) -> RuleBaseReader.Reading {
        work = (0, 0)
        let files = files.sorted { $0.name < $1.name }
        var changed: Set<String> = []
        for file in files where parsed[file.name]?.text != file.text {
            parsed[file.name] = Parsed(text: file.text, result: YAMLRecovery.parseSingle(file))
            changed.insert(file.name)
            work.parsed += 1
        }
        let names = Set(files.map(\.name))
        for name in parsed.keys where !names.contains(name) { parsed[name] = nil }
        let documents = files.compactMap { file in parsed[file.name].map { (name: file.name, result: $0.result) } }

        var reader = RuleBaseReader()
        for (name, result) in documents { reader.note(result, of: name) }
        let byKind = reader.sorted(documents.compactMap(\.result.root))
        let own = reader
        let ruleSetRoots = byKind[.ruleset] ?? []
        let ruleFiles = Set(ruleSetRoots.map(\.span.file))
        let ground = files.map(\.name).filter { !ruleFiles.contains($0) }
        let isSameGround = foundations?.files == ground && changed.isSubset(of: ruleFiles)
        if let foundations, isSameGround {
            reader = foundations.reader
        } else {
            reader = RuleBaseReader()
            reader.readFoundations(byKind)
            foundations = Foundations(files: ground, reader: reader)
        }
        reader.diagnostics = documents.flatMap(\.result.diagnostics) + own.diagnostics + reader.diagnostics
        reader.writtenRules = own.writtenRules
        for root in ruleSetRoots where root["mode"] == nil { reader.readParameters(root) }
        let signatures = reader.parameters.map { parameter in
            Signature(name: parameter.name, unit: parameter.unit, values: parameter.values.map(\.value))
        }
        let canKeep = isSameGround && signatures == parameters && Set(reader.parameterNames.keys) == parameterNames
        parameters = signatures
        parameterNames = Set(reader.parameterNames.keys)
        readRules(ruleSetRoots.filter { $0["mode"] == nil }, changed, canKeep, &reader)
        for root in ruleSetRoots where root["mode"] != nil { reader.readProductionSet(root) }
        reader.checkUseOfParameters()
        let order = Stratification(
            rules: reader.rules, templates: reader.templates, vocabularies: reader.vocabularies)
        return reader.reading(strata: order.strata, diagnostics: order.diagnostics)
    }

    /// Names of parameters, those included of which the values could not be read.
    private var parameterNames: Set<String> = []

    private mutating func readRules(
        _ roots: [YAMLNode], _ changed: Set<String>, _ canKeep: Bool, _ reader: inout RuleBaseReader
    ) {
        let surroundings = RuleSurroundings(reader)
        var kept: [String: RuleSet] = [:]
        for root in roots {
            let file = root.span.file
            if canKeep, !changed.contains(file), let known = ruleSets[file],
                known.names.keys.allSatisfy({ reader.ruleNames[$0] == nil })
            {
                reader.rules += known.rules
                reader.ruleNames.merge(known.names) { first, _ in first }
                reader.diagnostics += known.diagnostics
                reader.mentions += known.mentions
                reader.writtenRules[file, default: 0] += known.written
                kept[file] = known
                continue
            }
            work.ruleSets += 1
            let before = (
                rules: reader.rules.count, diagnostics: reader.diagnostics.count, mentions: reader.mentions.count,
                written: reader.writtenRules[file, default: 0]
            )
            let names = reader.ruleNames
            reader.readRules(root, surroundings)
            // A name that an earlier file has too is told as a fault of this one, which hangs on that file.
            let diagnostics = Array(reader.diagnostics[before.diagnostics...])
            guard !diagnostics.contains(where: { $0.related.contains { $0.span.file != file } }) else { continue }
            kept[file] = RuleSet(
                rules: Array(reader.rules[before.rules...]),
                names: reader.ruleNames.filter { names[$0.key] == nil }, diagnostics: diagnostics,
                mentions: Array(reader.mentions[before.mentions...]),
                written: reader.writtenRules[file, default: 0] - before.written)
        }
        ruleSets = kept
    }
}
