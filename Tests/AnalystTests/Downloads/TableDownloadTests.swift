import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// Pages become a table in a folder, or a clear word; what has come in is never asked for twice.
struct TableDownloadTests {
    /// A service of answers that are written down, which counts what it is asked.
    private final class WrittenService: TableService {
        typealias Answer = Result<ServiceAnswer, ServiceFault>
        var answers: (String, Int) -> Answer
        private(set) var asked: [String] = []

        init(_ answers: @escaping (_ address: String, _ count: Int) -> Answer) { self.answers = answers }

        func answer(to address: String, limit: Int) throws(ServiceFault) -> ServiceAnswer {
            asked.append(address)
            let answer = try answers(address, asked.count).get()
            guard answer.bytes.count <= limit else { throw .tooLarge(limit) }
            return answer
        }
    }

    private static func page(_ text: String, _ status: Int = 200) -> WrittenService.Answer {
        .success(ServiceAnswer(status: status, bytes: Array(text.utf8)))
    }

    private static func rows(_ codes: String..., next: String? = nil) -> WrittenService.Answer {
        let rows = codes.map { #"{"WijkenEnBuurten":"\#($0)  ","AantalInwoners_5":1}"# }.joined(separator: ",")
        return page(#"{"value":[\#(rows)]\#(next.map { #","odata.nextLink":"\#($0)""# } ?? "")}"#)
    }

    private let folder: TemporaryFolder
    private let request: TableRequest

    init() throws {
        folder = try TemporaryFolder()
        request = try #require(
            TableRequest.all(of: recipes(), in: region("GM0001"), service: nil).first {
                $0.file == "84799NED-TypedDataSet.json"
            })
    }

    private var place: URL { folder.file("cache") }

    private func fetch(
        _ service: WrittenService, _ request: TableRequest? = nil, isFresh: Bool = false,
        limits: TableDownload.Limits = .init(), waits: inout [Int], words: inout [String]
    ) throws -> TableDownload.Outcome {
        final class Notes { var waits: [Int] = [], words: [String] = [] }
        let notes = Notes()
        defer {
            waits = notes.waits
            words = notes.words
        }
        let download = TableDownload(
            into: place, from: service, day: "2026-11-01", isFresh: isFresh, limits: limits,
            pause: { notes.waits.append($0) }, report: { notes.words.append($0.en) })
        return try download.fetch(request ?? self.request)
    }

    private func fetch(
        _ service: WrittenService, _ request: TableRequest? = nil, isFresh: Bool = false,
        limits: TableDownload.Limits = .init()
    ) throws -> TableDownload.Outcome {
        var (waits, words): ([Int], [String]) = ([], [])
        return try fetch(service, request, isFresh: isFresh, limits: limits, waits: &waits, words: &words)
    }

    private func table() throws -> String {
        try String(contentsOf: place.appending(path: request.file), encoding: .utf8)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    }

    @Test func `the address asks for the country, the municipality and what lies in it`() throws {
        let expected =
            "https://opendata.cbs.nl/ODataFeed/odata/84799NED/TypedDataSet?$format=json&$filter="
            + "(startswith(WijkenEnBuurten,'NL') or startswith(WijkenEnBuurten,'GM0001') or "
            + "startswith(WijkenEnBuurten,'WK0001') or startswith(WijkenEnBuurten,'BU0001'))"
        #expect(request.address.removingPercentEncoding == expected)
        #expect(URL(string: request.address) != nil)
        let all = try TableRequest.all(of: recipes(), in: region("GM0001"), service: "http://127.0.0.1:8080/")
        let crimes = try #require(all.first { $0.file == "47018NED-TypedDataSet.json" })
        let address = try #require(crimes.address.removingPercentEncoding)
        #expect(address.hasPrefix("http://127.0.0.1:8080/ODataApi/odata/47018NED/TypedDataSet?$format=json&$filter=("))
        #expect(address.contains(" and (startswith(SoortMisdrijf,'0.0.0') or startswith(SoortMisdrijf,'T001161'))"))
        #expect(address.hasSuffix("&$top=5000"))
        #expect(Set(all.map(\.file)).count == all.count)
        #expect(all.allSatisfy { $0.address.hasPrefix("http://127.0.0.1:8080/OData") })
    }

    @Test func `a table of one page is a file and a mark, and is not asked for again`() throws {
        let service = WrittenService { _, _ in Self.rows("NL00", "WK000101") }
        #expect(try fetch(service) == .fetched(rows: 2))
        #expect(try names() == ["84799NED-TypedDataSet.done", "84799NED-TypedDataSet.json"])
        #expect(try fetch(service) == .kept(rows: 2, day: "2026-11-01"))
        #expect(service.asked.count == 1)
        #expect(try fetch(service, isFresh: true) == .fetched(rows: 2))
        #expect(service.asked.count == 2)
        // A file that somebody has touched is not what was fetched.
        try "x".write(to: place.appending(path: request.file), atomically: true, encoding: .utf8)
        #expect(try fetch(service) == .fetched(rows: 2))
    }

    @Test func `pages are joined by their links, and the reader takes them as one table`() throws {
        let service = WrittenService { address, count in
            switch count {
            case 1:
                Self.rows(
                    "NL00", "GM0001", next: "http://opendata.cbs.nl/ODataFeed/odata/84799NED/TypedDataSet?$skip=2")
            case 2: Self.rows("WK000101", next: "TypedDataSet?$skip=3")
            default: Self.rows("BU00010101")
            }
        }
        #expect(try fetch(service) == .fetched(rows: 4))
        #expect(
            service.asked.dropFirst() == [
                "https://opendata.cbs.nl/ODataFeed/odata/84799NED/TypedDataSet?$skip=2",
                "https://opendata.cbs.nl/ODataFeed/odata/84799NED/TypedDataSet?$skip=3",
            ])
        let read = try recipes().tables(in: TableFile(url: place.appending(path: request.file)).document())
        #expect(read.map(\.edition.year) == [2020])
        #expect(read.first?.regions.map(\.text) == ["NL00", "GM0001", "WK000101", "BU00010101"])
    }

