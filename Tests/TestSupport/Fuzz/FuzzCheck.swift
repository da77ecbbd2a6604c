internal import RuleEngine

/// What must hold of every input, whatever it is. That nothing traps or hangs is for the caller to see.
public struct FuzzCheck {
    private let corpus: FuzzCorpus
    let evaluator: FEELEvaluator
    private let names = FEELNames.builtins.adding(FEELTreeGenerator.longNames)

    public init(corpus: FuzzCorpus) {
        self.corpus = corpus
        let limits = FEELLimits(depth: 60, steps: 20_000, listSize: 5_000)
        evaluator = FEELEvaluator(now: FEELDateTime("2020-02-29T12:00:00Z"), limits: limits)
    }

    /// What is wrong; `nil` when the input was dealt with as it should be.
    public func fault(of input: FuzzInput) -> String? {
        switch input {
        case .expression(let text): expressionFault(text)
        case .cell(let text): cellFault(text)
        case .type(let text): expressionFault("x instance of " + text) ?? expressionFault("function(a: \(text)) a")
        case .pattern(let pattern, let text, let replacement, let flags):
            patternFault(pattern, text: text, replacement: replacement, flags: flags)
        case .literal(let text): literalFault(text)
        case .rules(let text): rulesFault(text)
        }
    }

    // MARK: Syntax

    private func expressionFault(_ text: String) -> String? {
        let result = FEELParser.parse(text, names: names)
        if let fault = syntaxFault(result, of: text, hasTree: result.expression != nil) { return fault }
        guard let tree = result.expression else { return nil }
        let again = FEELParser.parse(FEELPrinter.text(of: tree), names: names)
        guard again.expression != nil else { return isTooDeep(again) ? nil : "what is printed does not read back" }
        guard FEELTreeText.text(of: again) == FEELTreeText.text(of: result) else {
            return "what is printed reads back as another tree"
        }
        return evaluationFault(tree)
    }

    private func cellFault(_ text: String) -> String? {
        let simple = FEELParser.parse(text, as: .simpleUnaryTests, names: names)
        if let fault = syntaxFault(simple, of: text, hasTree: simple.tests != nil) { return fault }
        let result = FEELParser.parse(text, as: .unaryTests, names: names)
        if let fault = syntaxFault(result, of: text, hasTree: result.tests != nil) { return fault }
        guard let tests = result.tests else { return nil }
        let again = FEELParser.parse(FEELPrinter.text(of: tests), as: .unaryTests, names: names)
        guard again.tests != nil else { return isTooDeep(again) ? nil : "what is printed does not read back" }
        guard FEELTreeText.text(of: again) == FEELTreeText.text(of: result) else {
            return "what is printed reads back as other tests"
        }
        return evaluationFault(tests)
    }

    private func syntaxFault(_ result: FEELParseResult, of text: String, hasTree: Bool) -> String? {
        guard hasTree == result.problems.isEmpty else { return "there is neither a tree nor a problem, or both" }
        let length = text.utf8.count
        for problem in result.problems + result.advice where problem.range.upperBound > length {
            return "\(problem.code) lies outside the text"
        }
        return nil
    }

    /// Printing may add brackets, and so a level.
    private func isTooDeep(_ result: FEELParseResult) -> Bool {
        result.problems.contains { $0.code == "feel/too-deep" }
    }

    // MARK: Texts

    private func patternFault(_ pattern: String, text: String, replacement: String, flags: String) -> String? {
        let input = FEELExpression(.name("s"), range: 0..<0)
        let texts = [pattern, replacement, flags].map { FEELExpression(.string($0), range: 0..<0) }
        let calls: [(String, [FEELExpression])] = [
            ("matches", [input, texts[0], texts[2]]), ("replace", [input] + texts), ("split", [input, texts[0]]),
        ]
        let scope = FEELDictionaryScope(["s": UncertainValue(.string(text))])
        for (name, arguments) in calls {
            if let fault = callFault(name, arguments, scope) { return fault }
        }
        return nil
    }

    private func callFault(_ name: String, _ arguments: [FEELExpression], _ scope: FEELDictionaryScope) -> String? {
        let function = FEELExpression(.name(name), range: 0..<0)
        let outcome = evaluator.evaluate(
            FEELExpression(.call(function, .positional(arguments)), range: 0..<0), in: scope)
        guard let value = outcome.result.set.exactValue else { return "\(name) of known texts is not known" }
        return value.isNull && outcome.notes.isEmpty ? "\(name) gives null without a note" : nil
    }

    /// What is read from a text and written again reads as the same value.
    private func literalFault(_ text: String) -> String? {
        if let number = FEELNumber(text), FEELNumber(number.description) != number { return "the number changes" }
        if let date = FEELDate(text), FEELDate(date.description) != date { return "the date changes" }
        if let time = FEELTime(text), FEELTime(time.description) != time { return "the time changes" }
        if let moment = FEELDateTime(text), FEELDateTime(moment.description) != moment { return "the moment changes" }
        if let days = FEELDaysDuration(text), FEELDaysDuration(days.description) != days {
            return "the duration changes"
        }
        if let months = FEELMonthsDuration(text), FEELMonthsDuration(months.description) != months {
            return "the duration changes"
        }
        let value = FEELExpression(.name("s"), range: 0..<0)
        let scope = FEELDictionaryScope(["s": UncertainValue(.string(text))])
        for name in ["number", "date", "time", "date and time", "duration", "string"] {
            if let fault = callFault(name, [value], scope) { return fault }
        }
        return nil
    }

    private func rulesFault(_ text: String) -> String? {
        let file = SourceFile(name: "fuzz.yaml", text: text)
        let files = corpus.base + [file]
        let reading = RuleBaseReader.read(files)
        for diagnostic in reading.diagnostics {
            guard let span = diagnostic.span, span.file == file.name else { continue }
            if span.end.offset > file.text.utf8.count || span.end < span.start {
                return "\(diagnostic.code) lies outside the text"
            }
        }
        for language in Language.allCases {
            let rendered = DiagnosticRenderer(language: language, sources: files).render(reading.diagnostics)
            if rendered.isEmpty != reading.diagnostics.isEmpty { return "a diagnostic without a text" }
        }
        return nil
    }
}
