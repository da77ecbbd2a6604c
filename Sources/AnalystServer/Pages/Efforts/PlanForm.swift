import Analyst
import RuleEngine

/// The fields of what runs and of the means: reads what was typed, and says what is wrong with it.
struct PlanForm {
    enum Field {
        static let action = "do"
        static let revision = "revision"
        static let name = "name"
        static let intervention = "intervention"
        static let holder = "holder"
        static let from = "from"
        static let until = "until"
        static let money = "money"
        static let code = "code"
        static let ended = "ended"
        static let budget = "budget"
        static let capacity = "capacity"
        static let all = [name, intervention, holder, from, until, money, budget, capacity]
    }

    /// What a button does.
    enum Action: String { case add, end, means }

    let fields: FormFields
    let language: Language
    private(set) var mistakes: [PageFrame.Mistake] = []

    init(_ fields: FormFields, _ language: Language) {
        self.fields = fields
        self.language = language
    }

    /// The text of a sheet with what was filled in; `nil` where something is wrong.
    mutating func text(_ action: Action, in editor: SheetPlanEditor, _ ruleBase: RuleBase) -> String? {
        switch action {
        case .add: return effort(ruleBase).map(editor.adding)
        case .end: return end().flatMap { editor.ending($0.code, on: $0.day) }
        case .means: return means().map { editor.means(budget: $0.budget, capacity: $0.capacity) }
        }
    }

    /// Where the end of an effort is filled in.
    static func place(of code: String) -> String { "\(Field.ended)-\(code)" }

    private mutating func effort(_ ruleBase: RuleBase) -> SheetPlanEditor.NewEffort? {
        guard let name = fields[Field.name] else {
            note(Field.name, Texts.noName)
            return nil
        }
        var effort = SheetPlanEditor.NewEffort(name: name)
        effort.intervention = fields[Field.intervention].flatMap { code in
            ruleBase.vocabulary(VocabularyName.interventions)?[code] == nil ? nil : code
        }
        effort.holder = fields[Field.holder]
        effort.from = day(Field.from)
        effort.until = day(Field.until)
        effort.money = amount(Field.money)
        if let from = effort.from, let until = effort.until, until.last < from.first { note(Field.until, Texts.order) }
        return mistakes.isEmpty ? effort : nil
    }

    private mutating func end() -> (code: String, day: RoughDate)? {
        guard let code = fields[Field.code] else { return nil }
        if let day = fields[Field.ended].flatMap(Self.roughDay) { return (code, day) }
        note(Self.place(of: code), Texts.badDay)
        return nil
    }

    private mutating func means() -> (budget: FEELNumber?, capacity: Int?)? {
        let budget = amount(Field.budget)
        let capacity = fields[Field.capacity].flatMap { Int($0) }
        if fields[Field.capacity] != nil, capacity.map({ !(0...10_000).contains($0) }) ?? true {
            note(Field.capacity, Texts.badCapacity)
        }
        if mistakes.isEmpty, budget == nil, capacity == nil { note(Field.budget, Texts.noMeans) }
        return mistakes.isEmpty ? (budget, capacity) : nil
    }

    private mutating func note(_ field: String, _ text: LocalizedText) {
        mistakes.append(.init(field: field, text: text[language]))
    }

    private mutating func day(_ name: String) -> RoughDate? {
        guard let text = fields[name] else { return nil }
        if let day = Self.roughDay(text) { return day }
        note(name, Texts.badDay)
        return nil
    }

    /// A day, a month or a year.
    private static func roughDay(_ text: String) -> RoughDate? {
        RoughDate(text) ?? WrittenDay.day(text).flatMap { RoughDate($0.description) }
    }

    private mutating func amount(_ name: String) -> FEELNumber? {
        guard let text = fields[name] else { return nil }
        let sign: Character = language == .nl ? "." : ","
        let digits = text.filter { $0 != sign && !$0.isWhitespace && $0 != "€" }
        if digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = FEELNumber(digits) { return number }
        note(name, Texts.badAmount)
        return nil
    }

    // MARK: - Wordings

    private enum Texts {
        static let noName = LocalizedText(nl: "Geef de inzet een naam.", en: "Give the effort a name.")
        static let badAmount = LocalizedText(
            nl: "Vul een heel bedrag in, zoals 250.000.", en: "Fill in a whole amount, such as 250,000.")
        static let badDay = LocalizedText(
            nl: "Vul een jaar, maand of dag in die bestaat, zoals 2024, 2024-06 of 1-6-2024.",
            en: "Fill in a year, a month or a day that exists, such as 2024, 2024-06 or 2024-06-01.")
        static let order = LocalizedText(
            nl: "Het einde ligt voor het begin. Verwissel ze, of maak er één leeg.",
            en: "The end lies before the begin. Swap them, or empty one.")
        static let badCapacity = LocalizedText(
            nl: "Vul een heel getal in, zoals 8.", en: "Fill in a whole number, such as 8.")
        static let noMeans = LocalizedText(
            nl: "Vul een budget of een capaciteit in.", en: "Fill in a budget or a capacity.")
    }
}
