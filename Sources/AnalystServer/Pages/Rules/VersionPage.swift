import Analyst
import RuleEngine

/// A version of the rules: its files, what is wrong with them, what they do, and what becomes of the version.
package enum VersionPage: WebPage {
    private enum Field {
        static let action = "do"
        static let file = "file"
        static let seen = "seen"
        static let note = "note"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        try await page(try bench(visit), [])
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try bench(visit)
        let (shelf, day, author) = (bench.desk.shelf, visit.site.setting.today(), visit.author)
        let path = visit.fields[Field.file].flatMap { RuleFilePath($0) }
        let action = visit.fields[Field.action]
        if action == "open" {
            guard let path else {
                let mistake = PageFrame.Mistake(field: Field.file, text: Texts.noPath[visit.language])
                return try await page(bench, [mistake], typed: visit.fields.raw(Field.file))
            }
            return visit.redirect(bench.edit(path))
        }
        if action == "check" {
            guard let rules = try await bench.rules(), let check = await bench.check(rules) else {
                return visit.redirect(visit.here)
            }
            guard check.errors == 0 else {
                visit.say(Texts.notWithErrors[visit.language])
                return visit.redirect(visit.here)
            }
        }
        do throws(RuleVersionFault) {
            switch action {
            case "drop":
                guard let path else { throw .noSuchFile }
                try shelf.drop(path, from: bench.name, by: author, on: day)
                visit.say(Texts.dropped[visit.language])
            case "go-on":
                guard let path, let seen = visit.fields[Field.seen] else { throw .noSuchFile }
                try shelf.goOn(from: seen, path, in: bench.name, by: author, on: day)
                visit.say(Texts.goesOn[visit.language])
            case "check":
                let note = visit.fields[Field.note].map { HarmlessText.of(String($0.prefix(300)), lineBreaks: .shown) }
                try shelf.move(
                    bench.name, to: .checked, seen: visit.fields[Field.seen], by: author, on: day, note: note)
                visit.say(Texts.checked[visit.language])
            case "reopen": try shelf.move(bench.name, to: .concept, by: author, on: day)
            case "end":
                try shelf.move(bench.name, to: .ended, by: author, on: day)
                visit.say(Texts.ended[visit.language])
            default: throw .noSuchFile
            }
        } catch {
            return try bench.refuse(error)
        }
        return visit.redirect(visit.here)
    }

    private static func bench(_ visit: Visit) throws(WebFault) -> Workbench {
        let bench = try Workbench(visit)
        guard bench.version != nil else { throw .notFound }
        return bench
    }

    // MARK: Page

    private static func page(
        _ bench: Workbench, _ mistakes: [PageFrame.Mistake], typed: String? = nil
    ) async throws(WebFault) -> WebResponse {
        guard let version = bench.version else { throw .notFound }
        let language = bench.language
        guard let rules = try await bench.rules(), let check = await bench.check(rules) else {
            return bench.wait(Texts.checking)
        }
        let changed = try Workbench.found { () throws(RuleVersionFault) in
            version.state.isOpen ? try bench.desk.shelf.filesChangedMeanwhile(in: version) : []
        }
        let files = try Workbench.found { () throws(RuleVersionFault) in try self.files(version, bench, changed) }
        let seen = try Workbench.found { () throws(RuleVersionFault) in
            RuleVersionShelf.mark(of: try bench.desk.shelf.texts(in: version))
        }
        var html = HTMLText()
        html.element("h1", text: version.title)
        html.element("p", ["class": "intro"]) { line in
            line.element("span", ["class": "state \(version.state)"], text: version.state.title[language])
            line.write(" \(sentence(version, language))")
        }
        html.element("div", ["class": "rules"]) { page in
            if version.isUnfinished {
                page.element("div", ["class": "warning"]) { $0.element("p", text: Texts.unfinished[language]) }
            }
            if version.state == .checked, let from = version.from {
                page.element("div", ["class": "inset"]) {
                    $0.element("p", text: Texts.planned(from)[language])
                }
            }
            write(check, version, bench, to: &page)
            writeWays(bench, to: &page)
            page.element("h2", text: Texts.files[language])
            if files.isEmpty { page.element("p", text: Texts.noFiles[language]) }
            for file in files { write(file, bench, to: &page) }
            if version.state.isOpen { writeOpening(bench, mistakes, typed, to: &page) }
            page.element("h2", text: Texts.next[language])
            writeStates(version, check, changed, seen, bench, to: &page)
            writeHistory(version, language, to: &page)
        }
        return bench.visit.page(
            version.title, html.text, back: .init(bench.home, Texts.back[language]), mistakes: mistakes, isWide: true,
            status: mistakes.isEmpty ? 200 : 422)
    }

    private struct ChangedFile {
        let path: RuleFilePath
        let change: TextChange
        /// What others changed in the text in use since the work on the file began, where they did.
        let others: TextChange?
        /// The mark of the text in use.
        let inUse: String
    }

    private static func files(
        _ version: RuleVersion, _ bench: Workbench, _ changed: [RuleFilePath]
    ) throws(RuleVersionFault) -> [ChangedFile] {
        let shelf = bench.desk.shelf
        var files: [ChangedFile] = []
        for path in version.files {
            let before = try shelf.before(path, in: version.id)
            let inUse = try shelf.inUse(path)
            files.append(
                ChangedFile(
                    path: path, change: TextChange(from: before, to: try shelf.text(path, in: version.id)),
                    others: changed.contains(path) ? TextChange(from: before, to: inUse) : nil,
                    inUse: RuleVersionShelf.mark(of: inUse)))
        }
        return files
    }

    private static func write(
        _ check: RuleCheck, _ version: RuleVersion, _ bench: Workbench, to page: inout HTMLText
    ) {
        let language = bench.language
        let own = Set(version.files.map(bench.desk.shelf.name))
        // Warnings about files that nobody touched were there before.
        let causes = check.causes.filter { cause in
            cause.diagnostic.severity == .error || cause.diagnostic.span.map { own.contains($0.file) } == true
        }
        let warnings = causes.count { $0.diagnostic.severity == .warning }
        page.element("ul", ["class": "counts"]) { list in
            for (count, word) in [
                (version.files.count, version.files.count == 1 ? Texts.fileWord : Texts.filesWord),
                (check.errors, check.errors == 1 ? Texts.errorWord : Texts.errorsWord),
                (warnings, warnings == 1 ? Texts.warningWord : Texts.warningsWord),
            ] {
                list.element("li") { item in
                    item.element("strong", text: "\(count)")
                    item.write(word[language])
                }
            }
        }
        guard !causes.isEmpty, version.state.isOpen else { return }
        page.element("h2", text: Texts.wrong[language])
        CauseList(
            causes: causes, sources: check.sources, language: language,
            place: { span in
                RuleFilePath(name: span.file).map { bench.edit($0, line: span.start.line) }
                    ?? bench.file(span.file, line: span.start.line)
            }, explanation: bench.explanation
        ).write(to: &page)
    }

    private static func writeWays(_ bench: Workbench, to page: inout HTMLText) {
        let language = bench.language
        page.element("ul", ["class": "actions"]) { list in
            for (address, text) in [
                (bench.cases(), Texts.cases), (bench.page("impact"), Texts.impact), (bench.page("steps"), Texts.steps),
                (bench.visit.address(["rules"], .init([.init(name: "version", value: bench.name)])), Texts.browse),
                (bench.page("file"), Texts.download),
            ] {
                list.element("li") { $0.element("a", ["href": address], text: text[language]) }
            }
        }
    }

    private static func write(_ file: ChangedFile, _ bench: Workbench, to page: inout HTMLText) {
        let language = bench.language
        let isOpen = bench.version?.state.isOpen == true
        page.element("section", ["class": "card"]) { card in
            card.element("h3", text: file.path.description)
            LineChanges(
                change: file.change, title: Texts.difference(file.path)[language], language: language
            ).write(to: &card)
            guard isOpen else { return }
            if let others = file.others {
                card.element("div", ["class": "warning"]) { $0.element("p", text: Texts.others[language]) }
                LineChanges(change: others, title: Texts.ofOthers(file.path)[language], language: language)
                    .write(to: &card)
                card.element("p", text: Texts.othersAdvice[language])
            }
            card.element("div", ["class": "buttons"]) { buttons in
                buttons.element(
                    "a", ["class": "button", "href": bench.edit(file.path)], text: Texts.edit(file.path)[language])
                if file.others != nil {
                    bench.writeButton(
                        Texts.goOn[language], to: bench.page,
                        [(Field.action, "go-on"), (Field.file, file.path.description), (Field.seen, file.inUse)],
                        in: &buttons)
                }
                bench.writeButton(
                    Texts.drop(file.path)[language], to: bench.page,
                    [(Field.action, "drop"), (Field.file, file.path.description)], in: &buttons)
            }
        }
    }

    private static func writeOpening(
        _ bench: Workbench, _ mistakes: [PageFrame.Mistake], _ typed: String?, to page: inout HTMLText
    ) {
        let language = bench.language
        page.element("form", ["method": "post", "action": bench.page, "novalidate": "", "class": "search"]) { form in
            form.markup(html: bench.visit.token)
            form.markup(
                html: FormField(
                    name: Field.file, label: Texts.otherFile[language], hint: Texts.otherFileHint[language],
                    value: typed
                ).html(mistakes))
            form.element(
                "button", ["type": "submit", "name": Field.action, "value": "open"], text: Texts.open[language])
        }
    }

    private static func writeStates(
        _ version: RuleVersion, _ check: RuleCheck, _ changed: [RuleFilePath], _ seen: String, _ bench: Workbench,
        to page: inout HTMLText
    ) {
        let language = bench.language
        switch version.state {
        case .concept where version.files.isEmpty: page.element("p", text: Texts.nothingToCheck[language])
        case .concept where check.errors > 0: page.element("p", text: Texts.notWithErrors[language])
        case .concept:
            page.element("p", text: Texts.checkText[language])
            page.element("form", ["method": "post", "action": bench.page, "novalidate": ""]) { form in
                form.markup(html: bench.visit.token)
                form.markup(html: "<input type=\"hidden\" name=\"\(Field.seen)\" value=\"\(AttributeText(seen))\">")
                form.markup(
                    html: FormField(name: Field.note, label: Texts.note[language], hint: Texts.noteHint[language])
                        .html())
                form.element("div", ["class": "buttons"]) {
                    $0.element(
                        "button", ["class": "main", "type": "submit", "name": Field.action, "value": "check"],
                        text: Texts.check[language])
                }
            }
        case .checked where !changed.isEmpty: page.element("p", text: Texts.firstOthers[language])
        case .checked:
            page.element("p", text: Texts.activateText[language])
            page.element("p") {
                $0.element(
                    "a", ["class": "button main", "href": bench.page("activate")], text: Texts.activate[language])
            }
            bench.writeButton(Texts.reopen[language], to: bench.page, [(Field.action, "reopen")], in: &page)
        case .active: page.element("p", text: Texts.active[language])
        case .ended: page.element("p", text: Texts.endedText[language])
        }
        guard version.state.isOpen else { return }
        page.element("details") { details in
            details.element("summary", text: Texts.endTitle[language])
            details.element("div", ["class": "opened"]) { opened in
                opened.element("p", text: Texts.endText[language])
                bench.writeButton(Texts.end[language], to: bench.page, [(Field.action, "end")], in: &opened)
            }
        }
    }

    private static func writeHistory(_ version: RuleVersion, _ language: Language, to page: inout HTMLText) {
        page.element("h2", text: Texts.history[language])
        page.element("ol") { list in
            for step in version.steps {
                let by = step.author.map { ", \($0)" } ?? ""
                let note = step.note.map { ": \($0)" } ?? ""
                list.element(
                    "li",
                    text: "\(DateText.text(of: step.day, in: language)): \(step.state.title[language])\(by)\(note)")
            }
        }
    }

    /// "2 files changed; checked on 30 November 2026 by anna"
    static func sentence(_ version: RuleVersion, _ language: Language) -> String {
        let files = Texts.count(version.files.count)[language]
        guard let step = version.steps.last else { return files }
        let by = step.author.map { language.word(" door \($0)", " by \($0)") } ?? ""
        return "\(files); \(step.state.title[language]) \(language.word("op", "on")) "
            + DateText.text(of: step.day, in: language) + by
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let checking = LocalizedText(nl: "De versie wordt gecontroleerd.", en: "The version is being checked.")
        static let filesWord = LocalizedText(nl: "gewijzigde bestanden", en: "changed files")
        static let fileWord = LocalizedText(nl: "gewijzigd bestand", en: "changed file")
        static let errorWord = LocalizedText(nl: "fout", en: "error")
        static let errorsWord = LocalizedText(nl: "fouten", en: "errors")
        static let warningWord = LocalizedText(nl: "waarschuwing", en: "warning")
        static let warningsWord = LocalizedText(nl: "waarschuwingen", en: "warnings")
        static let wrong = LocalizedText(nl: "Wat er niet klopt", en: "What is wrong")
        static let cases = LocalizedText(nl: "Draai alle gevallen", en: "Run all cases")
        static let impact = LocalizedText(
            nl: "Bekijk wat er in gebieden verandert", en: "See what changes in areas")
        static let steps = LocalizedText(nl: "Stap door een gebied", en: "Step through an area")
        static let browse = LocalizedText(
            nl: "Blader en zoek in de regels van deze versie", en: "Browse and search the rules of this version")
        static let download = LocalizedText(
            nl: "Download de bestanden van deze versie", en: "Download the files of this version")
        static let files = LocalizedText(nl: "Gewijzigde bestanden", en: "Changed files")
        static let noFiles = LocalizedText(
            nl: "In deze versie is nog niets gewijzigd. Zoek een regel of bestand en kies ‘Wijzig dit bestand’.",
            en: "Nothing is changed in this version yet. Look for a rule or file and choose ‘Change this file’.")
        static let others = LocalizedText(
            nl: "Iemand anders wijzigde dit bestand intussen in de regels die in gebruik zijn:",
            en: "Somebody else changed this file meanwhile in the rules in use:")
        static let othersAdvice = LocalizedText(
            nl:
                "Zet in uw tekst wat u hiervan wilt houden, en zeg daarna dat u het zag. Tot dan kan de versie niet in gebruik.",
            en:
                "Put into your text what you want to keep of this, and then say that you saw it. Until then the version cannot "
                + "be taken into use.")
        static let goOn = LocalizedText(nl: "Ik zag dit; mijn tekst telt", en: "I saw this; my text counts")
        static let goesOn = LocalizedText(
            nl: "Uw tekst komt in de plaats van de tekst die nu in gebruik is.",
            en: "Your text takes the place of the text that is in use now.")
        static let dropped = LocalizedText(
            nl: "Het bestand is uit de versie gehaald.", en: "The file is taken out of the version.")
        static let otherFile = LocalizedText(nl: "Een ander bestand, ook een nieuw", en: "Another file, a new one, too")
        static let otherFileHint = LocalizedText(
            nl: "Het pad in de map met regels, zoals wonen/wonen.cases.yaml.",
            en: "The path in the folder of rules, such as wonen/wonen.cases.yaml.")
        static let open = LocalizedText(nl: "Open het bestand", en: "Open the file")
        static let noPath = LocalizedText(
            nl: "Vul een pad in als wonen/nieuw.yaml: letters, cijfers, streepjes, en .yaml aan het eind.",
            en: "Fill in a path such as wonen/new.yaml: letters, digits, hyphens, and .yaml at the end.")
        static let next = LocalizedText(nl: "Wat wordt het met deze versie?", en: "What becomes of this version?")
        static let nothingToCheck = LocalizedText(
            nl: "Wijzig eerst een bestand.", en: "Change a file first.")
        static let notWithErrors = LocalizedText(
            nl: "Er staan nog fouten in. Herstel die eerst; dan kan de versie nagekeken worden.",
            en: "There are still errors. Repair these first; then the version can be checked.")
        static let checkText = LocalizedText(
            nl: "Bekijk de verschillen, de gevallen en de gevolgen. Klopt alles, zet de versie dan op nagekeken.",
            en: "Look at the differences, the cases and the effects. If all is well, mark the version as checked.")
        static let note = LocalizedText(nl: "Opmerking bij het nakijken", en: "Remark with the check")
        static let noteHint = LocalizedText(nl: "Mag leeg blijven.", en: "May stay empty.")
        static let check = LocalizedText(nl: "Zet op nagekeken", en: "Mark as checked")
        static let checked = LocalizedText(nl: "De versie is nagekeken.", en: "The version is checked.")
        static let firstOthers = LocalizedText(
            nl: "Bekijk eerst wat anderen wijzigden; het staat hierboven bij het bestand.",
            en: "First look at what others changed; it stands above with the file.")
        static let activateText = LocalizedText(
            nl: "De versie is nagekeken en kan in gebruik.", en: "The version is checked and can be taken into use.")
        static let activate = LocalizedText(nl: "In gebruik nemen …", en: "Take into use …")
        static let reopen = LocalizedText(nl: "Terug naar concept", en: "Back to draft")
        static let active = LocalizedText(
            nl: "Deze versie is in gebruik. Begin een nieuwe versie om iets te wijzigen.",
            en: "This version is in use. Begin a new version to change something.")
        static let endedText = LocalizedText(
            nl: "Deze versie is vervallen. Ze blijft te lezen.", en: "This version is ended. It stays to be read.")
        static let endTitle = LocalizedText(nl: "Deze versie laten vervallen", en: "End this version")
        static let endText = LocalizedText(
            nl: "De bestanden blijven bewaard, maar de versie kan niet meer gewijzigd of in gebruik genomen worden.",
            en: "The files are kept, but the version can be changed or taken into use no more.")
        static let end = LocalizedText(nl: "Laat vervallen", en: "End it")
        static let ended = LocalizedText(nl: "De versie is vervallen.", en: "The version is ended.")
        static let history = LocalizedText(nl: "Geschiedenis", en: "History")
        static let unfinished = LocalizedText(
            nl:
                "Het in gebruik nemen is onderbroken. Het programma maakt het af zodra het in de map met regels kan schrijven; "
                + "start het daarvoor opnieuw.",
            en:
                "Taking it into use was interrupted. The program finishes it as soon as it can write in the folder of rules; "
                + "start it anew for that.")

        static func planned(_ day: FEELDate) -> LocalizedText {
            LocalizedText { language in
                let day = DateText.text(of: day, in: language)
                return language.word(
                    "Deze versie komt in gebruik op \(day), als er dan niets fout is en niemand anders dezelfde bestanden "
                        + "wijzigde.",
                    "This version comes into use on \(day), if nothing is wrong then and nobody else changed the same files."
                )
            }
        }

        static func difference(_ path: RuleFilePath) -> LocalizedText {
            LocalizedText(nl: "Verschillen in \(path)", en: "Differences in \(path)")
        }

        static func ofOthers(_ path: RuleFilePath) -> LocalizedText {
            LocalizedText(nl: "Wat anderen wijzigden in \(path)", en: "What others changed in \(path)")
        }

        static func edit(_ path: RuleFilePath) -> LocalizedText {
            LocalizedText(nl: "Wijzig \(path)", en: "Change \(path)")
        }

        static func drop(_ path: RuleFilePath) -> LocalizedText {
            LocalizedText(nl: "Haal \(path) uit de versie", en: "Take \(path) out of the version")
        }

        static func count(_ files: Int) -> LocalizedText {
            switch files {
            case 0: LocalizedText(nl: "nog niets gewijzigd", en: "nothing changed yet")
            case 1: LocalizedText(nl: "1 bestand gewijzigd", en: "1 file changed")
            default: LocalizedText(nl: "\(files) bestanden gewijzigd", en: "\(files) files changed")
            }
        }
    }
}
