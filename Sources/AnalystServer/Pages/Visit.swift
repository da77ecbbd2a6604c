package import Analyst
package import RuleEngine

/// One request for one page, with all that the page needs to answer it.
package struct Visit: Sendable {
    package let request: WebRequest
    /// The words of the path that the route leaves open.
    package let parameters: [String: String]
    package let form: MultipartForm
    package let session: WebSession
    package let site: Site
    /// Who logged in, on a server for a team.
    package let member: TeamUser?

    package var language: Language { request.language }
    package var fields: FormFields { form.fields }

    package subscript(parameter: String) -> String { parameters[parameter] ?? "" }

    // MARK: Addresses

    /// The address of a page in the language of this one.
    package func address(_ path: [String], _ query: FormFields = FormFields()) -> String {
        Self.address(path, query, language)
    }

    package func address(_ path: String..., query: FormFields = FormFields()) -> String { address(path, query) }

    /// This page, with its query.
    package var here: String { address(request.path, request.query) }

    /// This page in the other language.
    package var translation: String { Self.address(request.path, request.query, language == .nl ? .en : .nl) }

    static func address(_ path: [String], _ query: FormFields, _ language: Language) -> String {
        let words = (language == .en ? ["en"] : []) + path
        let start = "/" + words.map(PercentCoding.encoded).joined(separator: "/")
        return query.fields.isEmpty ? start : "\(start)?\(query.urlEncoded)"
    }

    // MARK: Pages

    package func text(_ text: LocalizedText) -> String { text[language] }

    /// A page of this site.
    ///
    /// - Parameter leavesNotice: what is to be said is left for the page that comes after this one.
    package func page(
        _ title: String, _ content: String, dossier: DossierSummary? = nil, back: PageFrame.Link? = nil,
        mistakes: [PageFrame.Mistake] = [], isWide: Bool = false, status: Int = 200,
        keptBy form: String? = nil, leavesNotice: Bool = false
    ) -> WebResponse {
        let frame = PageFrame(
            language: language, title: title,
            dossier: dossier.map { PageFrame.Link(address("dossiers", $0.id.text), $0.title) }, back: back,
            account: member.map { PageFrame.Link(address("account"), $0.name) }, mistakes: mistakes,
            notice: request.method == .get && !leavesNotice
                ? site.sessions.takeNotice(in: session.id, about: dossier?.id.text) : nil,
            isWide: isWide, keptBy: form, translation: translation, content: content)
        return .page(frame.html(), status: status)
    }

    package func redirect(_ address: String) -> WebResponse { .seeOther(address) }

    /// Says something on the next page.
    package func say(_ title: String, _ lines: [String] = [], dossier: String? = nil) {
        site.sessions.say(.init(title: title, lines: lines, dossier: dossier), in: session.id)
    }

    /// The hidden field that each form needs.
    package var token: String {
        "<input type=\"hidden\" name=\"\(Site.tokenField)\" value=\"\(session.formToken)\">"
    }

    /// Who works here, as the history tells it: the account, or the name that the person gave to this browser.
    package var author: String? { site.logins == nil ? WorkerName.of(request) : member?.name }

    /// Whether dossiers may be changed: by everybody, or by the workers of a team.
    package var mayWork: Bool { has(.worker) }

    package var mayRead: Bool { has(.worker) || has(.advisor) }

    package var mayAdvise: Bool { has(.advisor) }

    package var mayDelete: Bool { has(.administrator) }

    private func has(_ role: TeamRole) -> Bool { site.logins == nil || member?.roles.contains(role) == true }

    /// Where a link of the frame leads that takes along what is typed: a page of this server.
    package var way: String? { fields[Self.wayField].flatMap { OwnAddress($0) }?.text }

    private static let wayField = "go"

    // MARK: Dossiers

    /// The day of the analysis.
    package var day: FEELDate { site.day() }

    /// The dossier that the address names.
    package func dossierID() throws(WebFault) -> DossierID {
        guard let id = DossierID(self["dossier"]) else { throw .notFound }
        guard !site.wasDeleted(id) else { throw .gone }
        return id
    }

    package func dossier() throws(WebFault) -> Dossier {
        let id = try dossierID()
        return try inStore { store throws(DossierFault) in try store.load(id) }
    }

    /// Reads in the questionnaire of the dossier that the address names.
    package func read<Result: Sendable>(
        _ body: @Sendable (inout Questionnaire, DossierSummary) throws(DossierFault) -> Result
    ) async throws(WebFault) -> Result {
        let dossier = await site.desk.dossier(try dossierID(), under: try rules())
        do {
            return try await dossier.read(on: day, body)
        } catch {
            throw WebFault(error)
        }
    }

    /// Keeps a change of an answer.
    package func record(
        _ change: AnswerChange, by author: String?
    ) async throws(WebFault) -> Result<Questionnaire.Effect, DossierFault> {
        let dossier = await site.desk.dossier(try dossierID(), under: try rules())
        do {
            return .success(try await dossier.record(change, on: day, by: author, at: site.setting.instant()))
        } catch {
            return .failure(error)
        }
    }

    /// The analysis of the dossier as it stands.
    package func analysis(of dossier: Dossier) async throws(WebFault) -> DossierAnalysis {
        let rules = try rules()
        do {
            return try await site.analyses.analysis(of: dossier, under: rules, on: day, in: language)
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
    }

    /// The dossier with all rules run.
    package func wholeArea(of dossier: Dossier) async throws(WebFault) -> AreaSession {
        let rules = try rules()
        do {
            return try await site.analyses.wholeArea(of: dossier, under: rules, on: day)
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
    }

    /// The dossier with the rules of the report run.
    package func area(of dossier: Dossier) async throws(WebFault) -> AreaSession {
        let rules = try rules()
        do {
            return try await site.analyses.area(of: dossier, under: rules, on: day)
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
    }

    /// Does something with the dossier itself.
    package func inStore<Result>(
        _ body: (any DossierStore) throws(DossierFault) -> Result
    ) throws(WebFault) -> Result {
        do {
            return try body(site.store)
        } catch {
            throw WebFault(error)
        }
    }

    package func rules() throws(WebFault) -> CompiledRules {
        switch site.rules.state {
        case .reading: throw .notReady
        case .ready(let rules): return rules
        case .unusable(let fault): throw .failed(fault.diagnostics.first?.message[language] ?? "")
        }
    }
}

extension WebFault {
    package init(_ fault: TeamFault) { self = .failed(fault.asBadInput().diagnostics.first?.message.en ?? "") }

    /// What a page says of a fault that it does not handle itself.
    package init(_ fault: DossierFault) {
        switch fault {
        case .noSuchDossier, .noSuchVersion: self = .notFound
        case .closed: self = .closed
        case .conflict, .revisionConflict, .nothingToUndo: self = .changedMeanwhile
        case .bad, .storage: self = .failed(fault.asBadInput().diagnostics.first?.message.en ?? "")
        }
    }
}
