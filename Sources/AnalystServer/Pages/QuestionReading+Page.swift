import Analyst
import RuleEngine

extension QuestionReading {
    private typealias Field = AnswerForm.Field

    /// How many conclusions that wait are named.
    private static let mostWaiting = 8

    /// The page of the question.
    ///
    /// - Parameter typed: what was typed and is not saved; it is checked, so that the page says what is wrong with it.
    func page(_ typed: FormFields?, status: Int) -> WebResponse {
        let language = visit.language
        let fields = typed ?? answered.map { form.fields(of: $0) } ?? FormFields()
        var mistakes: [PageFrame.Mistake] = []
        if let typed, !form.isEmpty(typed),
            case .mistakes(let found) = form.read(typed, on: visit.site.answerDay(), standing: standing)
        {
            mistakes = found
        }
        let isChecked = status == 422 || typed != nil
        if !isChecked { mistakes = [] }
        if status == 422, mistakes.isEmpty, let typed,
            case .mistakes(let found) = form.read(typed, on: visit.site.answerDay(), standing: standing)
        {
            mistakes = found
        }
        let (heading, definition) = Self.heading(question.text[language])
        let title = "\(heading) – \(progressText)"
        let content = QuestionView.template.render(
            view(fields, mistakes, heading: heading, definition: definition, isUnsaved: typed != nil))
        let id = dossier.id.text
        let back =
            switch scope.back {
            case QuestionScope.analysis:
                PageFrame.Link(visit.address("dossiers", id, "analysis"), Texts.backToAnalysis[language])
            case let part?: PageFrame.Link(visit.address("dossiers", id, "parts", part), Texts.backToCheck[language])
            case nil: PageFrame.Link(visit.address("dossiers", id), Texts.backToList[language])
            }
        return visit.page(
            title, content, dossier: dossier, back: back, mistakes: mistakes, status: status,
            keptBy: dossier.isClosed ? nil : QuestionView.formID)
    }

    /// The question itself, and what explains it.
    static func heading(_ text: String) -> (question: String, rest: String?) {
        guard let end = text.firstRange(of: "? ") else { return (text, nil) }
        return (String(text[..<end.lowerBound]) + "?", String(text[end.upperBound...]))
    }

    /// "Vraag 4, nog ongeveer 9 – Veiligheid"
    var progressText: String {
        let language = visit.language
        let part = part?.title[language] ?? ""
        let rest = max(progress.open - progress.skipped - (answered == nil && !isPutOff ? 1 : 0), 0)
        if scope.isFirstStop {
            let number = wholeProgress.answered + wholeProgress.skipped + (answered == nil && !isPutOff ? 1 : 0)
            return Texts.firstStop(min(number, Questionnaire.firstStop), part)[language]
        }
        guard answered == nil, !isPutOff else { return Texts.again(rest, part)[language] }
        return Texts.progress(progress.answered + progress.skipped + 1, rest, part)[language]
    }

