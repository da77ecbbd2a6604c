import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The casebooks of the project against its own rules and sheets.
struct CommittedCasebookTests {
    @Test(arguments: ["overvecht", "leeuwarden-oost"])
    func `the engine's own answer scores full marks on a real area, and selecting everything does not`(id: String)
        throws
    {
        let library = try RuleLibrary(folder: root.appending(path: "rules"))
        try #require(!library.hasErrors)
        let book = try Casebook.read(root.appending(path: "casebooks/eerste-oefening"))
        let entry = try #require(book.case(id))
        let sheet = try FactSheet.read(TextFile.read(root.appending(path: entry.sheet)))
        let area = AreaSession(sheet, under: try Project.rules.get(), on: entry.date, running: .all)
        let exercise = try Exercise(entry, of: book, session: area.session)
        #expect(exercise.mark(exercise.model).points == Points(100))
        #expect(exercise.model.values.allSatisfy { !$0.isEmpty }, "a case has something to find in every part")
        var everything: Exercise.Picks = [:]
        for part in exercise.parts { everything[part.template] = part.options.map(\.code) }
        #expect(!exercise.mark(everything).isPass)
    }

    private var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }
}
