import Analyst
import RuleEngine

/// What the pages of the workbench share: the rules that a page is about, addresses, and what a page says while it waits.
struct Workbench {
    /// In an address, the rules in use in the place of a version.
    static let inUse = "in-use"

    let visit: Visit
    let desk: RuleDesk
    /// The version that the page is about; `nil`: the rules in use.
    let version: RuleVersion?

    var language: Language { visit.language }
    /// As addresses write it.
    var name: String { version?.id ?? Self.inUse }
    /// Of earlier work for the same browser on the same version nobody waits for the end.
    var subject: String { "\(visit.session.id)/\(name)" }

    /// - Parameter version: its name, or `in-use`.
    init(_ visit: Visit, version name: String) throws(WebFault) {
        guard let desk = visit.site.workbench else { throw .notFound }
        self.visit = visit
        self.desk = desk
        version =
            name == Self.inUse ? nil : try Self.found { () throws(RuleVersionFault) in try desk.shelf.version(name) }
    }

    /// The page of an address with a version in it.
    init(_ visit: Visit) throws(WebFault) { try self.init(visit, version: visit["version"]) }

    /// The page of an address that may name a version in its query.
    static func browsing(_ visit: Visit) throws(WebFault) -> Workbench {
        try Workbench(visit, version: visit.request.query["version"] ?? inUse)
    }

    /// Does something with versions; what cannot be shown is a fault of the page.
    static func found<Value>(_ body: () throws(RuleVersionFault) -> Value) throws(WebFault) -> Value {
        do {
            return try body()
        } catch {
            switch error {
            case .noSuchVersion, .noSuchFile: throw .notFound
            case .wrongState, .textChanged, .rulesChanged: throw .changedMeanwhile
            case .unwritable(let place, let fault): throw .failed("\(place): \(fault.reason.en)")
            case .bad(let input): throw .failed(input.diagnostics.first?.message.en ?? "")
            }
        }
    }

    // MARK: Rules

    /// The rules of the version, or those in use; `nil` while they are being read.
    func rules() async throws(WebFault) -> EditedRules? {
        guard let version else { return try await rulesInUse() }
        let texts = try Self.found { () throws(RuleVersionFault) in try desk.shelf.texts(in: version) }
        return try ready(await desk.rules(with: texts, subject: subject))
    }

    /// The rules with a text that is not saved.
    func rules(holding text: SourceFile) async throws(WebFault) -> EditedRules? {
        let texts = try version.map { version throws(WebFault) in
            try Self.found { () throws(RuleVersionFault) in try desk.shelf.texts(in: version) }
        }
        let others = (texts ?? []).filter { $0.name != text.name }
        return try ready(await desk.rules(with: others + [text], subject: "\(subject)/\(text.name)"))
    }

    func rulesInUse() async throws(WebFault) -> EditedRules? {
        try ready(await desk.rules(with: [], subject: Self.inUse))
    }

    private func ready(_ outcome: RuleDesk.Outcome<EditedRules>?) throws(WebFault) -> EditedRules? {
        switch outcome {
        case nil: return nil
        case .success(let rules): return rules
        case .failure(let input): throw .failed(input.diagnostics.first?.message.en ?? "")
        }
    }

    func check(_ rules: EditedRules) async -> RuleCheck? {
        await desk.check(rules, subject: subject, on: visit.site.setting.today())
    }

    // MARK: Addresses

    private func address(_ path: [String], _ fields: (String, String?)...) -> String {
        let query = fields.compactMap { name, value in value.map { FormFields.Field(name: name, value: $0) } }
        return visit.address(path, FormFields(query))
    }

    var home: String { visit.address("rules") }
    var page: String { version == nil ? home : visit.address("rules", "versions", name) }
    func page(_ part: String) -> String { visit.address("rules", "versions", name, part) }

    /// - Parameter file: as messages name it.
    func file(_ file: String, line: Int? = nil) -> String {
        let path = RuleFilePath(name: file)?.description ?? file
        return address(["rules", "file"], ("file", path), ("version", version?.id)) + (line.map { "#line-\($0)" } ?? "")
    }

    func edit(_ path: RuleFilePath, line: Int? = nil) -> String {
        address(["rules", "versions", name, "edit"], ("file", path.description)) + (line.map { "#text-\($0)" } ?? "")
    }

    func rule(_ rule: String) -> String { address(["rules", "rule"], ("rule", rule), ("version", version?.id)) }

    func usage(of name: String) -> String { address(["rules", "where"], ("name", name), ("version", version?.id)) }

    func address(of symbol: RuleSymbol) -> String {
        switch symbol {
        case .rule(let name): rule(name)
        case .finding(let source, let id): usage(of: "\(source)/\(id)")
        default: usage(of: symbol.name)
        }
    }

    func explanation(of code: String) -> String { address(["rules", "explain"], ("code", code)) }

    func cases(rule: String? = nil, file: String? = nil) -> String {
        address(["rules", "versions", name, "cases"], ("rule", rule), ("file", file))
    }

    var articleAddresses: RuleArticle.Addresses {
        .init(
            code: { usage(of: $1) }, source: { usage(of: "\($0)/\($1)") }, parameter: { usage(of: $0) })
    }

    // MARK: Pages

    /// A page of the workbench.
    func show(
        _ title: String, back: PageFrame.Link? = nil, mistakes: [PageFrame.Mistake] = [], isWide: Bool = true,
        status: Int = 200, keptBy form: String? = nil, _ content: (inout HTMLText) -> Void
    ) -> WebResponse {
        var html = HTMLText()
        html.element("h1", text: title)
        if let version {
            html.element("p", ["class": "intro"]) { line in
                line.write("\(Words.version[language]) ")
                line.element("a", ["href": page], text: version.title)
                line.write(" ")
                line.element("span", ["class": "state \(version.state)"], text: version.state.title[language])
            }
        }
        html.element("div", ["class": "rules"]) { content(&$0) }
        return visit.page(
            title, html.text, back: back ?? .init(page, version == nil ? Words.home[language] : Words.back[language]),
            mistakes: mistakes, isWide: isWide, status: status, keptBy: form)
    }

