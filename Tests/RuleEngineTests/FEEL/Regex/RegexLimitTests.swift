import RuleEngine
import Testing

/// Patterns that would take forever, or all memory, are stopped with a reason.
struct RegexLimitTests {
    @Test(arguments: [
        ("a{1000000}", "a"), ("(a{1000}){1000}", "a"), (String(repeating: "(", count: 10_000), "a"),
        ("(a+)+\\1$", String(repeating: "a", count: 5_000) + "!"), ("(.*)*\\1b", String(repeating: "a", count: 3_000)),
    ])
    func `a pattern beyond the limits gives null and says which limit`(pattern: String, text: String) throws {
        let outcome = try outcome(
            of: "matches(t, p)", in: ["t": UncertainValue(.string(text)), "p": UncertainValue(.string(pattern))])
        #expect(outcome.result.set == .exactly(.null))
        #expect(outcome.notes.map(\.kind) == [.limit])
        #expect(
            outcome.notes.allSatisfy {
                !$0.message.nl.isEmpty && !$0.message.en.isEmpty && $0.message.nl != $0.message.en
            })
    }

    @Test(arguments: [
        ("(a+)+$", true), ("(a|aa)+$", true), ("(x+x+)+y", false), ("(.*)*b", false), ("a{1000}", true),
    ])
    func `a pattern that is slow elsewhere is not slow here`(pattern: String, found: Bool) throws {
        let text = String(repeating: "a", count: 2_000)
        let outcome = try outcome(
            of: "matches(t, p)", in: ["t": UncertainValue(.string(text)), "p": UncertainValue(.string(pattern))])
        #expect(outcome.result.set == .exactly(.boolean(found)))
        #expect(outcome.notes == [])
    }
}
