package import RuleEngine

/// Puts what runs, and the means there are, into the text of a sheet; all else stays byte for byte.
package struct SheetPlanEditor {
    /// Something that runs, as somebody fills it in.
    package struct NewEffort: Sendable {
        package let name: String
        /// A code of the interventions.
        package var intervention: String?
        package var holder: String?
        package var from: RoughDate?
        package var until: RoughDate?
        /// Euros a year.
        package var money: FEELNumber?

        package init(name: String) {
            self.name = name
        }
    }

    private let sheet: FactSheet
    private let root: YAMLNode

    /// `nil` for a sheet whose text is none any more.
    package init?(_ sheet: FactSheet) {
        guard let root = YAMLParser.parseSingle(sheet.file).root, root.mapping != nil else { return nil }
        self.sheet = sheet
        self.root = root
    }

    /// The text with one more effort, under a code of its own.
    package func adding(_ effort: NewEffort) -> String {
        let bytes = SheetBytes(sheet.file)
        let line = line(effort)
        let edit: SheetBytes.Edit
        if let entry = entry("efforts"), let known = entry.value.mapping {
            let writer = SheetListWriter(key: "known", bytes: bytes, isFlow: entry.value.isFlow)
            if let list = known.first(where: { $0.name.value == "known" }) {
                let count = bytes.isAlias(list.value) ? 0 : list.value.sequence?.count ?? 0
                edit =
                    count > 0
                    ? writer.change(list.value, keeping: count, adding: [line])
                    : writer.replacement(of: list, by: [line])
            } else {
                edit = writer.addition(of: [line], to: entry.value, after: known.last)
            }
        } else {
            return inserted(["complete: false", "known: [ \(line) ]"], into: "efforts")
        }
        return bytes.applying([edit])
    }

    /// The text in which an effort ends; `nil` where there is none with the code.
    package func ending(_ code: String, on end: RoughDate) -> String? {
        let list = entry("efforts")?.value.mapping?.first { $0.name.value == "known" }?.value.sequence ?? []
        let node = list.first { node in
            node.mapping?.contains { $0.name.value == "code" && $0.value.scalar?.text == code } == true
        }
        guard let node, let entries = node.mapping, let last = entries.last, let first = entries.first else {
            return nil
        }
        var editor = SheetTextEditor(sheet.file, root)
        if let until = entries.first(where: { $0.name.value == "until" }), !until.value.isEmpty {
            editor.replace(until.value, by: end.description)
            return editor.text
        }
        let bytes = editor.bytes
        let line = "until: \(end)"
        guard !node.isFlow else {
            let place = max(last.key.span.end.offset, last.value.span.end.offset)
            return bytes.applying([SheetBytes.Edit(range: place..<place, text: ", \(line)")])
        }
        let pad = String(repeating: " ", count: first.key.span.start.column - 1)
        let start = first.key.span.start.offset
        return bytes.applying([SheetBytes.Edit(range: start..<start, text: line + bytes.lineBreak + pad)])
    }

    /// The text with other means; what is `nil` stays as it is.
    ///
    /// - Parameters:
    ///   - budget: euros a year.
    ///   - capacity: in the unit of the load of interventions.
    package func means(budget: FEELNumber?, capacity: Int?) -> String {
        let fields = [
            ("budget", budget.map { "{ amount: \($0.sheetText), unit: \(FactSheet.Means.yearly) }" }),
            ("capacity", capacity.map { "\($0)" }),
        ].compactMap { name, text in text.map { (name: name, text: $0) } }
        var editor = SheetTextEditor(sheet.file, root)
        let known = entry("means")?.value.mapping ?? []
        var new: [String] = []
        for field in fields {
            if let entry = known.first(where: { $0.name.value == field.name }), !entry.value.isEmpty {
                editor.replace(entry.value, by: field.text)
            } else {
                new.append("\(field.name): \(field.text)")
            }
        }
        editor.insert(new.map { .init(after: known.count - 1, text: $0) }, into: "means")
        return editor.text
    }

    private func entry(_ name: String) -> YAMLEntry? { root.mapping?.first { $0.name.value == name } }

    private func inserted(_ lines: [String], into key: String) -> String {
        var editor = SheetTextEditor(sheet.file, root)
        editor.insert(lines.map { .init(after: -1, text: $0) }, into: key)
        return editor.text
    }

    private func line(_ effort: NewEffort) -> String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        var parts = ["code: \(scalar(code(for: effort.name)))", "name: \(scalar(effort.name))"]
        if let intervention = effort.intervention { parts.append("intervention: \(scalar(intervention))") }
        if let holder = effort.holder { parts.append("holder: \(scalar(holder))") }
        if let money = effort.money {
            parts.append("money: { amount: \(money.sheetText), unit: \(FactSheet.Means.yearly) }")
        }
        if let from = effort.from { parts.append("from: \(from)") }
        if let until = effort.until { parts.append("until: \(until)") }
        if effort.from == nil, effort.until == nil { parts.append("status: \(FactSheet.Effort.running)") }
        return "{ \(parts.joined(separator: ", ")) }"
    }

    private func code(for name: String) -> String {
        let slug = FileSlug.of(name)
        let first = slug.isEmpty ? "inzet" : slug
        let taken = Set(sheet.efforts.map(\.code))
        var code = first
        var number = 2
        while taken.contains(code) {
            code = "\(first)-\(number)"
            number += 1
        }
        return code
    }
}
