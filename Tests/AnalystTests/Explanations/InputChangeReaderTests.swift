import RuleEngine
import Testing

@testable import Analyst

/// Changes as a user types them.
@Suite struct InputChangeReaderTests {
    private let reader = InputChangeReader(ruleBase: VillageRules.ruleBase, language: .en)

    @Test(arguments: [
        ("bijstand=5,5", InputChange.value(.init(name: "bijstand"), .number(FEELNumber("5.5") ?? .zero))),
        ("bijstand=5.5", .value(.init(name: "bijstand"), .number(FEELNumber("5.5") ?? .zero))),
        ("bewoners.overlast=ja", .value(.init(context: "bewoners", name: "overlast"), .boolean(true))),
        ("bewoners.overlast=No", .value(.init(context: "bewoners", name: "overlast"), .boolean(false))),
        ("bewoners.overlast=onbekend", .unknown(.init(context: "bewoners", name: "overlast"))),
    ])
    func `a figure or an answer is read in both languages`(text: String, change: InputChange) throws {
        #expect(try reader.change(text) == change)
    }

    @Test(arguments: [
        ("bijstand", "name=value"), ("bijstnd=3", "‘bijstand’"),
        ("bijstand=veel", "does not fit ‘bijstand’; it may be: 0 to 100."),
        ("bewoners.overlast=3", "does not fit ‘bewoners.overlast’; write true, false or unknown."),
        ("problem:angst=ja", "no figure, answer or fact"),
    ])
    func `what cannot be read is told with what would be`(text: String, message: String) {
        do throws(InputChangeReader.Problem) {
            let change = try reader.change(text)
            Issue.record("\(text) is read as \(change)")
        } catch {
            #expect(error.message.contains(message), "\(error.message)")
        }
    }

    @Test(arguments: [
        ("inwoners=34,295", "write 34295 if the sign parts thousands, and 34.2950 if decimals follow it"),
        ("inwoners=34.295", "write 34295 if the sign parts thousands, and 34.2950 if decimals follow it"),
        ("inwoners=1.234.567", "write 1234567"), ("inwoners=1,234.5", "write 1234.5"),
    ])
    func `thousands are not guessed`(text: String, advice: String) throws {
        let reader = InputChangeReader(ruleBase: try Project.library.get().ruleBase, language: .en)
        do throws(InputChangeReader.Problem) {
            let change = try reader.change(text)
            Issue.record("\(text) is read as \(change)")
        } catch {
            #expect(error.message.hasSuffix("is not clear: \(advice)."), "\(error.message)")
        }
    }

    @Test(arguments: [("inwoners=34295", "34295"), ("inwoners=34,2950", "34.295"), ("bijstand=8.125", "8.125")])
    func `a number that can mean one thing only is read`(text: String, value: String) throws {
        let reader = InputChangeReader(ruleBase: try Project.library.get().ruleBase, language: .en)
        guard case .value(_, .number(let number)) = try reader.change(text) else {
            Issue.record("\(text) is no number")
            return
        }
        #expect(number == FEELNumber(value))
    }
}
