import RuleEngine
import Synchronization
import Testing

@testable import Analyst
@testable import AnalystServer

/// The report to take home.
@Suite struct ReportPageTests {
    @Test(arguments: ReportFormat.allCases.filter { $0 != .pdf })
    func `R1: each form comes with a good name and its own type, and is kept by no browser`(
        format: ReportFormat
    )
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/report")
        #expect(page.body.contains("value=\"\(format.rawValue)\""))
        let file = try browser.get("/dossiers/\(id)/report/file?for=&language=nl&format=\(format.rawValue)")
        #expect(file.status == 200)
        #expect(file.headers["content-type"] == format.mediaType)
        #expect(file.headers["cache-control"] == "no-store")
        #expect(
            file.headers["content-disposition"]
                == "attachment; filename=\"de-stad-2026-11-30.\(format.fileExtension)\"")
        #expect(file.body.hasPrefix("PK") == [.odt, .docx, .xlsx, .ods].contains(format))
    }

    @Test func `G8: the file is, byte for byte, what the command makes of the exported sheet`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let file = try server.browser().get("/dossiers/\(id)/report/file?language=nl&format=text")
        let options = AnalysisOptions(
            language: .nl, format: "text", details: false, laterFigures: false, allowErrors: false)
        var run = AnalysisRun(options, under: Town.rules, on: server.site.day())
        _ = run.add(try FactSheet.read(SourceFile(name: "elders.yaml", text: Town.sheet(bijstand: "14"))))
        #expect(file.body == String(decoding: try run.report(), as: UTF8.self))
    }

    @Test func `R5: a version for residents is shorter and says for whom it is`() async throws {
        let server = try await RunningServer()
        let id = try server.dossier(Town.sheet(bijstand: "14"))
        let browser = server.browser()
        let all = try browser.get("/dossiers/\(id)/report/file?language=en&format=html")
        let residents = try browser.get("/dossiers/\(id)/report/file?for=residents&language=en&format=html")
        #expect(residents.body.contains("For residents") && residents.body.count < all.body.count)
        #expect(residents.headers["content-disposition"]?.contains("de-stad-residents-2026-11-30.html") == true)
        for wrong in ["for=koning&format=html", "format=exe", "format=html&language=fr", "language=nl"] {
            #expect(try browser.get("/dossiers/\(id)/report/file?\(wrong)").status == 404)
        }
    }

    @Test func `R17: without a program for it a PDF is not offered, and the page says what can be had instead`()
        async throws
    {
        let server = try await RunningServer()
        let id = try server.dossier()
        let browser = server.browser()
        let page = try browser.get("/dossiers/\(id)/report")
        #expect(!page.body.contains("value=\"pdf\""))
        #expect(page.text.contains("Een PDF kan nu niet") && page.text.contains("ODT of DOCX"))
        let asked = try browser.follow(try browser.get("/dossiers/\(id)/report/file?format=pdf"))
        #expect(asked.heading == "Rapport downloaden")
    }

    @Test func `a PDF comes from the program that is there, and where it fails the page says so`() async throws {
        let converter = Converter()
        let server = try await RunningServer(converter: converter)
        let id = try server.dossier()
        let browser = server.browser()
        #expect(try browser.get("/dossiers/\(id)/report").body.contains("value=\"pdf\""))
        let file = try browser.get("/dossiers/\(id)/report/file?format=pdf")
        #expect(file.headers["content-type"] == "application/pdf" && file.body == "%PDF 20261130")
        converter.fails.withLock { $0 = true }
        let failed = try browser.follow(try browser.get("/dossiers/\(id)/report/file?format=pdf"))
        #expect(failed.text.contains("De PDF kon niet worden gemaakt."))
    }

    private final class Converter: PDFConverter {
        let fails = Mutex(false)

        func pdf(of page: String, day: String) throws(ReportFault) -> [UInt8] {
            guard !fails.withLock({ $0 }) else { throw .conversionFailed(program: "p", message: "m") }
            return Array("%PDF \(day)".utf8)
        }
    }
}
