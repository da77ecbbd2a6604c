/// Reads FEEL out of YAML, and checks each name against what can be known at that place.
struct ExpressionReader {
    let record: RecordSchema
    /// Names of parameters, those included of which the values could not be read.
    let parameters: Set<String>
    let parameterValues: [String: Parameter]
    /// The place of each parameter in the rule base.
    let parameterNumbers: [String: Int]
    let templates: [Template]
    let vocabularies: [String: Vocabulary]
    /// The tables whose results are bound, by name; `nil` for those with mistakes, of which nothing more is told.
    var tables: [String: Rule.Table?] = [:]
    let codes: CodeTypes
    var bindings = Bindings()
    var diagnostics: [Diagnostic] = []
    var mentions: [RuleMention] = []
    /// What the expressions are read for.
    var role: RuleMention.Role = .reads
    /// Functions beyond FEEL, allowed in rules about the analysis itself only.
    let functions: Set<String>

    /// What stands before a place in a rule and counts there.
    struct Bindings {
        /// The template of a fact, or `nil` for a computed value.
        var variables: [String: Int?] = [:]
        /// Facts of a kind that does not exist; that is told already.
        var faulty: Set<String> = []
        /// The types of computed values.
        var computed: [String: FEELType] = [:]
        /// What the conditions so far say of names.
        var narrowing = FEELNarrowing()
    }

    /// Variables bound before this place.
    var variables: [String: Int?] { bindings.variables }

    /// An expression that is to be true or false; what follows counts on it being true.
    mutating func condition(_ node: YAMLNode) -> RuleExpression? {
        isCondition = true
        defer { isCondition = false }
        return expression(node)
    }

    /// The expression that is read is a condition.
    private var isCondition = false

    init(
        record: RecordSchema, parameters: Set<String>, parameterValues: [String: Parameter],
        parameterNumbers: [String: Int], templates: [Template], vocabularies: [String: Vocabulary], codes: CodeTypes,
        functions: Set<String>
    ) {
        self.record = record
        self.parameters = parameters
        self.parameterValues = parameterValues
        self.parameterNumbers = parameterNumbers
        self.templates = templates
        self.vocabularies = vocabularies
        self.codes = codes
        self.functions = functions
    }

    /// The expression that a node holds, or `nil` with a diagnostic.
    mutating func expression(_ node: YAMLNode) -> RuleExpression? {
        scalar(of: node).flatMap { expression($0, text: $0.text, offset: 0) }
    }

    /// The text of a node that should hold FEEL, or `nil` with a diagnostic.
    mutating func scalar(of node: YAMLNode) -> YAMLScalar? {
        guard let scalar = node.scalar else {
            diagnostics.append(.swallowed(node))
            return nil
        }
        guard !node.isEmpty else {
            // A tag or an alias without text behind it was reported when the file was read.
            if scalar.tag == nil, scalar.written.isEmpty { diagnostics.append(.emptyExpression(at: node.span)) }
            return nil
        }
        return scalar
    }

    /// - Parameter offset: where `text` begins in the text of the scalar, in UTF-8.
    mutating func expression(_ scalar: YAMLScalar, text: String, offset: Int) -> RuleExpression? {
        if scalar.style == .folded, text == scalar.text {
            diagnostics.append(.folded(scalar))
            return nil
        }
        let location = ExpressionLocation(scalar: scalar, text: text, offset: offset)
        let result = FEELParser.parse(text)
        if result.expression == nil, let whole = scalar.textCutByComma {
            diagnostics.append(.cutByComma(scalar, whole: whole))
            return nil
        }
        report(result, at: location)
        guard let expression = result.expression else { return nil }
        return resolved(expression, expression.freeNames, at: location, told: result.advice.map(\.range))
    }

    /// Tells what is wrong with a text and what is probably not meant.
    mutating func report(_ result: FEELParseResult, at location: ExpressionLocation) {
        for advice in result.advice {
            diagnostics.append(
                Diagnostic(
                    // A row of comparisons gives null, always.
                    advice.code == "feel/chained-comparison" ? .error : .warning, code: advice.code,
                    message: advice.message, at: location.span(advice.range), hint: advice.hint))
        }
        for problem in result.problems {
            diagnostics.append(
                Diagnostic(
                    code: problem.code, message: problem.message, at: location.span(problem.range),
                    hint: location.scalar.isCutByComment ? .commentCut : problem.hint,
                    fixes: problem.replacement.map { [.replacing(location.span(problem.range), with: $0)] } ?? []))
        }
    }

