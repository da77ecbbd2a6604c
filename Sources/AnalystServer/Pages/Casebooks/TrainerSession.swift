import Analyst
import RuleEngine

/// A session in the hands of its trainer, as the word in the address opens it.
struct TrainerSession: Sendable {
    let session: TrainingSession
    let prepared: PreparedCase
    let participants: [Participant]
    /// The word of the address.
    let word: String

    struct Participant: Sendable {
        let participation: Participation
        let answers: CaseAnswers
    }

    /// - Throws: `notFound` for a word that opens nothing, or no longer.
    init(_ visit: Visit) async throws(WebFault) {
        word = visit["training"]
        let store = try visit.room().store
        let id = DossierLink.hash(of: word)
        guard let found = try visit.inTraining({ () throws(DossierFault) in try store.session(id) }),
            visit.site.setting.instant() < found.expires
        else { throw .notFound }
        session = found
        let prepared = try await visit.prepared(found.casebook, found.caseID)
        self.prepared = prepared
        let all = try visit.inTraining { () throws(DossierFault) in try store.participations(in: id) }
        var participants: [Participant] = []
        for participation in all {
            do {
                let text = SourceFile(name: "answers", text: participation.answers)
                participants.append(
                    Participant(participation: participation, answers: try AnswerReader.read(text, for: prepared)))
            } catch {
                throw .failed(error.diagnostics.first?.message.en ?? "")
            }
        }
        self.participants = participants
    }

    func address(_ visit: Visit, _ path: String...) -> String { visit.address(["training", word] + path) }

    /// Those who handed in.
    var finished: [Participant] { participants.filter { $0.answers.attempts > 0 } }

    /// What the group makes of it; `nil` while the group is too small.
    var result: GroupResult? { GroupResult(finished.map(\.answers), in: prepared, least: least) }

    /// The smallest group of which something is told.
    var least: Int {
        prepared.ruleBase.number(of: ParameterName.smallGroup, on: prepared.case.date)?.integerValue ?? GroupResult.step
    }

    /// The rows of the export, each with what a trainee did.
    var results: [TrainingResult] {
        participants.map { participant in
            TrainingResult(
                pseudonym: participant.participation.pseudonym, answers: participant.answers,
                changed: participant.participation.changed)
        }
    }
}
