package import RuleEngine

/// The points and reasons that a trainer filled in on a marking sheet.
///
/// The columns are found by their names in Dutch or English, in any order; further columns, and rows in which nothing is given,
/// are left alone.
package struct FilledMarks: Sendable {
    package struct Entry: Sendable {
        package let row: MarkingSheet.Row
        package let decision: TrainerDecision
        /// It is the last decision already.
        package let isKnown: Bool
    }

    /// In the order of the file; at least one.
    package let entries: [Entry]

    /// Those that change something.
    package var changes: [Entry] { entries.filter { !$0.isKnown } }

    /// - Parameters:
    ///   - document: a file with the sheet in one of its tables.
    ///   - sheet: what can be given by now.
    /// - Throws: all that is wrong with the cells, each with its place.
    package init(_ document: TableDocument, for sheet: MarkingSheet) throws(BadInput) {
        let needed: [MarkingSheet.Column] = [.trainee, .exercise, .given, .reason]
        guard let head = FormHead(of: document, needing: needed) else { throw BadInput([.noMarkingSheet]) }
        var reader = Reader(head: head, sheet: sheet)
        for row in head.rows { reader.read(row) }
        guard reader.faults.isEmpty else { throw BadInput(reader.faults) }
        guard !reader.entries.isEmpty else { throw BadInput([.nothingGiven(head.table.name)]) }
        entries = reader.entries
    }

    /// The entries as a table that is read back the same: CSV with the columns that are needed.
    package var table: String {
        let columns: [MarkingSheet.Column] = [.trainee, .exercise, .part, .given, .reason]
        let rows = entries.map { entry in
            [
                entry.row.trainee, entry.row.exercise.id, entry.row.criterion?.id.value ?? "",
                entry.decision.points.plain, entry.decision.reason,
            ]
        }
        return ([columns.map(\.title.en)] + rows).map { cells in
            cells.map { SpreadsheetText.quoted($0, separator: ",") }.joined(separator: ",") + "\n"
        }.joined()
    }

    /// The answers of a trainee with what is given to them.
    ///
    /// - Parameter result: the place of the trainee among the results.
    package func answers(of result: Int, _ answers: CaseAnswers) -> CaseAnswers {
        var answers = answers
        answers.decisions += changes.filter { $0.row.result == result }.map(\.decision)
        return answers
    }
}

private struct Reader {
    let head: FormHead<MarkingSheet.Column>
    let sheet: MarkingSheet
    var entries: [FilledMarks.Entry] = []
    var faults: [BadInput] = []
    private var seen: Set<[String]> = []

    init(head: FormHead<MarkingSheet.Column>, sheet: MarkingSheet) {
        (self.head, self.sheet) = (head, sheet)
    }

    mutating func read(_ number: Int) {
        let (given, reason) = (head.text(.given, number), head.text(.reason, number))
        guard !given.isEmpty || !reason.isEmpty else { return }
        guard let row = row(number) else { return }
        guard seen.insert([row.trainee, row.exercise.id, row.criterion?.id.value ?? ""]).inserted else {
            return refuse(.twice(row), .given, number, code: "marking/twice", hint: .onlyOnce)
        }
        guard !given.isEmpty else {
            return refuse(.noPoints, .given, number, code: "marking/no-points", hint: .noPointsHint)
        }
        guard let points = NumberReading.points(stored(number) ?? given), points <= row.most else {
            return refuse(.badPoints(given), .given, number, code: "marking/bad-points", hint: .upTo(row.most))
        }
        guard row.criterion != nil || !reason.isEmpty else {
            return refuse(.noReason, .reason, number, code: "marking/no-reason", hint: .noReasonHint)
        }
        let decision = TrainerDecision(
            exercise: row.exercise.id, criterion: row.criterion?.id.value, points: points, reason: reason)
        let last = sheet.results[row.result].answers.decisions.last {
            $0.exercise == decision.exercise && $0.criterion == decision.criterion
        }
        entries.append(.init(row: row, decision: decision, isKnown: last == decision))
    }

    /// The row of the sheet that a line is about; `nil` with a fault.
    private mutating func row(_ number: Int) -> MarkingSheet.Row? {
        let (trainee, name) = (head.text(.trainee, number), head.text(.exercise, number))
        let part = head.text(.part, number)
        // A spreadsheet is handed names with a quote in front that it would work out otherwise.
        guard let known = sheet.trainees.first(where: { $0 == trainee || "'\($0)" == trainee }) else {
            refuse(
                .unknown(.trainee, trainee), .trainee, number, code: "marking/unknown-trainee",
                hint: .nearest(trainee, sheet.trainees))
            return nil
        }
        let exercises = sheet.rows.filter { $0.trainee == known }
        let own = exercises.filter { $0.exercise.id == name }
        guard !own.isEmpty else {
            refuse(
                .unknown(.exercise, name), .exercise, number, code: "marking/unknown-exercise",
                hint: .nearest(name, exercises.map(\.exercise.id)))
            return nil
        }
        guard let row = own.first(where: { $0.criterion?.id.value ?? "" == part }) else {
            let column: MarkingSheet.Column = head[.part] == nil ? .exercise : .part
            refuse(
                .unknown(.part, part), column, number, code: "marking/unknown-part",
                hint: .parts(own.compactMap(\.criterion?.id.value)))
            return nil
        }
        return row
    }