    private func view(
        _ fields: FormFields, _ mistakes: [PageFrame.Mistake], heading: String, definition: String?, isUnsaved: Bool
    ) -> QuestionView {
        let language = visit.language
        let chosen = fields[Field.answer]
        let choiceMistakes = mistakes.filter { $0.field.hasPrefix(Field.answer + "-") }.map(\.text)
        func field(
            _ name: String, _ label: LocalizedText, _ hint: LocalizedText? = nil, isShort: Bool = false,
            mode: String? = nil
        ) -> FormField {
            FormField(
                name: name, label: label[language], hint: hint?[language], input: .line(isShort: isShort),
                value: fields.raw(name), mode: mode)
        }
        func count(_ name: String, _ label: LocalizedText, _ hint: LocalizedText? = nil) -> FormField {
            field(name, label, hint, isShort: true, mode: "numeric")
        }
        func html(_ fields: [FormField]) -> [String] { fields.map { $0.html(mistakes) } }
        var number = field(Field.number, Texts.number(words, question), Texts.numberHint(question), isShort: true)
        number.style = "indented"
        number.isAsking = true
        var reason = field(Field.reason, Texts.reason, Texts.reasonHint)
        reason.isRequired = true
        let choices = form.choices.map { choice in
            QuestionView.Choice(
                id: AttributeText("\(Field.answer)-\(choice.rawValue)"), value: AttributeText(choice.rawValue),
                text: title(of: choice), or: choice == .unknown ? [Texts.or[language]] : [],
                checked: chosen == choice.rawValue ? " checked" : "", numbers: html(choice == .number ? [number] : []))
        }
        let counts =
            question.kind == .yesOrNo
            ? [count(Field.yes, Texts.yes, Texts.countsHint), count(Field.no, Texts.no)] : []
        let details =
            form.isFigure
            ? [field(Field.source, Texts.source), count(Field.year, Texts.year)]
            : [
                count(Field.people, Texts.people), field(Field.method, Texts.method, Texts.methodHint),
                field(Field.date, Texts.date, Texts.dateHint, isShort: true),
                field(Field.places, Texts.places, Texts.placesHint), field(Field.source, Texts.source),
                degree(fields[Field.degree]),
            ]
        let note = FormField(
            name: Field.note, label: Texts.note[language], hint: Texts.noteHint[language], input: .area(),
            value: fields.raw(Field.note))
        let inDetails = [
            Field.yes, Field.no, Field.people, Field.method, Field.date, Field.places, Field.degree, Field.note,
            Field.source, Field.year,
        ]
        let settled = choiceMistakes.isEmpty
        return QuestionView(
            progress: progressText, heading: heading, definitions: definition.map { [$0] } ?? [],
            asked: asked, standings: standings(isUnsaved),
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
            seen: AttributeText(AnswerMark.of(standing)),
            figures: form.figure == nil
                ? []
                : [
                    .init(
                        title: Texts.overrule[language], lines: figureLines,
                        reason: reason.html(mistakes))
                ],
            choiceMistakes: choiceMistakes,
            choicesInvalid: settled ? "" : " aria-invalid=\"true\"",
            choicesDescribed: AttributeText(settled ? "about" : "about answer-mistake"),
            groupStyle: settled ? "" : "wrong", choices: choices,
            moreTitle: (form.isFigure ? Texts.moreFigure : Texts.more)[language],
            moreOpen: inDetails.contains { fields[$0] != nil } ? " open" : "",
            details: html(counts + details + [note]),
            save: Texts.save[language], later: Texts.later[language],
            skips: answered == nil ? [Texts.skip[language]] : [],
            clears: answered == nil ? [] : [Texts.clear[language]],
            next: next, whyTitle: Texts.why[language], why: why,
            waitingTitle: (waiting.isEmpty ? Texts.nothingWaits : Texts.waiting)[language],
            waiting: Array(waiting.prefix(Self.mostWaiting)),
            waitingMore: waiting.count > Self.mostWaiting
                ? [Texts.andMore(waiting.count - Self.mostWaiting)[language]] : [],
            prospectTitles: prospects.isEmpty ? [] : [Texts.prospects[language]], prospects: prospects)
    }

    /// Asked of what people say, not of figures.
    private func degree(_ chosen: String?) -> FormField {
        let language = visit.language
        return FormField(
            name: Field.degree, label: Texts.degree[language],
            input: .choice(
                [.init(value: "", text: Texts.noDegree[language])]
                    + Answer.Degree.allCases.map { .init(value: $0.rawValue, text: AnswerText.title(of: $0)[language]) }
            ),
            value: chosen)
    }

    private func title(of choice: AnswerForm.Choice) -> String {
        switch choice {
        case .yes: words.text(of: .yes, unit: nil)
        case .no: words.text(of: .no, unit: nil)
        case .number: Texts.aNumber[visit.language]
        case .unknown: words.text(of: .unknown, unit: nil)
        case .notApplicable: words.text(of: .notApplicable, unit: nil)
        }
    }

    private var asked: String {
        let language = visit.language
        return form.isFigure
            ? Texts.askedFigure[language] : "\(Texts.asked[language]) \(question.perspectiveTitle[language])"
    }

    private func standings(_ isUnsaved: Bool) -> [String] {
        let language = visit.language
        if isUnsaved { return [Texts.unsaved[language]] }
        if let answered {
            return ["\(Texts.stands[language]) \(words.text(of: answered, unit: question.unit))"]
        }
        return isPutOff ? [Texts.putOff[language]] : []
    }

