import RuleEngine

extension PublishedTable {
    /// How a column writes its numbers.
    ///
    /// - Throws: `table/thousands` at the first cell with parted thousands, also where they cannot be told from a fraction;
    ///   `table/two-decimal-marks`.
    package func notation(
        of column: Int, expecting expectation: NumberNotation.Expectation = .unknown
    ) throws(BadInput) -> NumberNotation {
        /// The first cell in which a mark is a decimal mark for certain, and the first in which it may part thousands.
        var certain: [UInt8: Int] = [:]
        var doubtful: [UInt8: Int] = [:]
        for row in rows {
            guard let (shape, _) = shape(row, column) else { continue }
            switch shape {
            case .decimal(let mark): if certain[mark] == nil { certain[mark] = row }
            case .doubtful(let mark): if doubtful[mark] == nil { doubtful[mark] = row }
            case .grouped: throw partedThousands(row, column)
            default: continue
            }
        }
        if let comma = certain[UInt8(ascii: ",")], let point = certain[UInt8(ascii: ".")] {
            let row = max(comma, point)
            throw failure(
                "table/two-decimal-marks", .twoDecimalMarks(text(row, column) ?? ""), row: row, column: column,
                hint: .twoDecimalMarksHint)
        }
        let mark = certain.keys.first ?? (expectation == .fraction && doubtful.count == 1 ? doubtful.keys.first : nil)
        let refused = doubtful.filter { $0.key != mark || expectation == .whole }.values.min()
        if let refused { throw partedThousands(refused, column) }
        return NumberNotation(mark: mark)
    }

    /// The number in a cell, or why there is none.
    ///
    /// - Parameter notation: that of the column, from `notation(of:expecting:)`.
    /// - Throws: `table/not-a-number`, `table/rounded-number`, `table/number-too-large`, `table/formula`.
    package func figure(_ row: Int, _ column: Int, _ notation: NumberNotation) throws(BadInput) -> TableFigure {
        guard let index = sheet.grid.index(row: row, column: column) else { return .missing(.empty) }
        let kind = sheet.grid.kind(index)
        switch kind {
        case .unavailable: return .missing(.unavailable)
        case .secret: return .missing(.secret)
        case .impossible: return .missing(.impossible)
        case .number, .share:
            if let stored = try storedNumber(row, column, index, isShare: kind == .share) { return stored }
        case .failedFormula:
            throw failure("table/formula", .failedFormula, row: row, column: column, hint: .failedFormulaHint)
        case .truth, .day, .nested: throw notANumber(row, column)
        case .plain, .escaped: break
        }
        let (shape, number) = NumberShape.of(sheet.text.bytes, sheet.grid.range(index))
        switch shape {
        case .missing(let reason): return .missing(reason)
        case .whole, .decimal, .doubtful, .exponent:
            guard let value = Self.number(sheet.text.bytes, number) else { throw notANumber(row, column) }
            guard value.magnitude < Self.tooLarge else { throw numberTooLarge(row, column) }
            return .number(value)
        case .grouped: throw partedThousands(row, column)
        case .roundedExponent:
            throw failure(
                "table/rounded-number", .roundedNumber(text(row, column) ?? ""), row: row, column: column,
                hint: .roundedNumberHint)
        case .tooLong: throw numberTooLarge(row, column)
        case .text: throw notANumber(row, column)
        }
    }

    /// The figures of a column, one for each of `rows`.
    ///
    /// - Throws: what `notation(of:expecting:)` and `figure(_:_:_:)` throw.
    package func figures(
        of column: Int, expecting expectation: NumberNotation.Expectation = .unknown
    ) throws(BadInput) -> [TableFigure] {
        let notation = try notation(of: column, expecting: expectation)
        var figures: [TableFigure] = []
        figures.reserveCapacity(rows.count)
        for row in rows { figures.append(try figure(row, column, notation)) }
        return figures
    }

    private func shape(_ row: Int, _ column: Int) -> (NumberShape, Range<Int>)? {
        guard let index = sheet.grid.index(row: row, column: column) else { return nil }
        let kind = sheet.grid.kind(index)
        guard kind == .plain || kind == .escaped else { return nil }
        return NumberShape.of(sheet.text.bytes, sheet.grid.range(index))
    }

