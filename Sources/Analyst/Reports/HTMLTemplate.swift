import Mustache

/// The templates of the page. Drawings say their colours themselves: programs that make a PDF do not take them from the style
/// sheet, which has the last word in a browser.
///
/// Mustache escapes what it fills in, but for HTML that another template made.
///
/// Attributes hold anchors, addresses, codes and numbers, never an author's text: Mustache escapes whole characters, so that
/// a quotation mark with a combining accent would pass. A name that is `nil` in a view is looked up in the views
/// around it, so an optional name is used at one depth only.
package struct HTMLTemplate {
    private let template: MustacheTemplate

    /// - Precondition: the text is Mustache.
    package init(_ text: String) {
        do {
            template = try MustacheTemplate(string: text)
        } catch {
            preconditionFailure("a template of the page is not Mustache: \(error)")
        }
    }

    /// The template with its names filled in from the properties of a value.
    package func render(_ view: Any) -> String { template.render(TemplateValues.of(view) ?? view) }
}

extension HTMLTemplate {
    package static let page = HTMLTemplate(
        """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{title}}</title>
        <style>
        {{{style}}}
        </style>
        </head>
        <body>
        <a class="skip" href="#content">{{skip}}</a>
        <main id="content" tabindex="-1">
        {{#commonTitle}}
        <h1>{{.}}</h1>
        {{/commonTitle}}
        {{#areas}}
        <nav aria-labelledby="areas">
        <p class="label" id="areas">{{name}}</p>
        <ul>
        {{#articles}}
        <li><a href="#{{anchor}}">{{title}}</a></li>
        {{/articles}}
        </ul>
        </nav>
        {{/areas}}
        {{#articles}}
        <div class="analysis" id="{{anchor}}">
        <h{{level}} id="{{anchor}}--title">{{title}}</h{{level}}>
        {{#subtitle}}
        <p class="intro">{{.}}</p>
        {{/subtitle}}
        <dl class="facts">
        <div><dt>{{municipalityName}}</dt><dd>{{municipality}}</dd></div>
        <div><dt>{{dateName}}</dt><dd><time datetime="{{dateCode}}">{{date}}</time></dd></div>
        </dl>
        {{#provisional}}
        <p class="notice"><strong>{{.}}</strong></p>
        {{/provisional}}
        {{#cutShort}}
        <p class="notice"><strong>{{.}}</strong></p>
        {{/cutShort}}
        <nav{{#isShort}} class="short"{{/isShort}} aria-labelledby="{{anchor}}--parts {{anchor}}--title">
        <p class="label" id="{{anchor}}--parts">{{partsName}}</p>
        <ul>
        {{#parts}}
        <li><a href="#{{anchor}}">{{heading}}</a></li>
        {{/parts}}
        {{#imprint}}
        <li><a href="#{{imprintAnchor}}">{{heading}}</a></li>
        {{/imprint}}
        </ul>
        </nav>
        {{#parts}}
        <section id="{{anchor}}"{{#isAnnex}} class="annex"{{/isAnnex}} aria-labelledby="{{anchor}}--title">
        <h{{partLevel}} id="{{anchor}}--title">{{heading}}</h{{partLevel}}>
        {{#intro}}
        <p class="intro">{{.}}</p>
        {{/intro}}
        {{{content}}}{{#link}}
        <p class="small"><a href="{{address}}">{{text}}</a></p>
        {{/link}}
        </section>
        {{/parts}}
        {{#imprint}}
        <section id="{{imprintAnchor}}" aria-labelledby="{{imprintAnchor}}--title">
        <h{{partLevel}} id="{{imprintAnchor}}--title">{{heading}}</h{{partLevel}}>
        {{#lines}}
        <p class="small">{{.}}</p>
        {{/lines}}
        </section>
        {{/imprint}}
        </div>
        {{/articles}}
        </main>
        </body>
        </html>

        """)

    package static let heading = HTMLTemplate("<h{{level}}>{{text}}</h{{level}}>\n")

    package static let paragraph = HTMLTemplate("<p>{{text}}</p>\n")

    package static let notice = HTMLTemplate("<p class=\"notice\"><strong>{{name}}</strong> {{text}}</p>\n")

