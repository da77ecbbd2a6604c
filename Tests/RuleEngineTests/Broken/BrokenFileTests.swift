import RuleEngine
import TestSupport
import Testing

/// Broken rule files, one mistake each and named after it, with the messages that an author gets to read.
///
/// Each `<mistake>.yaml` is read beside the small rule base in `base/`. The messages stand in `<mistake>.expected`, in
/// Dutch and in English; with `UPDATE_GOLDEN=1` in the environment they are written anew, to be read as a difference.
/// A `<mistake>.good.yaml` nearly makes the mistake and must give no message at all.
@Suite struct BrokenFileTests {
    @Test(arguments: try BrokenFile.all)
    func `a mistake gives the messages that were agreed`(file: BrokenFile) throws {
        let messages = try file.messages
        #expect(!messages.isEmpty)
        #expect(try Golden.difference(messages, from: file.url(".expected")) == nil)
    }

    @Test(arguments: try BrokenFile.all)
    func `every message says how to repair the mistake`(file: BrokenFile) throws {
        for diagnostic in try file.diagnostics(".yaml") {
            let hint = try #require(diagnostic.hint, "\(diagnostic.code) has no hint")
            #expect(!hint.nl.isEmpty && !hint.en.isEmpty)
            #expect(diagnostic.span?.file == file.name)
        }
    }

    @Test(arguments: try BrokenFile.all.filter(\.hasGoodTwin))
    func `what nearly is a mistake gives no message`(file: BrokenFile) throws {
        #expect(try file.diagnostics(".good.yaml").map(\.message.en) == [])
    }

    @Test func `the rule base beside which the files are read is sound`() throws {
        #expect(try RuleBaseReader.read(BrokenFile.base).diagnostics.isEmpty)
        #expect(try BrokenFile.all.count >= 60)
        #expect(try BrokenFile.all.filter(\.hasGoodTwin).count >= 20)
    }
}
