// The cells of a table.

extension TableReader {
    /// A row as read.
    struct Row {
        let tests: [(tests: FEELUnaryTests, condition: RuleExpression?)]
        let outputs: [RuleExpression]
        let span: SourceSpan
    }

    /// The rows that have a cell for each column and no mistake.
    mutating func rows(
        _ node: YAMLNode, _ inputs: [Input], _ outputs: [Output], _ expressions: inout ExpressionReader
    ) -> [Row] {
        guard let scalar = node.scalar, scalar.style == .literal || scalar.style == .doubleQuoted else {
            diagnostics.append(.rowsNotLiteral(at: node.span))
            return []
        }
        // Every cell asks for its place.
        let aligned = scalar.aligned()
        let text = TableText(scalar.text)
        if text.rows.isEmpty { diagnostics.append(.noRows(at: scalar.span)) }
        let wrongEverywhere = sameWrongCount(text, inputs.count + outputs.count)
        if let count = wrongEverywhere, let first = text.rows.first {
            // A column that cannot be read is told already.
            if inputs.allSatisfy({ $0.value != nil }) {
                diagnostics.append(
                    .wrongNumberOfCells(count, inputs.count, outputs.count, at: scalar.span(of: first.range)))
            }
            return []
        }
        return text.rows.compactMap { row in
            func location(_ cell: TableText.Cell) -> ExpressionLocation {
                ExpressionLocation(scalar: aligned, text: cell.text, offset: cell.range.lowerBound)
            }
            if let open = row.openText {
                diagnostics.append(.openText(at: scalar.span(of: open..<row.range.upperBound)))
                return nil
            }
            guard row.cells.count == inputs.count + outputs.count else {
                diagnostics.append(
                    .wrongNumberOfCells(
                        row.cells.count, inputs.count, outputs.count, at: scalar.span(of: row.range)))
                return nil
            }
            let tests = zip(inputs, row.cells).map { test(location($1), of: $0, &expressions) }
            let values = zip(outputs, row.cells.dropFirst(inputs.count)).map {
                value(location($1), of: $0, &expressions)
            }
            let read = Row(
                tests: tests.compactMap(\.self), outputs: values.compactMap(\.self), span: aligned.span(of: row.range))
            return read.tests.count == inputs.count && read.outputs.count == outputs.count ? read : nil
        }
    }

    /// How many cells each row has, where that is the same in several rows and not as many as there are columns: one
    /// mistake, in the columns.
    private func sameWrongCount(_ text: TableText, _ wanted: Int) -> Int? {
        guard text.rows.count > 1, let count = text.rows.first?.cells.count, count != wanted,
            text.rows.allSatisfy({ $0.cells.count == count && $0.openText == nil })
        else { return nil }
        return count
    }

    private mutating func test(
        _ location: ExpressionLocation, of input: Input, _ expressions: inout ExpressionReader
    ) -> (tests: FEELUnaryTests, condition: RuleExpression?)? {
        guard !location.text.isEmpty else {
            diagnostics.append(.emptyCell(at: location.span(0..<0), isTest: true))
            return nil
        }
        let unknown = FEELExpression(.name("?"), range: 0..<0)
        guard let read = expressions.tests(at: location, on: input.value?.expression ?? unknown) else { return nil }
        return (read.tests, input.value.flatMap { read.condition?.reading($0) } ?? read.condition)
    }

    /// What an output can be: FEEL, or a code where the column says so.
    mutating func value(
        _ location: ExpressionLocation, of output: Output, _ expressions: inout ExpressionReader
    ) -> RuleExpression? {
        guard !location.text.isEmpty, location.text != "-" else {
            diagnostics.append(.emptyCell(at: location.span(0..<location.text.utf8.count), isTest: false))
            return nil
        }
        let expression: RuleExpression?
        if let vocabulary = output.vocabulary, location.text != "null" {
            expression = code(at: location, of: vocabulary)
        } else {
            expression = expressions.expression(location.scalar, text: location.text, offset: location.offset)
        }
        guard let expression else { return nil }
        if let allowed = output.allowed, allowed.freeNames.isEmpty, expression.expression.isLiteralCell {
            let value = FEELEvaluator().evaluate(expression.expression, in: FEELDictionaryScope()).result
            let isAllowed = FEELEvaluator().evaluate(allowed, on: value, in: FEELDictionaryScope()).result
            if !isAllowed.set.certainlyTrue { diagnostics.append(.notAllowed(expression, output.name.value)) }
        }
        return expression
    }

