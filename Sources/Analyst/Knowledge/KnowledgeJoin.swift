package import RuleEngine

/// The rule files of several packages put together: rules that others replace are left out, open parameters get the values
/// that users filled in, and names that two packages give are refused.
package struct KnowledgeJoin: Sendable {
    /// All rule files, ready to be read as one rule base.
    package let files: [SourceFile]
    package let reading: RuleBaseReader.Reading
    package let packages: JoinedPackages

    /// - Parameters:
    ///   - files: of all packages, under names that begin with those of the packages (`PackageName.ofPackage`).
    ///   - values: what users filled in.
    /// - Throws: `knowledge/needs`, `knowledge/replaces`, `knowledge/not-open`, `knowledge/no-parameter`, `knowledge/clash`.
    package init(_ packages: [KnowledgePackage], files: [SourceFile], values: KnowledgeValues?) throws(BadInput) {
        var work = Work(packages: packages, files: files)
        work.checkNeeds()
        work.replace()
        work.checkOpen()
        if let values { work.fill(values) }
        let told = packages.compactMap(\.manifest?.file) + (values.map { [$0.file] } ?? []) + files
        guard work.faults.isEmpty else { throw BadInput(work.faults, sources: told) }
        let reading = RuleBaseReader.read(work.files)
        let clashes = Self.clashes(in: reading)
        guard clashes.isEmpty else { throw BadInput(clashes, sources: told) }
        self.files = work.files
        self.reading = reading
        self.packages = JoinedPackages(
            packages: packages, replacements: work.replacements, values: work.values)
    }

    // MARK: Clashes

    /// Names that two packages give, each with both places.
    private static func clashes(in reading: RuleBaseReader.Reading) -> [Diagnostic] {
        var first: [RuleSymbol: RuleMention] = [:]
        var clashes: [Diagnostic] = []
        for mention in reading.mentions where mention.role == .declares && belongsToOne(mention.symbol) {
            guard let other = first[mention.symbol] else {
                first[mention.symbol] = mention
                continue
            }
            let packages = [other, mention].map { PackageName.ofPackage(inFile: $0.span.file) ?? "" }
            if packages[0] != packages[1] { clashes.append(.clash(mention, packages[1], other, packages[0])) }
        }
        return clashes.sortedByLocation()
    }

    /// Lists of codes may be spread over packages; each code in them, and all else, has one home.
    private static func belongsToOne(_ symbol: RuleSymbol) -> Bool {
        switch symbol {
        case .rule, .ruleSet, .parameter, .code, .template, .context, .source: true
        case .vocabulary, .attribute, .field, .finding, .function, .variable: false
        }
    }

    // MARK: Replacing and filling

    /// The texts as they become.
    private struct Work {
        let packages: [KnowledgePackage]
        var files: [SourceFile]
        var faults: [Diagnostic] = []
        var replacements: [JoinedPackages.Replacement] = []
        var values: [JoinedPackages.Value] = []

        init(packages: [KnowledgePackage], files: [SourceFile]) {
            self.packages = packages
            self.files = files
        }

        mutating func checkNeeds() {
            let names = packages.map(\.id)
            for manifest in packages.compactMap(\.manifest) {
                for need in manifest.buildsOn where !names.contains(need.value) {
                    faults.append(.needs(manifest.id, need))
                }
            }
        }

        /// The places in the list of the files of a package that hold a name.
        private func places(of package: String, holding name: String) -> [Int] {
            files.indices.filter {
                PackageName.ofPackage(inFile: files[$0].name) == package && files[$0].text.contains(name)
            }
        }

        private func hasRule(_ name: String, in package: String) -> Bool {
            places(of: package, holding: name).contains { RuleRemoval.names(in: files[$0]).contains(name) }
        }

        mutating func replace() {
            var taken: [PackageName: String] = [:]
            for manifest in packages.compactMap(\.manifest) {
                for replacement in manifest.replacements {
                    let rule = replacement.rule.value
                    let needed = manifest.buildsOn.contains { $0.value == rule.package }
                    guard needed, packages.contains(where: { $0.id == rule.package }), rule.package != manifest.id
                    else {
                        faults.append(.notBuiltOn(replacement.rule, manifest.id))
                        continue
                    }
                    guard hasRule(replacement.by.value, in: manifest.id),
                        let by = PackageName("\(manifest.id):\(replacement.by.value)")
                    else {
                        faults.append(
                            .noSuchRule(Located("\(manifest.id):\(replacement.by.value)", at: replacement.by.span)))
                        continue
                    }
                    if let other = taken.updateValue(manifest.id, forKey: rule) {
                        faults.append(.replacedTwice(replacement.rule, other, manifest.id))
                        continue
                    }
                    guard remove(rule) else {
                        faults.append(.noSuchRule(Located(rule.description, at: replacement.rule.span)))
                        continue
                    }
                    replacements.append(.init(rule: rule, by: by, reason: replacement.reason))
                }
            }
        }

        /// Leaves a rule out of its file; `false` where it is not there.
        private mutating func remove(_ rule: PackageName) -> Bool {
            for index in places(of: rule.package, holding: rule.name) {
                if let text = RuleRemoval.text(of: files[index], without: rule.name) {
                    files[index] = SourceFile(name: files[index].name, text: text)
                    return true
                }
            }
            return false
        }

        /// What a package leaves open is there.
        mutating func checkOpen() {
            for manifest in packages.compactMap(\.manifest) {
                for name in manifest.open {
                    let isThere = places(of: manifest.id, holding: name.value).contains {
                        ParameterFilling.parameter(name.value, in: files[$0]) != nil
                    }
                    if !isThere { faults.append(.noSuchParameter(name, of: manifest.id)) }
                }
            }
        }

        mutating func fill(_ filled: KnowledgeValues) {
            for value in filled.values {
                let name = value.parameter.value
                guard let package = packages.first(where: { $0.id == name.package }) else {
                    faults.append(.noSuchPackage(value.parameter, among: packages.map(\.id)))
                    continue
                }
                let open = package.manifest?.open.map(\.value) ?? []
                let found = places(of: name.package, holding: name.name).lazy.compactMap { [files] index in
                    ParameterFilling.parameter(name.name, in: files[index]).map { (index, $0) }
                }.first
                guard let (index, parameter) = found else {
                    faults.append(.noSuchParameter(Located(name.name, at: value.parameter.span), of: name.package))
                    continue
                }
                guard open.contains(name.name) else {
                    faults.append(.notOpen(value.parameter, open: open))
                    continue
                }
                let filling = ParameterFilling(value, by: filled.publisher)
                files[index] = SourceFile(name: files[index].name, text: filling.text(of: files[index], parameter))
                values.append(
                    .init(
                        parameter: name, title: parameter.title,
                        text: value.values.map { "\($0.text) (\($0.from))" }.joined(separator: ", "),
                        publisher: filled.publisher, reason: value.reason))
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func clash(
        _ mention: RuleMention, _ package: String, _ first: RuleMention, _ other: String
    ) -> Diagnostic {
        let name = mention.symbol.name
        return Diagnostic(
            code: "knowledge/clash",
            message: LocalizedText(
                nl: "‘\(name)’ staat in \(other) en in \(package)", en: "‘\(name)’ is in \(other) and in \(package)"),
            at: mention.span,
            related: [
                Diagnostic.Related(LocalizedText(nl: "ook hier", en: "here, too"), at: first.span)
            ],
            hint: LocalizedText(
                nl:
                    "geef het in uw eigen pakket een andere naam; komt een regel in de plaats van een andere, noem die dan onder replaces in \(PackageManifest.fileName)",
                en:
                    "give it another name in your own package; if a rule takes the place of another, name that under replaces in \(PackageManifest.fileName)"
            ))
    }

    fileprivate static func needs(_ id: String, _ need: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/needs",
            message: LocalizedText(
                nl: "\(id) bouwt op \(need.value), en dat pakket is er niet",
                en: "\(id) builds on \(need.value), and that package is not here"), at: need.span,
            hint: LocalizedText(
                nl: "voeg eerst \(need.value) toe met analyst knowledge add",
                en: "first add \(need.value) with analyst knowledge add"))
    }

    fileprivate static func notBuiltOn(_ rule: Located<PackageName>, _ id: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/replaces",
            message: LocalizedText(
                nl: "\(id) kan \(rule.value) niet vervangen: het bouwt niet op \(rule.value.package)",
                en: "\(id) cannot replace \(rule.value): it does not build on \(rule.value.package)"), at: rule.span,
            hint: LocalizedText(
                nl: "noem \(rule.value.package) onder builds-on", en: "name \(rule.value.package) under builds-on"))
    }

    fileprivate static func noSuchRule(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/replaces",
            message: LocalizedText(
                nl: "de regel \(name.value) is er niet, of staat in een lijst tussen haken",
                en: "there is no rule \(name.value), or it stands in a list in brackets"), at: name.span,
            hint: LocalizedText(
                nl: "controleer de naam van de regel in het pakket",
                en: "check the name of the rule in the package"))
    }

    fileprivate static func replacedTwice(_ rule: Located<PackageName>, _ first: String, _ second: String) -> Diagnostic
    {
        Diagnostic(
            code: "knowledge/replaces",
            message: LocalizedText(
                nl: "\(rule.value) wordt vervangen door \(first) en door \(second)",
                en: "\(rule.value) is replaced by \(first) and by \(second)"), at: rule.span,
            hint: LocalizedText(
                nl: "kies een van beide pakketten, en haal het andere weg met analyst knowledge remove",
                en: "choose one of the packages, and remove the other with analyst knowledge remove"))
    }

    fileprivate static func noSuchParameter(_ name: Located<String>, of package: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/no-parameter",
            message: LocalizedText(
                nl: "\(package) heeft geen parameter ‘\(name.value)’", en: "\(package) has no parameter ‘\(name.value)’"
            ),
            at: name.span,
            hint: LocalizedText(
                nl: "controleer de naam; analyst knowledge list laat zien welke parameters open zijn",
                en: "check the name; analyst knowledge list shows which parameters are open"))
    }

    fileprivate static func noSuchPackage(_ name: Located<PackageName>, among known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value.package, among: known)
        return Diagnostic(
            code: "knowledge/unknown-package",
            message: LocalizedText(
                nl: "er is geen pakket ‘\(name.value.package)’", en: "there is no package ‘\(name.value.package)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(
                    nl: "voeg het toe met analyst knowledge add", en: "add it with analyst knowledge add"))
    }

    fileprivate static func notOpen(_ name: Located<PackageName>, open: [String]) -> Diagnostic {
        let list = open.sorted().joined(separator: ", ")
        return Diagnostic(
            code: "knowledge/not-open",
            message: LocalizedText(
                nl: "\(name.value) is niet open: de uitgever legde de waarde vast",
                en: "\(name.value) is not open: the publisher settled its value"), at: name.span,
            hint: open.isEmpty
                ? LocalizedText(
                    nl: "dit pakket laat geen parameters open; vervang een regel met een reden, in een eigen pakket",
                    en: "this package leaves no parameters open; replace a rule with a reason, in a package of your own"
                )
                : LocalizedText(nl: "open zijn: \(list)", en: "open are: \(list)"))
    }
}
