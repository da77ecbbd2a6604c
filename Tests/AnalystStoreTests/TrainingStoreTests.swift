import Testing

@testable import Analyst
@testable import AnalystStore

/// Sessions and what trainees do, in the database.
@Suite struct TrainingStoreTests {
    private static func session(_ id: String = "s", expires: String = "2026-12-01T00:00:00+01:00") -> TrainingSession {
        TrainingSession(
            id: id, joinCode: "CODE\(id)", title: "Groep", casebook: "boek", caseID: "casus",
            created: "2026-11-01T00:00:00+01:00", expires: expires)
    }

    private static func participation(_ id: String, in session: String?, expires: String = "2026-12-01T00:00:00+01:00")
        -> Participation
    {
        Participation(
            id: id, session: session, pseudonym: "linde-\(id)", casebook: "boek", caseID: "casus",
            created: "2026-11-01T00:00:00+01:00", changed: "2026-11-01T00:00:00+01:00", expires: expires,
            answers: "leeg \(id)")
    }

    @Test func `what is kept comes back, and those who join are counted`() throws {
        let file = try StoreFile()
        let store = try file.open()
        try store.add(Self.session())
        for id in ["a", "b"] { try store.add(Self.participation(id, in: "s")) }
        #expect(try store.session("s") == Self.session())
        #expect(try store.session(joinedBy: "CODEs")?.id == "s")
        #expect(try store.session(joinedBy: "CODE") == nil)
        #expect(try store.participations(in: "s").map { "\($0.number) \($0.pseudonym)" } == ["1 linde-a", "2 linde-b"])
        try store.showModel(of: "s", at: "2026-11-02T00:00:00+01:00")
        try store.showModel(of: "s", at: "2026-11-03T00:00:00+01:00")
        #expect(try file.open().session("s")?.modelShown == "2026-11-02T00:00:00+01:00")
    }

    @Test func `answers are changed in one step, and a change that fails leaves them`() throws {
        let store = try StoreFile().open()
        try store.add(Self.participation("a", in: nil))
        try store.changeAnswers(of: "a", at: "2026-11-05T00:00:00+01:00") { text throws(BadInput) in text + "!" }
        #expect(throws: DossierFault.self) {
            try store.changeAnswers(of: "a", at: "2026-11-06T00:00:00+01:00") { _ throws(BadInput) in
                throw BadInput([])
            }
        }
        #expect(throws: DossierFault.self) {
            try store.changeAnswers(of: "b", at: "2026-11-06T00:00:00+01:00") { text throws(BadInput) in text }
        }
        let kept = try #require(try store.participation("a"))
        #expect(kept.answers == "leeg a!" && kept.changed == "2026-11-05T00:00:00+01:00")
    }

    @Test func `answers of several are changed in one step: all of them, or none`() throws {
        let store = try StoreFile().open()
        for id in ["a", "b"] { try store.add(Self.participation(id, in: nil)) }
        func answers() throws -> [String?] { try ["a", "b"].map { try store.participation($0)?.answers } }
        #expect(throws: DossierFault.self) {
            try store.changeAnswers(of: ["a", "b"], at: "2026-11-05T00:00:00+01:00") { id, text throws(BadInput) in
                if id == "b" { throw BadInput([]) }
                return text + "!"
            }
        }
        #expect(throws: DossierFault.self) {
            try store.changeAnswers(of: ["a", "c"], at: "2026-11-05T00:00:00+01:00") { _, text throws(BadInput) in
                text + "!"
            }
        }
        #expect(try answers() == ["leeg a", "leeg b"])
        try store.changeAnswers(of: ["a", "b"], at: "2026-11-05T00:00:00+01:00") { id, text throws(BadInput) in
            "\(text) \(id)"
        }
        #expect(try answers() == ["leeg a a", "leeg b b"])
    }

    @Test func `L20: a session goes with all that its trainees wrote, at once or when its time has come`() throws {
        let file = try StoreFile()
        let store = try file.open()
        try store.add(Self.session("s"))
        try store.add(Self.session("t", expires: "2026-11-10T00:00:00+01:00"))
        try store.add(Self.participation("a", in: "s"))
        try store.add(Self.participation("b", in: "t"))
        try store.add(Self.participation("c", in: nil, expires: "2026-11-10T00:00:00+01:00"))
        #expect(try store.sweepTraining(at: "2026-11-09T00:00:00+01:00") == 0)
        #expect(try store.sweepTraining(at: "2026-11-10T00:00:00+01:00") == 2)
        #expect(try store.session("t") == nil && store.participation("b") == nil && store.participation("c") == nil)
        try store.deleteSession("s")
        #expect(try store.participation("a") == nil)
    }
}