    /// What a page says while something is being worked out; it comes back by itself.
    func wait(_ doing: LocalizedText) -> WebResponse {
        var html = HTMLText()
        html.element("h1", text: Words.moment[language])
        html.element("p", ["role": "status"], text: doing[language])
        html.element("p", text: Words.comes[language])
        html.element("p") { $0.element("a", ["href": visit.here], text: Words.look[language]) }
        var response = visit.page(
            "\(Words.moment[language]): \(doing[language])", html.text, back: .init(page, Words.back[language]),
            leavesNotice: true)
        response.headers.append(("Refresh", "1"))
        return response
    }

    /// What a page says where a form could not do what it asks for: in words, with the way on.
    func refuse(_ fault: RuleVersionFault) throws(WebFault) -> WebResponse {
        let lines: [String]
        switch fault {
        case .noSuchVersion, .noSuchFile: throw .notFound
        case .wrongState(let state): lines = [Words.state(state)[language]]
        case .textChanged, .rulesChanged: lines = [Words.changed[language]]
        case .unwritable(let place, let fault):
            lines = [Words.unwritable(place, fault)[language], Words.unwritableAdvice[language]]
        case .bad(let input): lines = input.diagnostics.prefix(5).map { $0.message[language] }
        }
        return show(Words.refused[language], status: 409) { page in
            for line in lines { page.element("p", text: line) }
            guard let version, !version.files.isEmpty else { return }
            page.element("p") { $0.element("a", ["href": self.page("file")], text: Words.download[language]) }
        }
    }

    /// The form that opens a file in a version, or begins one for it.
    func writeOpening(_ file: String, to html: inout HTMLText) {
        guard let path = RuleFilePath(name: file) else { return }
        if let version, version.state.isOpen {
            html.element("p") { line in
                line.element("a", ["class": "button main", "href": edit(path)], text: Words.edit[language])
            }
            return
        }
        let open = desk.shelf.versions().versions.filter(\.state.isOpen)
        html.element("form", ["method": "post", "action": home, "novalidate": "", "class": "search"]) { form in
            form.markup(html: visit.token)
            form.markup(html: "<input type=\"hidden\" name=\"file\" value=\"\(AttributeText(path.description))\">")
            form.markup(
                html: FormField(
                    name: "version", label: Words.inVersion[language],
                    input: .choice(
                        open.map { .init(value: $0.id, text: $0.title) }
                            + [.init(value: "", text: Words.newVersion[language])])
                ).html())
            form.element("button", ["class": "main", "type": "submit"], text: Words.edit[language])
        }
    }

    /// A form of one button.
    func writeButton(
        _ title: String, to action: String, _ fields: [(String, String)], style: String? = nil, in html: inout HTMLText
    ) {
        html.element("form", ["method": "post", "action": action, "novalidate": ""]) { form in
            form.markup(html: visit.token)
            for (name, value) in fields {
                form.markup(html: "<input type=\"hidden\" name=\"\(name)\" value=\"\(AttributeText(value))\">")
            }
            form.element("button", ["type": "submit", "class": style], text: title)
        }
    }

    // MARK: - Wordings

    private enum Words {
        static let home = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let back = LocalizedText(nl: "Terug naar de versie", en: "Back to the version")
        static let version = LocalizedText(nl: "In de versie", en: "In the version")
        static let moment = LocalizedText(nl: "Een ogenblik", en: "One moment")
        static let comes = LocalizedText(
            nl: "Deze pagina komt vanzelf. Anderen kunnen gewoon verder werken.",
            en: "This page comes by itself. Others can go on with their work.")
        static let look = LocalizedText(nl: "Nu kijken of het klaar is", en: "Look now whether it is done")
        static let refused = LocalizedText(nl: "Dit kan nu niet", en: "This cannot be done now")
        static let changed = LocalizedText(
            nl: "Iemand anders wijzigde intussen iets. Ga terug en bekijk het opnieuw; er is niets overschreven.",
            en: "Somebody else changed something meanwhile. Go back and look again; nothing was overwritten.")
        static let unwritableAdvice = LocalizedText(
            nl:
                "Er is niets half weggeschreven. Vraag wie het programma beheert om schrijfrechten op deze map, of download de "
                + "bestanden en zet ze zelf bij de regels.",
            en:
                "Nothing was half written. Ask whoever runs the program for the right to write in this folder, or download the "
                + "files and put them among the rules yourself.")
        static let download = LocalizedText(
            nl: "Download de bestanden van deze versie", en: "Download the files of this version")
        static let edit = LocalizedText(nl: "Wijzig dit bestand", en: "Change this file")
        static let inVersion = LocalizedText(nl: "In welke versie?", en: "In which version?")
        static let newVersion = LocalizedText(nl: "Een nieuwe versie", en: "A new version")

        static func unwritable(_ place: String, _ fault: FileFault) -> LocalizedText {
            LocalizedText(
                nl: "In \(place) kan niet geschreven worden: \(fault.reason.nl).",
                en: "It is not possible to write in \(place): \(fault.reason.en).")
        }

        static func state(_ state: RuleVersion.State) -> LocalizedText {
            LocalizedText(
                nl: "Deze versie is ‘\(state.title.nl)’; dan kan dit niet.",
                en: "This version is ‘\(state.title.en)’; this cannot be done then.")
        }
    }
}
