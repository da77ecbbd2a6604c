import Analyst
import RuleEngine

/// What one trainee does with a case, as the word in the address opens it.
struct Practice: Sendable {
    let participation: Participation
    let session: TrainingSession?
    let prepared: PreparedCase
    let answers: CaseAnswers
    /// The word of the address.
    let word: String

    /// - Throws: `notFound` for a word that opens nothing, or no longer.
    init(_ visit: Visit) async throws(WebFault) {
        let word = visit["practice"]
        try await self.init(visit, id: DossierLink.hash(of: word), word: word)
    }

    init(_ visit: Visit, id: String, word: String) async throws(WebFault) {
        self.word = word
        let store = try visit.room().store
        guard let found = try visit.inTraining({ () throws(DossierFault) in try store.participation(id) }),
            visit.site.setting.instant() < found.expires
        else { throw .notFound }
        participation = found
        session = try found.session.flatMap { id throws(WebFault) in
            try visit.inTraining { () throws(DossierFault) in try store.session(id) }
        }
        prepared = try await visit.prepared(found.casebook, found.caseID)
        do {
            answers = try AnswerReader.read(SourceFile(name: "answers", text: found.answers), for: prepared)
        } catch {
            throw .failed(error.diagnostics.first?.message.en ?? "")
        }
    }

    /// After the last attempt, or when the trainer shows it.
    var showsModel: Bool { session?.modelShown != nil || answers.attempts >= prepared.book.attempts }

    /// Whether answers can still be changed and handed in.
    var isOpen: Bool { !showsModel }

    func address(_ visit: Visit, _ path: String...) -> String { visit.address(["practice", word] + path) }

    /// Changes the answers as they stand by now.
    func change(_ visit: Visit, _ body: (inout CaseAnswers) throws(BadInput) -> Void) throws(WebFault) {
        let store = try visit.room().store
        let prepared = prepared
        try visit.inTraining { () throws(DossierFault) in
            try store.changeAnswers(of: participation.id, at: visit.site.setting.instant()) { text throws(BadInput) in
                var answers = try AnswerReader.read(SourceFile(name: "answers", text: text), for: prepared)
                try body(&answers)
                return answers.text(of: prepared.case.id, in: prepared.book.id)
            }
        }
    }
}

extension Visit {
    /// Where people practise; a server without casebooks has none.
    func room() throws(WebFault) -> TrainingRoom {
        guard let room = site.training else { throw .notFound }
        return room
    }

    func inTraining<Result>(_ body: () throws(DossierFault) -> Result) throws(WebFault) -> Result {
        do {
            return try body()
        } catch {
            throw WebFault(error)
        }
    }

    /// A case that is ready to be done.
    func prepared(_ book: String, _ id: String) async throws(WebFault) -> PreparedCase {
        let (rules, shelf) = (try rules(), try room().shelf)
        let found: PreparedCase?
        do throws(BadInput) {
            found = try await shelf.prepared(book, id, under: rules)
        } catch {
            throw .failed("casebook \(book), case \(id): \(error.diagnostics.first?.message.en ?? "")")
        }
        guard let found else { throw .notFound }
        return found
    }

    /// An instant so many days from now.
    func instant(in days: Int) -> String {
        "\(WrittenDay.day(days, after: site.setting.today()))\(site.setting.instant().dropFirst(10))"
    }
}