    /// The expression with what its names stand for; `nil` with diagnostics when one stands for nothing.
    ///
    /// - Parameters:
    ///   - names: the names that stand in the text at the place.
    ///   - told: places on which the parser has given advice already.
    mutating func resolved(
        _ expression: FEELExpression, _ names: [FEELNameUse], at location: ExpressionLocation, told: [Range<Int>] = []
    ) -> RuleExpression? {
        var slots: [RecordSchema.Slot] = []
        var used: [String] = []
        var uses: [RuleExpression.VariableUse] = []
        var sound = true
        for name in names where !name.insideFilter || knows(name.name) {
            if name.isCalled {
                let span = location.span(name.range)
                mentions.append(RuleMention(.function(name.name), .reads, at: span))
                sound = checkFunction(name, span) && sound
                continue
            }
            note(name, at: location)
            switch resolve(name, of: expression, at: location) {
            case .slot(let slot): if !slots.contains(slot) { slots.append(slot) }
            case .parameter: if !used.contains(name.name) { used.append(name.name) }
            case .variable:
                let use = RuleExpression.VariableUse(name: name.name, member: name.member)
                if !uses.contains(use) { uses.append(use) }
            case .fault: sound = false
            }
        }
        guard sound else { return nil }
        let type = checkTypes(of: expression, told: told, location.span)
        return RuleExpression(
            text: location.text, expression: expression, type: type, slots: slots, parameters: used, variables: uses,
            code: code(of: expression), span: location.span(0..<location.text.utf8.count), scalar: location.scalar,
            offset: location.offset)
    }

    private func code(of expression: FEELExpression) -> CompiledExpression {
        CompiledExpression(expression, reading: read)
    }

    /// A table made ready to run, with the variables that are bound here.
    func code(of table: DecisionTable) -> RuleTableCode { RuleTableCode(table, reading: read) }

    /// What a name stands for, or a name with a member.
    private func read(_ name: String, _ member: String?) -> CompiledExpression.Read? {
        if let template = variables[name] {
            guard let member else { return .variable(name) }
            guard let template else { return nil }
            return FieldResolver(template: templates[template], vocabularies: vocabularies).field(named: member)
                .map { .member(CompiledExpression.Member(variable: name, name: member, $0)) }
        }
        if let member { return record.index(of: .init(context: name, name: member)).map { .slot($0) } }
        return parameterNumbers[name].map { .parameter($0) } ?? record.index(of: .init(name: name)).map { .slot($0) }
    }

    /// The type of a variable.
    func type(of variable: String) -> FEELType { typeScope.type(of: variable) ?? .any }

    private var typeScope: RuleTypeScope {
        RuleTypeScope(
            record: record, parameters: parameterValues, templates: templates, vocabularies: vocabularies,
            codes: codes, variables: bindings.variables, computed: bindings.computed)
    }

    /// Tells of what is good FEEL and cannot be meant; gives the type.
    ///
    /// - Parameter told: places on which the parser has given advice already.
    private mutating func checkTypes(
        of expression: FEELExpression, told: [Range<Int>], _ span: (Range<Int>) -> SourceSpan
    ) -> FEELType {
        let typing = FEELTypeChecker().typing(
            of: expression, in: typeScope, narrowing: bindings.narrowing, isCondition: isCondition)
        for finding in typing.findings where !told.contains(where: finding.range.overlaps) {
            diagnostics.append(
                Diagnostic(
                    finding.severity, code: finding.code, message: finding.message, at: span(finding.range),
                    hint: finding.code == "feel/single-value" ? .overFacts(finding.hint) : finding.hint,
                    missing: finding.missingText.map { MissingName($0) }))
        }
        if isCondition { bindings.narrowing = typing.whenTrue }
        var units = UnitChecker(
            record: record, parameters: parameterValues, vocabularies: vocabularies,
            variables: Set(bindings.variables.keys))
        units.check(expression)
        diagnostics += units.findings.map { Diagnostic($0, span, related: unitPlaces(in: expression)) }
        return typing.type
    }

