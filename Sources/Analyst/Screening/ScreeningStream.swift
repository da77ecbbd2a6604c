package import RuleEngine

/// A screening of areas that are named one by one: each line in gives a line out, and nothing is kept of it.
///
/// A line is an object of JSON with the `code` of an area, or the code itself. What the rules say of an area does not depend
/// on other areas, so that a stream can be cut into parts that run at the same time. Its place among all does, and is not
/// told: order the answers by `score`.
package struct ScreeningStream {
    private var run: ScreeningRun
    private let tables: TableCollection
    private let level: RegionCode.Level
    private let known: Set<RegionCode>

    /// - Throws: `screen/no-order`, `screen/no-areas`.
    package init(
        _ rules: CompiledRules, _ tables: TableCollection, level: RegionCode.Level, date: FEELDate, later: Bool
    ) throws(BadInput) {
        run = try ScreeningRun(rules, tables, level: level, date: date, later: later)
        known = Set(tables.regions(inside: .netherlands, level: level))
        self.tables = tables
        self.level = level
    }

    /// What the rules say of the area on a line, as JSON on one line with its line break.
    ///
    /// - Parameter name: of the line, for messages.
    /// - Throws: `screen/record` for a line that names no area of the tables, or an error of the run.
    package mutating func answer(to bytes: [UInt8], name: String) throws(BadInput) -> String {
        let file: SourceFile
        do {
            file = try SourceFile(name: name, utf8: bytes)
        } catch {
            throw BadInput([error])
        }
        let result = YAMLParser.parseSingle(file)
        guard result.diagnostics.isEmpty else { throw BadInput(result.diagnostics, sources: [file]) }
        guard let code = (result.root?["code"] ?? result.root)?.scalar?.text, let region = RegionCode(code),
            known.contains(region)
        else {
            throw BadInput([.noArea(at: result.root?.span ?? file.span(0..<0))], sources: [file])
        }
        var found: [Diagnostic] = []
        let area = run.area(region, &found)
        let errors = found.filter { $0.severity == .error }
        guard errors.isEmpty else { throw BadInput(errors, sources: [file]) }
        return ScreeningJSON.answer(area).line + "\n"
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noArea(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "screen/record",
            message: LocalizedText(
                nl: "deze regel noemt geen gebied dat in de tabellen staat",
                en: "this line names no area that is in the tables"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf {\"code\": \"BU03630001\"}, met een code van het gevraagde niveau",
                en: "write {\"code\": \"BU03630001\"}, with a code of the level that is asked"))
    }
}
