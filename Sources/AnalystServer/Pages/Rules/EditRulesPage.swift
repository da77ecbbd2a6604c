import Analyst
import RuleEngine

/// The text of a rule file in a version: typed in a plain form, with the messages of the check beside it. What is typed and
/// not saved is kept for who typed it; nothing here reaches the rules in use.
package enum EditRulesPage: WebPage {
    enum Field {
        static let text = "text"
        static let seen = "seen"
        static let action = "do"
    }

    /// So many bytes a text may have.
    static let longest = 1_000_000

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let (bench, path) = try place(visit)
        guard let version = bench.version, version.state.isOpen else {
            return try bench.refuse(.wrongState(bench.version?.state ?? .active))
        }
        let saved = try saved(path, version, bench)
        let draft = visit.session.drafts[key(path, version)]
        let text = draft?.raw(Field.text) ?? saved?.text ?? start(path)
        let file = SourceFile(name: bench.desk.shelf.name(of: path), text: text)
        guard let rules = try await bench.rules(holding: file), let check = await bench.check(rules) else {
            return bench.wait(Texts.checking)
        }
        let seen = draft?.raw(Field.seen) ?? RuleVersionShelf.mark(of: saved)
        return page(bench, path, text: text, saved: saved, seen: seen, check)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let (bench, path) = try place(visit)
        guard let version = bench.version, version.state.isOpen else {
            return try bench.refuse(.wrongState(bench.version?.state ?? .active))
        }
        guard let typed = visit.fields.raw(Field.text), let seen = visit.fields.raw(Field.seen) else { throw .broken }
        let language = visit.language
        // Browsers send line breaks as CR LF.
        let text = typed.replacing("\r\n", with: "\n")
        guard text.utf8.count <= longest else {
            let mistake = PageFrame.Mistake(field: Field.text, text: Texts.tooLong(longest)[language])
            return page(
                bench, path, text: text, saved: try saved(path, version, bench), seen: seen, nil, mistakes: [mistake])
        }
        let saved = try saved(path, version, bench)
        let draft = FormFields([.init(name: Field.text, value: text), .init(name: Field.seen, value: seen)])
        let isSaved = text == (saved?.text ?? "") && seen == RuleVersionShelf.mark(of: saved)
        visit.site.sessions.keep(isSaved ? nil : draft, for: key(path, version), in: visit.session.id)
        if let way = visit.way { return visit.redirect(way) }
        let action = visit.fields[Field.action] ?? "save"
        if action == "discard" {
            visit.site.sessions.keep(nil, for: key(path, version), in: visit.session.id)
            visit.say(Texts.discarded[language])
            return visit.redirect(bench.edit(path))
        }
        if action.hasPrefix(fixStart) {
            return apply(String(action.dropFirst(fixStart.count)), to: text, seen: seen, path, version, bench)
        }
        guard action == "save" || action == "cases" else { return visit.redirect(bench.edit(path)) }
        return try save(text, seen: seen, path, version, bench, showsCases: action == "cases")
    }

    private static func save(
        _ text: String, seen: String, _ path: RuleFilePath, _ version: RuleVersion, _ bench: Workbench, showsCases: Bool
    ) throws(WebFault) -> WebResponse {
        let visit = bench.visit
        do throws(RuleVersionFault) {
            try bench.desk.shelf.put(
                text, path, in: version.id, seen: seen, by: visit.author, on: visit.site.setting.today())
        } catch {
            guard case .textChanged(let current) = error else { return try bench.refuse(error) }
            return conflict(text, current, path, bench)
        }
        visit.site.sessions.keep(nil, for: key(path, version), in: visit.session.id)
        visit.say(Texts.saved[visit.language])
        guard showsCases else { return visit.redirect(bench.edit(path)) }
        return visit.redirect(bench.cases(file: try cases(of: path, version, bench)))
    }

    /// The file with the cases of a file; `nil` where there is none, so that all cases are meant.
    private static func cases(
        of path: RuleFilePath, _ version: RuleVersion, _ bench: Workbench
    ) throws(WebFault) -> String? {
        let name = bench.desk.shelf.name(of: path)
        guard !path.isOfCases else { return name }
        let beside = RuleCaseFiles.name(beside: name)
        guard let path = RuleFilePath(name: beside) else { return nil }
        return try saved(path, version, bench) == nil ? nil : beside
    }

    // MARK: Fixes

    private static let fixStart = "fix:"

    /// Makes the change of a button in the text that the button was shown beside.
    private static func apply(
        _ change: String, to text: String, seen: String, _ path: RuleFilePath, _ version: RuleVersion,
        _ bench: Workbench
    ) -> WebResponse {
        let visit = bench.visit
        let file = SourceFile(name: bench.desk.shelf.name(of: path), text: text)
        let mended = FixMark(change).flatMap { $0.applied(to: file) }
        if let mended {
            let draft = FormFields([.init(name: Field.text, value: mended), .init(name: Field.seen, value: seen)])
            visit.site.sessions.keep(draft, for: key(path, version), in: visit.session.id)
        }
        visit.say((mended == nil ? Texts.notMended : Texts.mended)[visit.language])
        return visit.redirect(bench.edit(path))
    }

    // MARK: Places

    private static func place(_ visit: Visit) throws(WebFault) -> (bench: Workbench, path: RuleFilePath) {
        guard let path = visit.request.query["file"].flatMap({ RuleFilePath($0) }) else { throw .notFound }
        return (try Workbench(visit), path)
    }

    private static func key(_ path: RuleFilePath, _ version: RuleVersion) -> String { "rules/\(version.id)/\(path)" }

    /// The text of the version, else the one in use.
    private static func saved(
        _ path: RuleFilePath, _ version: RuleVersion, _ bench: Workbench
    ) throws(WebFault) -> SourceFile? {
        try Workbench.found { () throws(RuleVersionFault) in
            if let own = try bench.desk.shelf.text(path, in: version.id) { return own }
            return try bench.desk.shelf.inUse(path)
        }
    }

    /// What a new file begins with.
    private static func start(_ path: RuleFilePath) -> String {
        guard path.isOfCases else { return "" }
        return "cases:\n"
    }

    // MARK: Page

    private static func page(
        _ bench: Workbench, _ path: RuleFilePath, text: String, saved: SourceFile?, seen: String, _ check: RuleCheck?,
        mistakes given: [PageFrame.Mistake] = []
    ) -> WebResponse {
        let language = bench.language
        let name = bench.desk.shelf.name(of: path)
        let (own, others) = split(check?.causes ?? [], name)
        let errors = own.count { $0.diagnostic.severity == .error }
        var mistakes = given
        if errors > 0 { mistakes.append(.init(field: Field.text, text: Texts.errors(errors)[language])) }
        let isUnsaved = text != (saved?.text ?? "")
        var marked: Set<Int> = []
        for cause in own { if let span = cause.diagnostic.span { marked.insert(span.start.line) } }
        return bench.show(
            Texts.title(path)[language], mistakes: mistakes, status: given.isEmpty ? 200 : 422, keptBy: "edit"
        ) { page in
            if isUnsaved {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.unsaved[language]) }
            }
            if check != nil, own.isEmpty { page.element("p", ["role": "status"], text: Texts.clean[language]) }
            page.element(
                "form",
                [
                    "method": "post", "action": bench.edit(path), "id": "edit", "enctype": "multipart/form-data",
                    "novalidate": "",
                ]
            ) { form in
                form.markup(html: bench.visit.token)
                form.markup(html: "<input type=\"hidden\" name=\"\(Field.seen)\" value=\"\(AttributeText(seen))\">")
                if !own.isEmpty {
                    form.element("h2", text: Texts.found(own.count)[language])
                    list(own, check, bench, path) { fix in
                        FixMark(fix, in: SourceFile(name: name, text: text)).map { mark in
                            "<button type=\"submit\" name=\"\(Field.action)\" value=\"\(AttributeText(fixStart + mark.text))\">"
                                + XMLText.escaped(fix.title[language], inAttribute: false) + "</button>"
                        }
                    }.write(to: &form)
                }
                form.markup(
                    html: FormField(
                        name: Field.text, label: Texts.text[language], hint: Texts.hint[language],
                        input: .source(marked: marked), value: text
                    ).html(mistakes))
                form.element("div", ["class": "buttons"]) { buttons in
                    for (action, title) in [
                        ("save", Texts.save), ("check", Texts.check), ("cases", Texts.saveAndRun),
                    ] + (isUnsaved ? [("discard", Texts.discard)] : []) {
                        buttons.element(
                            "button",
                            [
                                "type": "submit", "name": Field.action, "value": action,
                                "class": action == "save" ? "main" : nil,
                            ], text: title[language])
                    }
                }
            }
            if !others.isEmpty {
                page.element("h2", text: Texts.elsewhere(others.count)[language])
                page.element("p", text: Texts.elsewhereText[language])
                list(others, check, bench, path).write(to: &page)
            }
        }
    }

    private static func list(
        _ causes: [DiagnosticCauses.Cause], _ check: RuleCheck?, _ bench: Workbench, _ path: RuleFilePath,
        button: @escaping (TextFix) -> String? = { _ in nil }
    ) -> CauseList {
        let name = bench.desk.shelf.name(of: path)
        return CauseList(
            causes: causes, sources: check?.sources ?? [], language: bench.language,
            place: { span in
                guard span.file != name else { return "#\(Field.text)-\(span.start.line)" }
                return RuleFilePath(name: span.file).map { bench.edit($0, line: span.start.line) }
                    ?? bench.file(span.file, line: span.start.line)
            }, explanation: bench.explanation, button: button)
    }

    /// What is wrong in the file, and errors elsewhere, which may follow from it.
    private static func split(
        _ causes: [DiagnosticCauses.Cause], _ name: String
    ) -> (own: [DiagnosticCauses.Cause], others: [DiagnosticCauses.Cause]) {
        let own = causes.filter { $0.diagnostic.span?.file == name }
        let others = causes.filter { $0.diagnostic.span?.file != name && $0.diagnostic.severity == .error }
        return (
            own.filter { $0.diagnostic.severity == .error } + own.filter { $0.diagnostic.severity != .error }, others
        )
    }

    /// The text that stands there by now, and the one that was typed: which one counts?
    private static func conflict(
        _ text: String, _ current: SourceFile?, _ path: RuleFilePath, _ bench: Workbench
    ) -> WebResponse {
        let language = bench.language
        let mine = SourceFile(name: path.description, text: text)
        return bench.show(
            Texts.conflict[language], back: .init(bench.edit(path), Texts.backToText[language]), status: 409
        ) { page in
            page.element("p", text: Texts.conflictText[language])
            page.element("h2", text: Texts.difference[language])
            LineChanges(
                change: TextChange(from: current, to: mine), title: Texts.difference[language], language: language
            ).write(to: &page)
            page.element(
                "form",
                [
                    "method": "post", "action": bench.edit(path), "enctype": "multipart/form-data", "novalidate": "",
                ]
            ) { form in
                form.markup(html: bench.visit.token)
                for (name, value) in [(Field.text, text), (Field.seen, RuleVersionShelf.mark(of: current))] {
                    form.markup(
                        html: "<input type=\"hidden\" name=\"\(name)\" value=\"\(AttributeText(value))\">")
                }
                form.element("div", ["class": "buttons"]) { buttons in
                    buttons.element(
                        "button", ["type": "submit", "class": "main", "name": Field.action, "value": "save"],
                        text: Texts.takeMine[language])
                    buttons.element(
                        "button", ["type": "submit", "name": Field.action, "value": "check"],
                        text: Texts.goOn[language])
                    buttons.element(
                        "button", ["type": "submit", "name": Field.action, "value": "discard"],
                        text: Texts.takeOther[language])
                }
            }
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let checking = LocalizedText(nl: "De tekst wordt gecontroleerd.", en: "The text is being checked.")
        static let text = LocalizedText(nl: "De tekst van het bestand", en: "The text of the file")
        static let hint = LocalizedText(
            nl:
                "‘Controleer’ zegt wat er niet klopt zonder op te slaan. Opslaan kan ook met fouten: het blijft een concept.",
            en: "‘Check’ says what is wrong without saving. You can save with errors, too: it stays a draft.")
        static let save = LocalizedText(nl: "Opslaan", en: "Save")
        static let check = LocalizedText(nl: "Controleer", en: "Check")
        static let saveAndRun = LocalizedText(nl: "Opslaan en gevallen draaien", en: "Save and run the cases")
        static let discard = LocalizedText(nl: "Niet-opgeslagen tekst weggooien", en: "Throw unsaved text away")
        static let saved = LocalizedText(
            nl: "De tekst is opgeslagen in de versie.", en: "The text is saved in the version.")
        static let discarded = LocalizedText(
            nl: "De tekst is weer zoals hij is opgeslagen.", en: "The text is again as it was saved.")
        static let unsaved = LocalizedText(
            nl: "Deze tekst is nog niet opgeslagen. U kunt weggaan en terugkomen; de tekst blijft voor u bewaard.",
            en: "This text is not saved yet. You can leave and come back; the text is kept for you.")
        static let clean = LocalizedText(nl: "In dit bestand is niets fout.", en: "Nothing is wrong in this file.")
        static let mended = LocalizedText(
            nl: "De tekst is aangepast. Sla hem op als u het zo wilt houden.",
            en: "The text is changed. Save it if you want to keep it so.")
        static let notMended = LocalizedText(
            nl: "U wijzigde de tekst sinds de knop er stond. De tekst is opnieuw gecontroleerd; kies de knop nog eens.",
            en:
                "You changed the text since the button was shown. The text was checked anew; choose the button once more."
        )
        static let elsewhereText = LocalizedText(
            nl: "Deze fouten staan in andere bestanden. Ze kunnen komen door wat u hier wijzigt.",
            en: "These errors stand in other files. They may come from what you change here.")
        static let conflict = LocalizedText(
            nl: "Iemand anders wijzigde deze tekst intussen", en: "Somebody else changed this text meanwhile")
        static let conflictText = LocalizedText(
            nl:
                "Uw tekst is nog niet opgeslagen en niet weg. Hieronder staat waarin hij anders is dan wat er nu staat.",
            en: "Your text is not saved yet, and not lost. Below is in what it differs from what stands there now.")
        static let difference = LocalizedText(
            nl: "Van de tekst die er nu staat naar uw tekst", en: "From the text that stands there now to your text")
        static let takeMine = LocalizedText(nl: "Mijn tekst opslaan", en: "Save my text")
        static let goOn = LocalizedText(nl: "Eerst verder met mijn tekst", en: "Go on with my text first")
        static let takeOther = LocalizedText(nl: "De andere tekst laten staan", en: "Leave the other text")
        static let backToText = LocalizedText(nl: "Terug naar de tekst", en: "Back to the text")

        static func title(_ path: RuleFilePath) -> LocalizedText {
            LocalizedText(nl: "\(path) wijzigen", en: "Change \(path)")
        }

        static func errors(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1
                    ? "In de tekst staat 1 fout. Hij staat boven de tekst."
                    : "In de tekst staan \(count) fouten. Ze staan boven de tekst.",
                en: count == 1
                    ? "There is 1 error in the text. It stands above the text."
                    : "There are \(count) errors in the text. They stand above the text.")
        }

        static func found(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 melding over deze tekst" : "\(count) meldingen over deze tekst",
                en: count == 1 ? "1 message about this text" : "\(count) messages about this text")
        }

        static func elsewhere(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "1 fout elders" : "\(count) fouten elders",
                en: count == 1 ? "1 error elsewhere" : "\(count) errors elsewhere")
        }

        static func tooLong(_ bytes: Int) -> LocalizedText {
            LocalizedText(
                nl: "De tekst is te lang: ten hoogste \(bytes / 1_000_000) MB. Verdeel hem over meer bestanden.",
                en: "The text is too long: at most \(bytes / 1_000_000) MB. Divide it over more files.")
        }
    }
}
