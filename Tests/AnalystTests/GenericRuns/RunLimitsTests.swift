import RuleEngine
import Testing

@testable import Analyst

/// Limits of a run as they are written at the command line.
@Suite struct RunLimitsTests {
    @Test func `H8: what is not widened is fit for a machine of 4 GB`() {
        let limits = RunLimits()
        #expect(limits.session.bytes <= 2_000_000_000)
        #expect(limits.production.bytes <= 2_000_000_000)
    }

    @Test func `H8: each limit can be set by its name`() {
        for name in RunLimits.Name.allCases {
            var limits = RunLimits()
            #expect(limits.set("\(name.rawValue)=7") == nil)
            #expect(limits != RunLimits(), "\(name.rawValue)")
        }
        var limits = RunLimits()
        #expect(limits.set("memory=3000") == nil)
        #expect(limits.session.bytes == 3_000_000_000)
        #expect(limits.production.bytes == 3_000_000_000)
    }

    @Test(arguments: [
        ("fact=5", "there is no limit ‘fact’; did you mean ‘facts’?"),
        ("facts", "‘’ is no limit; write a whole number, such as facts=2000000"),
        ("facts=0", "‘0’ is no limit; write a whole number, such as facts=2000000"),
        ("facts=-3", "‘-3’ is no limit; write a whole number, such as facts=2000000"),
        ("facts=1e6", "‘1e6’ is no limit; write a whole number, such as facts=2000000"),
        ("memory=99999999999999999", "‘99999999999999999’ is no limit; write a whole number, such as facts=2000000"),
    ])
    func `H8: a limit that is none is told`(text: String, message: String) {
        var limits = RunLimits()
        #expect(limits.set(text)?.en == message)
        #expect(limits == RunLimits())
    }
}
