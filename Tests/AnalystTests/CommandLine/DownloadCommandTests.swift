import Foundation
import Testing

@testable import Analyst
@testable import AnalystTool

/// `analyst sheet new --download` and `update --download`, against a service on this machine.
@Suite struct DownloadCommandTests {
    private let files: VillageFiles

    init() throws { files = try VillageFiles() }

    private func sheet(_ service: String, _ words: String...) throws -> CommandLineTests.Outcome {
        let options = ["--download", "--service", service, "--cache", "@cache", "--patience", "2", "--lang", "en"]
        return try CommandLineTests.analyst(files.arguments(["sheet"] + words + options))
    }

    private func served(_ tables: ServedTables = .small) throws -> LocalService {
        try LocalService { tables.answer($0) }
    }

    /// The sheet as the files of a folder give it; made once, because every run of the program reads all rules.
    private static let fromFiles = Result {
        let files = try VillageFiles()
        return try CommandLineTests.analyst(
            files.arguments(["sheet", "new", "WK000101", "--from", "@", "-o", "-"])
        ).output
    }

    private func expected() throws -> String {
        let text = try Self.fromFiles.get()
        #expect(text.hasPrefix("sheet: "))
        return text
    }

    @Test(arguments: [nil, 2] as [Int?])
    func `the sheet from a service is the sheet from files, whatever the pages`(page: Int?) throws {
        var tables = ServedTables.small
        tables.linkedPage = page
        let service = try served(tables)
        let outcome = try sheet(service.address, "new", "WK000101", "-o", "-")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == (try expected()))
        #expect(
            outcome.errors.contains("Fetching: Kerncijfers wijken en buurten, 84799NED (TypedDataSet) from 127.0.0.1"))
        #expect(outcome.errors.contains("the publisher has no such table"))
        // What is there, and what is known not to be, is not asked for once more.
        service.stop()
        let again = try sheet(service.address, "new", "WK000101", "-o", "-")
        #expect(again.output == outcome.output)
        #expect(again.errors.contains("Fetched already on "))
        #expect(again.errors.contains("to ask again: --refresh"))
    }

    @Test func `a name is looked up in the names of the country first`() throws {
        let newest = try #require(recipes().recipes.first { $0.name == "kerncijfers" }?.editions.last?.table)
        var tables = ServedTables.small
        tables.serve(smallNames, at: "/ODataFeed/odata/\(newest)/WijkenEnBuurten")
        let service = try served(tables)
        let outcome = try sheet(service.address, "new", "noord, voorbeeld", "-o", "@new.yaml")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try files.text("new.yaml").hasPrefix("sheet: wijk-01-noord-voorbeeld\n"))
        let unclear = try sheet(service.address, "new", "nord", "-o", "-")
        #expect(unclear.code == 3)
        #expect(unclear.errors.contains("Did you mean"))
        #expect(!unclear.errors.contains("residents"))
        let unnamed = try sheet(try served().address, "new", "noord", "-o", "-")
        #expect(unnamed.code == 3)
        #expect(unnamed.errors.contains("the list of names of wijken and buurten is not there"))
    }

    @Test func `an update fetches the tables of the municipality of the sheet`() throws {
        let service = try served()
        let outcome = try sheet(service.address, "update", "@noord.yaml")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("800 (2018) → 900 (2020)"))
        #expect(try files.text("noord.yaml").contains("value: true }] # ours"))
    }

    @Test func `files of one's own may stand beside what is fetched`() throws {
        let service = try served()
        let outcome = try sheet(service.address, "new", "WK000101", "--from", "@", "-o", "-")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == (try expected()))
    }

    @Test func `without an answer there is a clear word and no sheet`() throws {
        let dead = try sheet(try LocalService.deadAddress(), "new", "WK000101", "-o", "@new.yaml")
        #expect(dead.code == 3)
        #expect(dead.errors.contains("there is no connection with the service"))
        let elsewhere = try LocalService { _ in
            .init(status: 302, headers: ["Location": "http://example.com/table"])
        }
        let redirected = try sheet(elsewhere.address, "new", "WK000101", "-o", "@new.yaml")
        #expect(redirected.code == 3)
        #expect(redirected.errors.contains("sends to another address (example.com)"))
        #expect(!FileManager.default.fileExists(atPath: files.path("new.yaml")))
    }

    @Test func `a redirection on the same host is followed`() throws {
        let tables = ServedTables.small
        let service = try LocalService { question in
            guard !question.path.hasPrefix("/moved") else {
                return tables.answer(.init(path: String(question.path.dropFirst(6)), query: question.query))
            }
            let query = question.query.map { name, value in
                "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            }
            return .init(status: 302, headers: ["Location": "/moved\(question.path)?\(query.joined(separator: "&"))"])
        }
        let outcome = try sheet(service.address, "new", "WK000101", "-o", "-")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == (try expected()))
    }

    @Test func `what a service does is told by its kind`() throws {
        let slow = try LocalService { _ in .init(delay: 4) }
        #expect(fault(of: slow, limit: 100) == .timedOut)
        let cut = try LocalService { _ in .init(body: "{\"value\":[]}", isCutAfter: 5) }
        #expect(fault(of: cut, limit: 100) == .brokenOff)
        let large = try LocalService { _ in .init(body: String(repeating: "x", count: 500)) }
        #expect(fault(of: large, limit: 499) == .tooLarge(499))
        #expect(fault(of: large, limit: 500) == nil)
        let circle = try LocalService { _ in .init(status: 302, headers: ["Location": "/again"]) }
        #expect(fault(of: circle, limit: 100) == .redirected("127.0.0.1"))
        let busy = try LocalService { _ in .init(status: 503, headers: ["Retry-After": "7"]) }
        #expect(try WebService(patience: 1).answer(to: busy.address + "/x", limit: 100).retryAfter == 7)
    }

    private func fault(of service: LocalService, limit: Int) -> ServiceFault? {
        do {
            _ = try WebService(patience: 1).answer(to: service.address + "/x", limit: limit)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ["--refresh"], ["--cache", "x"], ["--service", "http://127.0.0.1"], ["--download", "--service", "ftp://x"],
        ["--download", "--service", "x"], ["--download", "--patience", "0"],
    ])
    func `options that do not go together are refused`(options: [String]) throws {
        #expect(try CommandLineTests.analyst(["sheet", "new", "WK000101", "-o", "-"] + options).code == 2)
    }

    @Test func `the cache folder is that of the user`() {
        #expect(CacheFolder.url(["XDG_CACHE_HOME": "/c", "HOME": "/h"])?.path == "/c/analyst")
        #expect(CacheFolder.url(["XDG_CACHE_HOME": "c", "HOME": "/h"])?.path == "/h/.cache/analyst")
        #expect(CacheFolder.url(["HOME": "/h"])?.path == "/h/.cache/analyst")
        #expect(CacheFolder.url([:]) == nil)
    }
}
