import Analyst

/// A page that asks whether something is really meant, and names the dossier.
struct ConfirmationView {
    let title: String
    let lines: [String]
    let action: AttributeText
    let token: AttributeText
    let fields: [String]
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
        {{{.}}}
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
