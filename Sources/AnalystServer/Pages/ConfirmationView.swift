import Analyst

/// A page that asks whether something is really meant, and names the dossier.
struct ConfirmationView {
    struct Field {
        let name: AttributeText
        let label: String
        let hint: String
        let value: AttributeText
        let mistakes: [String]
        let style: String
        let invalid: String
    }

    let title: String
    let lines: [String]
    let action: AttributeText
    let token: AttributeText
    let fields: [Field]
    let button: String
    let style: AttributeText
    let cancel: PageFrame.Link

    static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{#fields}}
        <div class="field{{style}}">
        <label for="{{{name}}}">{{label}}</label>
        <p class="hint" id="{{{name}}}-hint">{{hint}}</p>
        {{#mistakes}}
        <p class="mistake" id="{{{name}}}-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" name="{{{name}}}" id="{{{name}}}" value="{{{value}}}" autocomplete="off" \
        aria-describedby="{{{name}}}-hint {{{name}}}-mistake"{{{invalid}}}>
        </div>
        {{/fields}}
        <div class="buttons">
        <button class="{{{style}}}" type="submit">{{button}}</button>
        {{#cancel}}
        <a class="button" href="{{{address}}}">{{text}}</a>
        {{/cancel}}
        </div>
        </form>

        """)
}
