import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Places of numbers that are known between bounds.
@Suite struct ScreeningPlacesTests {
    private func places(_ bounds: [(Int, Int)]) -> [ScreeningPlaces.Place] {
        let numbers = bounds.map { NumberBounds(low: FEELNumber($0.0), high: FEELNumber($0.1)) }
        return numbers.map { ScreeningPlaces(numbers).place(of: $0) }
    }

    @Test func `the highest is first, and equal numbers share a place`() {
        #expect(places([(5, 5), (9, 9), (5, 5), (1, 1)]).map(\.rank) == [2, 1, 2, 4])
        #expect(places([(5, 5), (9, 9), (5, 5), (1, 1)]).map(\.low) == [2, 1, 2, 4])
        #expect(places([(5, 5), (9, 9), (5, 5), (1, 1)]).map(\.high) == [2, 1, 2, 4])
    }

    @Test func `a number between bounds may stand higher, and pushes others down`() {
        let found = places([(5, 5), (3, 7), (1, 1)])
        #expect(found.map(\.rank) == [1, 2, 3])
        #expect(found.map(\.low) == [1, 1, 3])
        #expect(found.map(\.high) == [2, 2, 3])
    }

    @Test func `whatever the numbers turn out to be, each place lies between its bounds`() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let bounds = (0..<6).map { _ in
                let low = Int.random(in: 0...8, using: &generator)
                return (low, low + Int.random(in: 0...3, using: &generator))
            }
            let promised = places(bounds)
            let real = places(
                bounds.map { low, high in
                    let number = Int.random(in: low...high, using: &generator)
                    return (number, number)
                })
            for (promise, place) in zip(promised, real) {
                #expect(promise.low <= promise.rank && promise.rank <= promise.high)
                #expect(promise.low <= place.rank && place.rank <= promise.high)
            }
        }
    }
}