    /// Where the units of the figures and parameters of an expression are written.
    private func unitPlaces(in expression: FEELExpression) -> [Diagnostic.Related] {
        expression.freeNames.compactMap { use in
            if let parameter = parameterValues[use.name] {
                return .init(.unit(of: use.name, parameter.unit), at: parameter.span)
            }
            let (list, name) =
                use.member.map { (record.context(named: use.name)?.vocabulary, $0) }
                ?? (record.vocabulary, use.name)
            guard let code = list.flatMap({ vocabularies[$0] })?[name], let place = code.places["unit"] else {
                return nil
            }
            return .init(.unit(of: name, code.string("unit")), at: place)
        }
    }

    private enum Resolution {
        case slot(RecordSchema.Slot)
        case parameter, variable, fault
    }

    /// Notes what a name and its member stand for, known or not.
    private mutating func note(_ use: FEELNameUse, at location: ExpressionLocation) {
        func add(_ symbol: RuleSymbol, _ range: Range<Int>) {
            mentions.append(RuleMention(symbol, role, at: location.span(range)))
        }
        let first = use.range.lowerBound..<min(use.range.lowerBound + use.name.utf8.count, use.range.upperBound)
        let last = use.member.map { max(use.range.upperBound - $0.utf8.count, first.upperBound)..<use.range.upperBound }
        if let template = variables[use.name] {
            add(.variable(rule: "", name: use.name), first)
            guard let template, let member = use.member, let last else { return }
            switch FieldResolver(template: templates[template], vocabularies: vocabularies).field(named: member) {
            case .attribute: templates[template].describedBy.map { add(.attribute(vocabulary: $0, name: member), last) }
            case .key, .field, nil: add(.field(template: templates[template].name, name: member), last)
            }
        } else if parameters.contains(use.name) {
            add(.parameter(use.name), first)
        } else if let context = record.context(named: use.name) {
            add(.context(use.name), first)
            if let member = use.member, let last { add(.code(vocabulary: context.vocabulary, code: member), last) }
        } else {
            add(.code(vocabulary: record.vocabulary, code: use.name), first)
        }
    }

    private func knows(_ name: String) -> Bool {
        variables[name] != nil || parameters.contains(name) || record.context(named: name) != nil
            || record.index(of: .init(name: name)) != nil
    }

    /// Where names stand that are compared with a text of the record or of a fact.
    private func namesBesideTexts(in expression: FEELExpression) -> Set<Range<Int>> {
        switch expression.kind {
        case .binary(.and, let left, let right), .binary(.or, let left, let right):
            return namesBesideTexts(in: left).union(namesBesideTexts(in: right))
        case .binary(.equal, let left, let right), .binary(.notEqual, let left, let right):
            return Set(
                [(left, right), (right, left)].compactMap { word, other in
                    if case .name = word.kind, isText(other) { word.range } else { nil }
                })
        case .call(_, let arguments):
            return arguments.expressions.reduce(into: []) { $0.formUnion(namesBesideTexts(in: $1)) }
        default: return []
        }
    }

    private func isText(_ expression: FEELExpression) -> Bool {
        switch expression.kind {
        case .name(let name):
            return record.index(of: .init(name: name)).map { record.textSlots.contains($0) } ?? false
        case .path(let base, let member):
            guard case .name(let name) = base.kind else { return false }
            if let index = record.index(of: .init(context: name, name: member)) {
                return record.textSlots.contains(index)
            }
            return variables[name] != nil && typeScope.type(of: name, member: member)?.withoutNull.kind == .string
        default: return false
        }
    }

    private mutating func resolve(
        _ use: FEELNameUse, of expression: FEELExpression, at location: ExpressionLocation
    ) -> Resolution {
        let span = location.span(use.range)
        if let template = variables[use.name] {
            if let template, let member = use.member { return checkMember(member, of: template, use.name, at: span) }
            if case .some(.some(let table)) = tables[use.name], let member = use.member {
                return checkOutput(member, of: table, at: span) ? .variable : .fault
            }
            return .variable
        }
        if parameters.contains(use.name) { return .parameter }
        if let context = record.context(named: use.name) {
            guard let member = use.member else {
                diagnostics.append(.contextNeedsMember(use.name, at: span))
                return .fault
            }
            let slot = RecordSchema.Slot(context: use.name, name: member)
            if record.index(of: slot) != nil { return .slot(slot) }
            let known = vocabularies[context.vocabulary]?.codes.map(\.code) ?? []
            diagnostics.append(
                .unknownReference(
                    "rule/unknown-name", LocalizedText(nl: "in ‘\(use.name)’: naam", en: "in ‘\(use.name)’: name"),
                    Located(member, at: span), of: context.vocabulary, among: known))
            return .fault
        }
        let slot = RecordSchema.Slot(name: use.name)
        if record.index(of: slot) != nil { return .slot(slot) }
        let advice = NameAdvice(
            use.range, of: location.text, known: allNames,
            isBesideText: namesBesideTexts(in: expression).contains(use.range))
        let diagnostic = Diagnostic(
            code: "rule/unknown-name",
            message: LocalizedText(
                nl: "naam ‘\(advice.written ?? use.name)’ bestaat niet",
                en: "name ‘\(advice.written ?? use.name)’ does not exist"),
            at: location.span(advice.range),
            hint: advice.hint(for: use, in: location.scalar),
            fixes: advice.replacement(for: use).map { [.replacing(location.span(advice.range), with: $0)] } ?? [],
            missing: MissingName(advice.written ?? use.name))
        // The parts of one hyphenated name are told once.
        if diagnostics.last != diagnostic { diagnostics.append(diagnostic) }
        return .fault
    }