    /// The number as a spreadsheet stores it, with a decimal point.
    private func stored(_ row: Int) -> String? {
        head[.given].flatMap { head.table.storedNumber(row, $0) }.map { "\($0)" }
    }

    private mutating func refuse(
        _ message: LocalizedText, _ column: MarkingSheet.Column, _ row: Int, code: String, hint: LocalizedText?
    ) {
        faults.append(head.failure(code, message, column, row, hint: hint))
    }
}

// MARK: - Wordings

extension FilledMarks.Entry {
    /// What the entry makes of the points, in words.
    package func change(_ language: Language) -> String {
        let now = row.points?.text(in: language) ?? language.word("nog niets", "nothing yet")
        let new = decision.points.text(in: language)
        return isKnown
            ? language.word("\(new), blijft gelijk", "\(new), stays the same")
            : language.word("\(now) wordt \(new)", "\(now) becomes \(new)")
    }

    /// The same with for whom, for what and why.
    package func line(_ language: Language) -> String {
        let reason = decision.reason.isEmpty ? "" : " (\(decision.reason))"
        return "\(row.trainee), \(row.title(language)): \(change(language))\(reason)"
    }
}

extension Diagnostic {
    fileprivate static let noMarkingSheet = Diagnostic(
        code: "marking/no-sheet",
        message: LocalizedText(
            nl: "in dit bestand staat geen rij met de kopjes ‘schuilnaam’, ‘oefening’, ‘nieuwe punten’ en ‘reden’",
            en: "this file has no row with the headings ‘pseudonym’, ‘exercise’, ‘new points’ and ‘reason’"),
        at: nil,
        hint: LocalizedText(
            nl: "vul het nakijkblad in zoals u het heeft opgehaald", en: "fill in the marking sheet as you got it"))

    fileprivate static func nothingGiven(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "marking/nothing",
            message: LocalizedText(
                nl: "in \(file) zijn nergens nieuwe punten ingevuld", en: "no new points are filled in in \(file)"),
            at: nil,
            hint: LocalizedText(
                nl: "vul in de kolom ‘nieuwe punten’ in wat u geeft",
                en: "fill in what you give in the column ‘new points’"))
    }
}

extension LocalizedText {
    fileprivate static func unknown(_ column: MarkingSheet.Column, _ written: String) -> LocalizedText {
        let text = HarmlessText.of(written, lineBreaks: .shown)
        return switch column {
        case .trainee:
            LocalizedText(
                nl: text.isEmpty ? "bij deze punten staat geen schuilnaam" : "er is geen cursist ‘\(text)’",
                en: text.isEmpty ? "these points have no pseudonym beside them" : "there is no trainee ‘\(text)’")
        case .part:
            LocalizedText(
                nl: text.isEmpty
                    ? "deze oefening krijgt punten per onderdeel" : "deze oefening heeft geen onderdeel ‘\(text)’",
                en: text.isEmpty ? "this exercise gets points part by part" : "this exercise has no part ‘\(text)’")
        default:
            LocalizedText(
                nl: text.isEmpty ? "bij deze punten staat geen oefening" : "de casus heeft geen oefening ‘\(text)’",
                en: text.isEmpty ? "these points have no exercise beside them" : "the case has no exercise ‘\(text)’")
        }
    }

    fileprivate static func nearest(_ written: String, _ known: [String]) -> LocalizedText? {
        Suggestion.nearest(to: written, among: known).map {
            LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?")
        }
    }

    fileprivate static func parts(_ names: [String]) -> LocalizedText {
        let list = names.joined(separator: ", ")
        return names.isEmpty
            ? LocalizedText(nl: "laat de cel ‘onderdeel’ leeg", en: "leave the cell ‘part’ empty")
            : LocalizedText(nl: "kies uit: \(list)", en: "choose from: \(list)")
    }

    fileprivate static func twice(_ row: MarkingSheet.Row) -> LocalizedText {
        LocalizedText {
            "\(row.trainee), \(row.title($0)): " + $0.word("hier staan twee keer punten", "points are there twice")
        }
    }

    fileprivate static let onlyOnce = LocalizedText(nl: "laat één rij staan", en: "leave one row")
    fileprivate static let noPoints = LocalizedText(
        nl: "er staat een reden, maar er staan geen punten bij", en: "there is a reason, but no points with it")
    fileprivate static let noPointsHint = LocalizedText(
        nl: "vul ‘nieuwe punten’ in, of haal de reden weg", en: "fill in ‘new points’, or take the reason away")
    fileprivate static let noReason = LocalizedText(
        nl: "er staat niet bij waarom deze punten anders zijn", en: "it is not said why these points are others")
    fileprivate static let noReasonHint = LocalizedText(
        nl: "vul in de kolom ‘reden’ in waarom", en: "fill in why in the column ‘reason’")

    fileprivate static func badPoints(_ written: String) -> LocalizedText {
        let text = HarmlessText.of(written, lineBreaks: .shown)
        return LocalizedText(nl: "‘\(text)’ past hier niet", en: "‘\(text)’ does not fit here")
    }

    fileprivate static func upTo(_ most: Points) -> LocalizedText {
        LocalizedText {
            $0.word("schrijf een getal van 0 tot en met ", "write a number from 0 to ") + most.text(in: $0)
        }
    }
}
