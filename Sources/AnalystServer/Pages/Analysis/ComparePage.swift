import Analyst
import RuleEngine

/// What differs between the analysis of this dossier and another: of another dossier, a version kept, or another day.
package enum ComparePage: WebPage {
    private enum Field {
        static let with = "with"
        static let day = "day"
    }

    /// What the dossier is compared with.
    private enum Other: Hashable {
        case itself
        case version(Int)
        case dossier(DossierID)

        init?(_ text: String) {
            if text == "itself" {
                self = .itself
            } else if text.hasPrefix("version-"), let number = Int(text.dropFirst("version-".count)) {
                self = .version(number)
            } else if let id = DossierID(text) {
                self = .dossier(id)
            } else {
                return nil
            }
        }

        var text: String {
            switch self {
            case .itself: "itself"
            case .version(let number): "version-\(number)"
            case .dossier(let id): id.text
            }
        }
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let query = visit.request.query
        let dossier = try visit.dossier()
        guard let written = query[Field.with] else { return try page(visit, dossier, result: [], mistakes: []) }
        guard let other = Other(written) else { throw .notFound }
        let typed = query[Field.day]
        guard let day = typed.map({ WrittenDay.day($0) }) ?? visit.day else {
            let mistake = PageFrame.Mistake(field: Field.day, text: Texts.noDay[visit.language])
            return try page(visit, dossier, result: [], mistakes: [mistake])
        }
        if other == .itself, day == visit.day {
            let mistake = PageFrame.Mistake(field: Field.day, text: Texts.same[visit.language])
            return try page(visit, dossier, result: [], mistakes: [mistake])
        }
        return try page(visit, dossier, result: [try await result(visit, dossier, other, day)], mistakes: [])
    }

    private static func result(
        _ visit: Visit, _ dossier: Dossier, _ other: Other, _ day: FEELDate
    ) async throws(WebFault) -> View.Result {
        let language = visit.language
        let rules = try visit.rules()
        let counterpart = try visit.inStore { store throws(DossierFault) -> Dossier in
            switch other {
            case .itself: return dossier
            case .version(let number): return try store.version(number, of: dossier.id)
            case .dossier(let id): return try store.load(id)
            }
        }
        let after = try await visit.area(of: dossier)
        let before: AreaSession
        do {
            before = AreaSession(try counterpart.writtenSheet(), under: rules, on: day)
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
        let update = AreaUpdate(
            from: AnalysisComposer(before, language: language), to: AnalysisComposer(after, language: language)
        ).document
        var writer = HTMLAnalysisWriter(update, language: language, prefix: "", level: 1)
        let difference = before.session.difference(to: after.session)
        let lines = ExplanationRenderer(before, language).lines(difference, to: after.session)
        return View.Result(
            title: Texts.result(
                "\(counterpart.title), \(DateText.text(of: day, in: language))",
                "\(dossier.title), \(DateText.text(of: visit.day, in: language))")[language],
            content: writer.html(update.parts.flatMap(\.blocks), level: 3), all: Texts.all[language],
            lines: LineOutline(lines).html)
    }

    private static func page(
        _ visit: Visit, _ dossier: Dossier, result: [View.Result], mistakes: [PageFrame.Mistake]
    ) throws(WebFault) -> WebResponse {
        let language = visit.language
        let query = visit.request.query
        let history = try visit.inStore { store throws(DossierFault) in try store.history(of: dossier.id) }
        let all = try visit.inStore { store throws(DossierFault) in try store.list() }
        let others = all.filter { $0.id != dossier.id }
        func option(_ other: Other, _ text: String) -> View.Option {
            .init(
                value: AttributeText(other.text), text: text,
                selected: query[Field.with] == other.text ? " selected" : "")
        }
        let versions = history.filter { $0.kind == .named }.map { entry in
            option(.version(entry.number), Texts.version(entry.name ?? "\(entry.number)")[language])
        }
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            action: AttributeText(visit.address(visit.request.path)), label: Texts.with[language],
            options: [option(.itself, Texts.itself[language])] + versions
                + others.map { option(.dossier($0.id), "\($0.title) (\($0.municipality))") },
            dayLabel: Texts.day[language], dayHint: Texts.dayHint[language], mistakes: mistakes.map(\.text),
            style: mistakes.isEmpty ? "" : " wrong", invalid: mistakes.isEmpty ? "" : " aria-invalid=\"true\"",
            day: AttributeText(query.raw(Field.day) ?? ""), button: Texts.compare[language], results: result)
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "analysis"), Texts.back[language]),
            mistakes: mistakes, isWide: true, status: mistakes.isEmpty ? 200 : 422)
    }

    private struct View {
        struct Option {
            let value: AttributeText
            let text: String
            let selected: String
        }
        struct Result {
            let title: String
            let content: String
            let all: String
            let lines: String
        }
        let title: String
        let intro: String
        let action: AttributeText
        let label: String
        let options: [Option]
        let dayLabel: String
        let dayHint: String
        let mistakes: [String]
        let style: String
        let invalid: String
        let day: AttributeText
        let button: String
        let results: [Result]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="get" action="{{{action}}}" novalidate>
        <div class="field">
        <label for="with">{{label}}</label>
        <select name="with" id="with">
        {{#options}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/options}}
        </select>
        </div>
        <div class="field{{style}}">
        <label for="day">{{dayLabel}}</label>
        <p class="hint" id="day-hint">{{dayHint}}</p>
        {{#mistakes}}
        <p class="mistake" id="day-mistake">{{.}}</p>
        {{/mistakes}}
        <input class="short" type="text" name="day" id="day" value="{{{day}}}" autocomplete="off"         aria-describedby="day-hint"{{{invalid}}}>
        </div>
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>
        {{#results}}
        <div class="analysis">
        <h2>{{title}}</h2>
        {{{content}}}
        <details>
        <summary>{{all}}</summary>
        <div class="opened">
        {{{lines}}}
        </div>
        </details>
        </div>
        {{/results}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let title = LocalizedText(nl: "Vergelijken", en: "Compare")
        static let intro = LocalizedText(
            nl:
                "Zet de analyse van dit dossier naast die van een ander dossier, een bewaarde versie of een andere dag.",
            en: "Put the analysis of this dossier beside that of another dossier, a version kept or another day.")
        static let with = LocalizedText(nl: "Vergelijk met", en: "Compare with")
        static let itself = LocalizedText(nl: "Dit dossier op een andere dag", en: "This dossier on another day")
        static let day = LocalizedText(nl: "Op welke dag", en: "On which day")
        static let dayHint = LocalizedText(
            nl: "Zoals 31-3-2020. Leeg is vandaag.", en: "Such as 2020-03-31. Empty is today.")
        static let noDay = LocalizedText(
            nl: "Vul een dag in die bestaat, zoals 31-3-2020.", en: "Fill in a day that exists, such as 2020-03-31.")
        static let same = LocalizedText(
            nl: "Kies een andere dag of een ander dossier: dit is dezelfde analyse.",
            en: "Choose another day or another dossier: this is the same analysis.")
        static let compare = LocalizedText(nl: "Vergelijken", en: "Compare")
        static let all = LocalizedText(nl: "Alle verschillen, met de regels", en: "All differences, with the rules")

        static func version(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Versie ‘\(name)’ van dit dossier", en: "Version ‘\(name)’ of this dossier")
        }

        static func result(_ before: String, _ after: String) -> LocalizedText {
            LocalizedText(nl: "\(after), tegenover \(before)", en: "\(after), against \(before)")
        }
    }
}
