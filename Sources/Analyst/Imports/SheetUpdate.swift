package import RuleEngine

/// A sheet with the figures of newer tables; what people wrote in it stays byte for byte.
///
/// Only sources, figures, those of the parts, and residents are written anew. What the sheet has of an older year becomes an
/// earlier year of the figure.
///
///     let update = try SheetUpdate(of: sheet, tables, recipes, against: ruleBase)
///     if !update.difference.isEmpty { … update.text … }
package struct SheetUpdate: Sendable {
    /// The text of the sheet, new where its figures are.
    package let text: String
    package let difference: SheetDifference
    package let remarks: [Diagnostic]
    /// The sheet that the tables make of the area.
    package let made: ImportedSheet

    /// - Throws: `sheet/no-parts`, `sheet/part-code`, `sheet/other-regions`, `sheet/layout`, what `SheetBuilder` throws, and
    ///   `sheet/not-written`.
    package init(
        of sheet: FactSheet, _ tables: TableCollection, _ recipes: ImportRecipes, against ruleBase: RuleBase
    ) throws(BadInput) {
        let builder = SheetBuilder(tables, recipes.indicators)
        let area = try AreaDefinition(of: sheet, in: tables)
        let built = try builder.sheet(of: area)
        made = built.sheet
        let newFile = SourceFile(name: sheet.file.name, text: built.sheet.yaml)
        guard let root = YAMLParser.parseSingle(sheet.file).root, let new = YAMLParser.parseSingle(newFile).root else {
            throw BadInput([.layout(sheet)], sources: [sheet.file])
        }
        var writer = UpdateWriter(sheet, root, new, newFile, SheetDifference(ruleBase))
        let changes = writer.changedParts(in: tables, recipes)
        writer.isOtherArea = !changes.isEmpty
        remarks = (tables.base.contains(.netherlands) ? [] : builder.remarks) + built.remarks + changes
        writer.writeFigures()
        writer.writeSources()
        writer.writeParts()
        writer.writeResidents(isNewest: tables.base.edition.year >= writer.year(of: tables.base.recipe))
        text = writer.editor.text
        difference = writer.difference
        guard writer.isSound(text) else { throw BadInput([.layout(sheet)], sources: [sheet.file]) }
        try FactSheet.verify(text, as: sheet.file.name, against: ruleBase)
    }
}

/// Compares a sheet with the one that tables make, and gathers what is written otherwise.
private struct UpdateWriter {
    var editor: SheetTextEditor
    var difference: SheetDifference

    private let sheet: FactSheet
    private let root: YAMLNode
    private let new: YAMLNode
    private let newBytes: SheetBytes
    /// All figures as they must come out.
    private var figures: [String: WrittenFigure] = [:]
    /// Whether the boundary has changed since the figures of the sheet, so that they are no series with what is read now.
    var isOtherArea = false
    /// Indicators whose newest year comes from the tables now.
    private var taken: Set<String> = []

    init(_ sheet: FactSheet, _ root: YAMLNode, _ new: YAMLNode, _ newFile: SourceFile, _ difference: SheetDifference) {
        self.sheet = sheet
        self.root = root
        self.new = new
        self.difference = difference
        newBytes = SheetBytes(newFile)
        editor = SheetTextEditor(sheet.file, root)
    }

    mutating func writeFigures() {
        let old = root["figures"]?.mapping ?? []
        let read = new["figures"]?.mapping ?? []
        for entry in old where !read.contains(where: { $0.name.value == entry.name.value }) {
            figures[entry.name.value] = WrittenFigure(entry.value, in: editor.bytes)
            difference.leave(entry.name.value)
        }
        var lines: [SheetTextEditor.Line] = []
        var anchor = -1
        for entry in read {
            let name = entry.name.value
            let now = WrittenFigure(entry.value, in: newBytes)
            guard let place = old.firstIndex(where: { $0.name.value == name }) else {
                difference.add(name, before: nil, after: now, read: now)
                figures[name] = now
                taken.insert(name)
                lines.append(.init(after: anchor, text: "\(name): \(now.text)"))
                continue
            }
            anchor = place
            let before = WrittenFigure(old[place].value, in: editor.bytes)
            let after = isOtherArea ? now : before.updated(by: now)
            figures[name] = after
            if after.newest == now.newest { taken.insert(name) }
            difference.add(
                name, before: before, after: after, read: now, lost: isOtherArea ? .boundariesChanged : nil)
            if after != before { editor.replace(old[place].value, by: after.text) }
        }
        editor.insert(lines, into: "figures")
    }

