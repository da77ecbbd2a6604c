import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// What `analyst knowledge new` makes can be joined with the rules of the project as it is.
@Suite struct PackageDraftTests {
    @Test(
        arguments: [("Gemeente Voorbeeld", "GM9999", nil), ("Kennis: 'net'", nil, "00000001234567890000")]
            as [(String, String?, String?)])
    func `a new package has no mistake, and its cases pass`(name: String, municipality: String?, number: String?) throws
    {
        let folder = try TemporaryFolder()
        let publisher = try Publisher(name: name, municipality: municipality, number: number)
        for file in PackageDraft("kamer-verhuur", publisher: publisher).files {
            let place = folder.file("kamer-verhuur/\(file.path)")
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try file.text.write(to: place, atomically: false, encoding: .utf8)
        }
        try FileManager.default.createDirectory(at: folder.file("kennis"), withIntermediateDirectories: true)
        let staging = try KnowledgeStaging(
            KnowledgeFolder(at: folder.file("kennis")),
            adding: [
                .init(programAt: Project.root.appending(path: "rules"), version: "0.1.0"),
                .init(workingAt: folder.file("kamer-verhuur")),
            ])
        defer { staging.discard() }
        let library = try RuleLibrary(joined: staging.next)
        let found = RuleChecks(library: library, on: FEELDate("2026-11-01")).diagnostics.filter {
            $0.severity == .error || $0.span.map { PackageName.ofPackage(inFile: $0.file) == "kamer-verhuur" } == true
        }
        #expect(found.map { "\($0.code) \($0.span?.file ?? "") \($0.message.en)" } == [])
        let files = try RuleCaseFiles([staging.next.folder(of: "kamer-verhuur").path], rules: staging.next.place)
        let cases = try RuleCaseReader.read(files.cases, library.ruleBase, date: RuleCaseGiven.standardDay)
        let run = RuleTestRun(cases, CompiledRules(library), language: .en)
        #expect(run.results.count == 2)
        #expect(run.failures.map(\.ruleCase.name.value) == [])
    }

    @Test(
        arguments: [(nil, nil), ("GM99", nil), ("GM9999", "00000001234567890000"), (nil, "1")] as [(String?, String?)])
    func `a publisher without one right code is refused`(municipality: String?, number: String?) {
        let found = KnowledgeWorld.faults { _ = try Publisher(name: "x", municipality: municipality, number: number) }
        #expect(found.map(\.code) == ["knowledge/publisher"])
    }
}
