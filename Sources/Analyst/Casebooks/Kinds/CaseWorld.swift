package import RuleEngine

/// A case with what the engine says of it: on what the trainee is given, and on what the model rests on.
package struct CaseWorld: Sendable {
    package let `case`: CasebookCase
    /// The whole sheet as it is told on the day, with what can be asked for too: for words, not for the rules.
    package let sheet: FactSheet
    /// What the trainee is given, and nothing else.
    package let given: AreaSession
    /// What the engine's model rests on.
    package let model: AreaSession
    /// What asking settles; of a case without requests: nothing.
    let settling: RequestSettling

    /// - Throws: figures, questions and passages that there are not.
    package init(_ case: CasebookCase, sheet: FactSheet, rules: CompiledRules) throws(BadInput) {
        self.case = `case`
        let faults = Self.faults(`case`, sheet, rules.ruleBase)
        guard faults.isEmpty else { throw BadInput(faults, sources: [`case`.file]) }
        let whole = Self.sheet(sheet, of: `case`, whole: true, asked: [])
        var shown = whole
        shown.figures = sheet.figures
        self.sheet = shown.told(on: `case`.date, later: false)
        let view = Self.sheet(sheet, of: `case`, whole: `case`.view == .sheet, asked: [])
        given = AreaSession(view, under: rules, on: `case`.date, running: .all)
        switch `case`.basis {
        case .given: model = given
        case .sheet: model = AreaSession(whole, under: rules, on: `case`.date, running: .all)
        }
        settling = RequestSettling(`case`, given) { asked in
            Self.sheet(sheet, of: `case`, whole: `case`.view == .sheet, asked: asked)
        }
    }

    /// The figures and answers that are told, in the order of the text.
    package var toldSlots: [RecordSchema.Slot] {
        var seen: Set<RecordSchema.Slot> = []
        let told = `case`.passages.flatMap { Self.slots($0) }
        let shown =
            `case`.view == .sheet
            ? given.sheet.figures.filter(\.isKnown).map { RecordSchema.Slot(name: $0.indicator) } : []
        return (told + shown).filter { seen.insert($0).inserted }
    }

    /// The passages that tell one of some figures and answers.
    package func passages(telling slots: [RecordSchema.Slot]) -> [CasebookCase.Passage] {
        `case`.passages.filter { passage in Self.slots(passage).contains { slots.contains($0) } }
    }

    /// What a passage tells.
    package static func slots(_ passage: CasebookCase.Passage) -> [RecordSchema.Slot] {
        passage.figures.map { RecordSchema.Slot(name: $0.value) } + passage.answers.map(\.answer.slot)
    }

    /// The sheet with what passages tell and what was asked for, and without what else can be asked for.
    private static func sheet(
        _ sheet: FactSheet, of case: CasebookCase, whole: Bool, asked: Set<Int>
    ) -> FactSheet {
        var result = sheet
        let told = Set(`case`.passages.flatMap(\.figures).map(\.value))
        let given = asked.sorted().map { `case`.requests[$0] }
        let revealed = told.union(given.flatMap(\.figures).map(\.value))
        let hidden = Set(`case`.requests.flatMap(\.figures).map(\.value)).subtracting(revealed)
        result.figures = sheet.figures.filter { figure in
            whole ? !hidden.contains(figure.indicator) : revealed.contains(figure.indicator)
        }
        // Of the parts of the area the passages tell nothing.
        if !whole { result.parts = [] }
        let voices = `case`.passages.flatMap(\.answers) + given.flatMap(\.answers)
        result.answers = (whole ? sheet.answers : []) + voices.map(\.answer)
        return result
    }

    private static func faults(_ case: CasebookCase, _ sheet: FactSheet, _ ruleBase: RuleBase) -> [Diagnostic] {
        let known = sheet.figures.filter(\.isKnown).map(\.indicator)
        let figures = `case`.passages.flatMap(\.figures) + `case`.requests.flatMap(\.figures)
        let answers = `case`.passages.flatMap(\.answers) + `case`.requests.flatMap(\.answers)
        var result = figures.filter { !known.contains($0.value) }.map { Diagnostic.noFigure($0, known) }
        result += FactSheet.WrittenAnswer.check(answers, against: ruleBase)
        let told = Set(`case`.passages.flatMap(\.figures).map(\.value))
        for figure in `case`.requests.flatMap(\.figures) where told.contains(figure.value) {
            result.append(.alreadyTold(figure))
        }
        return result
    }
}

extension FactSheet.Figure {
    var isKnown: Bool { if case .known = reading { true } else { false } }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noFigure(_ name: Located<String>, _ known: [String]) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        return Diagnostic(
            code: "casebook/no-figure",
            message: LocalizedText(
                nl: "het feitenblad heeft geen cijfer ‘\(name.value)’",
                en: "the fact sheet has no figure ‘\(name.value)’"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") })
    }

    fileprivate static func alreadyTold(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/already-told",
            message: LocalizedText(
                nl: "‘\(name.value)’ staat al in een passage; niemand hoeft het te vragen",
                en: "‘\(name.value)’ is told in a passage already; nobody needs to ask for it"),
            at: name.span,
            hint: LocalizedText(nl: "haal het hier of in de passage weg", en: "take it away here or in the passage"))
    }
}