    mutating func code(at location: ExpressionLocation, of vocabulary: Vocabulary) -> RuleExpression? {
        let span = location.span(0..<location.text.utf8.count)
        mentions.append(RuleMention(.code(vocabulary: vocabulary.name, code: location.text), .concludes, at: span))
        guard vocabulary[location.text] != nil else {
            diagnostics.append(
                .unknownReference(
                    "rule/unknown-code", .code(of: vocabulary), Located(location.text, at: span),
                    among: vocabulary.codes.map(\.code)))
            return nil
        }
        return RuleExpression(code: location.text, at: span)
    }
}

extension FEELExpression {
    fileprivate var isLiteralCell: Bool {
        isLiteral && kind != .null
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func rowsNotLiteral(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "table/rows-not-literal",
            message: LocalizedText(
                nl: "de rijen van een tabel staan elk op een eigen regel in een tekstblok",
                en: "the rows of a table stand on a line each in a block of text"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf ‘rows: |’ en daaronder per regel één rij, met ‘|’ tussen de kolommen",
                en: "write ‘rows: |’ and below it one row per line, with ‘|’ between the columns"))
    }

    fileprivate static func noRows(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "table/no-rows",
            message: LocalizedText(nl: "deze tabel heeft geen rijen", en: "this table has no rows"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf onder ‘rows: |’ per regel één rij; een regel die met ‘#’ begint is commentaar",
                en: "write one row per line below ‘rows: |’; a line that begins with ‘#’ is a comment"))
    }

    fileprivate static func wrongNumberOfCells(
        _ count: Int, _ inputs: Int, _ outputs: Int, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            code: "table/wrong-number-of-cells",
            message: LocalizedText(
                nl:
                    "deze rij heeft \(count) cellen; de tabel heeft er \(inputs + outputs): \(inputs) voor de ingangen en "
                    + "\(outputs) voor de uitkomsten",
                en: "this row has \(count) cells; the table has \(inputs + outputs): \(inputs) for the inputs and "
                    + "\(outputs) for the outputs"),
            at: span,
            hint: count < inputs + outputs
                ? LocalizedText(
                    nl: "zet ‘|’ tussen de cellen; een ingang die er niet toe doet is ‘-’",
                    en: "put ‘|’ between the cells; an input that does not matter is ‘-’")
                : LocalizedText(
                    nl: "laat een ‘|’ te veel weg, ook vooraan en achteraan; ‘of’ schrijft u als een komma: 1, 2",
                    en: "leave out a ‘|’ too many, also in front and at the end; ‘or’ is written as a comma: 1, 2"))
    }

    fileprivate static func openText(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "table/open-text",
            message: LocalizedText(
                nl: "deze tekst heeft geen aanhalingsteken aan het eind en slokt de rest van de rij op",
                en: "this text has no quotation mark at its end and swallows the rest of the row"),
            at: span,
            hint: LocalizedText(nl: "sluit de tekst met \"", en: "close the text with \""))
    }

    fileprivate static func emptyCell(at span: SourceSpan, isTest: Bool) -> Diagnostic {
        Diagnostic(
            code: "table/empty-cell",
            message: isTest
                ? LocalizedText(nl: "deze cel is leeg", en: "this cell is empty")
                : LocalizedText(nl: "deze rij geeft hier geen uitkomst", en: "this row gives no output here"),
            at: span,
            hint: isTest
                ? LocalizedText(
                    nl: "schrijf ‘-’ als de ingang er in deze rij niet toe doet",
                    en: "write ‘-’ where the input does not matter in this row")
                : LocalizedText(
                    nl: "schrijf een waarde; met ‘null’ geeft de rij niets en gaat de regel niet door",
                    en: "write a value; with ‘null’ the row gives nothing and the rule does not apply"))
    }

    fileprivate static func notAllowed(_ expression: RuleExpression, _ output: String) -> Diagnostic {
        Diagnostic(
            code: "table/not-allowed",
            message: LocalizedText(
                nl: "‘\(expression.text)’ staat niet bij de toegestane waarden van ‘\(output)’",
                en: "‘\(expression.text)’ is not among the allowed values of ‘\(output)’"),
            at: expression.span,
            hint: LocalizedText(
                nl: "verander de cel, of zet de waarde bij ‘allowed’ op de plaats die haar belang heeft",
                en: "change the cell, or add the value to ‘allowed’ at the place of its importance"))
    }
}
