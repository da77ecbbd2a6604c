extension ExpressionReader {
    /// The tests of a cell, and the same as a condition on their value.
    ///
    /// - Returns: `nil` with diagnostics when the cell cannot be read; no condition for `-`.
    mutating func tests(
        at location: ExpressionLocation, on value: FEELExpression
    ) -> (tests: FEELUnaryTests, condition: RuleExpression?)? {
        if let range = Self.decimalComma(in: location.text) {
            diagnostics.append(.commaInTest(location.text, range, location))
            return nil
        }
        let result = FEELParser.parse(location.text, as: .unaryTests)
        report(result, at: location)
        guard let tests = result.tests else { return nil }
        guard tests != .any else { return (tests, nil) }
        return resolved(tests.condition(on: value), tests.freeNames, at: location).map { (tests, $0) }
    }

    /// A comma between two digits, outside of texts: the tests of a cell are parted by commas, and a number in Dutch has one.
    private static func decimalComma(in text: String) -> Range<Int>? {
        let bytes = Array(text.utf8)
        func isDigit(_ index: Int) -> Bool {
            bytes.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
        }
        var isInText = false
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\""), index == 0 || bytes[index - 1] != UInt8(ascii: "\\") { isInText.toggle() }
            guard !isInText, byte == UInt8(ascii: ","), isDigit(index - 1), isDigit(index + 1) else { continue }
            let start = (bytes[..<index].lastIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? -1) + 1
            let end = bytes[(index + 1)...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return start..<(end ?? bytes.count)
        }
        return nil
    }

    /// What is read of the result of a table is one of its outputs.
    mutating func checkOutput(_ member: String, of table: Rule.Table, at span: SourceSpan) -> Bool {
        let names = table.outputs.map(\.name)
        if table.outputs.count == 1 {
            guard names.contains(member) else { return true }
            diagnostics.append(.onlyOutput(member, of: table.variable, at: span))
            return false
        }
        if names.contains(member) { return true }
        diagnostics.append(
            .unknownReference(
                "table/unknown-output",
                LocalizedText(
                    nl: "in tabel ‘\(table.variable)’: uitkomst", en: "in table ‘\(table.variable)’: output"),
                Located(member, at: span), among: names))
        return false
    }
}

extension RuleExpression {
    /// The expression with what another one reads added to what it reads itself.
    func reading(_ other: RuleExpression) -> RuleExpression {
        RuleExpression(
            text: text, expression: expression, type: type,
            slots: other.slots + slots.filter { !other.slots.contains($0) },
            parameters: other.parameters + parameters.filter { !other.parameters.contains($0) },
            variables: other.variables + variables.filter { !other.variables.contains($0) }, code: code, span: span,
            scalar: scalar,
            offset: offset)
    }

    /// A code that stands literally in a table.
    convenience init(code: String, at span: SourceSpan) {
        self.init(
            text: code, expression: FEELExpression(.string(code), range: 0..<0), type: FEELType(FEELValue.string(code)),
            slots: [], parameters: [],
            variables: [], code: CompiledExpression(FEELExpression(.string(code), range: 0..<0)) { _, _ in nil },
            span: span,
            scalar: nil, offset: 0)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func onlyOutput(_ member: String, of table: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "table/only-output",
            message: LocalizedText(
                nl: "‘\(table)’ heeft één uitkomst en is die zelf; ‘.\(member)’ bestaat niet",
                en: "‘\(table)’ has one output and is its value itself; ‘.\(member)’ does not exist"),
            at: span,
            hint: LocalizedText(nl: "schrijf ‘\(table)’", en: "write ‘\(table)’"))
    }
}

extension Diagnostic {
    fileprivate static func commaInTest(_ text: String, _ range: Range<Int>, _ location: ExpressionLocation)
        -> Diagnostic
    {
        let written = String(decoding: Array(text.utf8)[range], as: UTF8.self)
        let number = written.replacing(",", with: ".")
        let list = written.replacing(",", with: ", ")
        return Diagnostic(
            code: "feel/decimal-comma",
            message: LocalizedText(
                nl: "‘\(written)’ is op twee manieren te lezen: als één getal en als twee",
                en: "‘\(written)’ can be read in two ways: as one number and as two"),
            at: location.span(range),
            hint: LocalizedText(
                nl: "schrijf ‘\(number)’ voor één getal, of ‘\(list)’ voor een van beide",
                en: "write ‘\(number)’ for one number, or ‘\(list)’ for either of two"),
            fixes: [.replacing(location.span(range), with: number), .replacing(location.span(range), with: list)])
    }
}
