import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// How tables are fetched before a sheet is made: only when the user says so.
struct DownloadOptions: ParsableArguments {
    @Flag(
        name: .customLong("download"),
        help: "Haal de open tabellen op bij de uitgevers. / Fetch the open tables from their publishers.")
    var isWanted = false

    @Flag(
        name: .customLong("refresh"),
        help: "Haal ook op wat er al is. / Fetch also what is there already.")
    var isFresh = false

    @Option(
        help: """
            Map waarin het opgehaalde blijft; zonder: uw cachemap. / Folder for what is fetched; without it your cache folder.
            """)
    var cache: String?

    @Option(
        help: """
            Andere dienst die net zo antwoordt, zoals een spiegel. / Another service that answers in the same way, such as a \
            mirror.
            """)
    var service: String?

    @Option(help: "Seconden geduld zonder antwoord. / Seconds of patience without an answer.")
    var patience = 60

    func validate() throws {
        if !isWanted, isFresh || cache != nil || service != nil {
            throw ValidationError("--refresh, --cache, --service: bij / with --download")
        }
        if !(1...3_600).contains(patience) { throw ValidationError("--patience: 1 … 3600") }
        if let service, !Self.isAddress(service) {
            throw ValidationError("--service: https://… (of / or http://127.0.0.1:…)")
        }
    }

    /// Fetches the tables of the municipalities of these places.
    ///
    /// - Returns: the folders with the files, one for each municipality.
    /// - Throws: `UnclearArea` for a name that does not stand for one region.
    func folders(
        of places: [String], _ recipes: ImportRecipes, year: Int?, _ common: CommonOptions
    ) throws -> [URL] {
        let cache = try cacheFolder(common.language)
        var municipalities: [RegionCode] = []
        for place in places {
            let code =
                try RegionCode(loose: place)?.enclosing(.municipality)
                ?? named(place, in: cache, recipes, year: year, common)
            if !municipalities.contains(code) { municipalities.append(code) }
        }
        var folders: [URL] = []
        for municipality in municipalities {
            let folder = cache.appending(path: municipality.text, directoryHint: .isDirectory)
            let download = download(into: folder, common)
            let requests = TableRequest.all(of: recipes, in: municipality, service: service)
            try common.attempt { () throws(BadInput) in try download.fetch(all: requests) }
            folders.append(folder)
        }
        return folders
    }

    /// The municipality of a place with a name: the list of all names of the country tells it.
    private func named(
        _ place: String, in cache: URL, _ recipes: ImportRecipes, year: Int?, _ common: CommonOptions
    ) throws -> RegionCode {
        guard let names = TableRequest.names(of: recipes, year: year, service: service) else {
            Console.error(LocalizedText.noNames[common.language])
            throw ExitCode(ExitStatus.badInput)
        }
        let folder = cache.appending(path: RegionCode.netherlands.text, directoryHint: .isDirectory)
        let directory = try common.attempt { () throws(BadInput) in
            let outcome = try download(into: folder, common).fetch(names.request)
            guard outcome != .gone else { throw BadInput([.noNames(names.request)]) }
            return try AreaDirectory(
                folder.appending(path: names.request.file), recipes, of: names.recipe, names.edition)
        }
        return try directory.municipality(of: place)
    }

    private func download(into folder: URL, _ common: CommonOptions) -> TableDownload {
        let language = common.language
        return TableDownload(
            into: folder, from: WebService(patience: patience), day: LocalDay.today?.description ?? "",
            isFresh: isFresh, pause: { Thread.sleep(forTimeInterval: TimeInterval($0)) },
            report: { Console.error($0[language]) })
    }

    private func cacheFolder(_ language: Language) throws -> URL {
        if let cache { return URL(filePath: cache, directoryHint: .isDirectory) }
        if let folder = CacheFolder.url() { return folder }
        Console.error(LocalizedText.noCache[language])
        throw ExitCode(ExitStatus.usage)
    }

    private static func isAddress(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme else { return false }
        let isPlain = parts.query == nil && parts.fragment == nil && parts.user == nil
        return ["https", "http"].contains(scheme) && parts.host?.isEmpty == false && isPlain
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noCache = LocalizedText(
        nl: "er is geen cachemap (HOME en XDG_CACHE_HOME zijn leeg); noem een map met --cache",
        en: "there is no cache folder (HOME and XDG_CACHE_HOME are empty); name a folder with --cache")

    fileprivate static let noNames = LocalizedText(
        nl: "geen recept zegt waar de namen van wijken en buurten staan; noem de code, zoals BU06060607",
        en: "no recipe tells where the names of wijken and buurten are; give the code, such as BU06060607")
}

extension Diagnostic {
    fileprivate static func noNames(_ request: TableRequest) -> Diagnostic {
        Diagnostic(
            code: "download/no-names",
            message: LocalizedText(
                nl: "de lijst met namen van wijken en buurten is er niet (meer): \(request.title)",
                en: "the list of names of wijken and buurten is not there (any more): \(request.title)"),
            at: nil,
            hint: LocalizedText(
                nl: "noem de code, zoals BU06060607, of een ander jaar met --boundaries",
                en: "give the code, such as BU06060607, or another year with --boundaries"))
    }
}
