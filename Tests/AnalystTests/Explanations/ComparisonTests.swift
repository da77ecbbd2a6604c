import RuleEngine
import Testing

@testable import Analyst

/// Two sheets of one area beside each other.
struct ComparisonTests {
    private let path = "sheets/areas/utrecht-overvecht.yaml"

    private func lines(_ edit: (String) -> String) throws -> [String] {
        let first = try Project.area(path)
        let second = try Project.area(path, edit: edit)
        return ExplanationRenderer(first, .en).lines(
            first.session.difference(to: second.session), to: second.session)
    }

    @Test func `figures of different years have the year on both sides`() throws {
        let later = try lines { text in
            text.replacing(
                "  bijstand: { value: 12.3, unit: '%', year: 2020, published: 2021-03-26",
                with: "  bijstand: { value: 11.1, unit: '%', year: 2022, published_by: 2023-12-31")
        }
        #expect(
            later.contains(
                "  - Residents on social assistance: 11.1 % (2022); before 12.3 % (2020) (a difference of 1.2 percentage points)"
            ))
    }

    @Test func `figures of one year need none`() throws {
        let other = try lines { $0.replacing("bijstand: { value: 12.3,", with: "bijstand: { value: 11.1,") }
        #expect(
            other.contains(
                "  - Residents on social assistance: 11.1 %; before 12.3 % (a difference of 1.2 percentage points)"))
    }

    @Test func `a figure that is not there any more has the year that it had`() throws {
        let gone = try lines { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix("  bijstand: {") ? "  bijstand: { unknown: not-published, source: kwb-2020 }" : line
            }.joined(separator: "\n")
        }
        #expect(gone.contains("  - Residents on social assistance: not yet known; before 12.3 % (2020)"))
    }
}
