import Analyst
import RuleEngine

/// Lines of a file to read, each with its number.
struct SourceLines {
    let file: SourceFile
    /// The lines that are shown; those behind the end are left out.
    let lines: ClosedRange<Int>
    /// What a screen reader calls the piece of text.
    let title: String
    /// Whether each line can be pointed at: `#line-12`.
    var hasAnchors = false

    func write(to html: inout HTMLText) {
        let last = min(lines.upperBound, file.lineCount)
        guard lines.lowerBound <= last else { return }
        html.element("div", ["class": "lines wide", "tabindex": "0", "role": "region", "aria-label": title]) { box in
            box.element("ol") { list in
                for number in lines.lowerBound...last {
                    // An empty last line is the end of the one before it.
                    guard number < file.lineCount || file.line(number)?.isEmpty == false else { continue }
                    list.newLine()
                    list.element("li", ["id": hasAnchors ? "line-\(number)" : nil]) { item in
                        item.element("span", ["class": "line-number"], text: "\(number)")
                        item.element("code", text: String(file.line(number) ?? ""))
                    }
                }
            }
        }
    }
}
