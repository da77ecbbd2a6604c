import Analyst
import RuleEngine

/// What one trainee did, for the trainer: the mark with the model, and the forms to give or change points with a reason.
package enum ParticipantPage: WebPage {
    private enum Field {
        static let gift = "gift"
        static let points = "points"
        static let reason = "reason"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let (trainer, participant) = try await participant(visit)
        return page(visit, trainer, participant, mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let (trainer, participant) = try await participant(visit)
        let (gift, points) = (visit.fields[Field.gift] ?? "", visit.fields[Field.points] ?? "")
        let reason = visit.fields[Field.reason] ?? ""
        let decision = TrainerDecision(written: "\(gift)=\(points)", reason: reason, in: trainer.prepared)
        var mistakes: [PageFrame.Mistake] = []
        if decision == nil { mistakes.append(.init(field: Field.points, text: Texts.noPoints[language])) }
        if reason.isEmpty, !gift.contains(":") {
            mistakes.append(.init(field: Field.reason, text: Texts.noReason[language]))
        }
        guard mistakes.isEmpty, let decision else {
            return page(visit, trainer, participant, mistakes: mistakes, status: 422)
        }
        let practice = try await Practice(visit, id: participant.participation.id, word: "")
        try practice.change(visit) { $0.decisions.append(decision) }
        visit.say(Texts.done[language])
        return visit.redirect(visit.address(visit.request.path))
    }

    private static func participant(
        _ visit: Visit
    ) async throws(WebFault) -> (TrainerSession, TrainerSession.Participant) {
        let trainer = try await TrainerSession(visit)
        guard
            let participant = trainer.participants.first(where: {
                "\($0.participation.number)" == visit["participant"]
            })
        else { throw .notFound }
        return (trainer, participant)
    }

    private static func page(
        _ visit: Visit, _ trainer: TrainerSession, _ participant: TrainerSession.Participant,
        mistakes: [PageFrame.Mistake], status: Int
    ) -> WebResponse {
        let language = visit.language
        let prepared = trainer.prepared
        let report = MarkReport(
            mark: prepared.mark(participant.answers), prepared: prepared, answers: participant.answers,
            language: language, showsModel: true)
        func wrong(_ field: String) -> [String] { mistakes.filter { $0.field == field }.map(\.text) }
        let view = View(
            title: participant.participation.pseudonym,
            attempts: Texts.attempts(participant.answers, language),
            mark: MarkView.template.render(MarkView(report)),
            writings: prepared.exercises.compactMap { exercise in
                let answer = participant.answers.exercises[exercise.id] ?? ExerciseAnswer()
                let notes = answer.picks.filter { !$0.note.isEmpty || $0.sureness != nil }.map { pick in
                    let sure = pick.sureness.map { " (\(Texts.sure[language]) \($0)/3)" } ?? ""
                    return "\(exercise[pick.code]?.title[language] ?? pick.code)\(sure): \(pick.note)"
                }
                let lines = [answer.text, answer.other].filter { !$0.isEmpty } + notes
                return lines.isEmpty ? nil : .init(title: exercise.title[language], lines: lines)
            },
            writingsTitle: Texts.writings[language], changeTitle: Texts.change[language],
            changeIntro: Texts.intro[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), giftLabel: Texts.gift[language],
            gifts: prepared.exercises.flatMap { exercise -> [View.Option] in
                exercise.isMarkedByTrainer
                    ? exercise.definition.rubric.map { criterion in
                        .init(
                            value: AttributeText("\(exercise.id):\(criterion.id.value)"),
                            text: "\(exercise.title[language]): \(criterion.title[language]) (0–\(criterion.points))")
                    }
                    : [
                        .init(
                            value: AttributeText(exercise.id),
                            text: "\(exercise.title[language]) (0–\(exercise.definition.points.value))")
                    ]
            }, pointsLabel: Texts.points[language], pointsMistakes: wrong(Field.points),
            points: AttributeText(visit.fields[Field.points] ?? ""), reasonLabel: Texts.reason[language],
            reasonMistakes: wrong(Field.reason), reason: AttributeText(visit.fields[Field.reason] ?? ""),
            button: Texts.give[language])
        return visit.page(
            view.title, template.render(view), back: .init(trainer.address(visit), Texts.back[language]),
            mistakes: mistakes, status: status)
    }

    private struct View {
        struct Writing {
            let title: String
            let lines: [String]
        }
        struct Option {
            let value: AttributeText
            let text: String
        }
        let title: String
        let attempts: String
        /// HTML.
        let mark: String
        let writings: [Writing]
        let writingsTitle: String
        let changeTitle: String
        let changeIntro: String
        let action: AttributeText
        let token: AttributeText
        let giftLabel: String
        let gifts: [Option]
        let pointsLabel: String
        let pointsMistakes: [String]
        let points: AttributeText
        let reasonLabel: String
        let reasonMistakes: [String]
        let reason: AttributeText
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{attempts}}</p>
        {{{mark}}}
        <h2>{{writingsTitle}}</h2>
        {{#writings}}
        <h3>{{title}}</h3>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        {{/writings}}
        <h2>{{changeTitle}}</h2>
        <p>{{changeIntro}}</p>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <div class="field">
        <label for="gift">{{giftLabel}}</label>
        <select id="gift" name="gift">
        {{#gifts}}
        <option value="{{{value}}}">{{text}}</option>
        {{/gifts}}
        </select>
        </div>
        <div class="field">
        <label for="points">{{pointsLabel}}</label>
        {{#pointsMistakes}}
        <p class="mistake" id="points-mistake">{{.}}</p>
        {{/pointsMistakes}}
        <input class="short" type="text" id="points" name="points" value="{{{points}}}" inputmode="decimal" \
        autocomplete="off" aria-describedby="points-mistake">
        </div>
        <div class="field">
        <label for="reason">{{reasonLabel}}</label>
        {{#reasonMistakes}}
        <p class="mistake" id="reason-mistake">{{.}}</p>
        {{/reasonMistakes}}
        <input type="text" id="reason" name="reason" value="{{{reason}}}" autocomplete="off" \
        aria-describedby="reason-mistake">
        </div>
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de sessie", en: "Back to the session")
        static let sure = LocalizedText(nl: "zeker", en: "sure")
        static let writings = LocalizedText(nl: "In eigen woorden", en: "In own words")
        static let change = LocalizedText(nl: "Punten geven of veranderen", en: "Give or change points")
        static let intro = LocalizedText(
            nl: "Wat de regels gaven en wat u geeft, blijven beide te zien, met uw reden.",
            en: "What the rules gave and what you give both stay to be seen, with your reason.")
        static let gift = LocalizedText(nl: "Waarvoor", en: "For what")
        static let points = LocalizedText(nl: "Punten", en: "Points")
        static let reason = LocalizedText(nl: "Waarom", en: "Why")
        static let give = LocalizedText(nl: "Opslaan", en: "Save")
        static let noPoints = LocalizedText(
            nl: "Schrijf een aantal punten, zoals 12 of 7,5.", en: "Write a number of points, such as 12 or 7.5.")
        static let noReason = LocalizedText(
            nl: "Zeg waarom u het punt verandert.", en: "Say why you change the mark.")
        static let done = LocalizedText(nl: "Het punt is bewaard.", en: "The mark is kept.")

        static func attempts(_ answers: CaseAnswers, _ language: Language) -> String {
            let scores = answers.scores.map { Points(hundredths: $0).text(in: language) }.joined(separator: ", ")
            let count = answers.attempts
            return language == .nl
                ? "\(count) keer ingeleverd" + (scores.isEmpty ? "." : ", met deze punten: \(scores).")
                : "Handed in \(count) \(count == 1 ? "time" : "times")"
                    + (scores.isEmpty ? "." : ", with these points: \(scores).")
        }
    }
}
