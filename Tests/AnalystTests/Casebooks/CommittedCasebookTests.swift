import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The casebooks of the project against its own rules and sheets.
struct CommittedCasebookTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "casebooks")

    /// Each case by book and name.
    static let cases: [String] = {
        do {
            return try Casebook.all(in: folder).flatMap { book in book.cases.map { "\(book.id)/\($0.id)" } }
        } catch {
            // The first test says that there are none.
            return []
        }
    }()

    static func prepared(_ name: String) throws -> PreparedCase {
        let names = name.split(separator: "/").map(String.init)
        let book = try Casebook.read(folder.appending(path: names[0]))
        return try PreparedCase(
            try #require(book.case(names[1])), of: book, below: folder, rules: try Project.rules.get())
    }

    @Test func `L12: there are eight cases that rise in difficulty, and twenty drills`() throws {
        let books = try Casebook.all(in: Self.folder)
        #expect(books.map(\.cases.count) == [8, 20])
        #expect(books[0].cases.map(\.level) == Array(1...8))
    }

    @Test(arguments: cases)
    func `L12: the check finds nothing wrong with a case`(name: String) throws {
        #expect(CasebookCheck(try Self.prepared(name)).diagnostics.map { "\($0.code): \($0.message.en)" } == [])
    }

    @Test(arguments: cases)
    func
        `L9, L13: the engine's own answer gets full marks, from the given text alone too, and who knows nothing passes none`(
            name: String
        ) throws
    {
        let prepared = try Self.prepared(name)
        let marked = prepared.exercises.filter { !$0.isMarkedByTrainer }
        let all = marked.map(\.maximum).reduce(.zero, +)
        #expect(prepared.mark(prepared.answers { $0.enginePicks() }, against: .engine).points == all)
        #expect(prepared.mark(prepared.answers { $0.enginePicks(onGiven: true) }, against: .engine).points == all)
        #expect(!prepared.mark(CaseAnswers()).isPass)
        #expect(!prepared.mark(prepared.answers { $0.everything }).isPass)
        var trainee = RandomTrainee(seed: 7)
        var passes = 0
        for _ in 0..<1000 where prepared.mark(trainee.answers(to: prepared)).isPass { passes += 1 }
        #expect(passes == 0)
    }

    @Test(arguments: cases)
    func `L5, L12: a mark in each language says why, and its lines add up`(name: String) throws {
        let prepared = try Self.prepared(name)
        var trainee = RandomTrainee(seed: 11)
        let answers = trainee.answers(to: prepared)
        for standard in ExerciseDefinition.Standard.allCases {
            let mark = prepared.mark(answers, against: standard)
            for part in mark.parts {
                #expect(part.lines.map(\.points).reduce(.zero, +) == part.points)
                #expect(part.points >= .zero && part.points <= part.maximum)
            }
        }
        for language in Language.allCases {
            let text = MarkReport(
                mark: prepared.mark(answers), prepared: prepared, answers: answers, language: language, showsModel: true
            ).text()
            #expect(text.contains(prepared.case.title[language]))
            for purpose in [CaseText.Purpose.reading, .printing, .answers] {
                #expect(!CaseText(prepared, language).text(for: purpose).isEmpty)
            }
        }
    }
}
