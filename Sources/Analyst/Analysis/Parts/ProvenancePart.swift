import RuleEngine

/// What the analysis rests on: its receipt (day, program, the bytes of rules and sheet, what was asked for, how much was
/// found), the tables of the sheet, what people decided otherwise, and the publications behind the rules.
package enum ProvenancePart: ReportPart {
    package static let kind = "provenance"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        let language = composer.language
        let lines = receipt(composer).map(composer.say) + composer.sheet.sources.map { text(of: $0, composer) }
        let overruled = composer.sheet.overrules.map { overrule in
            let verdict = composer.say(overrule.verdict == .rejected ? .rejected : .added)
            return "\(composer.naming.title(of: overrule.finding, in: language)): \(verdict) (\(overrule.reason))"
        }
        let files = composer.area.rules.files.map { "\($0.file): \($0.sha256)" }
        return [.list(lines), findings(StatedFindings(composer.area), composer)]
            + (files.isEmpty ? [] : [.details(summary: composer.say(.ruleFiles(files.count)), [.list(files)])])
            + (overruled.isEmpty ? [] : [.heading(composer.say(.overruled)), .list(overruled)])
            + packages(composer)
    }

    /// Whose knowledge it is, what of it was replaced by others, and what users filled in, with the reasons.
    private static func packages(_ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        let joined = composer.area.rules.packages
        guard !joined.packages.isEmpty else { return [] }
        let lines =
            joined.packages.map { LocalizedText.package($0) } + joined.replacements.map { .replaced($0) }
            + joined.values.map { .filled($0) }
        return [.heading(composer.say(.packages)), .list(lines.map(composer.say))]
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        [
            .details(
                summary: composer.say(.sourcesOfRules),
                [.list(composer.ruleBase.publications.map { text(of: $0, composer) })])
        ]
    }

    /// What is found and what is open, by name: as the file of `--receipt` lists it.
    private static func findings(_ stated: StatedFindings, _ composer: AnalysisComposer) -> AnalysisDocument.Block {
        func line(_ name: LocalizedText, _ findings: [FindingID]) -> String? {
            guard !findings.isEmpty else { return nil }
            return "\(composer.say(name)): \(findings.map(\.description).joined(separator: "; "))"
        }
        let lines = [line(.found, stated.found), line(.open, stated.open)].compactMap { $0 }
        return .details(summary: composer.say(.names(stated.count)), [.list(lines)])
    }

    /// The receipt in words.
    private static func receipt(_ composer: AnalysisComposer) -> [LocalizedText] {
        let (area, sheet) = (composer.area, composer.sheet)
        let stated = StatedFindings(area)
        return [
            .date(DateText.text(of: area.date, in: composer.language)), .program(ProgramVersion.text),
            .rules(composer.ruleBase.rules.count, area.rules.hash), .sheet(sheet.id, sheet.digest?.sha256),
            .options(area.laterFigures, composer.options),
            .findings(found: stated.found.count, open: stated.open.count),
        ]
    }

    /// What the last page of a document tells.
    package static func imprint(_ composer: AnalysisComposer) -> AnalysisDocument.Imprint {
        let (area, sheet) = (composer.area, composer.sheet)
        let years = sheet.figures.compactMap(\.year)
        var licences: [String] = []
        for source in sheet.sources {
            let name = [source.publisher ?? source.title, source.licence].compactMap { $0 }.joined(separator: ", ")
            if !licences.contains(name) { licences.append(name) }
        }
        let lines: [LocalizedText?] =
            [
                .date(DateText.text(of: area.date, in: composer.language)),
                years.min().flatMap { first in years.max().map { .years(first, $0) } },
                licences.isEmpty ? nil : .licences(licences.joined(separator: "; ")),
                .program(ProgramVersion.text), .rules(composer.ruleBase.rules.count, ""), .sheet(sheet.id, nil),
            ] + area.rules.packages.packages.map { $0.isOfProgram ? nil : .package($0) }
        let technical: [LocalizedText?] = [
            area.rules.hash.isEmpty ? nil : .rules(composer.ruleBase.rules.count, area.rules.hash),
            sheet.digest.map { .sheet(sheet.id, $0.sha256) },
        ]
        return AnalysisDocument.Imprint(
            lines: lines.compactMap { $0 }.map(composer.say), technical: technical.compactMap { $0 }.map(composer.say))
    }

    /// "CBS, Kerncijfers wijken en buurten 2020, 84799NED, 26 maart 2021. Licentie: CC BY 4.0."
    private static func text(of source: FactSheet.Source, _ composer: AnalysisComposer) -> String {
        let language = composer.language
        let edition = source.edition.map { text in FEELDate(text).map { DateText.text(of: $0, in: language) } ?? text }
        let name = [source.publisher, source.title, source.table, edition].compactMap { $0 }.joined(separator: ", ")
        var sentences = [name]
        if let licence = source.licence { sentences.append(language.word("Licentie: ", "Licence: ") + licence) }
        if let note = source.note { sentences.append(note[language]) }
        if let note = source.publishedNote {
            if let day = composer.sheet.figures.filter({ $0.source == source.id }).compactMap(\.published).max() {
                sentences.append(
                    language.word("Verschenen uiterlijk op ", "Published by ") + DateText.text(of: day, in: language))
            }
            sentences.append(note[language])
        }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    private static func text(of publication: Publication, _ composer: AnalysisComposer) -> String {
        let head = [
            publication.authors.joined(separator: ", "), publication.title, publication.publisher, publication.year,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(head). \(composer.say(.read)): \(composer.say(publication.read))"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func date(_ day: String) -> LocalizedText {
        LocalizedText(nl: "Datum van de analyse: \(day)", en: "Date of the analysis: \(day)")
    }

    fileprivate static func years(_ first: Int, _ last: Int) -> LocalizedText {
        let years = first == last ? "\(first)" : "\(first)\u{2013}\(last)"
        return LocalizedText(nl: "Jaren van de cijfers: \(years)", en: "Years of the figures: \(years)")
    }

    fileprivate static func licences(_ names: String) -> LocalizedText {
        LocalizedText(nl: "Cijfers van: \(names)", en: "Figures of: \(names)")
    }

    fileprivate static func program(_ version: String) -> LocalizedText {
        LocalizedText(nl: "Programma: analyst \(version)", en: "Program: analyst \(version)")
    }

    fileprivate static func rules(_ count: Int, _ hash: String) -> LocalizedText {
        LocalizedText(
            nl: "Regels: \(count)\(hash.isEmpty ? "" : ", SHA-256 \(hash)")",
            en: "Rules: \(count)\(hash.isEmpty ? "" : ", SHA-256 \(hash)")")
    }

    fileprivate static func sheet(_ id: String, _ hash: String?) -> LocalizedText {
        let digest = hash.map { ", SHA-256 \($0)" } ?? ""
        return LocalizedText(nl: "Feitenblad: \(id)\(digest)", en: "Fact sheet: \(id)\(digest)")
    }

    fileprivate static func options(_ laterFigures: Bool, _ options: AnalysisOptions?) -> LocalizedText {
        var (nl, en) = (
            [laterFigures ? "ook cijfers van na de datum" : "geen cijfers van na de datum"],
            [laterFigures ? "figures published after the date too" : "no figures published after the date"]
        )
        if let options {
            nl.append("vorm \(options.format)\(options.details ? " met bijzonderheden" : "")")
            en.append("format \(options.format)\(options.details ? " with details" : "")")
            if let version = options.version {
                nl.append("uitgave \(version)")
                en.append("version \(version)")
            }
            if !options.parts.isEmpty {
                nl.append("onderdelen \(options.parts.joined(separator: " "))")
                en.append("parts \(options.parts.joined(separator: " "))")
            }
            if options.allowErrors {
                nl.append("foute regels weggelaten")
                en.append("rules with errors left out")
            }
        }
        return LocalizedText(nl: "Gevraagd: " + nl.joined(separator: ", "), en: "Asked: " + en.joined(separator: ", "))
    }

    fileprivate static func findings(found: Int, open: Int) -> LocalizedText {
        LocalizedText(
            nl: "Bevindingen: \(found) gevonden, \(open) nog open", en: "Findings: \(found) found, \(open) still open")
    }

    fileprivate static let found = LocalizedText(nl: "gevonden", en: "found")
    fileprivate static let open = LocalizedText(nl: "nog open", en: "still open")

    fileprivate static func names(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "Bevindingen bij naam, met hun stand (\(count))", en: "Findings by name, with their state (\(count))")
    }

    fileprivate static func ruleFiles(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "SHA-256 van elk regelbestand (\(count))", en: "SHA-256 of each rule file (\(count))")
    }

    fileprivate static let packages = LocalizedText(nl: "Kennispakketten", en: "Packages of knowledge")

    /// "Rooms for rent (rooms 1.2.0). Publisher: … Licence: … Commit …."
    fileprivate static func package(_ package: KnowledgePackage) -> LocalizedText {
        LocalizedText { language in
            var sentences = [package.reference[language]]
            if let publisher = package.manifest?.publisher {
                sentences.append(language.word("Uitgever: ", "Publisher: ") + publisher.text)
            }
            sentences.append(language.word("Licentie: ", "Licence: ") + package.entry.licence)
            if case .repository(_, _, let commit) = package.entry.origin { sentences.append("Commit \(commit)") }
            return sentences.map { $0 + "." }.joined(separator: " ")
        }
    }

    fileprivate static func replaced(_ replacement: JoinedPackages.Replacement) -> LocalizedText {
        LocalizedText(
            nl: "Vervangen: \(replacement.rule) door \(replacement.by). Reden: \(replacement.reason.nl)",
            en: "Replaced: \(replacement.rule) by \(replacement.by). Reason: \(replacement.reason.en)")
    }

    fileprivate static func filled(_ value: JoinedPackages.Value) -> LocalizedText {
        LocalizedText { language in
            let head = "\(value.parameter) (\(value.title[language])): \(value.text)"
            return language.word(
                "Ingevuld: \(head), door \(value.publisher.text). Reden: \(value.reason.nl)",
                "Filled in: \(head), by \(value.publisher.text). Reason: \(value.reason.en)")
        }
    }

    fileprivate static let rejected = LocalizedText(nl: "verworpen", en: "rejected")
    fileprivate static let added = LocalizedText(nl: "toegevoegd", en: "added")
    fileprivate static let read = LocalizedText(nl: "gelezen", en: "read")
    fileprivate static let overruled = LocalizedText(
        nl: "Wat mensen anders besloten", en: "What people decided otherwise")
    fileprivate static let sourcesOfRules = LocalizedText(nl: "Bronnen van de regels", en: "Sources of the rules")
}
