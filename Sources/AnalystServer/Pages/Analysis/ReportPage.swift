import Analyst
import RuleEngine

/// The report to take home: for whom, in which language, in which form.
package enum ReportPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let versions = try visit.rules().report.versions
        let hasConverter = visit.site.setting.converter != nil
        func buttons(_ formats: [ReportFormat]) -> [View.Button] {
            formats.map { .init(value: AttributeText($0.rawValue), text: Texts.title($0)[language]) }
        }
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            action: AttributeText(visit.address("dossiers", dossier.id.text, "report", "file")),
            versionLabel: Texts.version[language],
            versions: [.init(value: AttributeText(""), text: Texts.all[language], selected: "")]
                + versions.map { .init(value: AttributeText($0.code), text: $0.title[language], selected: "") },
            languageLabel: Texts.language[language],
            languages: [Language.nl, .en].map {
                .init(
                    value: AttributeText($0.rawValue), text: $0 == .nl ? "Nederlands" : "English",
                    selected: $0 == language ? " selected" : "")
            },
            textTitle: Texts.texts[language], textHint: Texts.textsHint[language],
            texts: buttons(hasConverter ? [.odt, .docx, .pdf, .html, .md, .text] : [.odt, .docx, .html, .md, .text]),
            missing: hasConverter ? [] : [Texts.noConverter[language]],
            dataTitle: Texts.data[language], dataHint: Texts.dataHint[language],
            data: buttons([.xlsx, .ods, .csv, .json]))
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "analysis"), Texts.back[language]))
    }

    private struct View {
        struct Option {
            let value: AttributeText
            let text: String
            let selected: String
        }
        struct Button {
            let value: AttributeText
            let text: String
        }
        let title: String
        let intro: String
        let action: AttributeText
        let versionLabel: String
        let versions: [Option]
        let languageLabel: String
        let languages: [Option]
        let textTitle: String
        let textHint: String
        let texts: [Button]
        let missing: [String]
        let dataTitle: String
        let dataHint: String
        let data: [Button]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="get" action="{{{action}}}" novalidate>
        <div class="field">
        <label for="for">{{versionLabel}}</label>
        <select name="for" id="for">
        {{#versions}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/versions}}
        </select>
        </div>
        <div class="field">
        <label for="language">{{languageLabel}}</label>
        <select name="language" id="language">
        {{#languages}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/languages}}
        </select>
        </div>
        <h2>{{textTitle}}</h2>
        <p>{{textHint}}</p>
        {{#missing}}
        <div class="inset"><p>{{.}}</p></div>
        {{/missing}}
        <div class="buttons">
        {{#texts}}
        <button type="submit" name="format" value="{{{value}}}">{{text}}</button>
        {{/texts}}
        </div>
        <h2>{{dataTitle}}</h2>
        <p>{{dataHint}}</p>
        <div class="buttons">
        {{#data}}
        <button type="submit" name="format" value="{{{value}}}">{{text}}</button>
        {{/data}}
        </div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let title = LocalizedText(nl: "Rapport downloaden", en: "Download the report")
        static let intro = LocalizedText(
            nl: "Kies voor wie het rapport is. Druk daarna op de vorm die u wilt hebben.",
            en: "Choose for whom the report is. Then press the form that you want.")
        static let version = LocalizedText(nl: "Voor wie", en: "For whom")
        static let all = LocalizedText(nl: "Alles wat er is", en: "All there is")
        static let language = LocalizedText(nl: "Taal van het rapport", en: "Language of the report")
        static let texts = LocalizedText(nl: "Het rapport als tekst", en: "The report as text")
        static let textsHint = LocalizedText(
            nl: "ODT en DOCX kunt u bewerken, met inhoudsopgave en tabellen. HTML leest u in een browser.",
            en: "ODT and DOCX can be edited, with contents and tables. HTML is read in a browser.")
        static let noConverter = LocalizedText(
            nl:
                "Een PDF kan nu niet: op deze computer staat geen programma dat een PDF maakt (WeasyPrint of Chromium). "
                + "Kies ODT of DOCX en bewaar dat als PDF, of kies HTML en druk het af naar PDF.",
            en: "A PDF cannot be had now: this computer has no program that makes one (WeasyPrint or Chromium). "
                + "Choose ODT or DOCX and save it as PDF, or choose HTML and print it to PDF.")
        static let data = LocalizedText(nl: "De gegevens als tabellen", en: "The data as tables")
        static let dataHint = LocalizedText(
            nl: "Hierin staan altijd alle cijfers en bevindingen, voor wie het rapport ook is.",
            en: "These hold all figures and findings, for whomever the report is.")

        static func title(_ format: ReportFormat) -> LocalizedText {
            switch format {
            case .odt: LocalizedText(nl: "ODT (LibreOffice, Word)", en: "ODT (LibreOffice, Word)")
            case .docx: LocalizedText(nl: "DOCX (Word)", en: "DOCX (Word)")
            case .pdf: LocalizedText(nl: "PDF", en: "PDF")
            case .html: LocalizedText(nl: "HTML", en: "HTML")
            case .md: LocalizedText(nl: "Markdown", en: "Markdown")
            case .text: LocalizedText(nl: "Platte tekst", en: "Plain text")
            case .xlsx: LocalizedText(nl: "XLSX (Excel)", en: "XLSX (Excel)")
            case .ods: LocalizedText(nl: "ODS (LibreOffice)", en: "ODS (LibreOffice)")
            case .csv: LocalizedText(nl: "CSV", en: "CSV")
            case .json: LocalizedText(nl: "JSON (voor programma’s)", en: "JSON (for programs)")
            }
        }
    }
}
