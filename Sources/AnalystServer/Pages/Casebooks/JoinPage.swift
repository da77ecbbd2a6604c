import Analyst
import RuleEngine

/// The way into a session: the code of the trainer, and a name that is no name of a person.
package enum JoinPage: WebPage {
    private enum Field {
        static let code = "code"
        static let name = "pseudonym"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        _ = try visit.room()
        return page(visit, code: visit.request.query[Field.code] ?? "", name: "", mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let store = try visit.room().store
        let code = JoinCode.folded(visit.fields[Field.code] ?? "")
        let name = visit.fields[Field.name] ?? ""
        var mistakes: [PageFrame.Mistake] = []
        let session = try visit.inTraining { () throws(DossierFault) in try store.session(joinedBy: code) }
        let isOpen = session.map { visit.site.setting.instant() < $0.expires } ?? false
        if !isOpen { mistakes.append(.init(field: Field.code, text: Texts.noSession[language])) }
        if name.isEmpty || name.count > 40 { mistakes.append(.init(field: Field.name, text: Texts.noName[language])) }
        guard mistakes.isEmpty, let session else {
            return page(visit, code: code, name: name, mistakes: mistakes, status: 422)
        }
        let prepared = try await visit.prepared(session.casebook, session.caseID)
        let word = try PracticeStart.begin(prepared, in: session, called: name, expires: session.expires, visit)
        return visit.redirect(visit.address("practice", word))
    }

    private static func page(
        _ visit: Visit, code: String, name: String, mistakes: [PageFrame.Mistake], status: Int
    ) -> WebResponse {
        let language = visit.language
        func field(_ name: String, _ label: LocalizedText, _ hint: LocalizedText, _ value: String) -> String {
            FormField(name: name, label: label[language], hint: hint[language], value: value).html(mistakes)
        }
        let view = ConfirmationView(
            title: Texts.title[language], lines: [Texts.intro[language]],
            action: AttributeText(visit.address("join")), token: AttributeText(visit.session.formToken),
            fields: [
                field(Field.code, Texts.code, Texts.codeHint, code),
                field(Field.name, Texts.name, Texts.nameHint, name),
            ], button: Texts.button[language], style: AttributeText("main"),
            cancel: .init(visit.address("casebooks"), Texts.cancel[language]))
        return visit.page(
            view.title, ConfirmationView.template.render(view),
            back: .init(visit.address("casebooks"), Texts.cancel[language]), mistakes: mistakes, status: status)
    }

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Meedoen met een groep", en: "Join a group")
        static let intro = LocalizedText(
            nl: "Uw trainer ziet uw antwoorden onder de naam die u hier kiest.",
            en: "Your trainer sees your answers under the name that you choose here.")
        static let code = LocalizedText(nl: "Code", en: "Code")
        static let codeHint = LocalizedText(
            nl: "Zes tekens, van uw trainer. Hoofdletters maken niet uit.",
            en: "Six characters, from your trainer. Capitals do not matter.")
        static let name = LocalizedText(nl: "Schuilnaam", en: "Pseudonym")
        static let nameHint = LocalizedText(
            nl: "Een naam waaraan niemand u herkent, zoals ‘linde’.",
            en: "A name by which nobody knows you, such as ‘linden’.")
        static let noSession = LocalizedText(
            nl: "Met deze code is er geen groep. Vraag uw trainer.",
            en: "There is no group with this code. Ask your trainer.")
        static let noName = LocalizedText(
            nl: "Kies een schuilnaam van hoogstens 40 tekens.", en: "Choose a pseudonym of at most 40 characters.")
        static let button = LocalizedText(nl: "Meedoen", en: "Join")
        static let cancel = LocalizedText(nl: "Alle casussen", en: "All cases")
    }
}

/// The code by which trainees join a session.
enum JoinCode {
    /// Letters and digits that nobody mistakes for another.
    private static let signs = Array("BCDFGHJKLMNPQRSTVWXZ23456789")

    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<6).map { _ in signs[Int.random(in: signs.indices, using: &generator)] })
    }

    /// As it is kept, however somebody types it.
    static func folded(_ text: String) -> String { String(text.uppercased().filter { signs.contains($0) }) }
}
