import Analyst
import RuleEngine

/// All that was done in a dossier, and a way to undo the last of it.
package enum HistoryPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let entries = try visit.inStore { store throws(DossierFault) in try store.history(of: dossier.id) }
        let ruleBase = try visit.rules().ruleBase
        let last = dossier.isClosed ? nil : undoable(entries)
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            undos: last.map {
                [
                    .init(
                        action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
                        revision: AttributeText("\(dossier.revision)"), text: text(of: $0, ruleBase, language),
                        button: Texts.undo[language])
                ]
            } ?? [],
            heading: Texts.heading[language],
            entries: entries.reversed().map { entry in
                .init(
                    moment: [AnswerText.moment(entry.instant, in: language), entry.author].compactMap { $0 }
                        .joined(separator: ", "),
                    text: text(of: entry, ruleBase, language))
            })
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let revision = visit.fields["revision"].flatMap({ Int($0) }) else { throw .broken }
        let id = try visit.dossierID()
        do {
            _ = try visit.site.store.undo(in: id, expecting: revision, by: nil, at: visit.site.setting.instant())
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

    private static func text(of entry: HistoryEntry, _ ruleBase: RuleBase, _ language: Language) -> String {
        let words = AnswerText(ruleBase, language)
        let change: String? = entry.question.map { id in
            let question = Question(id.slot, settles: [], in: ruleBase)
            let title = question.map { "\($0.perspectiveTitle[language]): \($0.title[language])" } ?? id.description
            let from = words.text(of: entry.from, unit: question?.unit)
            return Texts.change(title, from, words.text(of: entry.to, unit: question?.unit))[language]
        }
        switch entry.kind {
        case .created: return Texts.created[language]
        case .copied: return Texts.copied[language]
        case .answered: return change ?? ""
        case .replaced: return Texts.replaced[language]
        case .undone: return "\(Texts.undoing[language]) \(change ?? "")"
        case .named: return "\(Texts.named[language]) \(entry.name ?? "")"
        case .closed: return Texts.closed[language]
        }
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
        let undos: [Undo]
        let heading: String
        let entries: [Entry]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
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
        static let undo = LocalizedText(nl: "Deze wijziging ongedaan maken", en: "Undo this change")
        static let undone = LocalizedText(
            nl: "De laatste wijziging is ongedaan gemaakt.", en: "The last change was undone.")
        static let nothing = LocalizedText(nl: "Er was niets om ongedaan te maken.", en: "There was nothing to undo.")
        static let heading = LocalizedText(nl: "Wijzigingen, de laatste eerst", en: "Changes, the last one first")
        static let created = LocalizedText(
            nl: "Dossier gemaakt van een feitenblad", en: "Dossier made from a fact sheet")
        static let copied = LocalizedText(
            nl: "Dossier gemaakt als kopie van een ander", en: "Dossier made as a copy of another")
        static let replaced = LocalizedText(
            nl: "Andere cijfers, inzet of besluiten overgenomen", en: "Other figures, efforts or decisions taken over")
        static let undoing = LocalizedText(nl: "Ongedaan gemaakt.", en: "Undone.")
        static let named = LocalizedText(nl: "Versie bewaard:", en: "Version kept:")
        static let closed = LocalizedText(nl: "Dossier gesloten", en: "Dossier closed")

        static func change(_ title: String, _ from: String, _ to: String) -> LocalizedText {
            LocalizedText(nl: "\(title): van ‘\(from)’ naar ‘\(to)’", en: "\(title): from ‘\(from)’ to ‘\(to)’")
        }
    }
}
