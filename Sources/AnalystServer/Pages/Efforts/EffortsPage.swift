import Analyst
import RuleEngine

/// What runs in the area, and the means there are for what comes: to read, to add to, to end.
package enum EffortsPage: WebPage {
    private typealias Field = PlanForm.Field

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        return try page(visit, dossier, visit.session.drafts[draft(dossier)] ?? FormFields(), mistakes: [])
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        guard let action = visit.fields[Field.action].flatMap({ PlanForm.Action(rawValue: $0) }),
            let revision = visit.fields[Field.revision].flatMap({ Int($0) })
        else { throw .broken }
        let typed = FormFields(visit.fields.fields.filter { Field.all.contains($0.name) })
        visit.site.sessions.keep(typed, for: draft(dossier), in: visit.session.id)
        let ruleBase = try visit.rules().ruleBase
        var form = PlanForm(visit.fields, visit.language)
        do {
            let text = try dossier.sheetText { sheet -> String? in
                SheetPlanEditor(sheet).flatMap { form.text(action, in: $0, ruleBase) }
            }
            guard form.mistakes.isEmpty else { return try page(visit, dossier, visit.fields, mistakes: form.mistakes) }
            guard let text else { throw WebFault.broken }
            let kinds = PersonalDataPage.kinds(in: [Field.name, Field.holder].compactMap { visit.fields[$0] })
            if !kinds.isEmpty, visit.fields[QuestionPage.confirmedField] == nil {
                return PersonalDataPage.response(kinds, visit, dossier.summary)
            }
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
        visit.site.sessions.keep(nil, for: draft(dossier), in: visit.session.id)
        visit.say(Texts.saved[visit.language], dossier: dossier.id.text)
        return visit.redirect(visit.address(visit.request.path))
    }

    private static func draft(_ dossier: Dossier) -> String { "\(dossier.id.text)/efforts" }

    // MARK: Page

    private static func page(
        _ visit: Visit, _ dossier: Dossier, _ typed: FormFields, mistakes: [PageFrame.Mistake]
    ) throws(WebFault) -> WebResponse {
        let language = visit.language
        let ruleBase = try visit.rules().ruleBase
        let sheet: FactSheet
        do {
            sheet = try dossier.sheet()
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
        let labels = Labels(ruleBase: ruleBase)
        func field(_ name: String, _ label: LocalizedText, _ hint: LocalizedText? = nil) -> String {
            FormField(name: name, label: label[language], hint: hint?[language], value: typed.raw(name)).html(mistakes)
        }
        let hidden = EffortsView.Hidden(
            action: AttributeText(visit.address(visit.request.path)), token: AttributeText(visit.session.formToken),
            revision: AttributeText("\(dossier.revision)"))
        let efforts = sheet.efforts.map { effort in
            let name =
                effort.name?[language]
                ?? effort.intervention.map { labels.title($0, in: VocabularyName.interventions)[language] }
                ?? effort.code
            let isRunning = effort.status(on: visit.day) == FactSheet.Effort.running
            let end = EffortsView.End(
                hidden: hidden, code: AttributeText(effort.code), name: name,
                field: FormField(
                    name: Field.ended, label: Texts.ended[language], input: .line(isShort: true),
                    id: PlanForm.place(of: effort.code), unseen: name
                ).html(mistakes))
            return EffortsView.Effort(
                name: name, lines: lines(effort, labels, on: visit.day, language),
                ends: isRunning && !dossier.isClosed ? [end] : [])
        }
        let budget = sheet.means?.budget.map { NumberText.text(of: $0.amount, in: language) }
        let view = EffortsView(
            title: Texts.title[language], intro: Texts.intro[language],
            none: efforts.isEmpty ? [Texts.none[language]] : [], efforts: efforts,
            endButton: Texts.end[language],
            adds: dossier.isClosed
                ? []
                : [
                    .init(
                        title: Texts.add[language], hidden: hidden,
                        fields: [
                            field(Field.name, Texts.name),
                            FormField(
                                name: Field.intervention, label: Texts.intervention[language],
                                input: .choice(
                                    [.init(value: "", text: Texts.noIntervention[language])]
                                        + ruleBase.codes(of: VocabularyName.interventions).map {
                                            .init(value: $0.code, text: $0.title[language])
                                        }),
                                value: typed[Field.intervention]
                            ).html(mistakes),
                            field(Field.holder, Texts.holder, Texts.holderHint),
                            field(Field.from, Texts.from, Texts.dayHint),
                            field(Field.until, Texts.until, Texts.dayHint),
                            field(Field.money, Texts.money, Texts.moneyHint),
                        ], button: Texts.addButton[language])
                ],
            meansTitle: Texts.means[language],
            meansLines: [
                budget.map { Texts.budgetNow($0)[language] },
                sheet.means?.capacity.map { Texts.capacityNow($0)[language] },
            ].compactMap(\.self),
            means: dossier.isClosed
                ? []
                : [
                    .init(
                        hidden: hidden,
                        fields: [
                            field(Field.budget, Texts.budget, Texts.moneyHint),
                            field(Field.capacity, Texts.capacity, Texts.capacityHint),
                        ], button: Texts.meansButton[language])
                ])
        return visit.page(
            Texts.title[language], EffortsView.template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]), mistakes: mistakes,
            status: mistakes.isEmpty ? 200 : 422)
    }

    private static func lines(
        _ effort: FactSheet.Effort, _ labels: Labels, on day: FEELDate, _ language: Language
    ) -> [String] {
        let status: LocalizedText? =
            switch effort.status(on: day) {
            case FactSheet.Effort.running: Texts.runs
            case FactSheet.Effort.ended: Texts.over
            default: nil
            }
        let period = [effort.period.from, effort.period.until].map { $0?.text(in: language) }
        let money = effort.money.map { money in
            "\(NumberText.text(of: money.amount, in: language)) "
                + labels.title(money.unit.value, in: VocabularyName.moneyUnits)[language]
        }
        return [
            effort.intervention.map { labels.title($0, in: VocabularyName.interventions)[language] },
            effort.holder.map { "\(Texts.holder[language]): \($0)" },
            period[0].map { "\(Texts.from[language]): \($0)" }, period[1].map { "\(Texts.until[language]): \($0)" },
            money.isEmpty ? nil : money.joined(separator: "; "), status?[language],
        ].compactMap(\.self)
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let title = LocalizedText(nl: "Wat loopt, en de middelen", en: "What runs, and the means")
        static let intro = LocalizedText(
            nl:
                "Wat al loopt telt mee in de analyse: het pakket bouwt daarop voort. Met een budget en capaciteit past het pakket "
                + "bij wat u heeft.",
            en:
                "What runs already counts in the analysis: the package builds on it. With a budget and a capacity the package fits "
                + "what you have.")
        static let none = LocalizedText(nl: "Er is nog geen inzet ingevuld.", en: "No effort is filled in yet.")
        static let ended = LocalizedText(nl: "Geëindigd op", en: "Ended on")
        static let end = LocalizedText(nl: "Inzet beëindigen", en: "End the effort")
        static let add = LocalizedText(nl: "Inzet toevoegen", en: "Add an effort")
        static let addButton = LocalizedText(nl: "Inzet opslaan", en: "Save the effort")
        static let name = LocalizedText(nl: "Naam van de inzet", en: "Name of the effort")
        static let intervention = LocalizedText(nl: "Welke interventie is het?", en: "Which intervention is it?")
        static let noIntervention = LocalizedText(nl: "Geen van deze, of onbekend", en: "None of these, or not known")
        static let holder = LocalizedText(nl: "Wie voert het uit", en: "Who carries it out")
        static let holderHint = LocalizedText(
            nl: "Een organisatie, geen naam van een persoon. Mag leeg blijven.",
            en: "An organisation, no name of a person. May stay empty.")
        static let from = LocalizedText(nl: "Vanaf", en: "From")
        static let until = LocalizedText(nl: "Tot en met", en: "Until")
        static let dayHint = LocalizedText(
            nl: "Een jaar, een maand zoals 2024-06, of een dag zoals 1-6-2024. Mag leeg blijven.",
            en: "A year, a month such as 2024-06, or a day such as 2024-06-01. May stay empty.")
        static let money = LocalizedText(nl: "Geld per jaar, in euro’s", en: "Money a year, in euros")
        static let moneyHint = LocalizedText(
            nl: "Een heel bedrag, zoals 250.000. Mag leeg blijven.",
            en: "A whole amount, such as 250,000. May stay empty.")
        static let runs = LocalizedText(nl: "Loopt nu", en: "Runs now")
        static let over = LocalizedText(nl: "Geëindigd", en: "Ended")
        static let means = LocalizedText(nl: "Middelen", en: "Means")
        static let budget = LocalizedText(nl: "Budget per jaar, in euro’s", en: "Budget a year, in euros")
        static let capacity = LocalizedText(nl: "Capaciteit", en: "Capacity")
        static let capacityHint = LocalizedText(
            nl: "Hoeveel werk u tegelijk aankunt: 1 is iets naast ander werk, 3 is een eigen team. Mag leeg blijven.",
            en: "How much you can carry at once: 1 is beside other work, 3 is a team of its own. May stay empty.")
        static let meansButton = LocalizedText(nl: "Middelen opslaan", en: "Save the means")
        static let saved = LocalizedText(nl: "Opgeslagen.", en: "Saved.")

        static func budgetNow(_ amount: String) -> LocalizedText {
            LocalizedText(nl: "Budget nu: \(amount) euro per jaar.", en: "Budget now: \(amount) euros a year.")
        }

        static func capacityNow(_ number: Int) -> LocalizedText {
            LocalizedText(nl: "Capaciteit nu: \(number).", en: "Capacity now: \(number).")
        }
    }
}
