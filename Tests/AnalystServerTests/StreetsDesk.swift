import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystServer

/// A server whose advisors work on the rules about streets of the documentation, copied to a folder that goes away with it,
/// and one sheet.
final class StreetsDesk: Sendable {
    let server: RunningServer
    let folder: URL
    var rules: URL { folder.appending(path: "rules") }
    var versions: URL { folder.appending(path: "rule-versions") }
    var shelf: RuleVersionShelf { RuleVersionShelf(rules: rules) }
    private let offer: SheetOffer

    static let rulesFile = "streets.yaml"
    static let casesFile = "streets.cases.yaml"
    static let limits = "limits.yaml"

    static let source = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../docs/examples/streets")

    /// - Parameter versions: the folder of versions, where it is not the one beside the rules.
    init(isTeam: Bool = false, versions: String? = nil) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let rules = folder.appending(path: "rules")
        try FileManager.default.copyItem(at: Self.source.standardizedFileURL, to: rules)
        let sheet = folder.appending(path: "dorpsstraat.yaml")
        try Data(Self.sheet.utf8).write(to: sheet)
        offer = SheetOffer(
            id: "dorpsstraat.yaml", title: LocalizedText(nl: "Dorpsstraat", en: "Village street"), path: sheet.path)
        let shelf = RuleVersionShelf(rules: rules, folder: versions.map { URL(filePath: folder.path + $0) })
        let library = try RuleLibrary(folder: rules)
        server = try await RunningServer(
            rules: RulesOnHand(.ready(CompiledRules(library))), offers: [offer], isTeam: isTeam,
            workbench: RuleDesk(shelf) { CompiledRules($0) })
    }

    deinit {
        // A folder that stays behind in the temporary folder harms nothing.
        try? FileManager.default.removeItem(at: folder)
    }

    private static let sheet = """
        sheet: stad
        title: { nl: Dorpsstraat, en: Village street }
        area:
          municipality: { code: GM0001, name: Stad }
        figures:
          traffic: { value: 5200, unit: cars, year: 2023 }
          width: { unknown: not-published }
        efforts: { complete: true, known: [] }
        voices: { complete: true, known: [] }
        answers: []

        """

    func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: rules.appending(path: file)), as: UTF8.self)
    }

    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: rules.appending(path: file))
    }

    /// The hash of the rules that analyses use now.
    var served: String {
        if case .ready(let rules) = server.site.rules.state { rules.hash } else { "" }
    }
}

extension Browser {
    /// A page that may take a while: asks again as the page itself would.
    func settled(_ path: String) throws -> Page {
        var page = try get(path)
        for _ in 0..<600 where page.headers["refresh"] != nil {
            #expect(page.status == 200 && page.heading == "Een ogenblik" || page.heading == "One moment")
            usleep(50_000)
            page = try get(path)
        }
        return page
    }

    /// Where a form led, once it is there.
    func settled(after sent: Page) throws -> Page {
        #expect(sent.status == 303, "\(sent.text.prefix(400))")
        return try settled(String(try #require(sent.headers["location"]).prefix { $0 != "#" }))
    }

    /// A form of a page as it stands there: its hidden fields and its texts.
    func fill(_ page: Page, _ fields: [(String, String)], to path: String) throws -> Page {
        try submit(page, fields, to: path)
    }
}
