import Analyst
import RuleEngine

/// All that was done in a dossier, and a way to undo the last of it.
package enum HistoryPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let entries = try visit.inStore { store throws(DossierFault) in try store.history(of: dossier.id) }
        let words = HistoryText(try visit.rules().ruleBase, language)
        let last = dossier.isClosed || !visit.mayWork ? nil : undoable(entries)
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            author: (visit.author.map(Texts.author) ?? Texts.nobody)[language],
            names: visit.site.logins == nil
                ? [.init(NamePage.address(visit, from: dossier.id), Texts.name[language])] : [],
            undos: last.map {
                [
                    .init(
                        action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
                        revision: AttributeText("\(dossier.revision)"), text: words.text(of: $0),
                        button: Texts.undo[language])
                ]
            } ?? [],
            heading: Texts.heading[language],
            entries: entries.reversed().map { entry in
                .init(moment: words.moment(of: entry), text: words.text(of: entry))
            })
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let revision = visit.fields["revision"].flatMap({ Int($0) }) else { throw .broken }
        let id = try visit.dossierID()
        do {
            _ = try visit.site.store.undo(
                in: id, expecting: revision, by: visit.author, at: visit.site.setting.instant())
            visit.say(Texts.undone[visit.language], dossier: id.text)
        } catch .nothingToUndo {
            visit.say(Texts.nothing[visit.language], dossier: id.text)
        } catch {
            throw WebFault(error)
        }
        return visit.redirect(visit.here)
    }

    /// The last change that was not undone yet.
    private static func undoable(_ entries: [HistoryEntry]) -> HistoryEntry? {
        let undone = Set(entries.compactMap(\.undoes))
        return entries.last { ($0.kind == .answered || $0.kind == .replaced) && !undone.contains($0.number) }
    }

    private struct View {
        struct Undo {
            let action: AttributeText
            let token: AttributeText
            let revision: AttributeText
            let text: String
            let button: String
        }
        struct Entry {
            let moment: String
            let text: String
        }
        let title: String
        let intro: String
        let author: String
        let names: [PageFrame.Link]
        let undos: [Undo]
        let heading: String
        let entries: [Entry]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <p>{{author}} {{#names}}<a href="{{{address}}}">{{text}}</a>{{/names}}</p>
        {{#undos}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="revision" value="{{{revision}}}">
        <div class="inset"><p id="undo-what">{{text}}</p></div>
        <div class="buttons"><button type="submit" aria-describedby="undo-what">{{button}}</button></div>
        </form>
        {{/undos}}
        <h2>{{heading}}</h2>
        <ol reversed>
        {{#entries}}
        <li><span class="small">{{moment}}</span><br>{{text}}</li>
        {{/entries}}
        </ol>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Geschiedenis", en: "History")
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let intro = LocalizedText(
            nl: "Wat er in dit dossier is gedaan. Ook wat u ongedaan maakt, blijft hier staan.",
            en: "What was done in this dossier. What you undo stays here, too.")
        static let nobody = LocalizedText(
            nl: "Bij uw wijzigingen staat geen naam.", en: "No name is told beside your changes.")
        static let name = LocalizedText(nl: "Uw naam wijzigen", en: "Change your name")
        static let undo = LocalizedText(nl: "Deze wijziging ongedaan maken", en: "Undo this change")
        static let undone = LocalizedText(
            nl: "De laatste wijziging is ongedaan gemaakt.", en: "The last change was undone.")
        static let nothing = LocalizedText(nl: "Er was niets om ongedaan te maken.", en: "There was nothing to undo.")
        static let heading = LocalizedText(nl: "Wijzigingen, de laatste eerst", en: "Changes, the last one first")
        static func author(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Bij uw wijzigingen staat: \(name).", en: "Your changes are told with: \(name).")
        }
    }
}
