import RuleEngine

/// Codes of a vocabulary and the links between them that another vocabulary holds, laid out from left to right.
///
/// Links that close a circle are left aside while columns are found, so that each other link leads to the right; within a
/// column a code stands near those that it is linked to (after K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual
/// Understanding of Hierarchical System Structures", 1981).
struct LinkGraph {
    struct Link: Hashable {
        let from: Int
        let to: Int
    }

    /// The vocabulary whose codes are linked.
    let nodes: Vocabulary
    /// The vocabulary whose codes are the links.
    let links: Vocabulary
    /// Codes that are linked, by their places among the codes of `nodes`.
    private(set) var places: [Int] = []
    private(set) var edges: [Link] = []
    /// By place: the column, and the row in it.
    private(set) var position: [Int: (column: Int, row: Int)] = [:]

    /// All graphs of a rule base: a vocabulary with two attributes that name codes of one other vocabulary.
    static func all(in ruleBase: RuleBase) -> [LinkGraph] {
        ruleBase.vocabularies.compactMap { vocabulary in
            var named: [(attribute: String, vocabulary: String)] = []
            for attribute in vocabulary.attributes {
                switch attribute.kind {
                case .code(let name), .codes(let name): named.append((attribute.name, name))
                case .text, .string, .number, .boolean: break
                }
            }
            guard named.count > 1, named[0].vocabulary == named[1].vocabulary,
                let nodes = ruleBase.vocabulary(named[0].vocabulary)
            else { return nil }
            let graph = LinkGraph(nodes, vocabulary, from: named[0].attribute, to: named[1].attribute)
            return graph.edges.isEmpty ? nil : graph
        }
    }

    private init(_ nodes: Vocabulary, _ links: Vocabulary, from: String, to: String) {
        self.nodes = nodes
        self.links = links
        var seen: Set<Link> = []
        for term in links.codes {
            for start in Self.codes(term, from) {
                for end in Self.codes(term, to) {
                    guard let one = nodes.position(of: start), let two = nodes.position(of: end), one != two,
                        seen.insert(Link(from: one, to: two)).inserted
                    else { continue }
                    edges.append(Link(from: one, to: two))
                }
            }
        }
        places = Set(edges.flatMap { [$0.from, $0.to] }).sorted()
        layOut()
    }

    private static func codes(_ term: Vocabulary.Term, _ attribute: String) -> [String] {
        term.codes(attribute) + [term.string(attribute)].compactMap(\.self)
    }

    // MARK: Columns and rows

    private mutating func layOut() {
        let forward = withoutCircles
        var column = Dictionary(uniqueKeysWithValues: places.map { ($0, 0) })
        // Without circles no way is longer than there are codes.
        for _ in places {
            var hasMoved = false
            for link in forward where column[link.to, default: 0] <= column[link.from, default: 0] {
                column[link.to] = column[link.from, default: 0] + 1
                hasMoved = true
            }
            if !hasMoved { break }
        }
        var columns: [[Int]] = Array(repeating: [], count: (column.values.max() ?? 0) + 1)
        for place in places { columns[column[place, default: 0]].append(place) }
        var row: [Int: Double] = [:]
        for own in columns { for (index, place) in own.enumerated() { row[place] = Double(index) } }
        let neighbours = Dictionary(grouping: edges.flatMap { [($0.from, $0.to), ($0.to, $0.from)] }, by: \.0)
            .mapValues { $0.map(\.1) }
        for _ in 0..<8 {
            for index in columns.indices {
                let centre = columns[index].map { place -> (Double, Int) in
                    let near = neighbours[place] ?? []
                    return (near.map { row[$0] ?? 0 }.reduce(0, +) / Double(max(1, near.count)), place)
                }
                columns[index] = centre.sorted { $0 < $1 }.map(\.1)
                for (place, code) in columns[index].enumerated() { row[code] = Double(place) }
            }
        }
        for (number, own) in columns.enumerated() {
            for (index, place) in own.enumerated() { position[place] = (number, index) }
        }
    }

    /// The links that are left when those that lead back to a code on the way are taken out.
    private var withoutCircles: [Link] {
        let outgoing = Dictionary(grouping: edges, by: \.from)
        var state: [Int: Int] = [:]
        var kept: [Link] = []
        for start in places where state[start] == nil {
            var stack: [(place: Int, next: Int)] = [(start, 0)]
            state[start] = 1
            while let (place, next) = stack.last {
                let own = outgoing[place] ?? []
                guard next < own.count else {
                    state[place] = 2
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let link = own[next]
                switch state[link.to] {
                case nil:
                    kept.append(link)
                    state[link.to] = 1
                    stack.append((link.to, 0))
                case 2: kept.append(link)
                default: break
                }
            }
        }
        return kept
    }

    // MARK: Picture

    private static let width = 300
    private static let height = 46
    private static let box = (width: 240, height: 34)

    /// The picture as SVG inside of a page. All that it shows stands in the list beside it, too.
    func svg(_ language: Language, title: String) -> XMLText {
        let columns = (position.values.map(\.column).max() ?? 0) + 1
        let rows = (position.values.map(\.row).max() ?? 0) + 1
        let (wide, high) = (columns * Self.width, rows * Self.height + 20)
        var xml = XMLText(part: true)
        xml.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": title, "width": "\(wide)",
                "height": "\(high)", "viewBox": "0 0 \(wide) \(high)",
            ]
        ) { svg in
            svg.element("defs") { defs in
                defs.element(
                    "marker",
                    [
                        "id": "arrow", "viewBox": "0 0 8 8", "refX": "8", "refY": "4", "markerWidth": "8",
                        "markerHeight": "8", "orient": "auto",
                    ]
                ) { $0.element("path", ["d": "M0 0L8 4L0 8z", "fill": "#5f6b76"]) }
            }
            for link in edges {
                guard let start = position[link.from], let end = position[link.to] else { continue }
                let x1 = start.column * Self.width + Self.box.width
                let y1 = start.row * Self.height + Self.box.height / 2 + 10
                let x2 = end.column * Self.width
                let y2 = end.row * Self.height + Self.box.height / 2 + 10
                let bend = x2 > x1 ? (x2 - x1) / 2 : 60
                svg.element(
                    "path",
                    [
                        "d": "M\(x1) \(y1)C\(x1 + bend) \(y1) \(x2 - bend) \(y2) \(x2) \(y2)", "fill": "none",
                        "stroke": "#5f6b76", "marker-end": "url(#arrow)",
                    ])
            }
            for place in places {
                guard let own = position[place] else { continue }
                let (x, y) = (own.column * Self.width, own.row * Self.height + 10)
                svg.element(
                    "rect",
                    [
                        "x": "\(x)", "y": "\(y)", "width": "\(Self.box.width)", "height": "\(Self.box.height)",
                        "fill": "#ffffff", "stroke": "#17506b",
                    ])
                let name = nodes.codes[place].title[language]
                let shown = name.count > 30 ? name.prefix(29) + "…" : Substring(name)
                svg.element("text", ["x": "\(x + 8)", "y": "\(y + 22)", "font-size": "14"]) { text in
                    if shown.count < name.count { text.element("title", text: name) }
                    text.write(String(shown))
                }
            }
        }
        return xml
    }
}
