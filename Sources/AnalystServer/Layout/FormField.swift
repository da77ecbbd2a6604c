import Analyst

/// A field of a form with its label, its hint and what is wrong with it: the one way in which pages write these.
struct FormField {
    struct Option {
        let value: String
        let text: String
    }

    /// Options under a title of their own.
    struct Group {
        let title: String
        let options: [Option]
    }

    enum Input {
        /// One line; a short one for a number or a day.
        case line(isShort: Bool = false)
        case area(rows: Int = 4)
        /// A text of many lines, each with its number; those that something is wrong with are marked.
        case source(marked: Set<Int> = [])
        case choice([Option], groups: [Group] = [])
        case files(accept: String, several: Bool = false)
        case password(isNew: Bool = false)
    }

    let name: String
    let label: String
    var hint: String?
    var input = Input.line()
    /// The place on the page, where it is not the name.
    var id: String?
    /// What stands behind the label for those who hear the page.
    var unseen: String?
    var value: String?
    var isRequired = false
    /// `numeric` or `decimal` shows other keys on a phone.
    var mode: String?
    /// What a browser may fill in by itself.
    var autocomplete = "off"
    /// Classes of the field beside those of every field.
    var style = ""
    /// A label that is a question stands out.
    var isAsking = false

    /// - Parameter mistakes: those of the page; the field shows its own.
    func html(_ mistakes: [PageFrame.Mistake] = []) -> String {
        let place = id ?? name
        let found = mistakes.filter { $0.field == place }.map(\.text)
        let described = (hint == nil ? [] : ["\(place)-hint"]) + (found.isEmpty ? [] : ["\(place)-mistake"])
        var attributes =
            described.isEmpty ? "" : " aria-describedby=\"\(AttributeText(described.joined(separator: " ")))\""
        if isRequired { attributes += " aria-required=\"true\"" }
        if !found.isEmpty { attributes += " aria-invalid=\"true\"" }
        if let mode { attributes += " inputmode=\"\(mode)\"" }
        var view = View(
            place: AttributeText(place), name: AttributeText(name), label: label,
            labelStyle: isAsking ? " class=\"asking\"" : "", unseen: unseen.map { [$0] } ?? [],
            hints: hint.map { [$0] } ?? [], mistakes: found,
            style: (style.isEmpty ? "" : " \(style)") + (found.isEmpty ? "" : " wrong"))
        switch input {
        case .line(let isShort):
            view.inputs = [
                .init(
                    kind: "text", style: isShort ? " class=\"short\"" : "", value: AttributeText(value ?? ""),
                    attributes: " autocomplete=\"\(autocomplete)\"" + attributes)
            ]
        case .password(let isNew):
            // What was typed is not sent back.
            view.inputs = [
                .init(
                    kind: "password", style: "", value: AttributeText(""),
                    attributes: " autocomplete=\"\(isNew ? "new" : "current")-password\"" + attributes)
            ]
        case .files(let accept, let several):
            view.files = [" accept=\"\(accept)\"" + (several ? " multiple" : "") + attributes]
        case .area(let rows):
            view.areas = [.init(rows: rows, value: AttributeText(value ?? ""), attributes: attributes)]
        case .source(let marked):
            let text = value ?? ""
            let count = text.utf8.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
            view.sources = [
                .init(
                    // Lines that are typed at the end have numbers, too.
                    numbers: (1...min(count + Self.spareLines, Self.mostNumbers)).map {
                        .init(
                            id: AttributeText("\(place)-\($0)"), style: marked.contains($0) ? " class=\"marked\"" : "",
                            number: $0)
                    },
                    rows: count + 2, value: AttributeText(text), attributes: attributes)
            ]
        case .choice(let options, let groups):
            view.choices = [
                .init(
                    attributes: attributes, options: shown(options),
                    groups: groups.map { .init(title: AttributeText($0.title), options: shown($0.options)) })
            ]
        }
        return Self.template.render(view)
    }

    private static let spareLines = 200
    private static let mostNumbers = 20_000

    private func shown(_ options: [Option]) -> [View.Choice.Option] {
        options.map {
            .init(
                value: AttributeText($0.value), text: $0.text, selected: $0.value == (value ?? "") ? " selected" : "")
        }
    }

    private struct View {
        struct Line {
            let kind: String
            let style: String
            let value: AttributeText
            let attributes: String
        }
        struct Area {
            let rows: Int
            let value: AttributeText
            let attributes: String
        }
        struct Source {
            struct Number {
                let id: AttributeText
                let style: String
                let number: Int
            }
            let numbers: [Number]
            let rows: Int
            let value: AttributeText
            let attributes: String
        }
        struct Choice {
            struct Option {
                let value: AttributeText
                let text: String
                let selected: String
            }
            struct Group {
                let title: AttributeText
                let options: [Option]
            }
            let attributes: String
            let options: [Option]
            let groups: [Group]
        }
        let place: AttributeText
        let name: AttributeText
        let label: String
        let labelStyle: String
        let unseen: [String]
        let hints: [String]
        let mistakes: [String]
        let style: String
        var inputs: [Line] = []
        var files: [String] = []
        var areas: [Area] = []
        var sources: [Source] = []
        var choices: [Choice] = []
    }

    private static let template = HTMLTemplate(
        """
        <div class="field{{style}}">
        <label{{{labelStyle}}} for="{{{place}}}">{{label}}{{#unseen}} <span class="unseen">{{.}}</span>{{/unseen}}</label>
        {{#hints}}
        <p class="hint" id="{{{place}}}-hint">{{.}}</p>
        {{/hints}}
        {{#mistakes}}
        <p class="mistake" id="{{{place}}}-mistake">{{.}}</p>
        {{/mistakes}}
        {{#inputs}}
        <input type="{{kind}}"{{{style}}} name="{{{name}}}" id="{{{place}}}" value="{{{value}}}"{{{attributes}}}>
        {{/inputs}}
        {{#files}}
        <input type="file" name="{{{name}}}" id="{{{place}}}"{{{.}}}>
        {{/files}}
        {{#areas}}
        <textarea name="{{{name}}}" id="{{{place}}}" rows="{{rows}}"{{{attributes}}}>
        {{{value}}}</textarea>
        {{/areas}}
        {{#sources}}
        <div class="source">
        <div class="numbers" aria-hidden="true">{{#numbers}}<span id="{{{id}}}"{{{style}}}>{{number}}</span>{{/numbers}}</div>
        <textarea class="code" name="{{{name}}}" id="{{{place}}}" rows="{{rows}}" wrap="off" spellcheck="false" autocapitalize="off"{{{attributes}}}>
        {{{value}}}</textarea>
        </div>
        {{/sources}}
        {{#choices}}
        <select name="{{{name}}}" id="{{{place}}}"{{{attributes}}}>
        {{#options}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/options}}
        {{#groups}}
        <optgroup label="{{{title}}}">
        {{#options}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/options}}
        </optgroup>
        {{/groups}}
        </select>
        {{/choices}}
        </div>

        """)
}