    /// The tables that the figures now come from.
    mutating func writeSources() {
        let used = Set(figures.values.flatMap { $0.versions.compactMap(\.source) })
        let old = root["sources"]?.mapping ?? []
        var lines: [SheetTextEditor.Line] = []
        for entry in new["sources"]?.mapping ?? [] where used.contains(entry.name.value) {
            let field = WrittenFigure.Field(entry, in: newBytes)
            if let place = old.first(where: { $0.name.value == field.key }) {
                guard place.value.meaning != field.meaning else { continue }
                editor.replace(place.value, by: field.text)
            } else {
                lines.append(.init(after: old.count - 1, text: "\(field.key): \(field.text)"))
            }
            difference.sources.append(entry.value["title"]?.scalar?.text ?? field.key)
        }
        editor.insert(lines, into: "sources")
    }

    /// The figures of the parts: those of the newest year where the area has it, and those that were there elsewhere.
    mutating func writeParts() {
        let old = root["parts"]?.sequence ?? []
        var lines: [SheetTextEditor.Line] = []
        for part in new["parts"]?.sequence ?? [] {
            let code = part["code"]?.scalar?.text ?? ""
            let before = old.first { $0["code"]?.scalar?.text == code }
            let was = (before?["figures"]?.mapping ?? []).map { WrittenFigure.Field($0, in: editor.bytes) }
            let now = (part["figures"]?.mapping ?? []).map { WrittenFigure.Field($0, in: newBytes) }
            let fields =
                was.compactMap { field in
                    taken.contains(field.key) ? now.first { $0.key == field.key } : field
                } + now.filter { field in taken.contains(field.key) && !was.contains { $0.key == field.key } }
            let entries = fields.map { "\($0.key): \($0.text)" }.joined(separator: ", ")
            let text = entries.isEmpty ? "{}" : "{ \(entries) }"
            if let node = before?["figures"] {
                if fields != was { editor.replace(node, by: text) }
            } else if before == nil {
                let name = sheet.parts.first { $0.code == code }?.name ?? code
                lines.append(
                    .init(
                        after: old.count - 1,
                        text: "{ code: \(code), name: \(YAMLWriter.scalar(name, flow: true)), figures: \(text) }"))
            }
        }
        editor.insert(lines, into: "parts")
    }

    /// - Parameter isNewest: whether the table of areas is as new as what the sheet has; else the residents stay.
    mutating func writeResidents(isNewest: Bool) {
        guard isNewest, let area = root["area"], let now = new["area"] else { return }
        if let node = area["residents"], let text = now["residents"]?.scalar?.text, node.scalar?.text != text {
            if let after = FEELNumber(text) { difference.residents = (sheet.residents, after) }
            editor.replace(node, by: text)
        }
        for part in area["parts"]?.sequence ?? [] {
            let code = part["code"]?.scalar?.text
            let other = now["parts"]?.sequence?.first { $0["code"]?.scalar?.text == code }
            guard let node = part["residents"], let text = other?["residents"]?.scalar?.text, node.scalar?.text != text
            else { continue }
            editor.replace(node, by: text)
        }
    }

