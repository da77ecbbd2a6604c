package import RuleEngine

/// What a person reads before packages are taken over: whose they are, under which licence, which rules come, change and go,
/// and what changes in areas.
package struct KnowledgeReview {
    /// A version that comes, with the one that it follows.
    package struct Arrival {
        package let package: IncomingPackage
        package let former: KnowledgeLock.Entry?

        package init(_ package: IncomingPackage, after former: KnowledgeLock.Entry?) {
            self.package = package
            self.former = former
        }
    }

    private let arrivals: [Arrival]
    private let removed: [String]
    private let impact: RuleImpact
    private let language: Language

    package init(_ arrivals: [Arrival], removing removed: [String], impact: RuleImpact, language: Language) {
        self.arrivals = arrivals
        self.removed = removed
        self.impact = impact
        self.language = language
    }

    package var text: String {
        var lines: [String] = []
        for arrival in arrivals { lines += self.lines(of: arrival) + [""] }
        lines += removed.map { word("Gaat weg: \($0)", "Is removed: \($0)") }
        lines += rules
        lines.append("")
        if impact.areas.isEmpty {
            lines.append(
                word(
                    "Er zijn geen feitenbladen bekeken; noem ze met --over.",
                    "No fact sheets were looked at; name them with --over."))
            return lines.joined(separator: "\n") + "\n"
        }
        let report = RuleImpactReport(
            impact, against: word("de regels van voor deze wijziging", "the rules before this change"),
            language: language)
        return lines.joined(separator: "\n") + "\n" + report.text
    }

    private func word(_ nl: String, _ en: String) -> String { language.word(nl, en) }

    private func lines(of arrival: Arrival) -> [String] {
        let (package, former) = (arrival.package, arrival.former)
        let manifest = package.manifest
        var lines = ["\(manifest.title[language]) (\(manifest.id) \(manifest.version.value))"]
        func add(_ name: String, _ value: String) { lines.append("  \(name): \(value)") }
        if let former { add(word("Was", "Was"), "\(former.version), \(former.licence)") }
        add(word("Uitgever", "Publisher"), manifest.publisher.text)
        add(word("Licentie", "Licence"), manifest.licence.value)
        add(word("Bedoeld voor", "Meant for"), manifest.scope[language])
        add(word("Komt van", "Comes from"), "\(package.address.url), \(package.tag), commit \(package.commit)")
        add(
            word("Ondertekend door", "Signed by"),
            package.signer
                ?? word(
                    "niet nagegaan; uw instellingen vragen het niet", "not looked at; your settings do not ask for it"))
        if !manifest.buildsOn.isEmpty {
            add(word("Bouwt op", "Builds on"), manifest.buildsOn.map(\.value).joined(separator: ", "))
        }
        if !manifest.open.isEmpty {
            add(
                word("Parameters die u mag invullen", "Parameters that you may fill in"),
                manifest.open.map(\.value).joined(separator: ", "))
        }
        for replacement in manifest.replacements {
            add(
                word("Vervangt", "Replaces"),
                "\(replacement.rule.value) → \(manifest.id):\(replacement.by.value). \(replacement.reason[language])")
        }
        add(word("Bestanden", "Files"), files(package, former))
        if !package.leftOut.isEmpty {
            let shown = package.leftOut.prefix(5).joined(separator: ", ") + (package.leftOut.count > 5 ? ", …" : "")
            add(word("Niet overgenomen", "Not taken over"), shown)
        }
        return lines
    }

    private func files(_ package: IncomingPackage, _ former: KnowledgeLock.Entry?) -> String {
        let now = package.entry.files
        guard let former else { return "\(now.count)" }
        let was = Dictionary(former.files.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let added = now.count { was[$0.file] == nil }
        let changed = now.count { was[$0.file] != nil && was[$0.file] != $0.sha256 }
        let gone = was.count - (now.count - added)
        return word(
            "\(now.count); \(added) nieuw, \(changed) gewijzigd, \(gone) weg",
            "\(now.count); \(added) new, \(changed) changed, \(gone) gone")
    }

    /// The rules that come, change and go, by name.
    private var rules: [String] {
        var lines: [String] = []
        for (kind, title) in [
            (RuleChange.Kind.added, word("Nieuwe regels", "New rules")),
            (.changed, word("Gewijzigde regels", "Changed rules")),
            (.removed, word("Regels die niet meer gelden", "Rules that no longer count")),
        ] {
            let names = impact.changes.all.compactMap { change -> String? in
                guard change.kind == kind, case .rule(let name) = change.symbol else { return nil }
                let package = PackageName.ofPackage(inFile: change.file).map { "\($0):" } ?? ""
                return "\(package)\(name)" + (change.title.map { " (\($0[language]))" } ?? "")
            }
            lines.append("\(title): \(names.count)")
            lines += names.map { "  \($0)" }
        }
        let others = impact.changes.all.count { if case .rule = $0.symbol { false } else { true } }
        return lines + [word("Andere wijzigingen: \(others)", "Other changes: \(others)")]
    }
}
