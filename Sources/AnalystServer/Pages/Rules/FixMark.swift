import Analyst
import RuleEngine

/// A change of a text as a button of a form tells it, with the text that it is a change of: where that was changed since, the
/// button does nothing.
struct FixMark {
    let text: String
    private let edits: [(range: Range<Int>, replacement: String)]
    private let mark: String

    private enum Name {
        static let mark = "of"
        static let start = "from"
        static let end = "to"
        static let replacement = "by"
    }

    /// `nil` where the change is not of this file alone.
    init?(_ fix: TextFix, in file: SourceFile) {
        guard !fix.edits.isEmpty, fix.edits.allSatisfy({ $0.span.file == file.name }), fix.applied(to: file) != nil
        else {
            return nil
        }
        mark = RuleVersionShelf.mark(of: file)
        edits = fix.edits.map { edit in
            let start = edit.span.start.offset
            return (start..<max(start, edit.span.end.offset), edit.replacement)
        }
        let fields = edits.flatMap { range, replacement in
            [
                FormFields.Field(name: Name.start, value: "\(range.lowerBound)"),
                .init(name: Name.end, value: "\(range.upperBound)"), .init(name: Name.replacement, value: replacement),
            ]
        }
        text = FormFields([.init(name: Name.mark, value: mark)] + fields).urlEncoded
    }

    /// Reads what a button sends back.
    init?(_ text: String) {
        let fields: [FormFields.Field]
        do {
            fields = try FormFields(urlEncoded: text.utf8).fields
        } catch {
            return nil
        }
        guard let first = fields.first, first.name == Name.mark, fields.count % 3 == 1, fields.count > 1 else {
            return nil
        }
        var edits: [(range: Range<Int>, replacement: String)] = []
        for place in stride(from: 1, to: fields.count, by: 3) {
            guard fields[place].name == Name.start, fields[place + 1].name == Name.end,
                fields[place + 2].name == Name.replacement, let start = Int(fields[place].value),
                let end = Int(fields[place + 1].value), 0 <= start, start <= end
            else { return nil }
            edits.append((start..<end, fields[place + 2].value))
        }
        self.text = text
        self.edits = edits
        mark = first.value
    }

    /// The text with the change; `nil` where it is another text, or the change does not fit into it.
    func applied(to file: SourceFile) -> String? {
        guard RuleVersionShelf.mark(of: file) == mark else { return nil }
        let length = file.text.utf8.count
        guard edits.allSatisfy({ $0.range.upperBound <= length }) else { return nil }
        let fix = TextFix(
            LocalizedText(verbatim: ""), edits.map { .init(file.span($0.range), $0.replacement) })
        return fix.applied(to: file)
    }
}