    /// What there is to say of the parts whose boundary has changed since that of the sheet, by the publisher's mark.
    func changedParts(in tables: TableCollection, _ recipes: ImportRecipes) -> [Diagnostic] {
        let series = Set(recipes.recipes.filter(\.definesAreas).map(\.ref))
        let years = (root["figures"]?.mapping ?? []).flatMap { entry in
            WrittenFigure(entry.value, in: editor.bytes).versions.compactMap { version -> Int? in
                guard let source = version.source, let name = version.series, series.contains(name) else { return nil }
                return (root["sources"]?[source]?["regions"]?.scalar?.text).flatMap { Int($0) } ?? version.year
            }
        }
        guard let boundaries = years.max() else { return [] }
        return sheet.parts.filter { !$0.isFocus }.compactMap { part in
            guard let region = RegionCode(part.code), let year = tables.yearOfChange(region, since: boundaries) else {
                return nil
            }
            return .boundaryChanged(part, since: boundaries, in: year, now: tables.base.source.title)
        }
    }

    /// The newest year that the sheet has of a table; 0 when it has none.
    func year(of recipe: ImportRecipe) -> Int {
        let years = (root["figures"]?.mapping ?? []).flatMap { entry in
            WrittenFigure(entry.value, in: editor.bytes).versions.filter { $0.series == recipe.ref }.compactMap(\.year)
        }
        return years.max() ?? 0
    }

    /// Whether the new text says what it should, and all else as before.
    func isSound(_ text: String) -> Bool {
        let file = SourceFile(name: sheet.file.name, text: text)
        guard let result = YAMLParser.parseSingle(file).root, let entries = result.mapping else { return false }
        let bytes = SheetBytes(file)
        let written: Set<String> = ["figures", "sources", "parts", "area"]
        for entry in root.mapping ?? [] where !written.contains(entry.name.value) {
            guard result[entry.name.value]?.meaning == entry.value.meaning else { return false }
        }
        let known = Set((root.mapping ?? []).map(\.name.value)).union(written)
        guard entries.allSatisfy({ known.contains($0.name.value) }) else { return false }
        let found = (result["figures"]?.mapping ?? []).map {
            ($0.name.value, WrittenFigure($0.value, in: bytes))
        }
        guard found.count == figures.count, found.allSatisfy({ figures[$0.0] == $0.1 }) else { return false }
        for entry in root["area"]?.mapping ?? [] where !["residents", "parts"].contains(entry.name.value) {
            guard result["area"]?[entry.name.value]?.meaning == entry.value.meaning else { return false }
        }
        let codes = { (node: YAMLNode) in (node["area"]?["parts"]?.sequence ?? []).map { $0["code"]?.scalar?.text } }
        return codes(result) == codes(root)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func boundaryChanged(
        _ part: FactSheet.Part, since year: Int, in change: Int, now title: String
    ) -> Diagnostic {
        Diagnostic(
            .warning, code: "sheet/boundary-changed",
            message: LocalizedText(
                nl:
                    "de grens of de code van \(part.name) (\(part.code)) is volgens de uitgever in \(change) veranderd; de "
                    + "cijfers in dit blad gaan over het gebied van \(year) en zijn geen reeks met \(title)",
                en:
                    "by the publisher's mark the boundary or the code of \(part.name) (\(part.code)) changed in \(change); the "
                    + "figures of this sheet are about the region of \(year) and are no series with \(title)"),
            at: part.span,
            hint: LocalizedText(
                nl:
                    "eerdere jaren blijven niet staan. Houd de oude grens met --boundaries \(year) (de tabel van dat jaar "
                    + "staat dan ook in de map), of zeg met --crosswalk welke gebieden welke werden",
                en:
                    "earlier years do not stay. Keep the old boundary with --boundaries \(year) (the table of that year is "
                    + "in the folder too), or say with --crosswalk which regions became which"))
    }

    fileprivate static func layout(_ sheet: FactSheet) -> Diagnostic {
        Diagnostic(
            code: "sheet/layout",
            message: LocalizedText(
                nl: "\(sheet.file.name) is zo geschreven dat nieuwe cijfers er niet veilig in passen",
                en: "\(sheet.file.name) is written so that new figures cannot safely be put into it"),
            at: nil,
            hint: LocalizedText(
                nl: "haal ankers (&) en verwijzingen (*) weg uit sources, figures en parts",
                en: "remove anchors (&) and aliases (*) from sources, figures and parts"))
    }
}
