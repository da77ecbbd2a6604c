package import RuleEngine

/// What differs between two texts of one file, in the order of the lines.
package struct TextChange: Sendable {
    package struct Line: Hashable, Sendable {
        /// In the text that it stands in.
        package let number: Int
        package let text: String
        package let isNew: Bool
    }

    package let lines: [Line]
    package var isEmpty: Bool { lines.isEmpty }

    /// - Parameters:
    ///   - old: `nil` where there was no file; the same for `new`.
    package init(from old: SourceFile?, to new: SourceFile?) {
        func all(_ file: SourceFile?) -> [String] {
            guard let file else { return [] }
            return (1...max(1, file.lineCount)).map { file.line($0).map(String.init) ?? "" }
        }
        let difference = LineDifference(from: all(old), to: all(new))
        var gone = difference.removed[...]
        var lines: [Line] = []
        // What went stands before what came in its place: lines that went move the numbers of those that came.
        var shift = 0
        for line in difference.inserted {
            while let first = gone.first, first.number + shift <= line.number {
                lines.append(Line(number: first.number, text: first.text, isNew: false))
                gone.removeFirst()
                shift -= 1
            }
            lines.append(Line(number: line.number, text: line.text, isNew: true))
            shift += 1
        }
        lines += gone.map { Line(number: $0.number, text: $0.text, isNew: false) }
        self.lines = lines
    }
}