    private var next: String {
        let language = visit.language
        if scope.back == QuestionScope.analysis { return Texts.nextAnalysis[language] }
        if scope.back != nil { return Texts.nextCheck(part?.title[language] ?? "")[language] }
        if scope.isFirstStop {
            return (isLast ? Texts.nextList : Texts.nextOfFirst)[language]
        }
        let title = part?.title[language] ?? ""
        return (isLast ? Texts.nextCheck(title) : Texts.nextQuestion(title))[language]
    }

    // MARK: - Wordings

    private enum Texts {
        static let backToList = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let backToCheck = LocalizedText(nl: "Terug naar uw antwoorden", en: "Back to your answers")
        static let backToAnalysis = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let nextAnalysis = LocalizedText(nl: "Hierna: de analyse", en: "Next: the analysis")
        static let or = LocalizedText(nl: "of", en: "or")
        static let aNumber = LocalizedText(nl: "Een getal", en: "A number")
        static let asked = LocalizedText(nl: "Wie antwoordt:", en: "Who answers:")
        static let askedFigure = LocalizedText(
            nl: "Dit is een cijfer uit een telling, enquête of model.",
            en: "This is a figure from a count, a survey or a model.")
        static let stands = LocalizedText(nl: "Eerder ingevuld:", en: "Filled in before:")
        static let putOff = LocalizedText(nl: "Eerder overgeslagen.", en: "Skipped before.")
        static let unsaved = LocalizedText(
            nl: "Wat hieronder staat is nog niet opgeslagen.", en: "What stands below is not saved yet.")
        static let overrule = LocalizedText(
            nl: "Klopt dit, dan hoeft u niets in te vullen. Klopt het niet, vul dan het goede cijfer in met de reden.",
            en: "If this is right, there is nothing to fill in. If not, fill in the right figure with the reason.")
        static let reason = LocalizedText(
            nl: "Waarom is het cijfer uit de tabel niet goed?", en: "Why is the figure of the table not right?")
        static let reasonHint = LocalizedText(
            nl: "Het rapport laat beide cijfers zien, met deze reden.",
            en: "The report shows both figures, with this reason.")
        static let more = LocalizedText(
            nl: "Meer over dit antwoord: hoeveel mensen, hoe gevraagd, wanneer, waar, notitie",
            en: "More about this answer: how many people, how asked, when, where, note")
        static let moreFigure = LocalizedText(
            nl: "Meer over dit cijfer: bron, jaar, notitie", en: "More about this figure: source, year, note")
        static let yes = LocalizedText(nl: "Hoeveel mensen zeiden ja?", en: "How many people said yes?")
        static let no = LocalizedText(nl: "Hoeveel mensen zeiden nee?", en: "How many people said no?")
        static let countsHint = LocalizedText(
            nl: "Vult u aantallen in, kies dan hierboven geen antwoord.",
            en: "If you fill in counts, choose no answer above.")
        static let people = LocalizedText(nl: "Hoeveel mensen zijn gevraagd?", en: "How many people were asked?")
        static let method = LocalizedText(nl: "Hoe is het gevraagd?", en: "How was it asked?")
        static let methodHint = LocalizedText(
            nl: "Zoals bewonersavond, enquête, gesprekken aan de deur.",
            en: "Such as residents’ evening, survey, talks at the door.")
        static let date = LocalizedText(nl: "Wanneer is het gezegd?", en: "When was it said?")
        static let dateHint = LocalizedText(
            nl: "Een dag, zoals 31-3-2026. Leeg: vandaag.", en: "A day, such as 2026-03-31. Empty: today.")
        static let places = LocalizedText(nl: "Waar is het zo?", en: "Where is it so?")
        static let placesHint = LocalizedText(
            nl: "Plekken in het gebied, met een komma ertussen. Geen adressen van mensen.",
            en: "Places in the area, with commas between. No addresses of people.")
        static let source = LocalizedText(nl: "Bron", en: "Source")
        static let year = LocalizedText(nl: "Jaar waar het over gaat", en: "Year that it is about")
        static let degree = LocalizedText(nl: "Hoe erg is het?", en: "How bad is it?")
        static let noDegree = LocalizedText(nl: "Niet ingevuld", en: "Not filled in")
        static let note = LocalizedText(nl: "Notitie", en: "Note")
        static let noteHint = LocalizedText(
            nl: "Voor uzelf en collega’s. Schrijf geen namen, adressen of nummers van personen op.",
            en: "For yourself and colleagues. Write no names, addresses or numbers of persons.")
        static let save = LocalizedText(nl: "Opslaan en verder", en: "Save and continue")
        static let later = LocalizedText(nl: "Opslaan en later verdergaan", en: "Save and come back later")
        static let skip = LocalizedText(nl: "Overslaan", en: "Skip")
        static let clear = LocalizedText(nl: "Antwoord weghalen", en: "Take the answer away")
        static let why = LocalizedText(nl: "Waarom vragen we dit?", en: "Why do we ask this?")
        static let waiting = LocalizedText(nl: "Hierop wachten:", en: "These wait for it:")
        static let nothingWaits = LocalizedText(
            nl: "Op dit antwoord wacht nu geen conclusie.", en: "No conclusion waits for this answer now.")
        static let prospects = LocalizedText(
            nl: "Wat elk antwoord zou beslissen:", en: "What each answer would decide:")
        static let nextList = LocalizedText(nl: "Hierna: de lijst met onderdelen", en: "Next: the list of parts")
        static let nextOfFirst = LocalizedText(
            nl: "Hierna: de volgende vraag die veel uitmaakt", en: "Next: the next question that matters much")

