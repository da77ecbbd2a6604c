import RuleEngine

extension AnalysisComposer {
    /// What the analysis tells, as tables. Findings are those that the parts tell; nothing is worked out again.
    func data(of parts: [AnalysisDocument.Part]) -> AnalysisData {
        let findings = FindingRows(self, parts)
        let amounts = AmountRows(self)
        return AnalysisData(
            notes: notes,
            tables: [
                FigureRows(self).table,
                findings.table(.findings) { ![TemplateName.intervention, TemplateName.instrument].contains($0) },
                findings.table(.interventions) { $0 == TemplateName.intervention },
                findings.table(.instruments) { $0 == TemplateName.instrument },
                questions, amounts.amounts, amounts.balance, amounts.parties,
            ])
    }

    private var notes: [(name: String, text: String)] {
        var notes: [(LocalizedText, String)] = [
            (.area, "\(sheet.title[language]) (\(sheet.municipality))"),
            (.day, DateText.text(of: area.date, in: language)),
        ]
        if conclusions.isProvisional { notes.append((.standing, say(.provisional))) }
        for source in sheet.sources {
            let name = [source.publisher, source.title, source.table, source.edition].compactMap { $0 }
            notes.append((.source, name.joined(separator: ", ")))
            if let licence = source.licence { notes.append((.licence, "\(source.table ?? source.title): \(licence)")) }
        }
        notes.append((.program, "analyst \(ProgramVersion.text)"))
        if !area.rules.hash.isEmpty { notes.append((.rules, "SHA-256 \(area.rules.hash)")) }
        let digest = sheet.digest.map { ", SHA-256 \($0.sha256)" } ?? ""
        notes.append((.sheet, sheet.id + digest))
        notes.append((.advice, say(.peopleDecide)))
        return notes.map { (say($0.0), $0.1) }
    }

    /// What is not known, those that most open conclusions wait for first, and where it can be asked.
    private var questions: AnalysisData.Table {
        let columns: [(LocalizedText, Bool)] = [
            (.asked, false), (.question, false), (.openConclusions, true), (.holder, false), (.table, false),
            (.legalBasis, false), (.leadTime, false),
        ]
        let rows = conclusions.waiting.map { entry -> [AnalysisDocument.Table.Cell] in
            let reference = session.reference(entry.input)
            var code: Vocabulary.Term?
            if case .slot(let slot) = reference { code = naming.code(of: slot) }
            func cell(_ attribute: String) -> AnalysisDocument.Table.Cell {
                if let text = code?.text(attribute) { return .text(say(text)) }
                return code?.string(attribute).map { .text($0) } ?? .empty
            }
            return [
                .text(naming.title(of: reference, in: language)), cell("question"),
                .number(FEELNumber(entry.conclusions.count)), cell("holder"), cell("table"), cell("legal_basis"),
                cell("lead_time"),
            ]
        }
        return AnalysisData.Table(
            subject: .questions, columns: columns.map { .init($0.0, language, isNumeric: $0.1) }, rows: rows)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let area = LocalizedText(nl: "Gebied", en: "Area")
    fileprivate static let day = LocalizedText(nl: "Datum van de analyse", en: "Date of the analysis")
    fileprivate static let standing = LocalizedText(nl: "Stand", en: "Standing")
    fileprivate static let source = LocalizedText(nl: "Bron", en: "Source")
    fileprivate static let licence = LocalizedText(nl: "Licentie", en: "Licence")
    fileprivate static let program = LocalizedText(nl: "Programma", en: "Program")
    fileprivate static let rules = LocalizedText(nl: "Regels", en: "Rules")
    fileprivate static let sheet = LocalizedText(nl: "Feitenblad", en: "Fact sheet")
    fileprivate static let advice = LocalizedText(nl: "Let op", en: "Please note")
    fileprivate static let asked = LocalizedText(nl: "Nog niet bekend", en: "Not known yet")
    fileprivate static let question = LocalizedText(nl: "Vraag", en: "Question")
    fileprivate static let openConclusions = LocalizedText(nl: "Open conclusies", en: "Open conclusions")
    fileprivate static let holder = LocalizedText(nl: "Wie heeft het", en: "Holder")
    fileprivate static let table = LocalizedText(nl: "Tabel", en: "Table")
    fileprivate static let legalBasis = LocalizedText(nl: "Grondslag", en: "Legal basis")
    fileprivate static let leadTime = LocalizedText(nl: "Gewone termijn", en: "Usual lead time")

    fileprivate static let provisional = LocalizedText(
        nl: "Voorlopig: nog niet gehoord zijn bewoners, ondernemers en professionals.",
        en: "Provisional: residents, entrepreneurs and professionals have not been heard yet.")
    fileprivate static let peopleDecide = LocalizedText(
        nl: "Dit is een advies. Mensen beslissen. Het zegt niets over een persoon of huishouden.",
        en: "This is advice. People decide. It says nothing about a person or household.")
}
