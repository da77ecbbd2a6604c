import Analyst
import RuleEngine

/// A person decides on one finding, with a reason.
package enum OverrulePage: WebPage {
    private enum Field {
        static let verdict = "verdict"
        static let reason = "reason"
        static let revision = "revision"
        static let all = [verdict, reason]
    }

    /// Takes the decision back.
    private static let withdraw = "withdraw"

    static func address(_ finding: FindingID, _ dossier: DossierID, _ visit: Visit) -> String {
        visit.address("dossiers", dossier.text, "overrules", finding.description)
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        return try await page(visit, dossier, visit.session.drafts[draft(visit)], mistakes: [])
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        let ruleBase = try visit.rules().ruleBase
        guard let finding = finding(visit, ruleBase) else { throw .notFound }
        guard let revision = visit.fields[Field.revision].flatMap({ Int($0) }) else { throw .broken }
        let word = visit.fields[Field.verdict]
        let old = try sheet(dossier).overrules
        var overrules = old.filter { $0.finding != finding }
        if word != withdraw {
            guard let verdict = word.flatMap({ SessionInputs.Overrule.Verdict(rawValue: $0) }) else { throw .broken }
            keep(visit.fields, visit)
            guard let reason = visit.fields[Field.reason] else {
                let mistake = PageFrame.Mistake(field: Field.reason, text: Texts.noReason[language])
                return try await page(visit, dossier, visit.fields, mistakes: [mistake])
            }
            let kinds = PersonalDataPage.kinds(in: [reason])
            if !kinds.isEmpty, visit.fields[QuestionPage.confirmedField] == nil {
                return PersonalDataPage.response(kinds, visit, dossier.summary)
            }
            overrules.append(.init(finding: finding, verdict: verdict, reason: reason))
        }
        do {
            let new = overrules
            guard let text = try dossier.sheetText({ $0.text(withOverrules: new) }) else { throw WebFault.broken }
            try FactSheet.verify(text, as: dossier.title, against: ruleBase)
            _ = try visit.inStore { store throws(DossierFault) in
                try store.replaceSheet(
                    with: text, in: dossier.id, expecting: revision, by: visit.author, at: visit.site.setting.instant())
            }
        } catch let fault as BadInput {
            throw WebFault(DossierFault.bad(fault))
        } catch {
            throw error as? WebFault ?? .failed("\(error)")
        }
        keep(nil, visit)
        visit.say((word == withdraw ? Texts.withdrawn : Texts.done)[language], dossier: dossier.id.text)
        return visit.redirect(visit.address("dossiers", dossier.id.text, "overrules"))
    }

    private static func finding(_ visit: Visit, _ ruleBase: RuleBase) -> FindingID? {
        FindingID(visit["finding"]).flatMap { ruleBase.hasConclusion($0) ? $0 : nil }
    }

    private static func draft(_ visit: Visit) -> String { "\(visit["dossier"])/overrules/\(visit["finding"])" }

    private static func keep(_ fields: FormFields?, _ visit: Visit) {
        let typed = fields.map { FormFields($0.fields.filter { Field.all.contains($0.name) }) }
        visit.site.sessions.keep(typed, for: draft(visit), in: visit.session.id)
    }

    private static func sheet(_ dossier: Dossier) throws(WebFault) -> FactSheet {
        do {
            return try dossier.sheet()
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
    }

    // MARK: Page

    private static func page(
        _ visit: Visit, _ dossier: Dossier, _ typed: FormFields?, mistakes: [PageFrame.Mistake]
    ) async throws(WebFault) -> WebResponse {
        let language = visit.language
        guard !dossier.isClosed else { throw .closed }
        let area = try await visit.area(of: dossier)
        guard let finding = finding(visit, area.ruleBase) else { throw .notFound }
        let name = Naming(area.ruleBase).title(of: finding, in: language)
        let state = area.session.state(of: finding)
        let standing = area.sheet.overrules.last { $0.finding == finding }
        let reason = typed?.raw(Field.reason) ?? standing?.reason ?? ""
        var buttons: [View.Button] = []
        if state != .refuted || standing?.verdict == .rejected {
            buttons.append(.init(value: AttributeText("rejected"), text: Texts.reject[language]))
        }
        if state != .found || standing?.verdict == .added {
            buttons.append(.init(value: AttributeText("added"), text: Texts.add[language]))
        }
        let title = Texts.title(name)[language]
        let view = View(
            title: title,
            lines: [Texts.state(state)[language]]
                + (standing.map { [Texts.standing($0.verdict)[language]] } ?? []),
            why: .init(WhyPage.address(of: finding, dossier.id, visit), Texts.why[language]),
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
            revision: AttributeText("\(dossier.revision)"),
            field: FormField(
                name: Field.reason, label: Texts.reason[language], hint: Texts.reasonHint[language],
                input: .area(), value: reason, isRequired: true
            ).html(mistakes), buttons: buttons,
            withdraws: standing == nil
                ? [] : [.init(value: AttributeText(withdraw), text: Texts.withdraw[language])])
        return visit.page(
            title, template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "overrules"), Texts.back[language]),
            mistakes: mistakes, status: mistakes.isEmpty ? 200 : 422)
    }

    private struct View {
        struct Button {
            let value: AttributeText
            let text: String
        }
        let title: String
        let lines: [String]
        let why: PageFrame.Link
        let action: AttributeText
        let token: AttributeText
        let revision: AttributeText
        let field: String
        let buttons: [Button]
        let withdraws: [Button]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        {{#why}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/why}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="revision" value="{{{revision}}}">
        {{{field}}}
        <div class="buttons">
        {{#buttons}}
        <button class="main" type="submit" name="verdict" value="{{{value}}}">{{text}}</button>
        {{/buttons}}
        {{#withdraws}}
        <button type="submit" name="verdict" value="{{{value}}}">{{text}}</button>
        {{/withdraws}}
        </div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar zelf besluiten", en: "Back to deciding yourself")
        static let why = LocalizedText(nl: "Lees waarom", en: "Read why")
        static let reason = LocalizedText(nl: "Uw reden", en: "Your reason")
        static let reasonHint = LocalizedText(
            nl: "De reden staat in het rapport. Schrijf niets over een persoon.",
            en: "The reason stands in the report. Write nothing about a person.")
        static let noReason = LocalizedText(
            nl: "Schrijf uw reden op: zonder reden kan een ander uw besluit niet volgen.",
            en: "Write down your reason: without one nobody else can follow your decision.")
        static let reject = LocalizedText(nl: "Afwijzen", en: "Reject")
        static let add = LocalizedText(nl: "Toevoegen", en: "Add")
        static let withdraw = LocalizedText(nl: "Besluit weghalen", en: "Take the decision away")
        static let done = LocalizedText(
            nl: "Uw besluit is opgeslagen. De analyse zegt dat een mens dit besloot.",
            en: "Your decision is saved. The analysis says that a person decided this.")
        static let withdrawn = LocalizedText(
            nl: "Het besluit is weggehaald. De regels gelden weer.",
            en: "The decision was taken away. The rules hold again.")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Zelf besluiten over ‘\(name)’", en: "Decide on ‘\(name)’ yourself")
        }

        static func state(_ state: FindingState) -> LocalizedText {
            switch state {
            case .found: LocalizedText(nl: "In de analyse staat dit vast.", en: "In the analysis this is certain.")
            case .open: LocalizedText(nl: "In de analyse is dit nog niet zeker.", en: "In the analysis this is open.")
            case .refuted:
                LocalizedText(nl: "In de analyse is dit niet aan de orde.", en: "In the analysis this is not at issue.")
            }
        }

        static func standing(_ verdict: SessionInputs.Overrule.Verdict) -> LocalizedText {
            verdict == .rejected
                ? LocalizedText(nl: "Een mens wees dit af.", en: "A person rejected this.")
                : LocalizedText(nl: "Een mens voegde dit toe.", en: "A person added this.")
        }
    }
}
