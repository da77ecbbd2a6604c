import Analyst
import RuleEngine

/// One line that may stand beside an answer, as a terminal asks for it.
struct DetailField: Sendable {
    let title: LocalizedText
    private let write: @Sendable (_ line: String, _ details: inout AnswerDetails) -> LocalizedText?

    /// Puts what was typed into the details; an empty line changes nothing.
    ///
    /// - Returns: what is wrong with it, where it is not taken.
    func set(_ line: String, in details: inout AnswerDetails) -> LocalizedText? {
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? nil : write(text, &details)
    }

    /// What is asked beside what a group says.
    static let ofVoices = [people, method, degree, places, note]
    /// What is asked beside a figure.
    static let ofFigures = [year, source, reason, note]

    private static let people = DetailField(title: .people) { line, details in
        guard let number = Int(line), number > 0 else { return .notPeople }
        details.people = FEELNumber(number)
        return nil
    }
    private static let method = words(.method) { $1.method = $0 }
    private static let source = words(.source) { $1.source = $0 }
    private static let reason = words(.reason) { $1.reason = $0 }
    private static let note = words(.note) { $1.note = $0 }
    private static let year = DetailField(title: .year) { line, details in
        guard let year = Int(line), (1900...2100).contains(year) else { return .notYear }
        details.year = year
        return nil
    }
    private static let places = DetailField(title: .places) { line, details in
        details.places = line.split(separator: ",").map { String($0.drop { $0 == " " }) }
        return nil
    }
    private static let degree = DetailField(title: .degree) { line, details in
        guard let number = Int(line), Answer.Degree.allCases.indices.contains(number - 1) else { return .notDegree }
        details.degree = Answer.Degree.allCases[number - 1]
        return nil
    }

    /// A line of free words.
    private static func words(
        _ title: LocalizedText, _ write: @escaping @Sendable (_ line: String, _ details: inout AnswerDetails) -> Void
    ) -> DetailField {
        DetailField(title: title) { line, details in
            write(line, &details)
            return PersonalData.kinds(in: line).isEmpty ? nil : .personalData
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let people = LocalizedText(
        nl: "Hoeveel mensen zijn gevraagd?", en: "How many people were asked?")
    fileprivate static let method = LocalizedText(
        nl: "Hoe is het gevraagd, bijvoorbeeld gesprek of enquête?", en: "How was it asked, such as talk or survey?")
    fileprivate static let degree = LocalizedText(
        nl: "Hoe erg is het? 1 een beetje, 2 duidelijk, 3 erg, 4 heel erg",
        en: "How bad is it? 1 slight, 2 clear, 3 serious, 4 very serious")
    fileprivate static let places = LocalizedText(
        nl: "Waar is het zo? Plekken met een komma ertussen.", en: "Where is it so? Places with commas between.")
    fileprivate static let year = LocalizedText(nl: "Van welk jaar is het cijfer?", en: "Which year is the figure of?")
    fileprivate static let source = LocalizedText(nl: "Waar komt het vandaan?", en: "Where does it come from?")
    fileprivate static let reason = LocalizedText(
        nl: "Waarom klopt het cijfer van het feitenblad niet?", en: "Why is the figure of the sheet not right?")
    fileprivate static let note = LocalizedText(
        nl: "Toelichting, zonder namen of nummers van mensen. Zij komt in geen rapport.",
        en: "A note, without names or numbers of people. It comes into no report.")
    fileprivate static let notPeople = LocalizedText(
        nl: "Dat is geen aantal mensen; deze regel blijft leeg.",
        en: "That is no number of people; this line stays empty.")
    fileprivate static let notYear = LocalizedText(
        nl: "Dat is geen jaar; deze regel blijft leeg.", en: "That is no year; this line stays empty.")
    fileprivate static let notDegree = LocalizedText(
        nl: "Typ 1, 2, 3 of 4; deze regel blijft leeg.", en: "Type 1, 2, 3 or 4; this line stays empty.")
    fileprivate static let personalData = LocalizedText(
        nl: "Let op: hier lijken gegevens van een persoon te staan. Typ a en schrijf het opnieuw, zonder die gegevens.",
        en: "Mind: this seems to hold data of a person. Type a and write it again, without them.")
}