    @Test func `observations of OData 4 come with the codes of their measures`() throws {
        let text = """
            import: proef
            ref: proef
            title: Proef {year}
            publisher: CBS
            licence: open
            kind: count
            regions: { code: [WijkenEnBuurten] }
            download:
              rows: { address: 'https://example.org/v1/CBS/{table}/Observations', region: WijkenEnBuurten }
              measures: { address: 'https://example.org/v1/CBS/{table}/MeasureCodes' }
            columns: { residents: { unit: aantal, names: [AantalInwoners] } }
            editions: [{ year: 2020, table: 12345NED, published: 2021-01-01, tried: true }]

            """
        let recipes = ImportRecipes(
            [SourceFile(name: "proef.yaml", text: text)], indicators: try recipes().indicators)
        #expect(recipes.diagnostics.isEmpty)
        func row(_ code: String, _ value: Int) -> String {
            #"{"Measure":"T001","ValueAttribute":"None","Value":\#(value),"WijkenEnBuurten":"\#(code)"}"#
        }
        let service = WrittenService { address, _ in
            if address.contains("MeasureCodes") {
                return Self.page(#"{"value":[{"Identifier":"T001","Title":"Aantal inwoners","Unit":"aantal"}]}"#)
            }
            guard !address.contains("skip") else { return Self.page(#"{"value":[\#(row("WK000102", 8))]}"#) }
            return Self.page(#"{"value":[\#(row("WK000101", 7))],"@odata.nextLink":"Observations?$skip=1"}"#)
        }
        let requests = TableRequest.all(of: recipes, in: region("GM0001"), service: nil)
        #expect(requests.map(\.file) == ["12345NED-Observations.json", "12345NED-MeasureCodes.json"])
        try TableDownload(into: place, from: service, day: "2026-11-01").fetch(all: requests)
        let content = try TableFolder(url: place, recipes: recipes).content()
        let table = try #require(content.tables.first)
        #expect(table.edition.year == 2020)
        #expect(table.reading("residents", row: "WK000101").number == 7)
        #expect(table.reading("residents", row: "WK000102").number == 8)
    }

    @Test func `a fetch that broke off goes on behind the pages that are there, to the same bytes`() throws {
        func answer(_ address: String) -> WrittenService.Answer {
            if address.hasSuffix("skip=2") { return Self.rows("WK000101", next: "?$skip=3") }
            if address.hasSuffix("skip=3") { return Self.rows("BU00010101") }
            return Self.rows("NL00", "GM0001", next: "?$skip=2")
        }
        #expect(try fetch(WrittenService { address, _ in answer(address) }) == .fetched(rows: 4))
        let whole = try table()
        for broken in 2...3 {
            try FileManager.default.removeItem(at: place)
            let service = WrittenService { address, count in
                count < broken ? answer(address) : .failure(.noConnection)
            }
            #expect(failure { try fetch(service) } == "download/no-answer")
            #expect(try names() == ["84799NED-TypedDataSet.pages"])
            let again = WrittenService { address, _ in answer(address) }
            var (waits, words): ([Int], [String]) = ([], [])
            #expect(try fetch(again, waits: &waits, words: &words) == .fetched(rows: 4))
            #expect(again.asked.count == 4 - broken)
            #expect(words.contains("  going on after page \(broken - 1), which was there already"))
            #expect(try table() == whole)
        }
    }

    @Test func `a page on disk that is damaged is fetched once more`() throws {
        let broken = WrittenService { _, count in
            count == 1 ? Self.rows("NL00", next: "?$skip=1") : .failure(.noConnection)
        }
        #expect(failure { try fetch(broken) } == "download/no-answer")
        try "{\"value\":[{".write(
            to: place.appending(path: "84799NED-TypedDataSet.pages/00001.json"), atomically: true, encoding: .utf8)
        let service = WrittenService { _, count in
            count == 1 ? Self.rows("NL00", next: "?$skip=1") : Self.rows("GM0001")
        }
        #expect(try fetch(service) == .fetched(rows: 2))
        #expect(service.asked.count == 2)
    }

    @Test func `where there are no links, parts are asked for until one is not full`() throws {
        let crimes = try #require(
            TableRequest.all(of: recipes(), in: region("GM0001"), service: nil).first {
                $0.file == "47018NED-TypedDataSet.json"
            })
        let rows = (0..<5_000).map { #"{"WijkenEnBuurten":"BU0001\#(1_000 + $0)","Aantal":1}"# }
        let full = #"{"value":["# + rows.joined(separator: ",") + "]}"
        let service = WrittenService { address, count in
            count == 1 ? Self.page(full) : Self.rows("NL00")
        }
        #expect(try fetch(service, crimes) == .fetched(rows: 5_001))
        #expect(service.asked.map { $0.components(separatedBy: "&").last ?? "" } == ["$top=5000", "$skip=5000"])
        // A service that does not know the question for a part would answer for ever.
        let deaf = WrittenService { _, _ in Self.page(full) }
        #expect(failure { try fetch(deaf, crimes, isFresh: true) } == "download/endless")
        #expect(deaf.asked.count == 2)
    }

    @Test func `a table that is gone is no fault, and one without rows leaves no file`() throws {
        #expect(try fetch(WrittenService { _, _ in Self.page("gone", 404) }) == .gone)
        #expect(try names() == ["84799NED-TypedDataSet.done"])
        #expect(try fetch(WrittenService { _, _ in .failure(.noConnection) }) == .gone)
        #expect(try fetch(WrittenService { _, _ in Self.rows() }, isFresh: true) == .fetched(rows: 0))
        #expect(try names() == ["84799NED-TypedDataSet.done"])
        #expect(try fetch(WrittenService { _, _ in .failure(.noConnection) }) == .kept(rows: 0, day: "2026-11-01"))
    }

    @Test func `the other parts of a table that is gone are not asked for`() throws {
        let service = WrittenService { address, _ in
            address.contains("84799NED") ? Self.page("gone", 404) : Self.page(#"{"value":[]}"#)
        }
        let requests = try TableRequest.all(of: recipes(), in: region("GM0001"), service: nil)
        try TableDownload(into: place, from: service, day: "2026-11-01").fetch(all: requests)
        #expect(service.asked.count { $0.contains("84799NED") } == 1)
        #expect(service.asked.count == requests.count - 1)
    }

    @Test(
        arguments: [
            ("<html>Onderhoud</html>", "download/no-table"), ("{\"value\":[{\"a\":", "download/no-table"),
            ("{\"value\":[{\"WijkenEnBuurten\":\"NL00\"", "download/no-table"), ("", "download/no-table"),
            ("{\"value\":[{\"WijkenEnBuurten\" \"NL00\"}]}", "download/no-table"),
            ("{\"value\":[{\"Titel\":\"NL00\"}]}", "download/no-table"), ("{\"value\":3}", "download/no-table"),
            ("{\"value\":[]}{\"value\":[]}", "download/no-table"),
            ("{\"odata.error\":{\"code\":\"\",\"message\":\"te veel\"}}", "download/no-table"),
            ("{\"value\":[{\"WijkenEnBuurten\":\"NL00\"}]}", "no failure"),
        ])
    func `what is no table is told, and leaves nothing to be read`(text: String, expected: String) throws {
        #expect(failure { try fetch(WrittenService { _, _ in Self.page(text) }) } == expected)
        #expect(try names().contains(request.file) == (expected == "no failure"))
    }

    @Test func `a fault that may pass is tried again for a while, any other is told at once`() throws {
        var (waits, words): ([Int], [String]) = ([], [])
        let shaky = WrittenService { _, count in
            switch count {
            case 1: .failure(.timedOut)
            case 2: .success(ServiceAnswer(status: 503, bytes: [], retryAfter: 900))
            case 3: .failure(.brokenOff)
            default: Self.rows("NL00")
            }
        }
        #expect(try fetch(shaky, waits: &waits, words: &words) == .fetched(rows: 1))
        #expect(waits == [1, 60, 4])
        let faults: [(WrittenService.Answer, String, Int)] = [
            (.failure(.timedOut), "download/no-answer", 4), (Self.page("", 500), "download/refused", 4),
            (.failure(.noConnection), "download/no-answer", 1), (.failure(.notTrusted), "download/no-answer", 1),
            (.failure(.redirected("example.com")), "download/no-answer", 1),
            (Self.page("", 403), "download/refused", 1),
            (.failure(.tooLarge(1 << 20)), "download/no-answer", 1),
        ]
        for (answer, code, count) in faults {
            let service = WrittenService { _, _ in answer }
            #expect(failure { try fetch(service, isFresh: true) } == code)
            #expect(service.asked.count == count, "\(answer)")
        }
    }

    @Test func `a service that goes on without end, or to another host, is stopped`() throws {
        let circle = WrittenService { _, _ in Self.rows("NL00", next: "?$skip=1") }
        #expect(failure { try fetch(circle) } == "download/endless")
        let long = WrittenService { _, count in Self.rows("WK\(100_000 + count)", next: "?$skip=\(count)") }
        var limits = TableDownload.Limits()
        limits.pages = 5
        #expect(failure { try fetch(long, isFresh: true, limits: limits) } == "download/endless")
        #expect(long.asked.count == 5)
        limits.pages = 50
        limits.table = 200
        #expect(failure { try fetch(long, isFresh: true, limits: limits) } == "download/too-large")
        for link in ["https://example.com/x", "https://opendata.cbs.nl.example.com/x", "https://opendata.cbs.nl:81/x"] {
            let service = WrittenService { _, _ in Self.rows("NL00", next: link) }
            #expect(failure { try fetch(service, isFresh: true) } == "download/other-host")
        }
    }

    @Test func `a folder that takes nothing is told as such`() throws {
        try "a file".write(to: place, atomically: true, encoding: .utf8)
        do {
            _ = try fetch(WrittenService { _, _ in Self.rows("NL00") })
            Issue.record("the folder took it")
        } catch let error as BadInput {
            #expect(error.isUnwritable)
            #expect(error.diagnostics.map(\.code) == ["download/unwritable"])
        }
    }
}