        static func andMore(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "en nog \(count)", en: "and \(count) more")
        }

        static func nextCheck(_ part: String) -> LocalizedText {
            LocalizedText(nl: "Hierna: uw antwoorden bekijken – \(part)", en: "Next: check your answers – \(part)")
        }

        static func nextQuestion(_ part: String) -> LocalizedText {
            LocalizedText(nl: "Hierna: de volgende vraag – \(part)", en: "Next: the next question – \(part)")
        }

        static func progress(_ number: Int, _ rest: Int, _ part: String) -> LocalizedText {
            LocalizedText(
                nl: "Vraag \(number), nog ongeveer \(rest) – \(part)",
                en: "Question \(number), about \(rest) to go – \(part)")
        }

        static func again(_ rest: Int, _ part: String) -> LocalizedText {
            LocalizedText(
                nl: "Eerdere vraag, nog ongeveer \(rest) – \(part)",
                en: "Earlier question, about \(rest) to go – \(part)")
        }

        static func firstStop(_ number: Int, _ part: String) -> LocalizedText {
            let most = Questionnaire.firstStop
            return LocalizedText(
                nl: "Vraag \(number) van de \(most) die het meest uitmaken – \(part)",
                en: "Question \(number) of the \(most) that matter most – \(part)")
        }

        static func number(_ words: AnswerText, _ question: Question) -> LocalizedText {
            let unit = question.unit.map { " (\(words.title(ofUnit: $0)))" } ?? ""
            return LocalizedText(nl: "Getal\(unit)", en: "Number\(unit)")
        }

        static func numberHint(_ question: Question) -> LocalizedText {
            guard case .number(let bounds) = question.kind else { return LocalizedText(verbatim: "") }
            let allowed = LocalizedText.allowed(.numbers(bounds, orNull: false))
            let example =
                question.isWhole
                ? LocalizedText(nl: "Zoals 1.200.", en: "Such as 1,200.")
                : LocalizedText(nl: "Zoals 12,5.", en: "Such as 12.5.")
            let isBounded = bounds.low != nil && bounds.high != nil
            return LocalizedText(
                nl: "\(isBounded ? "Toegestaan: \(allowed.nl.dropFirst("het mag zijn: ".count)). " : "")\(example.nl) "
                    + "Weet u het ongeveer? Vul in van en tot, zoals 10..20.",
                en: "\(isBounded ? "Allowed: \(allowed.en.dropFirst("it may be: ".count)). " : "")\(example.en) "
                    + "Know it roughly? Fill in from and to, such as 10..20.")
        }
    }
}
