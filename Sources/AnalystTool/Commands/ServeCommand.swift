import Analyst
import AnalystServer
import AnalystStore
internal import ArgumentParser
import Foundation
import RuleEngine

/// `analyst serve`: the dossiers and their questions in a browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Werk in een browser aan dossiers. / Work on dossiers in a browser.",
        discussion: "analyst serve --port 8080")

    @Option(help: "Poort; 0 is een vrije. / Port; 0 is any that is free.")
    var port = 8080

    @Option(
        help: """
            Adres waarop het luistert; zonder: alleen deze computer. / Address to listen on; without it this computer alone.
            """)
    var host = "127.0.0.1"

    @Option(
        help: """
            Naam waaronder de browser het programma vindt, achter een reverse proxy. / Name by which browsers find it, behind \
            a reverse proxy.
            """)
    var publicName: [String] = []

    @Flag(
        help: """
            Voor een team: iedereen meldt zich aan met een account van analyst user. / For a team: everybody logs in with an \
            account of analyst user.
            """)
    var team = false

    @Option(
        help: """
            Adres van een reverse proxy die vertelt van wie een verzoek komt, mag vaker. / Address of a reverse proxy that \
            tells who asks, more than once if need be.
            """)
    var trustedProxy: [String] = []

    @Option(help: "Wie gebruikers helpt: een zin. / Who helps users: a sentence.")
    var contact: String?

    @Option(help: "Bestand met de dossiers. / File with the dossiers.")
    var database: String?

    @Option(help: "Map met feitenbladen om uit te kiezen. / Folder of fact sheets to choose from.")
    var sheets: String?

    @Option(help: "Map met casusboeken om mee te oefenen. / Folder of casebooks to practise with.")
    var casebooks: String?

    @Option(
        help: """
            Map met versies van de regels, van de werkbank; zonder: rule-versions naast de regels. / Folder of versions of the \
            rules, of the workbench; without it rule-versions beside the rules.
            """)
    var ruleVersions: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port: 0 … 65535") }
    }

    func run() async throws {
        let store = try store()
        if team { try requireAccounts(in: store) }
        let room = TrainingRoom(CaseShelf(casebooksFolder), store)
        let date = try common.date.map { _ in try common.analysisDate() }
        guard let start = LocalDay.today else { throw ValidationError("--date") }
        let rules = RulesOnHand()
        let workbench = workbench
        // What a stop of the machine left half in its place is put right before it is read; a fault is told on its page.
        _ = try? workbench?.shelf.finish(on: LocalDay.today ?? start)
        read(into: rules)
        let offers = SheetOffers(sheetsFolder)
        let setting = Site.Setting(
            seconds: { Date().timeIntervalSince1970 },
            instant: { LocalDay.now?.description ?? "" },
            today: { LocalDay.today ?? start },
            analysisDay: date, sheets: { offers.list }, contact: contact, hosts: publicName + [host],
            converter: PDFProgram.installed,
            report: { Console.error($0) }, team: team ? store : nil, proxies: trustedProxy)
        let server = WebServer(
            Site(store, under: rules, setting: setting, training: room, workbench: workbench), host: host, port: port)
        let (host, language) = (host, common.language)
        do {
            try await server.run { port in
                Console.output("\(LocalizedText.listening(host, port)[language])\n")
            }
        } catch {
            Console.error(LocalizedText.cannotListen(host, port, "\(error)")[language])
            throw ExitCode(ExitStatus.unwritable)
        }
    }

    /// Where advisors work on the rules; rules of one file or of standard input are in no folder to work in.
    private var workbench: RuleDesk? {
        let folder = common.rulesFolder
        // Packages are changed by who publishes them, and are as their lock says.
        guard RuleLibrary.isFolder(folder), !KnowledgeFolder.isAt(folder) else { return nil }
        let common = common
        return RuleDesk(
            RuleVersionShelf(rules: folder, folder: ruleVersions.map { URL(filePath: $0) }),
            compile: { common.compiled($0) })
    }

    /// Reads the rules while the server already answers; without rules there is nothing to serve.
    private func read(into rules: RulesOnHand) {
        let common = common
        Thread.detachNewThread {
            do {
                let library = try common.library()
                rules.put(.ready(common.compiled(library)), recipes: ImportRecipes(library))
            } catch let code as ExitCode {
                Foundation.exit(code.rawValue)
            } catch {
                Foundation.exit(ExitStatus.badInput)
            }
        }
    }

    /// Without an account nobody could log in.
    private func requireAccounts(in store: any TeamStore) throws {
        let users = try common.attempt { () throws(BadInput) in
            do throws(TeamFault) {
                return try store.users()
            } catch {
                throw error.asBadInput()
            }
        }
        guard users.isEmpty else { return }
        Console.error(LocalizedText.noAccounts[common.language])
        throw ExitCode(ExitStatus.usage)
    }

    private func store() throws -> SQLiteDossierStore {
        guard let path = DatabasePlace.path(database) else { throw ValidationError("--database") }
        return try common.attempt { () throws(BadInput) in
            do throws(StorageFault) {
                return try SQLiteDossierStore(path: path)
            } catch {
                throw DossierFault.storage(error).asBadInput(in: path)
            }
        }
    }

    /// The folder that is named, else the one beside the rules.
    private var casebooksFolder: URL {
        casebooks.map { URL(filePath: $0).standardizedFileURL }
            ?? common.rulesFolder.standardizedFileURL.deletingLastPathComponent().appending(path: "casebooks")
    }

    /// The folder that is named, else the one beside the rules.
    private var sheetsFolder: URL {
        sheets.map { URL(filePath: $0) } ?? common.rulesFolder.deletingLastPathComponent().appending(path: "sheets")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noAccounts = LocalizedText(
        nl: "er zijn nog geen accounts; maak er een met analyst user add NAAM --role administrator",
        en: "there are no accounts yet; make one with analyst user add NAME --role administrator")

    fileprivate static func listening(_ host: String, _ port: Int) -> LocalizedText {
        LocalizedText(
            nl: "Open http://\(host):\(port)/ in een browser. Stoppen: Ctrl-C.",
            en: "Open http://\(host):\(port)/en in a browser. Stop it: Ctrl-C.")
    }

    fileprivate static func cannotListen(_ host: String, _ port: Int, _ reason: String) -> LocalizedText {
        LocalizedText(
            nl: "op \(host):\(port) kan niet geluisterd worden: \(reason); kies een andere poort met --port",
            en: "cannot listen on \(host):\(port): \(reason); choose another port with --port")
    }
}
