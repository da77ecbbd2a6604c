import Foundation
import RuleEngine
import Synchronization
import Testing

@testable import Analyst
@testable import AnalystServer
@testable import AnalystStore

/// The real server on a port of its own, with a database in a folder that goes away with it.
final class RunningServer: Sendable {
    let port: Int
    let site: Site
    let folder: URL
    private let task: Task<Void, any Error>
    private let keepsFolder: Bool
    private let executor = ServerExecutor()

    /// - Parameter folder: one with dossiers, which stays; without it a new one.
    init(
        rules: RulesOnHand = RulesOnHand(.ready(Town.rules), recipes: Town.recipes), folder given: URL? = nil,
        offers: [SheetOffer] = [],
        hosts: [String] = [], converter: (any PDFConverter)? = nil, isTeam: Bool = false, proxies: [String] = [],
        casebooks: URL? = nil, workbench: RuleDesk? = nil
    ) async throws {
        let folder = given ?? FileManager.default.temporaryDirectory.appending(path: "serve-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder
        keepsFolder = given != nil
        let store = try SQLiteDossierStore(path: folder.appending(path: "dossiers.sqlite").path)
        let today = try #require(FEELDate("2026-11-30"))
        let ticks = Ticks()
        site = Site(
            store, under: rules,
            setting: .init(
                seconds: { ticks.value.withLock { $0 } }, instant: { "2026-11-30T14:20:00+01:00" }, today: { today },
                sheets: { offers }, contact: "Bel 14 000.", hosts: hosts,
                converter: converter, team: isTeam ? store : nil, proxies: proxies),
            training: casebooks.map { TrainingRoom(CaseShelf($0), store) }, workbench: workbench)
        self.ticks = ticks
        let server = WebServer(site, port: 0)
        let (ports, started) = AsyncStream<Int>.makeStream()
        task = Task.detached(executorPreference: executor) {
            defer { started.finish() }
            try await server.run(handlesSignals: false) { started.yield($0) }
        }
        var found: Int?
        for await port in ports {
            found = port
            break
        }
        port = try #require(found)
    }

    private let ticks: Ticks

    private final class Ticks: Sendable {
        let value = Mutex<Double>(1_000)
    }

    /// Moves the clock of the server.
    func wait(seconds: Double) { ticks.value.withLock { $0 += seconds } }

    /// Ends the server at once, as a kill does to what it has in memory.
    func stop() { task.cancel() }

    deinit {
        task.cancel()
        // A folder that stays behind in the temporary folder harms nothing.
        if !keepsFolder { try? FileManager.default.removeItem(at: folder) }
    }

    func browser() -> Browser { Browser(port: port) }

    /// A dossier from a sheet of the town.
    func dossier(_ sheet: String = Town.sheet()) throws -> DossierID {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<DossierID.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let id = try #require(DossierID(random: bytes))
        _ = try site.store.create(try NewDossier(id, from: sheet), by: nil, at: "2026-11-30T10:00:00+01:00")
        return id
    }

    /// The password of each account of the tests.
    static let password = "een zin van vier woorden"

    private static let hash = PasswordHash(of: password, salt: [UInt8](repeating: 7, count: 16))

    var team: any TeamStore {
        get throws { try #require(site.setting.team) }
    }

    /// Makes an account.
    func account(_ name: String, _ roles: TeamRole...) throws {
        let user = try #require(TeamUser(name, roles: Set(roles), created: "2026-11-30T10:00:00+01:00"))
        try team.add(user, password: try #require(Self.hash), by: nil)
    }

    /// A browser in which somebody logged in.
    func browser(of name: String) throws -> Browser {
        let browser = browser()
        let form = try browser.get("/login")
        #expect(try browser.submit(form, [("name", name), ("password", Self.password)]).status == 303)
        return browser
    }

    /// The log, the first line first: `anna login`.
    func log() throws -> [String] {
        try team.log(most: 1_000).reversed().map { entry in
            [entry.user ?? "-", entry.action.rawValue, entry.subject, entry.dossier == nil ? nil : "dossier"]
                .compactMap(\.self).joined(separator: " ")
        }
    }

    /// The answers of a dossier: `overlast bewoners true`.
    func answers(_ id: DossierID) throws -> [String] {
        try site.store.load(id).answers.map { "\($0.question) \($0.perspective) \($0.value.text)" }
    }
}
