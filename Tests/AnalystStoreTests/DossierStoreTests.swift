import Foundation
import GRDB
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystStore

/// What can be done with dossiers, one after the other.
@Suite struct DossierStoreTests {
    @Test func `a dossier is made from a sheet and read back`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        let made = try file.open().make(id)
        let read = try file.open().load(id)
        for dossier in [made, read] {
            #expect(dossier.title == "Dorp")
            #expect(dossier.summary.municipality == "Plaats")
            #expect(dossier.summary.area == "dorp")
            #expect(dossier.summary.created == Village.moment)
            #expect(dossier.summary.state == .open)
            #expect(dossier.revision == 1)
            #expect(dossier.told == ["bewoners.overlast=true"])
            #expect(try dossier.text() == Village.sheet)
        }
    }

    @Test func `what is no sheet makes no dossier, and what does not exist is said so`() throws {
        let store = try StoreFile().open()
        let (id, other) = (try Village.id(), try Village.id(2))
        #expect(throws: BadInput.self) { try store.make(id, from: "sheet: x\n") }
        #expect(try store.list().isEmpty)
        #expect(fault { () throws(DossierFault) in try store.load(other) }?.told == "no such dossier")
        #expect(fault { () throws(DossierFault) in try store.history(of: other) }?.told == "no such dossier")
        #expect(fault { () throws(DossierFault) in try store.delete(other) }?.told == "no such dossier")
        #expect(fault { () throws(DossierFault) in try store.links(to: other) }?.told == "no such dossier")
    }

    @Test func `an answer goes into the sheet, and the rest stays byte for byte`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        let dossier = try store.record(Village.change("ondernemers.leegstand", to: "12"), in: id)
        let line = "  - { question: leegstand, perspective: ondernemers, value: 12, date: 2026-11-01 }\n"
        #expect(try dossier.text() == Village.sheet + line)
        #expect(dossier.summary.answered == 2)
        #expect(dossier.revision == 2)
    }

    @Test func `an answer of another day comes after the one before, one of the same day takes its place`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        let first = try #require(try store.make(id).answers.first)
        var dossier = try store.record(Village.change("bewoners.overlast", from: first, to: "false"), in: id)
        #expect(dossier.told == ["bewoners.overlast=true", "bewoners.overlast=false"])
        let second = try #require(dossier.answers.last)
        dossier = try store.record(Village.change("bewoners.overlast", from: second, to: "unknown"), in: id)
        #expect(dossier.told == ["bewoners.overlast=true", "bewoners.overlast=unknown"])
        let third = try #require(dossier.answers.last)
        dossier = try store.record(Village.change("bewoners.overlast", from: third, to: nil), in: id)
        #expect(dossier.told == ["bewoners.overlast=true"])
        #expect(try dossier.text() == Village.sheet)
        #expect(dossier.summary.answered == 1)
    }

    @Test func `a question that was put off is kept, and is no answer`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        let put = try store.record(Village.change("bewoners.lawaai", to: "skipped"), in: id)
        #expect(put.told.last == "bewoners.lawaai=skipped")
        #expect(put.summary.answered == 1)
        let answered = try store.record(
            Village.change("bewoners.lawaai", from: put.answers.last, to: "true"), in: id)
        #expect(answered.told == ["bewoners.overlast=true", "bewoners.lawaai=true"])
        #expect(answered.summary.answered == 2)
    }

    @Test func `the same answer once more changes nothing`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        let answer = try #require(try store.make(id).answers.first)
        let dossier = try store.record(
            AnswerChange(QuestionID(answer), from: answer, to: answer), in: id)
        #expect(dossier.revision == 1)
        #expect(try store.history(of: id).count == 1)
    }

    @Test func `W21 of two answers to a question the second is shown what stands there, others never clash`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        let seen = try store.make(id).answers.first
        try store.record(Village.change("bewoners.overlast", from: seen, to: "false"), in: id, by: "Anna")
        let late = try Village.change("bewoners.overlast", from: seen, to: "unknown")
        #expect(
            fault { () throws(DossierFault) in try store.record(late, in: id, by: "Bert", at: Village.moment) }?.told
                == "conflict with false")
        let empty = try Village.change("ondernemers.overlast", to: "true")
        #expect(
            fault { () throws(DossierFault) in try store.record(empty, in: id, by: "Bert", at: Village.moment) } == nil)
        #expect(
            fault { () throws(DossierFault) in try store.record(empty, in: id, by: "Cas", at: Village.moment) }?.told
                == "conflict with true")
        let back = AnswerChange(try Village.question("bewoners.overlast"), from: seen, to: nil)
        #expect(
            fault { () throws(DossierFault) in try store.record(back, in: id, by: "Cas", at: Village.moment) }?.told
                == "conflict with false")
        #expect(
            try store.load(id).told == [
                "bewoners.overlast=true", "bewoners.overlast=false", "ondernemers.overlast=true",
            ])
    }

    @Test func `an answer that was taken back meanwhile is a conflict with none`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        let seen = try store.make(id).answers.first
        try store.record(Village.change("bewoners.overlast", from: seen, to: nil), in: id)
        let late = try Village.change("bewoners.overlast", from: seen, to: "false")
        #expect(
            fault { () throws(DossierFault) in try store.record(late, in: id, by: "Bert", at: Village.moment) }?.told
                == "conflict with no answer")
    }

    @Test func `an answer that no sheet can hold is refused`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        let question = try Village.question("bewoners.lawaai")
        let counted = Answer(
            question: question.code, perspective: question.perspective, value: .counted(yes: 3, no: 4),
            date: FEELDate("2026-11-01"), people: FEELNumber(5))
        let change = AnswerChange(question, from: nil, to: counted)
        #expect(
            fault { () throws(DossierFault) in try store.record(change, in: id, by: nil, at: Village.moment) }?.told
                == "bad: [\"sheet/more-answers-than-people\"]")
        #expect(try store.load(id).revision == 1)
    }

    @Test func `all that an answer can carry comes back`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        let answers = [
            Answer(
                question: "lawaai", perspective: "bewoners", value: .between(FEELNumber(10), FEELNumber(20)),
                date: FEELDate("2026-11-01"), method: "buurtgesprek", people: FEELNumber(12),
                note: "‘s avonds: \"hard\", 'soms'\n- en # later\t{a}", degree: .verySerious,
                places: ["Plein, bij de 'kiosk'", "BU00010001"], source: "eigen telling", year: 2025, reason: "ouder"),
            Answer(question: "b", perspective: "p", value: .counted(yes: 3, no: 4), date: nil),
            Answer(question: "c", perspective: "p", value: .number(try #require(FEELNumber("-0.10"))), date: nil),
        ]
        for answer in answers { try store.record(AnswerChange(QuestionID(answer), from: nil, to: answer), in: id) }
        #expect(try store.load(id).answers.suffix(3) == answers[...])
        #expect(try store.history(of: id).suffix(3).map(\.to) == answers)
    }

    @Test func `G7 the history tells who, when, what, from and to, and only grows`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        let seen = try store.make(id).answers.first
        try store.record(Village.change("bewoners.overlast", from: seen, to: "false"), in: id, by: "Bert")
        _ = try store.replaceSheet(
            with: Village.sheet.replacing("Een dorp", with: "Een stad"), in: id, expecting: 2, by: "Cas",
            at: Village.moment)
        _ = try store.undo(in: id, expecting: nil, by: "Dirk", at: Village.moment)
        _ = try store.nameVersion("Voor de raad", in: id, by: "Els", at: Village.moment)
        _ = try store.undo(in: id, expecting: nil, by: "Dirk", at: Village.moment)
        _ = try store.close(id, by: "Fien", at: "2026-12-01T09:00:00+01:00")
        let history = try store.history(of: id)
        #expect(
            history.map(\.told) == [
                "1 created by Anna", "2 answered bewoners.overlast: - > false by Bert", "3 replaced by Cas",
                "4 undone of 3 by Dirk", "5 named Voor de raad by Els",
                "6 undone bewoners.overlast: false > - of 2 by Dirk", "7 closed by Fien",
            ])
        #expect(history.last?.instant == "2026-12-01T09:00:00+01:00")
        for sql in ["UPDATE change SET author = 'Zoë'", "DELETE FROM change"] {
            #expect(throws: (any Error).self) { try store.pool.write { try $0.execute(sql: sql) } }
        }
        #expect(try store.history(of: id) == history)
    }

    @Test func `C12 a sheet with other figures takes the place of the old one, and the answers stay`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        try store.record(Village.change("bewoners.lawaai", to: "true"), in: id)
        let text =
            "\u{FEFF}"
            + Village.sheet.replacing("dorp.", with: "dorp, later.").replacing("value: true", with: "value: 7")
        let told = ["bewoners.overlast=true", "bewoners.lawaai=true"]
        #expect(
            fault { () throws(DossierFault) in
                try store.replaceSheet(with: text, in: id, expecting: 1, by: nil, at: Village.moment)
            }?.told == "at revision 2")
        let dossier = try store.replaceSheet(with: text, in: id, expecting: 2, by: nil, at: Village.moment)
        #expect(dossier.told == told)
        #expect(try dossier.text().hasPrefix("\u{FEFF}# Een dorp, later."))
        #expect(try dossier.sheet().answers == dossier.answers)
        #expect(
            fault { () throws(DossierFault) in
                try store.replaceSheet(with: "sheet: x", in: id, expecting: 3, by: nil, at: Village.moment)
            }?.told.hasPrefix("bad: ") == true)
        let undone = try store.undo(in: id, expecting: 3, by: nil, at: Village.moment)
        #expect(undone.told == told)
        #expect(undone.sheetText == Village.sheet)
    }

    @Test func `the same sheet once more changes nothing`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        #expect(
            try store.replaceSheet(with: Village.sheet, in: id, expecting: 1, by: nil, at: Village.moment).revision == 1
        )
    }

    @Test func `G7 undo goes back step by step to the beginning and no further`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        var random = SeededGenerator(seed: 19)
        var states = [try store.make(id)]
        for _ in 0..<40 {
            let question = "bewoners.vraag-\(Int.random(in: 1...4, using: &random))"
            let standing = states.last?.answers.last { "\(QuestionID($0))" == question }
            let value =
                standing != nil && Bool.random(using: &random) ? nil : "\(Int.random(in: 0...99, using: &random))"
            let day = "2026-11-\(Int.random(in: 10...20, using: &random))"
            let answer = try value.map { try Village.answer(question, $0, on: day) }
            let change = AnswerChange(try Village.question(question), from: standing, to: answer)
            if fault({ () throws(DossierFault) in try store.record(change, in: id, by: nil, at: Village.moment) })
                == nil
            {
                let dossier = try store.load(id)
                if dossier.answers != states.last?.answers { states.append(dossier) }
            }
        }
        #expect(states.count > 20)
        for state in states.reversed().dropFirst() {
            let undone = try store.undo(in: id, expecting: nil, by: nil, at: Village.moment)
            #expect(undone.answers == state.answers)
            #expect(undone.summary.answered == state.summary.answered)
        }
        #expect(try store.load(id).text() == Village.sheet)
        #expect(
            fault { () throws(DossierFault) in
                try store.undo(in: id, expecting: nil, by: nil, at: Village.moment)
            }?.told == "nothing to undo")
    }

    @Test func `undo of what somebody else did meanwhile is refused`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        try store.record(Village.change("bewoners.lawaai", to: "true"), in: id)
        try store.record(Village.change("ondernemers.lawaai", to: "true"), in: id, by: "Bert")
        #expect(
            fault { () throws(DossierFault) in
                try store.undo(in: id, expecting: 2, by: nil, at: Village.moment)
            }?.told == "at revision 3")
        #expect(try store.load(id).revision == 3)
    }

    @Test func `a version is read as it stood, whatever came after`() throws {
        let store = try StoreFile().open()
        let id = try Village.id()
        _ = try store.make(id)
        let before = try store.record(Village.change("bewoners.lawaai", to: "true"), in: id)
        let entry = try store.nameVersion("Versie 1", in: id, by: "Anna", at: "2026-11-02T10:00:00+01:00")
        try store.record(Village.change("bewoners.stank", to: "true"), in: id)
        _ = try store.replaceSheet(
            with: Village.sheet.replacing("Een dorp", with: "Een stad"), in: id, expecting: 4, by: nil,
            at: Village.moment)
        let version = try store.version(entry.number, of: id)
        #expect(version.answers == before.answers)
        #expect(try version.text() == before.text())
        #expect(version.summary.changed == "2026-11-02T10:00:00+01:00")
        #expect(fault { () throws(DossierFault) in try store.version(1, of: id) }?.told == "no such version")
    }

    @Test func `W26 a closed dossier refuses every change, and can be copied`() throws {
        let store = try StoreFile().open()
        let (id, copy) = (try Village.id(), try Village.id(2))
        _ = try store.make(id)
        let last = try store.record(Village.change("bewoners.lawaai", to: "true"), in: id)
        let closed = try store.close(id, by: nil, at: "2026-12-01T09:00:00+01:00")
        #expect(closed.summary.state == .closed(at: "2026-12-01T09:00:00+01:00"))
        let change = try Village.change("bewoners.stank", to: "true")
        let moment = Village.moment
        let invitation = DossierLink(
            to: id, hash: DossierLink.hash(of: "a"), for: .answers(perspective: "bewoners"), created: moment, by: nil,
            expires: moment)
        let faults: [DossierFault?] = [
            fault { () throws(DossierFault) in try store.record(change, in: id, by: nil, at: moment) },
            fault { () throws(DossierFault) in
                try store.replaceSheet(with: Village.sheet, in: id, expecting: 3, by: nil, at: moment)
            },
            fault { () throws(DossierFault) in try store.undo(in: id, expecting: nil, by: nil, at: moment) },
            fault { () throws(DossierFault) in try store.nameVersion("x", in: id, by: nil, at: moment) },
            fault { () throws(DossierFault) in try store.close(id, by: nil, at: moment) },
            fault { () throws(DossierFault) in try store.add(invitation) },
        ]
        #expect(faults.map { $0?.told } == Array(repeating: "closed", count: faults.count))
        let now = try store.load(id)
        #expect(now.answers == last.answers && now.revision == 3)
        let new = try store.copy(id, to: copy, title: "Dorp, vervolg", by: "Bert", at: moment)
        #expect(new.title == "Dorp, vervolg")
        #expect(new.summary.state == .open)
        #expect(new.answers == last.answers)
        #expect(try new.text() == last.text())
        #expect(try store.history(of: copy).map(\.told) == ["1 copied by Bert"])
        try store.record(change, in: copy)
        #expect(try store.load(id).answers == last.answers, "a change of the copy leaves the other as it was")
    }

    @Test func `C12 the list tells of each dossier, the one that was changed last first`() throws {
        let store = try StoreFile().open()
        let ids = try (UInt64(1)...3).map { try Village.id($0) }
        for (index, id) in ids.enumerated() { _ = try store.make(id, title: "Dorp \(index)") }
        try store.record(Village.change("bewoners.lawaai", to: "true"), in: ids[0])
        #expect(try store.list().map(\.title) == ["Dorp 0", "Dorp 2", "Dorp 1"])
        #expect(try store.list().map(\.answered) == [2, 1, 1])
    }

    @Test func `a list of 500 dossiers takes well below a tenth of a second`() throws {
        let store = try StoreFile().open()
        for seed in 1...500 {
            let new = try NewDossier(Village.id(UInt64(seed)), from: Village.sheet)
            try store.pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = OFF")
                try database.inTransaction {
                    try DossierRows(new.id, in: database).insert(new, as: .created, by: nil, at: Village.moment)
                    return .commit
                }
            }
        }
        let clock = ContinuousClock()
        let start = clock.now
        let count = try store.list().count
        let time = clock.now - start
        #expect(count == 500)
        #expect(time < .milliseconds(200), "\(time)")
    }

    @Test func `links are kept by the hash of their token, listed and taken back`() throws {
        let store = try StoreFile().open()
        let (id, other) = (try Village.id(), try Village.id(2))
        for id in [id, other] { _ = try store.make(id) }
        let links = [
            DossierLink(
                to: id, hash: DossierLink.hash(of: "een"), for: .answers(perspective: "bewoners"),
                created: Village.moment, by: "Anna", expires: "2026-12-01T00:00:00Z"),
            DossierLink(
                to: id, hash: DossierLink.hash(of: "twee"), for: .report, created: Village.moment, by: nil,
                expires: "2027-01-01T00:00:00Z"),
        ]
        for link in links { try store.add(link) }
        #expect(try store.links(to: id) == links)
        #expect(try store.links(to: other).isEmpty)
        #expect(try store.link(DossierLink.hash(of: "een")) == links[0])
        #expect(try store.link("een") == nil, "the token itself is not kept")
        for instant in ["2026-11-05T00:00:00Z", "2026-11-06T00:00:00Z"] {
            try store.revokeLink(links[0].hash, at: instant)
        }
        #expect(try store.link(links[0].hash)?.revoked == "2026-11-05T00:00:00Z", "the first time counts")
        #expect(try store.link(links[1].hash) == links[1])
        try store.delete(id)
        #expect(try store.link(links[1].hash) == nil)
    }

    @Test func `G2 the questions find their answers in a dossier`() throws {
        let file = try StoreFile()
        let id = try Village.id()
        let store = try file.open()
        _ = try store.make(id)
        let answers = DossierAnswers(id, in: store) { Village.moment }
        #expect(try answers.sheet().answers.count == 1)
        let sheet = try answers.record(Village.change("bewoners.lawaai", to: "true"), by: "Anna")
        #expect(sheet.answers.map(\.question) == ["overlast", "lawaai"])
        #expect(try store.history(of: id).last?.told == "2 answered bewoners.lawaai: - > true by Anna")
        let again = try Village.change("bewoners.lawaai", to: "false")
        #expect(throws: AnswerFault.self) { try answers.record(again, by: "Bert") }
        _ = try store.close(id, by: nil, at: Village.moment)
        do throws(AnswerFault) {
            _ = try answers.record(again, by: "Bert")
            Issue.record("a closed dossier took an answer")
        } catch {
            guard case .closed = error else { Issue.record("\(error)"); return }
        }
    }
}
