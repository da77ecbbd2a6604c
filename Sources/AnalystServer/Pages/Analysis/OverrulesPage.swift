import Analyst
import RuleEngine

/// What people decided otherwise than the rules, with a way to take it back, and to decide more.
package enum OverrulesPage: WebPage {
    private static let findingField = "finding"

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let rules = try visit.rules()
        if let finding = visit.request.query[findingField].flatMap({ FindingID($0) }),
            rules.ruleBase.hasConclusion(finding)
        {
            return visit.redirect(OverrulePage.address(finding, dossier.id, visit))
        }
        let area = try await visit.area(of: dossier)
        let naming = Naming(rules.ruleBase)
        let byDomain = rules.report.parts.flatMap(\.byDomain)
        let kinds = byDomain.isEmpty ? rules.report.leadingTemplates.sorted() : byDomain
        let groups = kinds.compactMap { name -> View.Group? in
            guard let template = rules.ruleBase.template(name), template.key.count == 1,
                case .code(let vocabulary)? = template.key.first?.type
            else { return nil }
            return View.Group(
                title: AttributeText(template.title[language]),
                options: rules.ruleBase.codes(of: vocabulary).map { code in
                    let finding = FindingID(template: name, key: [code.code])
                    let state = StateWords.text(area.session.state(of: finding))[language]
                    return .init(value: AttributeText(finding.description), text: "\(code.title[language]) (\(state))")
                })
        }
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            none: area.sheet.overrules.isEmpty ? [Texts.none[language]] : [],
            overrules: area.sheet.overrules.map { overrule in
                let verdict = overrule.verdict == .rejected ? Texts.rejected : Texts.added
                return .init(
                    title: "\(naming.title(of: overrule.finding, in: language)): \(verdict[language])",
                    reason: "\(Texts.reason[language]) \(overrule.reason)",
                    changes: dossier.isClosed
                        ? []
                        : [.init(OverrulePage.address(overrule.finding, dossier.id, visit), Texts.change[language])])
            },
            adds: dossier.isClosed
                ? []
                : [
                    .init(
                        title: Texts.add[language], action: AttributeText(visit.address(visit.request.path)),
                        label: Texts.finding[language], groups: groups, button: Texts.goOn[language])
                ])
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "analysis"), Texts.back[language]))
    }

    private struct View {
        struct Overrule {
            let title: String
            let reason: String
            let changes: [PageFrame.Link]
        }
        struct Option {
            let value: AttributeText
            let text: String
        }
        struct Group {
            let title: AttributeText
            let options: [Option]
        }
        struct Add {
            let title: String
            let action: AttributeText
            let label: String
            let groups: [Group]
            let button: String
        }
        let title: String
        let intro: String
        let none: [String]
        let overrules: [Overrule]
        let adds: [Add]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <ul class="cards">
        {{#overrules}}
        <li><p><strong>{{title}}</strong></p>
        <p>{{reason}}</p>
        {{#changes}}
        <a href="{{{address}}}">{{text}} <span class="unseen">{{title}}</span></a>
        {{/changes}}
        </li>
        {{/overrules}}
        </ul>
        {{#adds}}
        <h2>{{title}}</h2>
        <form method="get" action="{{{action}}}" novalidate>
        <div class="field">
        <label for="finding">{{label}}</label>
        <select name="finding" id="finding">
        {{#groups}}
        <optgroup label="{{{title}}}">
        {{#options}}
        <option value="{{{value}}}">{{text}}</option>
        {{/options}}
        </optgroup>
        {{/groups}}
        </select>
        </div>
        <div class="buttons"><button type="submit">{{button}}</button></div>
        </form>
        {{/adds}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let title = LocalizedText(nl: "Zelf besluiten", en: "Decide yourself")
        static let intro = LocalizedText(
            nl:
                "De analyse is een advies. U kunt een bevinding of interventie afwijzen, of er zelf een toevoegen. Het rapport "
                + "zegt dan dat een mens dit besloot, en waarom.",
            en:
                "The analysis is advice. You can reject a finding or an intervention, or add one yourself. The report then says "
                + "that a person decided this, and why.")
        static let none = LocalizedText(
            nl: "Er is nog niets anders besloten.", en: "Nothing was decided otherwise yet.")
        static let rejected = LocalizedText(nl: "afgewezen", en: "rejected")
        static let added = LocalizedText(nl: "toegevoegd", en: "added")
        static let reason = LocalizedText(nl: "Reden:", en: "Reason:")
        static let change = LocalizedText(nl: "Wijzigen of weghalen", en: "Change or take away")
        static let add = LocalizedText(nl: "Iets afwijzen of toevoegen", en: "Reject or add something")
        static let finding = LocalizedText(nl: "Waarover besluit u?", en: "What do you decide on?")
        static let goOn = LocalizedText(nl: "Verder", en: "Go on")
    }
}
