import Analyst
import RuleEngine

/// A mark in a page: part by part with its lines, then the model where it may be seen. For trainee and trainer.
struct MarkView {
    struct Line {
        let verdict: String
        let title: String
        let points: String
        let details: [String]
    }
    struct Part {
        let title: String
        let points: String
        let lines: [Line]
    }
    struct ModelRow {
        let exercise: String
        let cells: [String]
    }
    struct Model {
        let title: String
        let columns: [String]
        let rows: [ModelRow]
        let departures: [String]
        let departuresTitle: [String]
    }

    let total: String
    let result: String
    let parts: [Part]
    let models: [Model]

    init(_ report: MarkReport) {
        let language = report.language
        let mark = report.mark
        total = Texts.total(mark)[language]
        result = report.result[language]
        parts = mark.parts.map { part in
            Part(
                title: part.title[language], points: Texts.points(part)[language],
                lines: report.lines(of: part).map { line in
                    Line(
                        verdict: line.verdict.title[language], title: line.title,
                        points: line.points.text(in: language), details: line.details)
                })
        }
        guard report.showsModel else {
            models = []
            return
        }
        let exercises = report.prepared.exercises.filter { !$0.isMarkedByTrainer }
        let departures = exercises.flatMap { report.departures($0) }
        models = [
            Model(
                title: Texts.model[language],
                columns: [Texts.exercise[language]] + ExerciseDefinition.Standard.allCases.map { $0.title[language] },
                rows: exercises.map { exercise in
                    ModelRow(
                        exercise: exercise.title[language],
                        cells: ExerciseDefinition.Standard.allCases.map { standard in
                            if standard == .panel, exercise.panelSize == 0 { return Texts.noPanel[language] }
                            let titles = report.model(exercise, standard)
                            return titles.isEmpty ? Texts.nothing[language] : titles.joined(separator: "; ")
                        })
                }, departures: departures, departuresTitle: departures.isEmpty ? [] : [Texts.departures[language]])
        ]
    }

    static let template = HTMLTemplate(
        """
        <p><strong>{{total}}</strong></p>
        <p>{{result}}</p>
        {{#parts}}
        <h2>{{title}}</h2>
        <p>{{points}}</p>
        <ul>
        {{#lines}}
        <li><strong>{{verdict}}</strong>: {{title}} ({{points}})
        <ul>
        {{#details}}
        <li>{{.}}</li>
        {{/details}}
        </ul>
        </li>
        {{/lines}}
        </ul>
        {{/parts}}
        {{#models}}
        <h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}">
        <table>
        <caption>{{title}}</caption>
        <thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{exercise}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#departuresTitle}}
        <h3>{{.}}</h3>
        {{/departuresTitle}}
        <ul>
        {{#departures}}
        <li>{{.}}</li>
        {{/departures}}
        </ul>
        {{/models}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let model = LocalizedText(nl: "Het model", en: "The model")
        static let exercise = LocalizedText(nl: "Oefening", en: "Exercise")
        static let nothing = LocalizedText(nl: "niets", en: "nothing")
        static let noPanel = LocalizedText(nl: "er is geen panel", en: "there is no panel")
        static let departures = LocalizedText(nl: "Waar de trainer afwijkt", en: "Where the trainer departs")

        static func total(_ mark: Mark) -> LocalizedText {
            LocalizedText(
                nl: "\(mark.points.text(in: .nl)) van \(mark.maximum.text(in: .nl)) punten. De grens is "
                    + "\(mark.passMark.text(in: .nl)).",
                en: "\(mark.points.text(in: .en)) of \(mark.maximum.text(in: .en)) points. The pass mark is "
                    + "\(mark.passMark.text(in: .en)).")
        }

        static func points(_ part: Mark.Part) -> LocalizedText {
            LocalizedText(
                nl: "\(part.points.text(in: .nl)) van \(part.maximum.text(in: .nl)) punten",
                en: "\(part.points.text(in: .en)) of \(part.maximum.text(in: .en)) points")
        }
    }
}