    private var allNames: [String] {
        variables.keys.sorted() + parameters.sorted() + record.contexts.map(\.name)
            + record.slots.filter { $0.context == nil }.map(\.name)
    }

    private mutating func checkMember(
        _ member: String, of template: Int, _ variable: String, at span: SourceSpan
    ) -> Resolution {
        if FieldResolver(template: templates[template], vocabularies: vocabularies).field(named: member) != nil {
            return .variable
        }
        diagnostics.append(
            .unknownReference(
                "rule/unknown-field",
                LocalizedText(
                    nl: "in ‘\(variable)’ (\(templates[template].name)): veld",
                    en: "in ‘\(variable)’ (\(templates[template].name)): field"),
                Located(member, at: span), of: templates[template].name,
                among: FieldResolver(template: templates[template], vocabularies: vocabularies).names))
        return .fault
    }

    private mutating func checkFunction(_ use: FEELNameUse, _ span: SourceSpan) -> Bool {
        if functions.contains(use.name) || variables[use.name] != nil { return true }
        let known = Builtin.standardNames
        if known.contains(use.name) { return true }
        if use.name == RuleFunctions.known {
            diagnostics.append(.knownOutsideAnalysis(at: span))
            return false
        }
        diagnostics.append(.unknownFunction(Located(use.name, at: span), among: known))
        return false
    }

    /// A sentence with `{expression}` in it.
    mutating func template(_ scalar: YAMLScalar) -> [TextTemplate.Piece] {
        var pieces: [TextTemplate.Piece] = []
        var text = ""
        var rest = Substring(scalar.text)
        while let character = rest.first {
            guard character == "{" else {
                text.append(character)
                rest.removeFirst()
                continue
            }
            let start = scalar.text.utf8.distance(from: scalar.text.startIndex, to: rest.startIndex)
            let brace = scalar.span(of: start..<start + 1)
            guard let end = rest.firstIndex(of: "}") else {
                diagnostics.append(.openBrace(at: brace))
                return pieces
            }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            let inner = rest[rest.index(after: rest.startIndex)..<end]
            let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: inner.startIndex)
            if inner.contains("{"), FEELParser.parse(String(inner)).expression == nil {
                // The brace that closes belongs to a later value: this one is not closed.
                diagnostics.append(.openBrace(at: brace))
                return pieces
            }
            if let expression = expression(scalar, text: String(inner), offset: offset) {
                pieces.append(.value(expression))
            }
            rest = rest[rest.index(after: end)...]
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return pieces
    }
}

/// Where the text of an expression stands: in a scalar, from an offset of its text in UTF-8.
struct ExpressionLocation {
    let scalar: YAMLScalar
    let text: String
    let offset: Int

    /// - Parameter range: UTF-8 offsets in the text of the expression.
    func span(_ range: Range<Int>) -> SourceSpan {
        scalar.span(of: range.lowerBound + offset..<range.upperBound + offset)
    }
}

/// The names of the functions beyond FEEL that rules may call, with where.
package enum RuleFunctions {
    /// `known(x)`: whether the sheet gives a value; reads the sheet, not the world. Only in rules about the analysis.
    package static let known = Builtin.known.name
    /// `atan2(y, x)`: the angle of a direction in radians. Only in production systems.
    package static let atan2 = Builtin.atan2.name

    /// Those that a production system has.
    static let production: Set<String> = [atan2]
}

