import Analyst

/// The page of what runs and of the means.
struct EffortsView {
    struct Hidden {
        let action: AttributeText
        let token: AttributeText
        let revision: AttributeText
    }
    struct End {
        let hidden: Hidden
        let code: AttributeText
        let name: String
        let field: String
    }
    struct Effort {
        let name: String
        let lines: [String]
        let ends: [End]
    }
    struct Add {
        let title: String
        let hidden: Hidden
        let fields: [String]
        let button: String
    }
    struct Means {
        let hidden: Hidden
        let fields: [String]
        let button: String
    }
    let title: String
    let intro: String
    let none: [String]
    let efforts: [Effort]
    let endButton: String
    let adds: [Add]
    let meansTitle: String
    let meansLines: [String]
    let means: [Means]

    private static let hiddenTemplate = """
        {{#hidden}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="revision" value="{{{revision}}}">
        {{/hidden}}
        """

    static let template = HTMLTemplate(
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
        {{{field}}}
        <button type="submit" name="do" value="end">{{endButton}} <span class="unseen">{{name}}</span></button>
        </form>
        {{/ends}}
        </li>
        {{/efforts}}
        </ul>
        {{#adds}}
        <h2>{{title}}</h2>
        \(hiddenTemplate)
        {{#fields}}
        {{{.}}}
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
        {{{.}}}
        {{/fields}}
        <div class="buttons"><button type="submit" name="do" value="means">{{button}}</button></div>
        </form>
        {{/means}}

        """)
}
