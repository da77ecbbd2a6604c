import Analyst

/// Lines of which each stands as far in as it is deep, as a list of lists.
package struct LineOutline: Sendable {
    package struct Item: Sendable {
        /// Tags before the text.
        let start: String
        let text: String
    }

    package let items: [Item]
    /// Tags behind the last text.
    package let end: String

    package init(_ lines: [String]) {
        var items: [Item] = []
        var depths: [Int] = []
        for line in lines {
            let indent = line.prefix { $0 == " " }.count
            var text = line.dropFirst(indent)
            if text.hasPrefix("- ") { text = text.dropFirst(2) }
            var start = ""
            while let last = depths.last, last > indent, depths.count > 1 {
                depths.removeLast()
                start += "</li>\n</ul>\n"
            }
            if let last = depths.last, indent > last {
                start += "\n<ul>\n<li>"
                depths.append(indent)
            } else if depths.isEmpty {
                start += "<ul class=\"outline\">\n<li>"
                depths.append(indent)
            } else {
                start += "</li>\n<li>"
            }
            items.append(Item(start: start, text: String(text)))
        }
        self.items = items
        end = String(repeating: "</li>\n</ul>\n", count: depths.count)
    }

    /// As HTML.
    package var html: String { Self.template.render(self) }

    private static let template = HTMLTemplate("{{#items}}{{{start}}}{{text}}{{/items}}{{{end}}}")
}