/// The names under which a fact can be read, and what stands behind each.
struct FieldResolver {
    let template: Template
    let vocabularies: [String: Vocabulary]

    /// Fields go before attributes of the same name.
    func field(named name: String) -> Rule.FieldReference? {
        if let index = template.keyIndex(of: name) { return .key(index) }
        if let index = template.fieldIndex(of: name) { return .field(index) }
        return attributes.contains { $0.name == name } ? .attribute(name) : nil
    }

    var names: [String] { (template.key + template.fields).map(\.name) + attributes.map(\.name) }

    private var attributes: [Vocabulary.Attribute] {
        guard let name = template.describedBy else { return [] }
        return vocabularies[name]?.attributes.filter { $0.kind != .text } ?? []
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unit(of name: String, _ unit: String?) -> LocalizedText {
        unit.map { LocalizedText(nl: "‘\(name)’ heeft de eenheid ‘\($0)’", en: "‘\(name)’ has the unit ‘\($0)’") }
            ?? LocalizedText(nl: "‘\(name)’ heeft geen eenheid", en: "‘\(name)’ has no unit")
    }

    fileprivate static func overFacts(_ hint: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: "\(hint.nl); over alle feiten rekent een eigen voorwaarde: - sum: { soort: x, of: x.veld, as: naam }",
            en: "\(hint.en); over all facts a condition of its own reckons: - sum: { kind: x, of: x.field, as: name }")
    }

    fileprivate static var feelFunctions: LocalizedText {
        LocalizedText(
            nl: "controleer de spelling; FEEL kent bijvoorbeeld count, sum, mean, min, max, round half up en contains",
            en: "check the spelling; FEEL has for example count, sum, mean, min, max, round half up and contains")
    }

    fileprivate static var commentCut: LocalizedText {
        LocalizedText(
            nl: "YAML houdt alles na ‘ #’ voor commentaar; zet de hele voorwaarde tussen enkele aanhalingstekens",
            en: "YAML takes all that follows ‘ #’ for a comment; put the whole condition in single quotes")
    }
}

extension Diagnostic {
    fileprivate init(
        _ finding: UnitChecker.Finding, _ span: (Range<Int>) -> SourceSpan, related: @autoclosure () -> [Related]
    ) {
        switch finding {
        case .mismatch(let left, let right, let range):
            self.init(
                code: "rule/unit-mismatch",
                message: LocalizedText(
                    nl: "hier staat ‘\(left)’ tegenover ‘\(right)’", en: "here ‘\(left)’ meets ‘\(right)’"),
                at: span(range), related: related(),
                hint: LocalizedText(
                    nl: "vergelijk waarden met dezelfde eenheid, of reken er een om",
                    en: "compare values of the same unit, or convert one of them"))
        case .bareThreshold(let number, let figure, let unit, let range):
            self.init(
                .warning, code: "rule/bare-threshold",
                message: LocalizedText(
                    nl: "\(number) is een grens voor ‘\(figure)’ (\(unit)) zonder naam en zonder bron",
                    en: "\(number) is a threshold for ‘\(figure)’ (\(unit)) without a name or a source"),
                at: span(range),
                hint: LocalizedText(
                    nl:
                        "maak er een parameter van: zet onder parameters: een naam met title, unit, values en source, en "
                        + "schrijf hier die naam",
                    en: "make it a parameter: write under parameters: a name with title, unit, values and source, and "
                        + "write that name here"))
        }
    }

    /// YAML read structure where an expression was meant.
    fileprivate static func swallowed(_ node: YAMLNode) -> Diagnostic {
        let isList = node.sequence != nil
        return Diagnostic(
            code: "rule/quote-feel",
            message: isList
                ? LocalizedText(
                    nl: "hier hoort FEEL, maar YAML leest een lijst", en: "FEEL belongs here, but YAML reads a list")
                : LocalizedText(
                    nl: "hier hoort FEEL, maar YAML leest sleutels en waarden",
                    en: "FEEL belongs here, but YAML reads keys and values"),
            at: node.span,
            hint: isList
                ? LocalizedText(
                    nl: "zet de FEEL-tekst tussen enkele aanhalingstekens: '[…]'",
                    en: "put the FEEL text in single quotes: '[…]'")
                : LocalizedText(
                    nl: "zet de FEEL-tekst tussen enkele aanhalingstekens: '{ … }', ook als er ‘: ’ in staat",
                    en: "put the FEEL text in single quotes: '{ … }', also when it holds ‘: ’"))
    }

