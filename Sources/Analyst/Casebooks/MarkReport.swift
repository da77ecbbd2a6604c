package import RuleEngine

/// A mark as text for a trainee, or as JSON for a program.
package struct MarkReport {
    package let mark: Mark
    package let exercise: Exercise
    package let language: Language

    package init(mark: Mark, exercise: Exercise, language: Language) {
        self.mark = mark
        self.exercise = exercise
        self.language = language
    }

    /// Part by part, line by line, with the reason below each difference; the total comes last.
    package func text() -> String {
        var lines: [String] = [exercise.case.title[language]]
        for part in mark.parts {
            lines += ["", "\(part.title[language]): \(LocalizedText.of(part.points, part.maximum)[language])"]
            for line in part.lines {
                let points = line.points.text(in: language)
                lines.append("  \(line.verdict.title[language]): \(line.title[language]) (\(points))")
                lines += line.because.map { "    \(LocalizedText.because[language]) \($0[language])" }
            }
        }
        let result = mark.isPass ? LocalizedText.pass : .fail
        lines += ["", LocalizedText.total(mark.points, passMark: mark.passMark)[language], result[language], ""]
        return lines.joined(separator: "\n")
    }

    /// One object; keys in alphabetical order.
    package func json() -> String {
        JSONText.object([
            ("case", .string(exercise.case.id)),
            ("parts", .array(mark.parts.map(json))),
            ("pass", .bool(mark.isPass)),
            ("passMark", mark.passMark.json),
            ("points", mark.points.json),
        ]).text + "\n"
    }

    private func json(_ part: Mark.Part) -> JSONText {
        .object([
            ("kind", .string(part.template)),
            ("lines", .array(part.lines.map(json))),
            ("maximum", part.maximum.json),
            ("points", part.points.json),
        ])
    }

    private func json(_ line: Mark.Line) -> JSONText {
        .object(
            [
                ("because", .array(line.because.map { .string($0[language]) }))
            ] + (line.code.map { [("code", .string($0))] } ?? []) + [
                ("points", line.points.json),
                ("title", .string(line.title[language])),
                ("verdict", .string(line.verdict.rawValue)),
            ])
    }
}

extension Points {
    /// `12`, `12.5` or `-0.25`.
    fileprivate var json: JSONText {
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        let digits = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : (rest < 10 ? ".0" : ".") + "\(rest)"
        return .number((hundredths < 0 ? "-" : "") + "\(whole)" + digits)
    }
}

// MARK: - Wordings

extension Mark.Verdict {
    fileprivate var title: LocalizedText {
        switch self {
        case .found: LocalizedText(nl: "gevonden", en: "found")
        case .missed: LocalizedText(nl: "gemist", en: "missed")
        case .tooMany: LocalizedText(nl: "te veel", en: "too many")
        case .notSettled: LocalizedText(nl: "nog niet vast te stellen", en: "not to be settled yet")
        case .nothingToFind: LocalizedText(nl: "niets te vinden", en: "nothing to find")
        case .floor: LocalizedText(nl: "ondergrens", en: "floor")
        }
    }
}

extension LocalizedText {
    fileprivate static let because = LocalizedText(nl: "want:", en: "because:")
    fileprivate static let pass = LocalizedText(nl: "U bent geslaagd.", en: "You have passed.")
    fileprivate static let fail = LocalizedText(
        nl: "U bent nog niet geslaagd. U mag het opnieuw proberen.", en: "You have not passed yet. You may try again.")

    fileprivate static func of(_ points: Points, _ maximum: Points) -> LocalizedText {
        LocalizedText(
            nl: "\(points.text(in: .nl)) van \(maximum.text(in: .nl)) punten",
            en: "\(points.text(in: .en)) of \(maximum.text(in: .en)) points")
    }

    fileprivate static func total(_ points: Points, passMark: Points) -> LocalizedText {
        LocalizedText(
            nl: "Totaal: \(points.text(in: .nl)) van 100 punten. De grens is \(passMark.text(in: .nl)).",
            en: "Total: \(points.text(in: .en)) of 100 points. The pass mark is \(passMark.text(in: .en)).")
    }
}
