import Analyst
import RuleEngine

/// One exercise: search the list, pick, and say what is missing from it. Each button keeps what is picked.
package enum PracticeExercisePage: WebPage {
    private enum Field {
        static let pick = "pick"
        static let listed = "listed"
        static let other = "other"
        static let text = "text"
        static let search = "search"
        static let action = "do"
        static let hint = "hint"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let practice = try await Practice(visit)
        return try page(visit, practice, exercise(visit, practice), fault: nil)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let practice = try await Practice(visit)
        let exercise = try exercise(visit, practice)
        guard practice.isOpen else { return visit.redirect(practice.address(visit, "mark")) }
        if visit.fields[Field.action] == Field.hint {
            try practice.change(visit) { answers in
                let read = answers.hints[exercise.id] ?? 0
                if read < exercise.definition.hints.count { answers.hints[exercise.id] = read + 1 }
            }
            return visit.redirect(visit.address(visit.request.path))
        }
        let picked = picked(visit, exercise)
        // Only lines that the form lists are taken away: others were picked under another search.
        let listed = listed(visit.fields.raw(Field.listed) ?? "", exercise, practice, visit.language)
        let shown = Set(listed.map { $0.choice ?? $0.code })
        func merged(_ former: ExerciseAnswer) -> ExerciseAnswer {
            var answer = former
            answer.picks.removeAll { pick in
                !picked.contains(pick.code) && shown.contains(exercise[pick.code]?.choice ?? pick.code)
            }
            for code in picked where !answer.picks.contains(where: { $0.code == code }) {
                answer.picks.append(Pick(code: code))
            }
            answer.other = visit.fields[Field.other] ?? ""
            answer.text = visit.fields[Field.text] ?? ""
            return answer
        }
        let answer = merged(practice.answers.exercises[exercise.id] ?? ExerciseAnswer())
        if let fault = exercise.fault(in: answer) {
            return try page(visit, practice, exercise, fault: fault, answer: answer)
        }
        try practice.change(visit) { answers in
            answers.exercises[exercise.id] = merged(answers.exercises[exercise.id] ?? ExerciseAnswer())
        }
        if let search = visit.fields[Field.search], visit.fields[Field.action] == Field.search {
            return visit.redirect(
                visit.address(visit.request.path, FormFields([.init(name: Field.search, value: search)])))
        }
        visit.say(Texts.kept[visit.language])
        return visit.redirect(practice.address(visit) + "?stage=\(practice.prepared.case.stages.count)")
    }

    private static func exercise(_ visit: Visit, _ practice: Practice) throws(WebFault) -> Exercise {
        guard let exercise = practice.prepared.exercise(visit["exercise"]) else { throw .notFound }
        return exercise
    }

    /// The lines that a search gives; all without one.
    private static func listed(
        _ search: String, _ exercise: Exercise, _ practice: Practice, _ language: Language
    ) -> [ExerciseOption] {
        guard !search.isEmpty else { return exercise.options }
        return OptionFinder(exercise, synonyms: practice.prepared.book.synonyms, language: language).search(search)
    }

    private static func picked(_ visit: Visit, _ exercise: Exercise) -> [String] {
        var seen: Set<String> = []
        return visit.fields.fields.filter { $0.name == Field.pick || $0.name.hasPrefix("\(Field.pick)-") }
            .map(\.value).filter { exercise[$0] != nil && seen.insert($0).inserted }
    }

    private static func page(
        _ visit: Visit, _ practice: Practice, _ exercise: Exercise, fault: LocalizedText?, answer: ExerciseAnswer? = nil
    ) throws(WebFault) -> WebResponse {
        let language = visit.language
        let answer = answer ?? practice.answers.exercises[exercise.id] ?? ExerciseAnswer()
        let codes = Set(answer.picks.map(\.code))
        let search = visit.request.query[Field.search] ?? ""
        let found = listed(search, exercise, practice, language)
        let hints = practice.answers.hints[exercise.id] ?? 0
        let cost = hints == 0 ? 0 : practice.prepared.book.hintCost
        let view = View(
            title: exercise.title[language], question: exercise.question[language],
            points: Texts.points(exercise.definition.points.value)[language],
            materials: exercise.isMarkedByTrainer
                ? []
                : exercise.material.map { line in
                    line.code.isEmpty ? line.text[language] : "\(line.code). \(line.text[language])"
                },
            budgets: exercise.budget.map { [Texts.spent(exercise.price(of: answer), $0)[language]] } ?? [],
            hints: exercise.definition.hints.prefix(hints).map { $0[language] },
            hintForms: practice.isOpen && hints < exercise.definition.hints.count
                ? [.init(button: Texts.hint(cost)[language])] : [],
            action: AttributeText(visit.address(visit.request.path)), token: AttributeText(visit.session.formToken),
            listed: AttributeText(search),
            searches: exercise.options.count > 12
                ? [
                    .init(
                        value: AttributeText(search), label: Texts.search[language], hint: Texts.searchHint[language],
                        button: Texts.find[language])
                ] : [],
            none: found.isEmpty && !exercise.options.isEmpty ? [Texts.none(search)[language]] : [],
            groups: groups(found, exercise, codes, language, isSearched: !search.isEmpty),
            others: exercise.isMarkedByTrainer
                ? []
                : [
                    .init(
                        id: AttributeText(Field.other), label: Texts.other[language], hint: Texts.otherHint[language],
                        text: answer.other, value: AttributeText(answer.other))
                ],
            texts: exercise.isMarkedByTrainer
                ? [
                    .init(
                        id: AttributeText(Field.text), label: Texts.own[language],
                        hint: Texts.rubric(exercise, language), text: answer.text,
                        value: AttributeText(answer.text))
                ] : [],
            buttons: practice.isOpen ? [Texts.keep[language]] : [],
            reasonsTitle: answer.picks.isEmpty ? [] : [Texts.reasons[language]],
            reasons: answer.picks.compactMap { pick in
                exercise[pick.code].map { option in
                    .init(practice.address(visit, "exercises", exercise.id, "lines", pick.code), option.title[language])
                }
            })
        return visit.page(
            view.title, template.render(view),
            back: .init(
                practice.address(visit) + "?stage=\(practice.prepared.case.stages.count)", Texts.back[language]),
            mistakes: fault.map { [.init(field: "picks", text: $0[language])] } ?? [], status: fault == nil ? 200 : 422)
    }

    /// Options with the same group stand together; those that exclude each other are one choice from a list.
    private static func groups(
        _ options: [ExerciseOption], _ exercise: Exercise, _ picked: Set<String>, _ language: Language, isSearched: Bool
    ) -> [View.Group] {
        var order: [String] = []
        var members: [String: [ExerciseOption]] = [:]
        for option in options {
            let name = option.choice.map { "\u{0}\($0)" } ?? option.group?[language] ?? ""
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(option)
        }
        return order.enumerated().map { number, name in
            let own = members[name] ?? []
            let choice = own.first?.choice
            // A search may leave out some options of a choice; the list has all of them.
            let all = choice.map { choice in exercise.options.filter { $0.choice == choice } } ?? own
            let options = all.enumerated().map { place, option in
                View.Option(
                    id: AttributeText("pick-\(number)-\(place)"), code: AttributeText(option.code),
                    title: option.title[language] + (option.price > 0 ? " (\(option.price))" : ""),
                    checked: picked.contains(option.code) ? " checked" : "",
                    selected: picked.contains(option.code) ? " selected" : "")
            }
            let title = own.first?.group?[language] ?? ""
            let isPicked = all.contains { picked.contains($0.code) }
            guard let choice else {
                return View.Group(
                    title: title.isEmpty ? Texts.list[language] : title,
                    open: isSearched || isPicked || order.count == 1 ? " open" : "", checks: [.init(options: options)],
                    selects: [])
            }
            return View.Group(
                title: title, open: " open", checks: [],
                selects: [
                    .init(
                        id: AttributeText("pick-\(number)"), name: AttributeText("\(Field.pick)-\(choice)"),
                        label: Texts.choose[language], nothing: Texts.nothing[language],
                        options: options)
                ])
        }
    }

    private struct View {
        struct Option {
            let id: AttributeText
            let code: AttributeText
            let title: String
            let checked: String
            let selected: String
        }
        struct Checks { let options: [Option] }
        struct Select {
            let id: AttributeText
            let name: AttributeText
            let label: String
            let nothing: String
            let options: [Option]
        }
        struct Group {
            let title: String
            let open: String
            let checks: [Checks]
            let selects: [Select]
        }
        struct Hint { let button: String }
        struct Search {
            let value: AttributeText
            let label: String
            let hint: String
            let button: String
        }
        struct Area {
            let id: AttributeText
            let label: String
            let hint: String
            let text: String
            let value: AttributeText
        }
        let title: String
        let question: String
        let points: String
        let materials: [String]
        let budgets: [String]
        let hints: [String]
        let hintForms: [Hint]
        let action: AttributeText
        let token: AttributeText
        let listed: AttributeText
        let searches: [Search]
        let none: [String]
        let groups: [Group]
        let others: [Area]
        let texts: [Area]
        let buttons: [String]
        let reasonsTitle: [String]
        let reasons: [PageFrame.Link]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p class="asked">{{question}}</p>
        <p class="small">{{points}}</p>
        {{#materials}}
        <p>{{.}}</p>
        {{/materials}}
        {{#budgets}}
        <p>{{.}}</p>
        {{/budgets}}
        {{#hints}}
        <div class="inset"><p>{{.}}</p></div>
        {{/hints}}
        {{#hintForms}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="do" value="hint">
        <div class="buttons"><button type="submit">{{button}}</button></div>
        </form>
        {{/hintForms}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="listed" value="{{{listed}}}">
        {{#searches}}
        <div class="field">
        <label for="search">{{label}}</label>
        <p class="hint" id="search-hint">{{hint}}</p>
        <input type="text" id="search" name="search" value="{{{value}}}" autocomplete="off" aria-describedby="search-hint">
        <div class="buttons"><button type="submit" name="do" value="search">{{button}}</button></div>
        </div>
        {{/searches}}
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <div id="picks" tabindex="-1">
        {{#groups}}
        <details{{{open}}}>
        <summary>{{title}}</summary>
        {{#checks}}
        <fieldset>
        <legend class="unseen">{{title}}</legend>
        {{#options}}
        <div class="choice">
        <input type="checkbox" id="{{{id}}}" name="pick" value="{{{code}}}"{{{checked}}}>
        <label for="{{{id}}}">{{title}}</label>
        </div>
        {{/options}}
        </fieldset>
        {{/checks}}
        {{#selects}}
        <label for="{{{id}}}">{{label}}<span class="unseen">: {{title}}</span></label>
        <select id="{{{id}}}" name="{{{name}}}">
        <option value="">{{nothing}}</option>
        {{#options}}
        <option value="{{{code}}}"{{{selected}}}>{{title}}</option>
        {{/options}}
        </select>
        {{/selects}}
        </details>
        {{/groups}}
        </div>
        {{#others}}
        <div class="field">
        <label for="{{{id}}}">{{label}}</label>
        <p class="hint" id="{{{id}}}-hint">{{hint}}</p>
        <input type="text" id="{{{id}}}" name="{{{id}}}" value="{{{value}}}" autocomplete="off" aria-describedby="{{{id}}}-hint">
        </div>
        {{/others}}
        {{#texts}}
        <div class="field">
        <label for="{{{id}}}">{{label}}</label>
        <p class="hint" id="{{{id}}}-hint">{{hint}}</p>
        <textarea id="{{{id}}}" name="{{{id}}}" rows="10" aria-describedby="{{{id}}}-hint">{{text}}</textarea>
        </div>
        {{/texts}}
        {{#buttons}}
        <div class="buttons"><button class="main" type="submit" name="do" value="keep">{{.}}</button></div>
        {{/buttons}}
        </form>
        {{#reasonsTitle}}
        <h2>{{.}}</h2>
        {{/reasonsTitle}}
        <ul>
        {{#reasons}}
        <li><a href="{{{address}}}">{{text}}</a></li>
        {{/reasons}}
        </ul>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let kept = LocalizedText(nl: "Uw antwoord is bewaard.", en: "Your answer is kept.")
        static let keep = LocalizedText(nl: "Opslaan en verder", en: "Save and continue")
        static let search = LocalizedText(nl: "Zoeken in de lijst", en: "Search the list")
        static let searchHint = LocalizedText(
            nl: "Een deel van een naam, een ander woord ervoor, of een domein. Wat u al koos, blijft staan.",
            en: "A part of a name, another word for it, or a domain. What you picked already stays.")
        static let find = LocalizedText(nl: "Zoek", en: "Search")
        static let list = LocalizedText(nl: "De lijst", en: "The list")
        static let choose = LocalizedText(nl: "Kies één", en: "Choose one")
        static let nothing = LocalizedText(nl: "niets gekozen", en: "nothing picked")
        static let other = LocalizedText(nl: "Staat er niet bij", en: "Not in the list")
        static let otherHint = LocalizedText(
            nl: "Wat mist u in de lijst? Uw trainer leest dit; het telt niet mee voor de punten.",
            en: "What do you miss in the list? Your trainer reads this; it does not count for the points.")
        static let own = LocalizedText(nl: "In uw eigen woorden", en: "In your own words")
        static let reasons = LocalizedText(nl: "Waarom, en hoe zeker bent u?", en: "Why, and how sure are you?")
        static let back = LocalizedText(nl: "Terug naar de casus", en: "Back to the case")

        static func points(_ points: Int) -> LocalizedText {
            LocalizedText(nl: "\(points) punten", en: "\(points) points")
        }

        static func spent(_ price: Int, _ budget: Int) -> LocalizedText {
            LocalizedText(
                nl: "Uw budget is \(budget). U koos voor \(price).",
                en: "Your budget is \(budget). You picked for \(price).")
        }

        static func none(_ search: String) -> LocalizedText {
            LocalizedText(nl: "Niets gevonden bij ‘\(search)’.", en: "Nothing found for ‘\(search)’.")
        }

        static func hint(_ cost: Int) -> LocalizedText {
            cost == 0
                ? LocalizedText(nl: "Lees een hint (kost niets)", en: "Read a hint (costs nothing)")
                : LocalizedText(nl: "Lees nog een hint (kost \(cost))", en: "Read another hint (costs \(cost))")
        }

        static func rubric(_ exercise: Exercise, _ language: Language) -> String {
            let list = exercise.definition.rubric.map { "\($0.title[language]) (\($0.points))" }.joined(separator: "; ")
            return language == .nl ? "Uw trainer kijkt naar: \(list)." : "Your trainer looks at: \(list)."
        }
    }
}