    fileprivate static func folded(_ scalar: YAMLScalar) -> Diagnostic {
        let isOnOneLine = scalar.text.allSatisfy(\.isWhitespace)
        let header = scalar.written.prefix { !$0.isNewline }
        return Diagnostic(
            code: "rule/quote-feel",
            message: LocalizedText(
                nl: "YAML leest ‘>’ aan het begin als teken voor een tekstblok",
                en: "YAML reads ‘>’ at the start as the sign of a block of text"),
            at: scalar.span,
            hint: isOnOneLine
                ? LocalizedText(
                    nl: "zet de hele FEEL-tekst tussen enkele aanhalingstekens: '\(header)'",
                    en: "put the whole FEEL text in single quotes: '\(header)'")
                : LocalizedText(
                    nl: "zet de FEEL-tekst op één regel; voor meer regels gebruikt u ‘|’ in plaats van ‘>’",
                    en: "put the FEEL text on one line; for several lines use ‘|’ instead of ‘>’"))
    }

    /// A comma within `{ }` ended the expression too early.
    fileprivate static func cutByComma(_ scalar: YAMLScalar, whole: String) -> Diagnostic {
        let quoted = whole.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        return Diagnostic(
            code: "rule/quote-feel",
            message: LocalizedText(
                nl: "binnen { } eindigt een waarde bij de komma; YAML leest hier alleen ‘\(scalar.text)’",
                en: "within { } a comma ends the value; YAML reads only ‘\(scalar.text)’ here"),
            at: scalar.span,
            hint: LocalizedText(
                nl: "zet de hele FEEL-tekst tussen enkele aanhalingstekens: '\(quoted)'",
                en: "put the whole FEEL text in single quotes: '\(quoted)'"))
    }

    fileprivate static func unknownFunction(_ name: Located<String>, among known: some Sequence<String>) -> Diagnostic {
        let plain = Diagnostic.unknownReference(
            "rule/unknown-function", LocalizedText(nl: "functie", en: "function"), name, among: known)
        let hint: LocalizedText? =
            if let meant = NameAdvice.function(meantBy: name.value) {
                LocalizedText(nl: "schrijf ‘\(meant)(…)’", en: "write ‘\(meant)(…)’")
            } else if Suggestion.nearest(to: name.value, among: known) != nil {
                plain.hint
            } else {
                .feelFunctions
            }
        return Diagnostic(
            code: plain.code, message: plain.message, at: name.span, hint: hint,
            fixes: NameAdvice.function(meantBy: name.value).map { [.replacing(name.span, with: $0)] } ?? plain.fixes,
            missing: plain.missing)
    }

    fileprivate static func emptyExpression(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/empty-expression",
            message: LocalizedText(nl: "hier hoort FEEL, er staat niets", en: "FEEL belongs here, nothing is written"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf hier een voorwaarde of waarde; alles na ‘#’ is commentaar",
                en: "write a condition or value here; all that follows ‘#’ is a comment"))
    }

    fileprivate static func contextNeedsMember(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/context-needs-member",
            message: LocalizedText(
                nl: "‘\(name)’ is geen waarde maar een groep waarden", en: "‘\(name)’ is no value but a group of values"
            ),
            at: span,
            hint: LocalizedText(
                nl: "schrijf ‘\(name).’ met een naam erachter", en: "write ‘\(name).’ followed by a name"))
    }

    fileprivate static func knownOutsideAnalysis(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/known-outside-analysis",
            message: LocalizedText(
                nl: "‘known’ mag alleen in regels over de analyse zelf",
                en: "‘known’ belongs in rules about the analysis itself only"),
            at: span,
            hint: LocalizedText(
                nl: "laat de vraag of iets bekend is aan het systeem over, of zet ‘about: analysis’ boven de regelset",
                en: "leave the question what is known to the system, or write ‘about: analysis’ above the rule set"))
    }

    fileprivate static func openBrace(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/open-brace",
            message: LocalizedText(
                nl: "in deze zin ontbreekt een ‘}’ bij deze ‘{’", en: "this sentence lacks a ‘}’ for this ‘{’"),
            at: span,
            hint: LocalizedText(
                nl: "sluit elke waarde in de zin: {naam}", en: "close each value in the sentence: {name}"))
    }
}
