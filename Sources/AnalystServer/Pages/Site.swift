package import Analyst
package import RuleEngine
import Synchronization

/// All pages, with what they need: takes requests, gives answers.
package final class Site: Sendable {
    /// What the server is told of the world around it.
    package struct Setting: Sendable {
        /// Seconds since some moment.
        package let seconds: @Sendable () -> Double
        /// This instant, in ISO 8601.
        package let instant: @Sendable () -> String
        /// Today; answers are given on it.
        package let today: @Sendable () -> FEELDate
        /// The day of the analysis, where it is not today.
        package let analysisDay: FEELDate?
        /// Sheets that a dossier can be made from.
        package let sheets: @Sendable () -> [SheetOffer]
        /// Whom to ask for help, as the one who runs the server says it.
        package let contact: String?
        /// Names by which the server may be asked, beside those of this machine.
        package let hosts: [String]
        /// Makes PDFs of reports; `nil` where no program for it is there.
        package let converter: (any PDFConverter)?
        /// Told of each failure, with its number.
        package let report: @Sendable (String) -> Void
        /// The accounts of a team; without them everybody who reaches the server may do all.
        package let team: (any TeamStore)?
        /// Addresses of reverse proxies whose word on who asks is taken.
        package let proxies: [String]

        package init(
            seconds: @escaping @Sendable () -> Double, instant: @escaping @Sendable () -> String,
            today: @escaping @Sendable () -> FEELDate,
            analysisDay: FEELDate? = nil, sheets: @escaping @Sendable () -> [SheetOffer] = { [] },
            contact: String? = nil, hosts: [String] = [], converter: (any PDFConverter)? = nil,
            report: @escaping @Sendable (String) -> Void = { _ in }, team: (any TeamStore)? = nil,
            proxies: [String] = []
        ) {
            self.seconds = seconds
            self.instant = instant
            self.today = today
            self.analysisDay = analysisDay
            self.sheets = sheets
            self.contact = contact
            self.hosts = hosts
            self.converter = converter
            self.report = report
            self.team = team
            self.proxies = proxies
        }
    }

    /// The name of the hidden field with the word of the session.
    package static let tokenField = "token"

    package let store: any DossierStore
    /// Where people practise; `nil` where there are no casebooks.
    package let training: TrainingRoom?
    /// Where advisors work on rules; `nil` where the rules come from no folder.
    package let workbench: RuleDesk?
    package let rules: RulesOnHand
    package let desk: DossierDesk
    package let analyses = AnalysisDesk()
    package let figures = FigureDesk()
    package let sessions = SessionTable()
    package let setting: Setting
    /// The door, on a server for a team.
    package let logins: LoginDesk?
    private let hosts: HostCheck
    private let limit = RateLimit()

    package init(
        _ store: any DossierStore, under rules: RulesOnHand, setting: Setting, training: TrainingRoom? = nil,
        workbench: RuleDesk? = nil
    ) {
        self.store = store
        self.workbench = workbench
        self.training = training
        self.rules = rules
        self.setting = setting
        desk = DossierDesk(store)
        logins = setting.team.map { LoginDesk($0) }
        hosts = HostCheck(setting.hosts)
    }

    private let deleted = Mutex<Set<DossierID>>([])

    /// Whether the dossier was deleted since the server started.
    package func wasDeleted(_ id: DossierID) -> Bool { deleted.withLock { $0.contains(id) } }

    /// Forgets all that is remembered of a dossier that was deleted.
    package func forget(_ id: DossierID) async {
        deleted.withLock { _ = $0.insert(id) }
        sessions.forget(dossier: id.text)
        await desk.putAway(id)
        await analyses.putAway(id)
        figures.forget(id)
    }

    /// Works with other rules from now on.
    package func take(_ new: RuleDesk.NewRules) async {
        rules.put(.ready(new.rules), recipes: new.recipes)
        await desk.putAwayAll()
        await analyses.putAwayAll()
        await training?.shelf.putAwayAll()
    }

    /// On the first request of a day, takes the versions of rules into use that were planned for it.
    private func takeDueRules() {
        let today = setting.today()
        guard let workbench, case .ready = rules.state, workbench.isNewDay(today) else { return }
        Task { if let new = await workbench.takeDue(on: today) { await take(new) } }
    }

    package func day() -> FEELDate { setting.analysisDay ?? setting.today() }

    /// The day on which answers are given: one about an earlier day asks how it was then.
    package func answerDay() -> FEELDate { min(setting.today(), day()) }

    package func respond(to request: WebRequest) async -> WebResponse {
        takeDueRules()
        var response = await answer(request)
        response.headers += SecurityHeaders.all
        if request.method == .head { response.body = [] }
        return response
    }

    /// The answer to what could not even be read as a request.
    package func refuse(_ fault: WebFault, language: Language = .nl) -> WebResponse {
        var response = FaultPage.response(
            fault, number: number(), language: language, translation: language == .nl ? "/en/" : "/", here: "/",
            token: "")
        response.headers += SecurityHeaders.all
        return response
    }

    private func answer(_ request: WebRequest) async -> WebResponse {
        let now = setting.seconds()
        if request.path == ["style.css"], request.method != .post {
            return WebResponse(
                status: 200,
                headers: [("Content-Type", "text/css; charset=utf-8"), ("Cache-Control", "public, max-age=3600")],
                body: Array((StyleSheet.text + StyleSheet.analysis + StyleSheet.workbench).utf8))
        }
        if request.path == ["health"], request.method != .post {
            return WebResponse(
                status: 200, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array("ok\n".utf8))
        }
        let known = sessions.session(request.cookie(SessionTable.cookie), now: now)
        guard hosts.allows(request.headers["host"]) else { return failure(.foreign, request, known) }
        guard limit.admits(known?.id ?? request.client, now: now) else { return failure(.tooMany, request, known) }
        let session = known ?? sessions.make(now: now)
        var response: WebResponse
        do {
            response = try await answer(request, known, session)
        } catch {
            response = failure(error, request, session)
        }
        if known == nil {
            response.headers.insert(SessionTable.header(session.id, isSecure: request.isSecure), at: 0)
        }
        return response
    }

    private func answer(
        _ request: WebRequest, _ known: WebSession?, _ session: WebSession
    ) async throws(WebFault) -> WebResponse {
        let form: MultipartForm
        do {
            form = try request.form()
        } catch {
            throw error == .tooLarge ? .tooLarge : .broken
        }
        for route in Routes.all {
            guard let parameters = route.parameters(of: request.path) else { continue }
            if request.method == .post { guard OriginCheck.isOwn(request) else { throw .foreign } }
            let member = try member(session)
            let visit = Visit(
                request: request, parameters: parameters, form: form, session: session, site: self, member: member)
            if let team = setting.team {
                switch route.access.decision(for: member, isForm: request.method == .post) {
                case .allowed: break
                case .login:
                    return LoginPage.ask(for: request, route.isSecret ? nil : form, session, self)
                case .denied:
                    try note(.denied, visit, in: team)
                    throw .denied
                }
                if request.method == .get, route.isFile { try note(.dossierTaken, visit, in: team) }
            }
            guard request.method == .post else { return try await route.show(visit) }
            guard let known, let token = form.fields.raw(Self.tokenField),
                RandomToken.isEqual(token, known.formToken)
            else {
                guard route.isSecret else { throw .expired(form.fields) }
                return visit.redirect(visit.here)
            }
            let response = try await route.send(visit)
            if let team = setting.team, let action = route.noted, response.status == 303 {
                try note(action, visit, in: team)
            }
            return response
        }
        throw .notFound
    }

    /// So many seconds after a login somebody must log in anew; what is typed by then is kept.
    private static let longestLogin: Double = 24 * 3_600

    /// Who is logged in, as the account stands now: removed accounts and other roles hold at once.
    private func member(_ session: WebSession) throws(WebFault) -> TeamUser? {
        guard let team = setting.team, let name = session.user,
            setting.seconds() - session.since < Self.longestLogin
        else { return nil }
        do {
            return try team.user(name)
        } catch {
            throw WebFault(error)
        }
    }

    private func note(
        _ action: AuditEntry.Action, _ visit: Visit, in team: any TeamStore
    ) throws(WebFault) {
        do {
            try team.note(
                AuditEntry(
                    action, by: visit.member?.name, at: setting.instant(), dossier: DossierID(visit["dossier"])))
        } catch {
            throw WebFault(error)
        }
    }

    private func failure(_ fault: WebFault, _ request: WebRequest, _ session: WebSession?) -> WebResponse {
        let number = number()
        if case .failed(let reason) = fault { setting.report("\(number): \(reason)") }
        let language = request.language
        func address(_ language: Language) -> String {
            let words = (language == .en ? ["en"] : []) + request.path
            let query = request.query.fields.isEmpty ? "" : "?" + request.query.urlEncoded
            return "/" + words.map(PercentCoding.encoded).joined(separator: "/") + query
        }
        return FaultPage.response(
            fault, number: number, language: language, translation: address(language == .nl ? .en : .nl),
            here: address(language), token: session?.formToken ?? "")
    }

    private func number() -> String { String(RandomToken.make().prefix(8)) }
}
