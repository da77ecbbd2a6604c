import Analyst
import RuleEngine

/// What the page of a question shows.
struct QuestionView {
    struct Prospect: Sendable {
        let answer: String
        let text: String
    }
    struct Choice {
        let id: AttributeText
        let value: AttributeText
        let text: String
        /// Stands before the choice.
        let or: [String]
        /// " checked", where the person chose it before.
        let checked: String
        /// The number belongs to this choice.
        let numbers: [String]
    }
    struct Figure {
        let title: String
        let lines: [String]
        let reason: String
    }

    let progress: String
    let heading: String
    let definitions: [String]
    let asked: String
    let standings: [String]
    let action: AttributeText
    let token: AttributeText
    let seen: AttributeText
    let figures: [Figure]
    let choiceMistakes: [String]
    let choicesInvalid: String
    let choicesDescribed: AttributeText
    let groupStyle: String
    let choices: [Choice]
    let moreTitle: String
    let moreOpen: String
    let details: [String]
    let save: String
    let later: String
    let skips: [String]
    let clears: [String]
    let next: String
    let whyTitle: String
    let why: [String]
    let waitingTitle: String
    let waiting: [String]
    let waitingMore: [String]
    let prospectTitles: [String]
    let prospects: [Prospect]

    /// The place of the form, for the links of the frame that take along what is typed.
    static let formID = "question"

    static let template = HTMLTemplate(
        """
        <p class="progress">{{progress}}</p>
        <form id="\(formID)" method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="seen" value="{{{seen}}}">
        <fieldset role="radiogroup" class="{{{groupStyle}}}" aria-required="true" aria-describedby="{{{choicesDescribed}}}"{{{choicesInvalid}}}>
        <legend><h1>{{heading}}</h1></legend>
        <div id="about">
        {{#definitions}}
        <p>{{.}}</p>
        {{/definitions}}
        <p class="asked">{{asked}}</p>
        {{#standings}}
        <p class="hint">{{.}}</p>
        {{/standings}}
        </div>
        {{#figures}}
        <div class="inset">
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        <p>{{title}}</p>
        </div>
        {{/figures}}
        {{#choiceMistakes}}
        <p class="mistake" id="answer-mistake">{{.}}</p>
        {{/choiceMistakes}}
        {{#choices}}
        {{#or}}
        <p class="or">{{.}}</p>
        {{/or}}
        <div class="choice"><input type="radio" name="answer" id="{{{id}}}" value="{{{value}}}"{{{checked}}}>
        <label for="{{{id}}}">{{text}}</label></div>
        {{#numbers}}
        {{{.}}}
        {{/numbers}}
        {{/choices}}
        </fieldset>
        {{#figures}}
        {{{reason}}}
        {{/figures}}
        <details{{{moreOpen}}}>
        <summary>{{moreTitle}}</summary>
        <div class="opened">
        {{#details}}
        {{{.}}}
        {{/details}}
        </div>
        </details>
        <div class="buttons">
        <button class="main" type="submit" name="do" value="save" aria-describedby="next">{{save}}</button>
        <button type="submit" name="do" value="later">{{later}}</button>
        {{#skips}}
        <button type="submit" name="do" value="skip">{{.}}</button>
        {{/skips}}
        {{#clears}}
        <button type="submit" name="do" value="clear">{{.}}</button>
        {{/clears}}
        </div>
        <p class="next" id="next">{{next}}</p>
        </form>
        <details>
        <summary>{{whyTitle}}</summary>
        <div class="opened">
        {{#why}}
        <p>{{.}}</p>
        {{/why}}
        <p><strong>{{waitingTitle}}</strong></p>
        <ul>
        {{#waiting}}
        <li>{{.}}</li>
        {{/waiting}}
        {{#waitingMore}}
        <li>{{.}}</li>
        {{/waitingMore}}
        </ul>
        {{#prospectTitles}}
        <p><strong>{{.}}</strong></p>
        {{/prospectTitles}}
        <ul>
        {{#prospects}}
        <li>{{answer}}: {{text}}</li>
        {{/prospects}}
        </ul>
        </div>
        </details>

        """)
}
