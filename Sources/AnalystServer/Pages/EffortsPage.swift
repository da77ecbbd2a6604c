import Analyst
import RuleEngine

/// What runs in the area, and the means there are for what comes: to read, to add to, to end.
package enum EffortsPage: WebPage {
    private enum Field {
        static let action = "do"
        static let revision = "revision"
        static let name = "name"
        static let intervention = "intervention"
        static let holder = "holder"
        static let from = "from"
        static let until = "until"
        static let money = "money"
        static let code = "code"
        static let ended = "ended"
        static let budget = "budget"
        static let capacity = "capacity"
        static let all = [name, intervention, holder, from, until, money, budget, capacity]
    }

    private enum Action: String { case add, end, means }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        return try page(visit, dossier, visit.session.drafts[draft(dossier)] ?? FormFields(), mistakes: [])
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        guard let action = visit.fields[Field.action].flatMap({ Action(rawValue: $0) }),
            let revision = visit.fields[Field.revision].flatMap({ Int($0) })
        else { throw .broken }
        let typed = FormFields(visit.fields.fields.filter { Field.all.contains($0.name) })
        visit.site.sessions.keep(typed, for: draft(dossier), in: visit.session.id)
        let ruleBase = try visit.rules().ruleBase
        var mistakes: [PageFrame.Mistake] = []
        do {
            let text = try dossier.sheetText { sheet -> String? in
                guard let editor = SheetPlanEditor(sheet) else { return nil }
                switch action {
                case .add: return effort(visit, ruleBase, &mistakes).map(editor.adding)
                case .end: return end(visit, &mistakes).flatMap { editor.ending($0.code, on: $0.day) }
                case .means:
                    return means(visit, &mistakes).map { editor.means(budget: $0.budget, capacity: $0.capacity) }
                }
            }
            guard mistakes.isEmpty else { return try page(visit, dossier, visit.fields, mistakes: mistakes) }
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

    // MARK: Reading

    private static func effort(
        _ visit: Visit, _ ruleBase: RuleBase, _ mistakes: inout [PageFrame.Mistake]
    ) -> SheetPlanEditor.NewEffort? {
        let fields = visit.fields
        guard let name = fields[Field.name] else {
            mistakes.append(.init(field: Field.name, text: Texts.noName[visit.language]))
            return nil
        }
        var effort = SheetPlanEditor.NewEffort(name: name)
        effort.intervention = fields[Field.intervention].flatMap { code in
            ruleBase.vocabulary(VocabularyName.interventions)?[code] == nil ? nil : code
        }
        effort.holder = fields[Field.holder]
        effort.from = day(Field.from, visit, &mistakes)
        effort.until = day(Field.until, visit, &mistakes)
        effort.money = amount(Field.money, visit, &mistakes)
        if let from = effort.from, let until = effort.until, until.last < from.first {
            mistakes.append(.init(field: Field.until, text: Texts.order[visit.language]))
        }
        return mistakes.isEmpty ? effort : nil
    }

    private static func end(
        _ visit: Visit, _ mistakes: inout [PageFrame.Mistake]
    ) -> (code: String, day: RoughDate)? {
        guard let code = visit.fields[Field.code] else { return nil }
        var found: [PageFrame.Mistake] = []
        if let day = day(Field.ended, visit, &found) { return (code, day) }
        mistakes.append(.init(field: place(of: code), text: Texts.badDay[visit.language]))
        return nil
    }

    /// Where the end of an effort is filled in.
    private static func place(of code: String) -> String {
        "\(Field.ended)-\(code)"
    }

    private static func means(
        _ visit: Visit, _ mistakes: inout [PageFrame.Mistake]
    ) -> (budget: FEELNumber?, capacity: Int?)? {
        let budget = amount(Field.budget, visit, &mistakes)
        let capacity = visit.fields[Field.capacity].flatMap { Int($0) }
        if visit.fields[Field.capacity] != nil, capacity.map({ !(0...10_000).contains($0) }) ?? true {
            mistakes.append(.init(field: Field.capacity, text: Texts.badCapacity[visit.language]))
        }
        if mistakes.isEmpty, budget == nil, capacity == nil {
            mistakes.append(.init(field: Field.budget, text: Texts.noMeans[visit.language]))
        }
        return mistakes.isEmpty ? (budget, capacity) : nil
    }

    /// A day, a month or a year.
    private static func day(
        _ name: String, _ visit: Visit, _ mistakes: inout [PageFrame.Mistake]
    ) -> RoughDate? {
        guard let text = visit.fields[name] else { return nil }
        if let day = RoughDate(text) ?? WrittenDay.day(text).flatMap({ RoughDate($0.description) }) { return day }
        mistakes.append(.init(field: name, text: Texts.badDay[visit.language]))
        return nil
    }

    private static func amount(
        _ name: String, _ visit: Visit, _ mistakes: inout [PageFrame.Mistake]
    ) -> FEELNumber? {
        guard let text = visit.fields[name] else { return nil }
        let sign: Character = visit.language == .nl ? "." : ","
        let digits = text.filter { $0 != sign && !$0.isWhitespace && $0 != "€" }
        if digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = FEELNumber(digits) { return number }
        mistakes.append(.init(field: name, text: Texts.badAmount[visit.language]))
        return nil
    }

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
        func field(_ name: String, _ label: LocalizedText, _ hint: LocalizedText? = nil) -> View.Field {
            let found = mistakes.filter { $0.field == name }.map(\.text)
            let described = (hint == nil ? [] : ["\(name)-hint"]) + (found.isEmpty ? [] : ["\(name)-mistake"])
            return .init(
                name: AttributeText(name), label: label[language], hints: hint.map { [$0[language]] } ?? [],
                mistakes: found, style: found.isEmpty ? "" : " wrong",
                described: described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\"",
                invalid: found.isEmpty ? "" : " aria-invalid=\"true\"", value: AttributeText(typed.raw(name) ?? ""))
        }
        let hidden = View.Hidden(
            action: AttributeText(visit.address(visit.request.path)), token: AttributeText(visit.session.formToken),
            revision: AttributeText("\(dossier.revision)"))
        let efforts = sheet.efforts.map { effort in
            let name =
                effort.name?[language]
                ?? effort.intervention.map { labels.title($0, in: VocabularyName.interventions)[language] }
                ?? effort.code
            let isRunning = effort.status(on: visit.day) == FactSheet.Effort.running
            let place = Self.place(of: effort.code)
            let end = View.End(
                hidden: hidden, code: AttributeText(effort.code), place: AttributeText(place), name: name,
                mistakes: mistakes.filter { $0.field == place }.map(\.text))
            return View.Effort(
                name: name, lines: lines(effort, labels, on: visit.day, language),
                ends: isRunning && !dossier.isClosed ? [end] : [])
        }
        let budget = sheet.means?.budget.map { NumberText.text(of: $0.amount, in: language) }
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            none: efforts.isEmpty ? [Texts.none[language]] : [], efforts: efforts,
            endLabel: Texts.ended[language], endButton: Texts.end[language],
            adds: dossier.isClosed
                ? []
                : [
                    .init(
                        title: Texts.add[language], hidden: hidden, names: [field(Field.name, Texts.name)],
                        interventionLabel: Texts.intervention[language],
                        interventions: [
                            .init(value: AttributeText(""), text: Texts.noIntervention[language], selected: "")
                        ]
                            + ruleBase.codes(of: VocabularyName.interventions).map {
                                .init(
                                    value: AttributeText($0.code), text: $0.title[language],
                                    selected: typed[Field.intervention] == $0.code ? " selected" : "")
                            },
                        fields: [
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
            Texts.title[language], template.render(view), dossier: dossier.summary,
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

    private struct View {
        struct Hidden {
            let action: AttributeText
            let token: AttributeText
            let revision: AttributeText
        }
        struct Field {
            let name: AttributeText
            let label: String
            let hints: [String]
            let mistakes: [String]
            let style: String
            let described: String
            let invalid: String
            let value: AttributeText
        }
        struct Option {
            let value: AttributeText
            let text: String
            let selected: String
        }
        struct End {
            let hidden: Hidden
            let code: AttributeText
            let place: AttributeText
            let name: String
            let mistakes: [String]
        }
        struct Effort {
            let name: String
            let lines: [String]
            let ends: [End]
        }
        struct Add {
            let title: String
            let hidden: Hidden
            let names: [Field]
            let interventionLabel: String
            let interventions: [Option]
            let fields: [Field]
            let button: String
        }
        struct Means {
            let hidden: Hidden
            let fields: [Field]
            let button: String
        }
        let title: String
        let intro: String
        let none: [String]
        let efforts: [Effort]
        let endLabel: String
        let endButton: String
        let adds: [Add]
        let meansTitle: String
        let meansLines: [String]
        let means: [Means]
    }

    private static let fieldTemplate = """
        <div class="field{{style}}">
        <label for="{{{name}}}">{{label}}</label>
        {{#hints}}
        <p class="hint" id="{{{name}}}-hint">{{.}}</p>
        {{/hints}}
        {{#mistakes}}
        <p class="mistake" id="{{{name}}}-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" name="{{{name}}}" id="{{{name}}}" value="{{{value}}}" autocomplete="off"{{{described}}}{{{invalid}}}>
        </div>
        """

    private static let hiddenTemplate = """
        {{#hidden}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="revision" value="{{{revision}}}">
        {{/hidden}}
        """

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <ul class="cards">
        {{#efforts}}
        <li><p><strong>{{name}}</strong></p>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        {{#ends}}
        \(hiddenTemplate)
        <input type="hidden" name="code" value="{{{code}}}">
        <div class="field">
        <label for="{{{place}}}">{{endLabel}} <span class="unseen">{{name}}</span></label>
        {{#mistakes}}
        <p class="mistake">{{.}}</p>
        {{/mistakes}}
        <input class="short" type="text" name="ended" id="{{{place}}}" autocomplete="off">
        </div>
        <button type="submit" name="do" value="end">{{endButton}} <span class="unseen">{{name}}</span></button>
        </form>
        {{/ends}}
        </li>
        {{/efforts}}
        </ul>
        {{#adds}}
        <h2>{{title}}</h2>
        \(hiddenTemplate)
        {{#names}}
        \(fieldTemplate)
        {{/names}}
        <div class="field">
        <label for="intervention">{{interventionLabel}}</label>
        <select name="intervention" id="intervention">
        {{#interventions}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/interventions}}
        </select>
        </div>
        {{#fields}}
        \(fieldTemplate)
        {{/fields}}
        <div class="buttons"><button class="main" type="submit" name="do" value="add">{{button}}</button></div>
        </form>
        {{/adds}}
        <h2>{{meansTitle}}</h2>
        {{#meansLines}}
        <p>{{.}}</p>
        {{/meansLines}}
        {{#means}}
        \(hiddenTemplate)
        {{#fields}}
        \(fieldTemplate)
        {{/fields}}
        <div class="buttons"><button type="submit" name="do" value="means">{{button}}</button></div>
        </form>
        {{/means}}

        """)

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
        static let noName = LocalizedText(nl: "Geef de inzet een naam.", en: "Give the effort a name.")
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
        static let badAmount = LocalizedText(
            nl: "Vul een heel bedrag in, zoals 250.000.", en: "Fill in a whole amount, such as 250,000.")
        static let badDay = LocalizedText(
            nl: "Vul een jaar, maand of dag in die bestaat, zoals 2024, 2024-06 of 1-6-2024.",
            en: "Fill in a year, a month or a day that exists, such as 2024, 2024-06 or 2024-06-01.")
        static let order = LocalizedText(
            nl: "Het einde ligt voor het begin. Verwissel ze, of maak er één leeg.",
            en: "The end lies before the begin. Swap them, or empty one.")
        static let runs = LocalizedText(nl: "Loopt nu", en: "Runs now")
        static let over = LocalizedText(nl: "Geëindigd", en: "Ended")
        static let means = LocalizedText(nl: "Middelen", en: "Means")
        static let budget = LocalizedText(nl: "Budget per jaar, in euro’s", en: "Budget a year, in euros")
        static let capacity = LocalizedText(nl: "Capaciteit", en: "Capacity")
        static let capacityHint = LocalizedText(
            nl: "Hoeveel werk u tegelijk aankunt: 1 is iets naast ander werk, 3 is een eigen team. Mag leeg blijven.",
            en: "How much you can carry at once: 1 is beside other work, 3 is a team of its own. May stay empty.")
        static let badCapacity = LocalizedText(
            nl: "Vul een heel getal in, zoals 8.", en: "Fill in a whole number, such as 8.")
        static let noMeans = LocalizedText(
            nl: "Vul een budget of een capaciteit in.", en: "Fill in a budget or a capacity.")
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
