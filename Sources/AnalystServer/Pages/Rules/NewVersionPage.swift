import Analyst
import RuleEngine

/// Begins a version of the rules.
package enum NewVersionPage: WebPage {
    private static let field = "title"
    private static let longest = 100

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        page(try Workbench(visit, version: Workbench.inUse), visit.request.query["file"], nil)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit, version: Workbench.inUse)
        let language = visit.language
        let file = visit.fields["file"]
        let title = visit.fields[field].map { HarmlessText.of($0, lineBreaks: .shown) } ?? ""
        guard !title.isEmpty else {
            return page(bench, file, visit.fields.raw(field), [.init(field: field, text: Texts.noTitle[language])])
        }
        guard title.count <= longest else {
            return page(bench, file, title, [.init(field: field, text: Texts.tooLong(longest)[language])])
        }
        let version: RuleVersion
        do {
            version = try bench.desk.shelf.create(title, by: visit.author, on: visit.site.setting.today())
        } catch {
            return try bench.refuse(error)
        }
        let next = try Workbench(visit, version: version.id)
        if let path = file.flatMap({ RuleFilePath($0) }) { return visit.redirect(next.edit(path)) }
        visit.say(Texts.made[language])
        return visit.redirect(next.page)
    }

    private static func page(
        _ bench: Workbench, _ file: String?, _ typed: String?, _ mistakes: [PageFrame.Mistake] = []
    ) -> WebResponse {
        let language = bench.language
        return bench.show(
            Texts.heading[language], mistakes: mistakes, isWide: false, status: mistakes.isEmpty ? 200 : 422
        ) { page in
            page.element("p", text: Texts.intro[language])
            if let file = file.flatMap({ RuleFilePath($0) }) {
                page.element("p", text: Texts.opens(file.description)[language])
            }
            page.element(
                "form", ["method": "post", "action": bench.visit.address("rules", "new"), "novalidate": ""]
            ) { form in
                form.markup(html: bench.visit.token)
                if let file {
                    form.markup(html: "<input type=\"hidden\" name=\"file\" value=\"\(AttributeText(file))\">")
                }
                form.markup(
                    html: FormField(
                        name: field, label: Texts.title[language], hint: Texts.hint[language], value: typed,
                        isRequired: true
                    ).html(mistakes))
                form.element("div", ["class": "buttons"]) {
                    $0.element("button", ["class": "main", "type": "submit"], text: Texts.button[language])
                }
            }
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let heading = LocalizedText(nl: "Nieuwe versie van de regels", en: "New version of the rules")
        static let intro = LocalizedText(
            nl:
                "In een versie staan wijzigingen die bij elkaar horen. De regels die in gebruik zijn blijven zoals ze zijn.",
            en: "A version holds changes that belong together. The rules in use stay as they are.")
        static let title = LocalizedText(nl: "Hoe heet de versie?", en: "What is the version called?")
        static let hint = LocalizedText(
            nl: "Zeg kort wat er verandert, zoals ‘Lagere grens voor leegstand’.",
            en: "Say in a few words what changes, such as ‘Lower threshold for vacancy’.")
        static let button = LocalizedText(nl: "Versie beginnen", en: "Begin the version")
        static let noTitle = LocalizedText(nl: "Geef de versie een naam.", en: "Give the version a name.")
        static let made = LocalizedText(
            nl: "De versie is er. Kies een bestand om te wijzigen.",
            en: "The version is there. Choose a file to change.")

        static func tooLong(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "Gebruik ten hoogste \(count) tekens.", en: "Use at most \(count) characters.")
        }

        static func opens(_ file: String) -> LocalizedText {
            LocalizedText(nl: "Daarna wijzigt u \(file).", en: "After that you change \(file).")
        }
    }
}
