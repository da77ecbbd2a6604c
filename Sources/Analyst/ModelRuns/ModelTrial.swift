package import DecisionModels
import Foundation
package import RuleEngine

/// The cases of a file, run on their model.
///
/// A file of cases is XML in the form of the DMN technology compatibility kit, or YAML:
///
///     model: loan.dmn
///     cases:
///       - name: too young
///         inputs: { Age: 17 }
///         expect: { Decision: refused }
///
/// or a table with a line for each case: columns named after inputs, and columns `= Decision` for what is expected.
package struct ModelTrial {
    package struct Outcome {
        package let testCase: ModelCase
        package let results: [ModelCaseResult]
    }

    package let file: String
    package private(set) var outcomes: [Outcome] = []
    /// What is wrong with the model.
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var sources: [SourceFile] = []

    package var passed: Int { outcomes.flatMap(\.results).count(where: \.passed) }
    package var count: Int { outcomes.reduce(0) { $0 + $1.results.count } }

    /// - Parameter model: the model, where the file does not name it.
    /// - Throws: `dmn/no-cases`, `dmn/case`, and what is wrong with a file.
    package init(
        argument path: String, model: String?, timeZones: any TimeZoneRules, now: FEELDateTime?
    ) throws(BadInput) {
        file = path
        let ending = URL(filePath: path).pathExtension.lowercased()
        func program(_ name: String?) throws(BadInput) -> ModelProgram {
            guard let name = model ?? name.map({ Self.beside(path, $0) }) else { throw BadInput([.whichModel(path)]) }
            let file = try ModelFile(argument: name)
            sources += file.sources
            let program = ModelProgram(file.set, timeZones: timeZones, now: now)
            diagnostics += program.diagnostics
            return program
        }
        switch ending {
        case "csv", "tsv":
            let grid = try FactGrid(TableFile(argument: path).text())
            let program = try program(nil)
            try run(Self.cases(grid, program), program, timeZones)
        case "yaml", "yml", "json":
            let source = try TextFile.read(argument: path)
            sources.append(source)
            let result = YAMLParser.parseSingle(source)
            guard let root = result.root, result.diagnostics.isEmpty else {
                throw BadInput(result.diagnostics, sources: [source])
            }
            let program = try program(root["model"]?.scalar?.text)
            try run(Self.cases(root, source, program), program, timeZones)
        default:
            let source = try ModelFile.source(path, name: path)
            sources.append(source)
            let cases: ModelCaseFile
            do {
                cases = try ModelCaseFile(source)
            } catch {
                throw BadInput([error], sources: [source])
            }
            let program = try program(cases.modelName.value)
            try run(cases.cases, program, timeZones)
        }
    }

    /// A file that another one names, beside it; nothing outside of its folder is read.
    private static func beside(_ path: String, _ name: String) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return folder + (name.split(separator: "/").last.map(String.init) ?? name)
    }

    private mutating func run(
        _ cases: [ModelCase], _ program: ModelProgram, _ timeZones: any TimeZoneRules
    ) throws(BadInput) {
        outcomes = cases.map { Outcome(testCase: $0, results: program.results(of: $0, timeZones: timeZones)) }
    }

    // MARK: Cases in YAML

    private static func cases(
        _ root: YAMLNode, _ file: SourceFile, _ program: ModelProgram
    ) throws(BadInput) -> [ModelCase] {
        guard let nodes = root["cases"]?.sequence, !nodes.isEmpty else {
            throw FactPlace.node(root.span, file).failure("dmn/no-cases", .noCases, hint: .casesHint)
        }
        let records = ModelRecords(for: program)
        var cases: [ModelCase] = []
        for (number, node) in nodes.enumerated() {
            for entry in node.mapping ?? [] where !["name", "inputs", "expect", "call"].contains(entry.name.value) {
                let near = Suggestion.nearest(to: entry.name.value, among: ["name", "inputs", "expect", "call"])
                throw FactPlace.node(entry.name.span, file).failure("dmn/case", .unknownKey(entry.name.value, near))
            }
            guard let expected = node["expect"] else {
                throw FactPlace.node(node.span, file).failure("dmn/case", .noExpectation, hint: .casesHint)
            }
            let call = node["call"]?.scalar.map { Located($0.text.asName, at: $0.span) }
            let inputs = try node["inputs"].map { (node) throws(BadInput) in try records.record(node, in: file) }
            cases.append(
                ModelCase(
                    name: node["name"]?.scalar?.text ?? "\(number + 1)", span: node.span,
                    inputs: inputs ?? FEELContext(),
                    invocable: call, expectations: try expectations(expected, isCall: call != nil, file, program)))
        }
        return cases
    }

    private static func expectations(
        _ node: YAMLNode, isCall: Bool, _ file: SourceFile, _ program: ModelProgram
    ) throws(BadInput) -> [ModelCase.Expectation] {
        let reader = ModelValueReader(program: program)
        if isCall {
            let place = ModelValueReader.Place(name: "expect", place: .node(node.span, file))
            let value = try reader.value(node, .named("Any"), place, file)
            return [.init(name: Located("", at: node.span), value: value)]
        }
        guard let entries = node.mapping else {
            throw FactPlace.node(node.span, file).failure("dmn/case", .noExpectation, hint: .casesHint)
        }
        var result: [ModelCase.Expectation] = []
        for entry in entries {
            let name = Located(entry.name.value.asName, at: entry.name.span)
            let type = try decisionType(name.value, program, .node(entry.name.span, file))
            let place = ModelValueReader.Place(name: name.value, place: .node(entry.value.span, file))
            result.append(.init(name: name, value: try reader.value(entry.value, type, place, file)))
        }
        return result
    }

    private static func decisionType(
        _ name: String, _ program: ModelProgram, _ place: FactPlace
    ) throws(BadInput) -> FEELTypeName {
        let set = program.set
        let decisions = set.elements(of: 0).filter { set[$0].isDecision }
        guard let id = decisions.first(where: { set[$0].name.value.asName == name }) else {
            let near = Suggestion.nearest(to: name, among: decisions.map { set[$0].name.value.asName })
            throw place.failure("dmn/case", .unknownDecision(name, near))
        }
        return program.types.type(set[id].type, in: 0)
    }

    // MARK: Cases in tables

    private static func cases(_ grid: FactGrid, _ program: ModelProgram) throws(BadInput) -> [ModelCase] {
        let marks = grid.header.indices.filter { grid.header[$0].hasPrefix("=") }
        guard !marks.isEmpty else { throw grid.headerPlace(0).failure("dmn/no-cases", .noColumns, hint: .columnsHint) }
        var records = ModelRecords(for: program)
        try records.read(grid)
        let reader = ModelValueReader(program: program)
        let file = grid.text.sourceFile
        var cases: [ModelCase] = []
        for (number, row) in grid.rows.enumerated() {
            var expectations: [ModelCase.Expectation] = []
            for column in marks {
                let name = String(grid.header[column].dropFirst()).asName
                let type = try decisionType(name, program, grid.headerPlace(column))
                let place = ModelValueReader.Place(name: name, place: grid.place(row, column))
                let value = try reader.value(grid.cell(row, column) ?? "", isBare: true, type, place)
                expectations.append(.init(name: Located(name, at: file.span(0..<0)), value: value))
            }
            cases.append(
                ModelCase(
                    name: "\(number + 1)", span: nil, inputs: records.records[number], invocable: nil,
                    expectations: expectations))
        }
        return cases
    }
}

