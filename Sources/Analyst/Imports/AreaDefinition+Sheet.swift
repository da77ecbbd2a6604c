import RuleEngine

extension AreaDefinition {
    /// The area of a sheet, in other tables than those that it was made from.
    ///
    /// - Throws: `sheet/no-parts`, `sheet/part-code`, and `sheet/other-regions` where a region has gone, has another name or
    ///   another boundary.
    package init(of sheet: FactSheet, in tables: TableCollection) throws(BadInput) {
        guard sheet.parts.contains(where: { !$0.isFocus }) else {
            throw BadInput([.noParts(sheet)], sources: [sheet.file])
        }
        var parts: [Part] = []
        var faults: [Diagnostic] = []
        for part in sheet.parts {
            guard let code = RegionCode(part.code), code.level > .municipality else {
                faults.append(.noCode(part))
                continue
            }
            if let fault = Self.fault(part, code, tables) { faults.append(fault) }
            parts.append(
                Part(
                    code: code, name: part.name, role: part.isFocus ? .focus : .area, extent: .whole, confidence: .high,
                    stated: nil))
        }
        guard faults.isEmpty, let first = parts.first(where: { $0.role == .area }) else {
            throw BadInput(faults, sources: [sheet.file])
        }
        let municipality = first.code.enclosing(.municipality)
        self.init(
            name: sheet.title.nl, municipalityCode: municipality, municipalityName: sheet.municipality,
            definition: sheet.definition ?? "", parts: parts)
    }

    private static func fault(
        _ part: FactSheet.Part, _ code: RegionCode, _ tables: TableCollection
    ) -> Diagnostic? {
        guard tables.base.contains(code) else { return .gone(part, tables.base) }
        guard let name = tables.names[code], RegionCode(name) == nil || name == part.name else {
            return .unnamed(part, tables.base)
        }
        if RegionNames.core(name) != RegionNames.core(part.name) { return .renamed(part, name, tables.base) }
        return nil
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noParts(_ sheet: FactSheet) -> Diagnostic {
        Diagnostic(
            code: "sheet/no-parts",
            message: LocalizedText(
                nl: "in \(sheet.file.name) staat niet uit welke wijken of buurten het gebied bestaat",
                en: "\(sheet.file.name) does not say which wijken or buurten make up the area"),
            at: nil,
            hint: LocalizedText(
                nl:
                    "schrijf onder area: parts: [{ code: BU06060607, name: … }], of maak een nieuw blad met analyst sheet new",
                en:
                    "write under area: parts: [{ code: BU06060607, name: … }], or make a new sheet with analyst sheet new"
            ))
    }

    fileprivate static func noCode(_ part: FactSheet.Part) -> Diagnostic {
        Diagnostic(
            code: "sheet/part-code",
            message: LocalizedText(
                nl: "‘\(part.code)’ is geen code van een wijk of buurt",
                en: "‘\(part.code)’ is not the code of a wijk or buurt"),
            at: part.span)
    }

    fileprivate static func gone(_ part: FactSheet.Part, _ base: EditionTable) -> Diagnostic {
        Diagnostic(
            code: "sheet/other-regions",
            message: LocalizedText(
                nl: "\(part.name) (\(part.code)) staat niet in \(base.source.title)",
                en: "\(part.name) (\(part.code)) is not in \(base.source.title)"),
            at: part.span, hint: .otherBoundaries)
    }

    fileprivate static func renamed(_ part: FactSheet.Part, _ name: String, _ base: EditionTable) -> Diagnostic {
        Diagnostic(
            code: "sheet/other-regions",
            message: LocalizedText(
                nl: "\(part.code) heet in dit blad ‘\(part.name)’ en in \(base.source.title) ‘\(name)’",
                en: "\(part.code) is called ‘\(part.name)’ in this sheet and ‘\(name)’ in \(base.source.title)"),
            at: part.span, hint: .otherBoundaries)
    }

    fileprivate static func unnamed(_ part: FactSheet.Part, _ base: EditionTable) -> Diagnostic {
        Diagnostic(
            code: "sheet/other-regions",
            message: LocalizedText(
                nl:
                    "\(base.source.title) heeft geen naam bij \(part.code): niet te zien is of dit nog ‘\(part.name)’ is",
                en: "\(base.source.title) has no name for \(part.code): it cannot be seen whether this still is "
                    + "‘\(part.name)’"),
            at: part.span,
            hint: LocalizedText(
                nl: "zet de tabel met namen van dat jaar in de map",
                en: "put the table of names of that year into the folder"))
    }
}

extension LocalizedText {
    fileprivate static let otherBoundaries = LocalizedText(
        nl:
            "code of grens is veranderd: houd de oude grenzen met --boundaries JAAR (de tabel van dat jaar staat dan ook in de "
            + "map), of maak een nieuw blad met analyst sheet new",
        en:
            "code or boundary has changed: keep the old boundaries with --boundaries YEAR (the table of that year is in the "
            + "folder too), or make a new sheet with analyst sheet new")
}
