import RuleEngine
import Testing

/// The examples in the documentation are run: the right ones are true, the wrong ones null with a note.
@Suite struct BuiltinDocumentationTests {
    private static let evaluator = FEELEvaluator(now: FEELDateTime("2026-05-01T10:00:00"))

    @Test(arguments: Builtin.standardNames)
    func `every builtin is documented, and its examples do what they say`(name: String) throws {
        let builtin = try #require(Builtin.standardFunctions.first { $0.name == name })
        let documentation = try #require(builtin.documentation, "\(name) is not documented")
        for example in [documentation.right, documentation.wrong] {
            #expect(example.contains("\(name)("), "\(example) does not call \(name)")
        }
        let right = try outcome(of: documentation.right, evaluator: Self.evaluator)
        #expect(right.result.set.description == "true")
        let wrong = try outcome(of: documentation.wrong, evaluator: Self.evaluator)
        #expect(wrong.result.set.description == "null")
        #expect(!wrong.notes.isEmpty)
    }

    @Test func `an extension has no documentation here`() {
        #expect(Builtin("double", [.init("n", .number)]) { .value($0[0]) }.documentation == nil)
    }
}
