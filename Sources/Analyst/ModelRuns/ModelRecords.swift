package import DecisionModels
import Foundation
package import RuleEngine

/// The records that a model is run on: one from a mapping, one for each member of a list, for each line of a table.
package struct ModelRecords {
    package private(set) var records: [FEELContext] = []
    /// There can be more than one: the answer is a list, however many there are.
    package private(set) var isList = false
    package private(set) var warnings: [Diagnostic] = []
    package private(set) var sources: [SourceFile] = []

    private let reader: ModelValueReader
    /// Inputs of the model and of those that it imports, by name; an import holds those of its model.
    private let inputs: [String: ModelSet.ElementID]
    private let imports: [String: [String: ModelSet.ElementID]]

    /// Records for a program, still without any.
    package init(for program: ModelProgram) {
        reader = ModelValueReader(program: program)
        let set = program.set
        func inputs(_ model: Int) -> [String: ModelSet.ElementID] {
            let ids = set.elements(of: model).filter { set[$0].isInput }
            return Dictionary(ids.map { (set[$0].name.value.asName, $0) }) { first, _ in first }
        }
        let links = set.links[0].map { ($0.name, inputs($0.model)) }
        imports = Dictionary(links) { first, _ in first }
        self.inputs = links.reduce(inputs(0)) { known, link in known.merging(link.1) { first, _ in first } }
    }

    /// Reads a file: `.csv` and `.tsv` are tables, all else is YAML or JSON.
    package mutating func read(argument path: String) throws(BadInput) {
        let url = URL(filePath: path)
        let ending = url.pathExtension == "gz" ? url.deletingPathExtension().pathExtension : url.pathExtension
        if ["csv", "tsv"].contains(ending.lowercased()) {
            try read(FactGrid(TableFile(argument: path).text()))
        } else {
            try read(TextFile.read(argument: path))
        }
    }

    /// Reads a document of YAML or JSON.
    package mutating func read(_ file: SourceFile) throws(BadInput) {
        let result = YAMLParser.parseSingle(file)
        guard result.diagnostics.isEmpty else { throw BadInput(result.diagnostics, sources: [file]) }
        sources.append(file)
        guard let root = result.root, !root.isEmpty else { return }
        if let nodes = root.sequence {
            isList = true
            for node in nodes { records.append(try record(node, in: file)) }
        } else {
            records.append(try record(root, in: file))
        }
    }

    /// The values of inputs in a mapping.
    package func record(_ node: YAMLNode, in file: SourceFile) throws(BadInput) -> FEELContext {
        guard let entries = node.mapping else {
            throw FactPlace.node(node.span, file).failure("dmn/input", .notMapping, hint: .mappingHint)
        }
        var record = FEELContext()
        for entry in entries {
            let name = entry.name.value.asName
            if let id = inputs[name] {
                record.set(name, to: try reader.value(entry.value, of: id, in: file))
            } else if let own = imports[name], let members = entry.value.mapping {
                var inner = FEELContext()
                for member in members {
                    guard let id = own[member.name.value.asName] else {
                        throw unknown(member.name.value, among: own.keys, at: .node(member.name.span, file))
                    }
                    inner.set(member.name.value.asName, to: try reader.value(member.value, of: id, in: file))
                }
                record.set(name, to: .context(inner))
            } else {
                throw unknown(name, among: inputs.keys, at: .node(entry.name.span, file))
            }
        }
        return record
    }

    private func unknown(_ name: String, among names: some Sequence<String>, at place: FactPlace) -> BadInput {
        let known = names.sorted()
        return place.failure(
            "dmn/unknown-input", .unknownInput(name, near: Suggestion.nearest(to: name, among: known)),
            hint: .inputs(known))
    }

    // MARK: Tables

    /// Reads a table: columns named after inputs, or `input.component`. Columns of another name are left out, with a word,
    /// unless they are nearly the name of an input.
    package mutating func read(_ grid: FactGrid) throws(BadInput) {
        isList = true
        var columns: [(column: Int, id: ModelSet.ElementID, path: [String], type: FEELTypeName)] = []
        var others: [String] = []
        for (column, header) in grid.header.enumerated() {
            if let (id, path, type) = target(of: header) {
                columns.append((column, id, path, type))
            } else {
                if let near = inputs.keys.sorted().first(where: { Suggestion.isSlip($0, header) }) {
                    throw grid.headerPlace(column).failure(
                        "dmn/unknown-input", .unknownInput(header, near: near), hint: .inputs(inputs.keys.sorted()))
                }
                others.append(header)
            }
        }
        if !others.isEmpty { warnings.append(.columnsLeftOut(others, grid.text.name)) }
        for row in grid.rows {
            var record = FEELContext()
            for (column, id, path, type) in columns {
                guard let cell = grid.cell(row, column) else { continue }
                let place = ModelValueReader.Place(name: grid.header[column], place: grid.place(row, column))
                let value = try self.value(cell, type, place)
                set(value, at: [reader.program.set[id].name.value.asName] + path, in: &record)
            }
            for (column, id, _, _) in columns {
                let name = reader.program.set[id].name.value.asName
                guard let value = record[name] else { continue }
                let place = ModelValueReader.Place(name: name, place: grid.place(row, column))
                record.set(name, to: try reader.fitted(value, of: id, place))
            }
            records.append(record)
        }
    }

    /// The value in a cell; a list or a mapping is written as JSON has it.
    private func value(
        _ cell: String, _ type: FEELTypeName, _ place: ModelValueReader.Place
    ) throws(BadInput) -> FEELValue {
        guard cell.hasPrefix("[") || cell.hasPrefix("{"), type != .named("string") else {
            return try reader.value(cell, isBare: true, type, place)
        }
        let file = SourceFile(name: place.name, text: cell)
        let result = YAMLParser.parseSingle(file)
        guard let root = result.root, result.diagnostics.isEmpty else {
            throw place.failure(.badCell, hint: result.diagnostics.first?.message)
        }
        return try reader.value(root, type, place, file)
    }

    private func set(_ value: FEELValue, at path: [String], in context: inout FEELContext) {
        guard let first = path.first else { return }
        guard path.count > 1 else {
            context.set(first, to: value)
            return
        }
        var inner = FEELContext()
        if case .context(let known)? = context[first] { inner = known }
        set(value, at: Array(path.dropFirst()), in: &inner)
        context.set(first, to: .context(inner))
    }

    /// The input that a header names, and the component of it.
    private func target(of header: String) -> (ModelSet.ElementID, [String], FEELTypeName)? {
        let program = reader.program
        if let id = inputs[header.asName] { return (id, [], program.types.type(program.set[id].type, in: id.model)) }
        var steps = header.split(separator: ".").map { String($0).asName }
        guard steps.count > 1, let id = inputs[steps[0]] else { return nil }
        steps.removeFirst()
        var type = program.types.type(program.set[id].type, in: id.model)
        for step in steps {
            guard case .context(let fields) = type, let field = fields.first(where: { $0.name == step }) else {
                return nil
            }
            type = field.type
        }
        return (id, steps, type)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let notMapping = LocalizedText(
        nl: "een record is een lijst van namen van invoer met hun waarden",
        en: "a record is a mapping of names of inputs to their values")

    fileprivate static let mappingHint = LocalizedText(
        nl: "schrijf het zo: { naam: waarde }, en meer records als een lijst daarvan",
        en: "write it as { name: value }, and several records as a list of these")

    fileprivate static func unknownInput(_ name: String, near: String?) -> LocalizedText {
        LocalizedText(
            nl: "het model heeft geen invoer ‘\(name)’" + (near.map { "; bedoelde u ‘\($0)’?" } ?? ""),
            en: "the model has no input ‘\(name)’" + (near.map { "; did you mean ‘\($0)’?" } ?? ""))
    }

    fileprivate static func inputs(_ names: [String]) -> LocalizedText {
        let list = names.isEmpty ? "–" : names.prefix(30).joined(separator: ", ")
        return LocalizedText(nl: "de invoer van het model: \(list)", en: "the inputs of the model: \(list)")
    }

    fileprivate static let badCell = LocalizedText(
        nl: "deze cel begint als een lijst, maar is geen goede JSON",
        en: "this cell begins as a list, but is no sound JSON")
}

extension Diagnostic {
    fileprivate static func columnsLeftOut(_ names: [String], _ file: String) -> Diagnostic {
        let list = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
        return Diagnostic(
            .warning, code: "dmn/column-left-out",
            message: LocalizedText(
                nl: "\(file): deze kolommen zijn geen invoer van het model en tellen niet mee: \(list)",
                en: "\(file): these columns are no inputs of the model and play no part: \(list)"),
            at: nil)
    }
}
