import Analyst
import RuleEngine

/// Which lines of a text are gone and which are new: what differs between two texts of one file.
struct LineChanges {
    let change: TextChange
    let title: String
    let language: Language
    /// So many lines of each side are shown.
    private static let most = 200

    func write(to html: inout HTMLText) {
        guard !change.isEmpty else {
            html.element("p", text: Words.same[language])
            return
        }
        html.element("div", ["class": "lines wide", "tabindex": "0", "role": "region", "aria-label": title]) { box in
            box.element("ol", ["class": "difference"]) { list in
                for line in change.lines.prefix(Self.most) {
                    list.newLine()
                    list.element("li", ["class": line.isNew ? "new" : "gone"]) { item in
                        item.element("span", ["class": "line-number"], text: "\(line.number)")
                        item.element("span", ["class": "sign"]) { sign in
                            sign.element("span", ["aria-hidden": "true"], text: line.isNew ? "+" : "−")
                            sign.element(
                                "span", ["class": "unseen"], text: (line.isNew ? Words.new : Words.gone)[language])
                        }
                        item.element("code", text: line.text)
                    }
                }
            }
        }
        let rest = change.lines.count - Self.most
        if rest > 0 { html.element("p", ["class": "small"], text: Words.more(rest)[language]) }
    }

    // MARK: - Wordings

    private enum Words {
        static let new = LocalizedText(nl: "nieuw:", en: "new:")
        static let gone = LocalizedText(nl: "weg:", en: "gone:")
        static let same = LocalizedText(nl: "De teksten zijn gelijk.", en: "The texts are the same.")

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "En nog \(count) regels.", en: "And \(count) more lines.")
        }
    }
}