// MARK: - Wordings

extension ModelTrial {
    /// Each expectation that is not met, and how many are.
    package func text(in language: Language) -> String {
        var text = ""
        for outcome in outcomes {
            for result in outcome.results where !result.passed {
                let name = [outcome.testCase.name, result.name.value].filter { !$0.isEmpty }.joined(separator: ", ")
                let place = result.name.span.start.line > 1 ? ":\(result.name.span.start.line)" : ""
                let found = result.found.map { FEELValue.list([$0]).text.dropFirst().dropLast() }
                let expected = FEELValue.list([result.expected]).text.dropFirst().dropLast()
                text += language.word(
                    "\(file)\(place): \(name): verwacht \(expected), gevonden \(found ?? "geen beslissing van die naam")\n",
                    "\(file)\(place): \(name): expected \(expected), found \(found ?? "no decision of that name")\n")
                for note in result.notes.prefix(3) { text += "  \(note.element): \(note.message[language])\n" }
            }
        }
        return text
            + language.word(
                "\(file): \(passed) van \(count) uitkomsten goed\n", "\(file): \(passed) of \(count) results right\n")
    }
}

extension LocalizedText {
    fileprivate static let noCases = LocalizedText(
        nl: "hier staan geen testgevallen", en: "there are no test cases here")

    fileprivate static let casesHint = LocalizedText(
        nl: "schrijf: cases: [{ name: …, inputs: { … }, expect: { beslissing: waarde } }]",
        en: "write: cases: [{ name: …, inputs: { … }, expect: { decision: value } }]")

    fileprivate static let noExpectation = LocalizedText(
        nl: "dit geval zegt niet wat er verwacht wordt", en: "this case does not say what is expected")

    fileprivate static func unknownKey(_ name: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "een geval heeft geen ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "a case has no ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func unknownDecision(_ name: String, _ near: String?) -> LocalizedText {
        LocalizedText(
            nl: "het model heeft geen beslissing ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "the model has no decision ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static let noColumns = LocalizedText(
        nl: "geen kolom zegt wat er verwacht wordt", en: "no column says what is expected")

    fileprivate static let columnsHint = LocalizedText(
        nl: "noem zo’n kolom ‘= beslissing’", en: "call such a column ‘= decision’")
}

extension Diagnostic {
    fileprivate static func whichModel(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "dmn/no-cases",
            message: LocalizedText(
                nl: "\(file) zegt niet bij welk model de gevallen horen",
                en: "\(file) does not say of which model the cases are"),
            at: nil,
            hint: LocalizedText(
                nl: "noem het model met --model, of in YAML met model:",
                en: "name the model by --model, or in YAML by model:"))
    }
}
