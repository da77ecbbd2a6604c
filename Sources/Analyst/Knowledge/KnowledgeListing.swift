package import RuleEngine

/// The packages of a folder as text: what they are, what may be filled in, and how to name them.
package struct KnowledgeListing {
    private let packages: JoinedPackages
    private let language: Language

    package init(_ packages: JoinedPackages, language: Language) {
        self.packages = packages
        self.language = language
    }

    /// Each package with all that is known of it.
    package var text: String {
        packages.packages.map { self.lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func word(_ nl: String, _ en: String) -> String { language.word(nl, en) }

    private func lines(of package: KnowledgePackage) -> [String] {
        var lines = [package.reference[language]]
        func add(_ name: String, _ value: String) { lines.append("  \(name): \(value)") }
        let manifest = package.manifest
        if let manifest {
            add(word("Uitgever", "Publisher"), manifest.publisher.text)
            add(word("Bedoeld voor", "Meant for"), manifest.scope[language])
        }
        add(word("Licentie", "Licence"), package.entry.licence)
        switch package.entry.origin {
        case .program: add(word("Komt van", "Comes from"), word("het programma", "the program"))
        case .repository(let url, let tag, let commit):
            add(word("Komt van", "Comes from"), "\(url), \(tag), commit \(commit)")
        }
        if let signer = package.entry.signer { add(word("Ondertekend door", "Signed by"), signer) }
        if let manifest, !manifest.buildsOn.isEmpty {
            add(word("Bouwt op", "Builds on"), manifest.buildsOn.map(\.value).joined(separator: ", "))
        }
        for name in manifest?.open ?? [] {
            let value = packages.values.first { $0.parameter.package == package.id && $0.parameter.name == name.value }
            add(
                word("U mag invullen", "You may fill in"),
                "\(package.id):\(name.value)"
                    + (value.map { word(", nu \($0.text)", ", now \($0.text)") }
                        ?? word(", nog niet ingevuld", ", not filled in yet")))
        }
        for replacement in packages.replacements where replacement.by.package == package.id {
            add(
                word("Vervangt", "Replaces"), "\(replacement.rule) → \(replacement.by). \(replacement.reason[language])"
            )
        }
        add(word("Bestanden", "Files"), "\(package.entry.files.count)")
        return lines
    }

    /// How to name packages in a report or a decision: who, what, which version, where and under which licence. There is no
    /// year, as a package names none.
    package func citation(of ids: [String]) -> String {
        packages.packages.filter { ids.isEmpty || ids.contains($0.id) }.map { citation(of: $0) + "\n" }.joined()
    }

    private func citation(of package: KnowledgePackage) -> String {
        let version = word("versie", "version") + " \(package.entry.version)"
        var parts = [package.manifest?.publisher.name ?? word("de makers van analyst", "the authors of analyst")]
        parts.append(
            "\(package.title[language]) (\(word("kennispakket", "package of knowledge")) \(package.id)), \(version)")
        if case .repository(let url, let tag, let commit) = package.entry.origin {
            parts.append("\(url), \(tag), commit \(commit)")
        }
        parts.append(word("Licentie ", "Licence ") + package.entry.licence)
        return parts.joined(separator: ". ") + "."
    }
}