    package static let list = HTMLTemplate("<ul>\n{{#items}}\n<li>{{.}}</li>\n{{/items}}\n</ul>\n")

    package static let outline = HTMLTemplate(
        """
        <ul>
        {{#items}}
        <li id="{{anchor}}">{{#address}}<a href="{{address}}">{{text}}</a>{{/address}}{{^address}}{{text}}{{/address}}. {{remark}}</li>
        {{/items}}
        </ul>

        """)

    package static let details = HTMLTemplate(
        """
        <details>
        <summary>{{summary}}</summary>
        <div class="opened">
        {{{content}}}</div>
        </details>

        """)

    package static let table = HTMLTemplate(
        """
        <div class="wide" tabindex="0" role="group" aria-labelledby="{{anchor}}">
        <table>
        <caption id="{{anchor}}">{{caption}}</caption>
        <thead>
        <tr>
        {{#columns}}
        <th scope="col"{{#isNumeric}} class="number"{{/isNumeric}}>{{text}}</th>
        {{/columns}}
        </tr>
        </thead>
        <tbody>
        {{#rows}}
        <tr>
        {{#head}}
        <th scope="row"{{#isNumeric}} class="number"{{/isNumeric}}>{{text}}</th>
        {{/head}}
        {{#cells}}
        <td{{#isNumeric}} class="number"{{/isNumeric}}>{{text}}</td>
        {{/cells}}
        </tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{#note}}
        <p class="small">{{.}}</p>
        {{/note}}

        """)

    package static let finding = HTMLTemplate(
        """
        <article class="finding" id="{{anchor}}" aria-labelledby="{{anchor}}--title">
        <h{{level}} id="{{anchor}}--title">{{title}}</h{{level}}>
        <p class="small"><span class="tag {{stateCode}}">{{state}}</span> <code>{{id}}</code></p>
        {{#overruled}}
        <p class="notice"><strong>{{overruledName}}:</strong> {{overruled}}</p>
        {{/overruled}}
        {{#notInForce}}
        <p class="notice">{{.}}</p>
        {{/notInForce}}
        {{#properties}}
        <dl class="facts">
        {{#pairs}}
        <div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/pairs}}
        </dl>
        {{/properties}}
        {{#because}}
        <p>{{.}}</p>
        {{/because}}
        {{#facts}}
        <dl class="facts long">
        {{#pairs}}
        <div><dt>{{name}}</dt><dd>{{value}}</dd></div>
        {{/pairs}}
        </dl>
        {{/facts}}
        {{#waitsFor}}
        <p class="label">{{name}}</p>
        <ul>
        {{#items}}
        <li>{{.}}</li>
        {{/items}}
        </ul>
        {{/waitsFor}}
        {{#why}}
        <details>
        <summary>{{name}} <span class="unseen">{{title}}</span></summary>
        {{#grounds}}
        <div class="opened">
        <p><strong>{{title}}</strong> <code>{{rule}}</code><br>
        {{strengthName}}: <span class="tag">{{strength}}</span></p>
        {{#open}}
        <p>{{.}}</p>
        {{/open}}
        {{#conditions}}
        <p class="label">{{name}}</p>
        <ul>
        {{#items}}
        <li><span class="tag {{code}}">{{verdict}}</span> {{text}}</li>
        {{/items}}
        </ul>
        {{/conditions}}
        {{#findings}}
        <p class="label">{{name}}</p>
        <ul>
        {{#items}}
        <li>{{#address}}<a href="{{address}}">{{text}}</a>{{/address}}{{^address}}{{text}}{{/address}}</li>
        {{/items}}
        </ul>
        {{/findings}}
        {{#lists}}
        <p class="label">{{name}}</p>
        <ul>
        {{#items}}
        <li>{{.}}</li>
        {{/items}}
        </ul>
        {{/lists}}
        </div>
        {{/grounds}}
        </details>
        {{/why}}
        {{#back}}
        <p class="small"><a href="{{address}}">{{text}}</a></p>
        {{/back}}
        {{#links}}
        <p class="label">{{name}}</p>
        <ul class="changes">
        {{#items}}
        <li><a href="{{address}}">{{text}}</a></li>
        {{/items}}
        </ul>
        {{/links}}
        </article>

        """)

