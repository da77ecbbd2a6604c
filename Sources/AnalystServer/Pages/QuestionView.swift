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
        let numbers: [Text]
    }
    /// A field with one line, or more.
    struct Text {
        let name: AttributeText
        let label: String
        let hints: [String]
        let mistakes: [String]
        let value: AttributeText
        let style: String
        let described: AttributeText
        let invalid: String
        let mode: AttributeText
    }
    struct Degree {
        let value: AttributeText
        let text: String
        let selected: String
    }
    struct Degrees {
        let label: String
        let options: [Degree]
    }
    struct Figure {
        let title: String
        let lines: [String]
        let reason: Text
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
    let counts: [Text]
    let details: [Text]
    /// Asked of what people say, not of figures.
    let degrees: [Degrees]
    let noteLabel: String
    let noteHint: String
    let note: AttributeText
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

    static let template = HTMLTemplate(
        """
        <p class="progress">{{progress}}</p>
        <form method="post" action="{{{action}}}" novalidate>
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
        <div class="indented field{{{style}}}">
        <label class="asking" for="{{{name}}}">{{label}}</label>
        {{#hints}}
        <p class="hint" id="{{{name}}}-hint">{{.}}</p>
        {{/hints}}
        {{#mistakes}}
        <p class="mistake" id="{{{name}}}-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" class="short" name="{{{name}}}" id="{{{name}}}" value="{{{value}}}" autocomplete="off" \
        inputmode="{{{mode}}}" aria-describedby="{{{described}}}"{{{invalid}}}>
        </div>
        {{/numbers}}
        {{/choices}}
        </fieldset>
        {{#figures}}
        {{#reason}}
        <div class="field{{{style}}}">
        <label for="{{{name}}}">{{label}}</label>
        {{#hints}}
        <p class="hint" id="{{{name}}}-hint">{{.}}</p>
        {{/hints}}
        {{#mistakes}}
        <p class="mistake" id="{{{name}}}-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" name="{{{name}}}" id="{{{name}}}" value="{{{value}}}" autocomplete="off" aria-required="true" \
        aria-describedby="{{{described}}}"{{{invalid}}}>
        </div>
        {{/reason}}
        {{/figures}}
        <details{{{moreOpen}}}>
        <summary>{{moreTitle}}</summary>
        <div class="opened">
        {{#counts}}
        <div class="field{{{style}}}">
        <label for="{{{name}}}">{{label}}</label>
        {{#hints}}
        <p class="hint" id="{{{name}}}-hint">{{.}}</p>
        {{/hints}}
        {{#mistakes}}
        <p class="mistake" id="{{{name}}}-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" class="short" name="{{{name}}}" id="{{{name}}}" value="{{{value}}}" autocomplete="off" \
        inputmode="{{{mode}}}" aria-describedby="{{{described}}}"{{{invalid}}}>
        </div>
        {{/counts}}
        {{#details}}
        <div class="field{{{style}}}">
        <label for="{{{name}}}">{{label}}</label>
        {{#hints}}
        <p class="hint" id="{{{name}}}-hint">{{.}}</p>
        {{/hints}}
        {{#mistakes}}
        <p class="mistake" id="{{{name}}}-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" name="{{{name}}}" id="{{{name}}}" value="{{{value}}}" autocomplete="off" \
        inputmode="{{{mode}}}" aria-describedby="{{{described}}}"{{{invalid}}}>
        </div>
        {{/details}}
        {{#degrees}}
        <div class="field">
        <label for="degree">{{label}}</label>
        <select name="degree" id="degree">
        {{#options}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/options}}
        </select>
        </div>
        {{/degrees}}
        <div class="field">
        <label for="note">{{noteLabel}}</label>
        <p class="hint" id="note-hint">{{noteHint}}</p>
        <textarea name="note" id="note" rows="4" aria-describedby="note-hint">
        {{{note}}}</textarea>
        </div>
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
