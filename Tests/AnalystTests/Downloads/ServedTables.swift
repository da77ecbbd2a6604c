import Foundation

/// Tables of text as an open data service gives them: filtered, and page by page.
struct ServedTables: Sendable {
    /// By the path behind the address of the service.
    private var tables: [String: [[(name: String, value: String)]]] = [:]
    /// Rows a page where the service gives a link to the next one; all at once without it.
    var linkedPage: Int?
    /// Where the links lead; the service itself without it.
    var linkHost: String?

    /// A table of lines with `;` between the cells, the first line with the names.
    mutating func serve(_ text: String, at path: String) {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        guard let names = lines.first else { return }
        tables[path] = lines.dropFirst().map { Array(zip(names, $0).map { (name: $0, value: $1) }) }
    }

    /// The tables that most tests fetch: those of `smallKeyFigures` and their names.
    static var small: ServedTables {
        var served = ServedTables()
        served.serve(smallKeyFigures, at: "/ODataFeed/odata/84799NED/TypedDataSet")
        served.serve(smallNames, at: "/ODataFeed/odata/84799NED/WijkenEnBuurten")
        return served
    }

    func answer(_ question: LocalService.Question, at address: String = "") -> LocalService.Answer {
        guard let table = tables[question.path] else { return LocalService.Answer(status: 404, body: "no such table") }
        let rows = table.filter { Self.fits($0, question.query["$filter"] ?? "") }
        let skipped = Int(question.query["$skip"] ?? "") ?? 0
        let behind = rows.dropFirst(skipped)
        let most = [linkedPage, Int(question.query["$top"] ?? "")].compactMap(\.self).min() ?? rows.count
        var body = #"{"odata.metadata":"http://service/$metadata","value":["#
        body += behind.prefix(most).map(Self.json).joined(separator: ",") + "]"
        if let linkedPage, behind.count > linkedPage {
            var query = question.query
            query["$skip"] = String(skipped + linkedPage)
            let words = query.sorted { $0.key < $1.key }.map { "\($0.key)=\(Self.encoded($0.value))" }
            body += #","odata.nextLink":"\#(linkHost ?? address)\#(question.path)?\#(words.joined(separator: "&"))""#
        }
        return LocalService.Answer(body: body + "}")
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    /// All conditions of one column are alternatives; those of several columns must all hold.
    private static func fits(_ row: [(name: String, value: String)], _ filter: String) -> Bool {
        var beginnings: [String: [String]] = [:]
        for part in filter.components(separatedBy: "startswith(").dropFirst() {
            let inside = part.prefix { $0 != ")" }.split(separator: ",").map(String.init)
            if inside.count == 2 { beginnings[inside[0], default: []].append(inside[1].replacing("'", with: "")) }
        }
        return beginnings.allSatisfy { column, starts in
            let value = row.first { $0.name == column }?.value ?? ""
            return starts.contains(where: value.hasPrefix)
        }
    }

    private static func json(_ row: [(name: String, value: String)]) -> String {
        let cells = row.map { name, value in
            let trimmed = value.trimmingCharacters(in: .whitespaces)
            let isNumber = !trimmed.isEmpty && trimmed == value && Double(trimmed) != nil
            let cell = trimmed.isEmpty || trimmed == "." ? "null" : isNumber ? trimmed : "\"\(value)\""
            return "\"\(name)\":\(cell)"
        }
        return "{" + cells.joined(separator: ",") + "}"
    }
}