    /// A number as a workbook or JSON stores it. Workbooks keep binary fractions with 17 digits (`27.100000000000001`), of
    /// which 15 are meant.
    private func storedNumber(
        _ row: Int, _ column: Int, _ index: Int, isShare: Bool
    ) throws(BadInput) -> TableFigure? {
        let range = sheet.grid.range(index)
        if case .missing(let reason) = NumberShape.of(sheet.text.bytes, range).shape { return .missing(reason) }
        guard range.count <= 400, var value = FEELNumber(utf8: sheet.text.bytes, in: range) else {
            throw notANumber(row, column)
        }
        if sheet.storesBinaryFractions { value = value.withoutBinaryNoise(sheet.text.bytes[range]) }
        guard value.magnitude < Self.tooLarge else { throw numberTooLarge(row, column) }
        if isShare { value = value.multiplied(by: 100) ?? value }
        return .number(value)
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> FEELNumber? {
        guard bytes[range].contains(UInt8(ascii: ",")) else { return FEELNumber(utf8: bytes, in: range) }
        let digits = bytes[range].map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
        return FEELNumber(utf8: digits, in: 0..<digits.count)
    }

    private static let tooLarge: FEELNumber = 1_000_000_000_000_000

    private func notANumber(_ row: Int, _ column: Int) -> BadInput {
        failure(
            "table/not-a-number", .notANumber(text(row, column) ?? ""), row: row, column: column, hint: .notANumberHint)
    }

    private func partedThousands(_ row: Int, _ column: Int) -> BadInput {
        failure(
            "table/thousands", .partedThousands(text(row, column) ?? ""), row: row, column: column,
            hint: .partedThousandsHint)
    }

    private func numberTooLarge(_ row: Int, _ column: Int) -> BadInput {
        failure(
            "table/number-too-large", .numberTooLarge, row: row, column: column, hint: .numberTooLargeHint)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func notANumber(_ content: String) -> LocalizedText {
        LocalizedText(nl: "‘\(content)’ is geen getal", en: "‘\(content)’ is not a number")
    }

    fileprivate static let notANumberHint = LocalizedText(
        nl: "schrijf het getal met cijfers en hooguit één komma of punt; laat de cel leeg als er geen cijfer is",
        en: "write the number with digits and at most one comma or point; leave the cell empty if there is no figure")

    fileprivate static func partedThousands(_ content: String) -> LocalizedText {
        LocalizedText(
            nl: "in ‘\(content)’ is niet te zien of het teken duizendtallen scheidt of een komma is",
            en: "in ‘\(content)’ it cannot be seen whether the mark parts thousands or is a decimal mark")
    }

    fileprivate static let partedThousandsHint = LocalizedText(
        nl: "haal in uw rekenprogramma de scheiding van duizendtallen uit de opmaak van deze kolom en sla het bestand "
            + "opnieuw op als CSV, of geef het werkblad zelf (XLSX of ODS)",
        en: "take the separator of thousands out of the format of this column in your spreadsheet program and save it "
            + "as CSV again, or give the workbook itself (XLSX or ODS)")

    fileprivate static func twoDecimalMarks(_ content: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(content)’ heeft een ander decimaalteken dan de cellen erboven",
            en: "‘\(content)’ has another decimal mark than the cells above it")
    }

    fileprivate static let twoDecimalMarksHint = LocalizedText(
        nl: "schrijf alle getallen van deze kolom met een komma, of alle met een punt",
        en: "write all numbers of this column with a comma, or all with a point")

    fileprivate static func roundedNumber(_ content: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(content)’ is een getal dat een rekenprogramma heeft afgerond",
            en: "‘\(content)’ is a number that a spreadsheet program has rounded")
    }

    fileprivate static let roundedNumberHint = LocalizedText(
        nl: "geef de kolom de opmaak ‘getal’ en sla het bestand opnieuw op",
        en: "give the column the format ‘number’ and save the file again")

    fileprivate static let numberTooLarge = LocalizedText(
        nl: "dit getal is groter dan een cijfer over een gebied kan zijn",
        en: "this number is larger than a figure of an area can be")

    fileprivate static let numberTooLargeHint = LocalizedText(
        nl: "kijk of hier cellen aan elkaar zijn geraakt", en: "check whether cells have been run together here")

    fileprivate static let failedFormula = LocalizedText(
        nl: "deze cel bevat een formule zonder uitkomst", en: "this cell holds a formula without a result")

    fileprivate static let failedFormulaHint = LocalizedText(
        nl: "open het bestand in uw rekenprogramma, herstel de formule en sla het opnieuw op",
        en: "open the file in your spreadsheet program, repair the formula and save it again")
}
