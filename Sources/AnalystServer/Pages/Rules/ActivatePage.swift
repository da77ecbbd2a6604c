import Analyst
import RuleEngine

/// Asks whether a checked version is to be taken into use, now or on a day.
package enum ActivatePage: WebPage {
    private static let field = "from"

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        guard let version = bench.version else { throw .notFound }
        guard version.state == .checked, !version.files.isEmpty else {
            return try bench.refuse(.wrongState(version.state))
        }
        return try await page(bench, version, nil, [])
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench(visit)
        guard let version = bench.version else { throw .notFound }
        let language = visit.language
        let today = visit.site.setting.today()
        if let typed = visit.fields[field] {
            guard let day = WrittenDay.day(typed) else {
                return try await page(bench, version, typed, [.init(field: field, text: Texts.noDay[language])])
            }
            if day > today {
                do {
                    try bench.desk.shelf.plan(version.id, from: day, by: visit.author, on: today)
                } catch {
                    return try bench.refuse(error)
                }
                visit.say(Texts.planned(day)[language])
                return visit.redirect(bench.page)
            }
        }
        do {
            let rules = try await bench.desk.activate(version.id, by: visit.author, on: today)
            await visit.site.take(rules)
        } catch {
            switch error {
            case .errors(let count):
                visit.say(Texts.errors(count)[language])
                return visit.redirect(bench.page)
            case .version(.rulesChanged):
                visit.say(Texts.changed[language])
                return visit.redirect(bench.page)
            case .version(let fault): return try bench.refuse(fault)
            }
        }
        visit.say(Texts.done[language], [Texts.doneText[language]])
        return visit.redirect(bench.page)
    }

    private static func page(
        _ bench: Workbench, _ version: RuleVersion, _ typed: String?, _ mistakes: [PageFrame.Mistake]
    ) async throws(WebFault) -> WebResponse {
        let language = bench.language
        guard let rules = try await bench.rules(), let check = await bench.check(rules),
            let trial = await bench.desk.trial(
                rules, RuleTestFilter(), named: "", subject: "\(bench.subject)/cases", language)
        else { return bench.wait(Texts.checking) }
        let failures = trial.run.failures.count
        return bench.show(
            Texts.title(version.title)[language], mistakes: mistakes, isWide: false,
            status: mistakes.isEmpty ? 200 : 422
        ) { page in
            page.element("p", text: Texts.text[language])
            page.element("ul") { list in
                list.element("li", text: Texts.files(version.files.count)[language])
                list.element("li", text: Texts.errorCount(check.errors)[language])
                list.element("li") { item in
                    item.element(
                        "a", ["href": bench.cases()], text: Texts.failing(failures, trial.run.results.count)[language])
                }
            }
            if failures > 0 {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.failingText[language]) }
            }
            page.element(
                "form", ["method": "post", "action": bench.page("activate"), "novalidate": ""]
            ) { form in
                form.markup(html: bench.visit.token)
                form.markup(
                    html: FormField(
                        name: field, label: Texts.day[language], hint: Texts.dayHint[language],
                        input: .line(isShort: true), value: typed
                    ).html(mistakes))
                form.element("div", ["class": "buttons"]) { buttons in
                    buttons.element("button", ["class": "main", "type": "submit"], text: Texts.button[language])
                    buttons.element("a", ["class": "button", "href": bench.page], text: Texts.cancel[language])
                }
            }
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let checking = LocalizedText(
            nl: "De versie wordt gecontroleerd en alle gevallen worden gedraaid.",
            en: "The version is being checked, and all cases are run.")
        static let text = LocalizedText(
            nl:
                "De bestanden van deze versie komen in de plaats van die in gebruik zijn, allemaal tegelijk. Nieuwe analyses "
                + "gebruiken ze meteen. De versie die nu actief is, vervalt.",
            en:
                "The files of this version take the place of those in use, all at once. New analyses use them at once. The "
                + "version that is active now ends.")
        static let failingText = LocalizedText(
            nl: "Niet alle gevallen kloppen met deze regels. Bekijk ze eerst, of neem de versie toch in gebruik.",
            en: "Not all cases pass under these rules. Look at them first, or take the version into use all the same.")
        static let day = LocalizedText(nl: "Vanaf welke dag?", en: "From which day?")
        static let dayHint = LocalizedText(
            nl: "Leeg: meteen. Een latere dag, zoals 1-1-2027: dan vanzelf op die dag.",
            en: "Empty: at once. A later day, such as 1-1-2027: by itself on that day.")
        static let noDay = LocalizedText(
            nl: "Vul een dag in die bestaat, zoals 1-1-2027, of laat het veld leeg.",
            en: "Fill in a day that exists, such as 1-1-2027, or leave the field empty.")
        static let button = LocalizedText(nl: "In gebruik nemen", en: "Take into use")
        static let cancel = LocalizedText(nl: "Nog niet", en: "Not yet")
        static let done = LocalizedText(nl: "De versie is in gebruik.", en: "The version is in use.")
        static let doneText = LocalizedText(
            nl: "Analyses gebruiken deze regels vanaf nu. Rapporten die eerder zijn gemaakt houden hun regels.",
            en: "Analyses use these rules from now on. Reports that were made before keep their rules.")
        static let changed = LocalizedText(
            nl:
                "Iemand anders wijzigde intussen een van de bestanden. Er is niets overschreven; het verschil staat hieronder.",
            en:
                "Somebody else changed one of the files meanwhile. Nothing was overwritten; the difference stands below."
        )

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "‘\(name)’ in gebruik nemen?", en: "Take ‘\(name)’ into use?")
        }

        static func planned(_ day: FEELDate) -> LocalizedText {
            LocalizedText { language in
                let day = DateText.text(of: day, in: language)
                return language.word("De versie komt in gebruik op \(day).", "The version comes into use on \(day).")
            }
        }

        static func errors(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1
                    ? "De versie heeft 1 fout en is niet in gebruik genomen."
                    : "De versie heeft \(count) fouten en is niet in gebruik genomen.",
                en: count == 1
                    ? "The version has 1 error and was not taken into use."
                    : "The version has \(count) errors and was not taken into use.")
        }

        static func files(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 bestand verandert" : "\(count) bestanden veranderen",
                en: count == 1 ? "1 file changes" : "\(count) files change")
        }

        static func errorCount(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 0 ? "geen fouten" : count == 1 ? "1 fout" : "\(count) fouten",
                en: count == 0 ? "no errors" : count == 1 ? "1 error" : "\(count) errors")
        }

        static func failing(_ count: Int, _ all: Int) -> LocalizedText {
            LocalizedText(
                nl: "\(all - count) van \(all) gevallen kloppen", en: "\(all - count) of \(all) cases pass")
        }
    }
}