    package static let dotPlot = HTMLTemplate(
        """
        <figure role="group" aria-labelledby="{{anchor}}">
        <figcaption><strong id="{{anchor}}">{{title}}</strong><br>{{description}}</figcaption>
        <div class="wide" tabindex="0" role="group" aria-labelledby="{{anchor}}">
        <svg role="img" aria-labelledby="{{anchor}}--title {{anchor}}--desc" viewBox="0 0 {{width}} {{height}}" \
        width="{{width}}" height="{{height}}" font-size="15">
        <title id="{{anchor}}--title">{{title}}</title>
        <desc id="{{anchor}}--desc">{{summary}}</desc>
        <circle class="dot" fill="#17506b" cx="10" cy="14" r="7"/><text x="24" y="19">{{areaName}}</text>
        <line class="tick" stroke="#1b1f24" stroke-width="3" x1="140" y1="5" x2="140" y2="23"/><text x="150" y="19">{{benchmarkName}}</text>
        {{#ticks}}
        <line class="grid" stroke="#d5dbe1" x1="{{x}}" y1="{{top}}" x2="{{x}}" y2="{{bottom}}"/>\
        <text class="muted" fill="#4a5560" x="{{x}}" y="{{labelY}}" text-anchor="middle">{{text}}</text>
        {{/ticks}}
        {{#rows}}
        {{#lines}}
        <text class="name" font-weight="bold" x="0" y="{{y}}">{{text}}</text>
        {{/lines}}
        <text class="muted" fill="#4a5560" x="0" y="{{numbersY}}">{{numbers}}</text>
        <line class="gap" stroke="#5f6b76" stroke-width="2" x1="{{benchmarkX}}" y1="{{y}}" x2="{{x}}" y2="{{y}}"/>
        <line class="tick" stroke="#1b1f24" stroke-width="3" x1="{{benchmarkX}}" y1="{{tickTop}}" x2="{{benchmarkX}}" \
        y2="{{tickBottom}}"/>
        {{#isBeyond}}
        <path class="dot" fill="#17506b" d="M{{x}} {{tickTop}}l14 9l-14 9z"/>
        {{/isBeyond}}
        {{^isBeyond}}
        <circle class="dot" fill="#17506b" cx="{{x}}" cy="{{y}}" r="7"/>
        {{/isBeyond}}
        <text x="{{ratioX}}" y="{{ratioY}}" text-anchor="{{ratioSide}}">{{ratio}}</text>
        {{/rows}}
        <text class="muted" fill="#4a5560" x="0" y="{{axisY}}">{{axis}}</text>
        </svg>
        </div>
        </figure>

        """)

    package static let partsMap = HTMLTemplate(
        """
        <figure role="group" aria-labelledby="{{anchor}}">
        <figcaption><strong id="{{anchor}}">{{title}}</strong><br>{{description}}</figcaption>
        <div class="wide" tabindex="0" role="group" aria-labelledby="{{anchor}}">
        <svg role="img" aria-labelledby="{{anchor}}--title {{anchor}}--desc" viewBox="0 0 {{width}} {{height}}" \
        width="{{width}}" height="{{height}}" font-size="15">
        <title id="{{anchor}}--title">{{title}}</title>
        <desc id="{{anchor}}--desc">{{summary}}</desc>
        {{#areas}}
        <path class="area" fill="{{fill}}" fill-rule="evenodd" stroke="#5f6b76" d="{{path}}"/>
        {{/areas}}
        {{#labels}}
        <text class="name" font-weight="bold" x="{{x}}" y="{{y}}" text-anchor="middle">{{text}}</text>
        {{/labels}}
        {{#keys}}
        <rect class="area" fill="{{fill}}" stroke="#5f6b76" x="{{x}}" y="{{y}}" width="24" height="18"/>\
        <text x="{{textX}}" y="{{textY}}">{{text}}</text>
        {{/keys}}
        {{#scale}}
        <line class="tick" stroke="#1b1f24" stroke-width="3" x1="{{x1}}" y1="{{y}}" x2="{{x2}}" y2="{{y}}"/>\
        <text x="{{x1}}" y="{{textY}}">{{text}}</text>
        {{/scale}}
        </svg>
        </div>
        </figure>

        """)
}
