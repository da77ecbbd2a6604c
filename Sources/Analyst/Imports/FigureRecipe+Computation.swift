package import RuleEngine

extension FigureRecipe {
    /// Below this share of residents the figure counts as unknown (percent).
    package static let leastCoverage: FEELNumber = 90

    /// The value for an area, not rounded. Parts without a figure are left out as long as the rest covers enough
    /// residents; otherwise the reason is that of most uncovered residents.
    package func outcome(for area: [RegionCode], in tables: TableCollection) -> FigureOutcome {
        if case .single(let quantity) = method, area.count > 1 {
            let isPublished = area.contains { tables.reading(quantity, $0) != .unknown(.notPublished) }
            return FigureOutcome(result: .unknown(isPublished ? .notMeasured : .notPublished), coverage: .zero)
        }
        let members = area.flatMap { region in level.map { tables.regions(inside: region, level: $0) } ?? [region] }
        var total = Fraction()
        var all = FEELNumber.zero
        var covered = FEELNumber.zero
        var lost: [MissingReason: FEELNumber] = [:]
        for member in members {
            let residents = tables.residents(member)
            all = all + residents
            switch fraction(of: member, in: tables) {
            case .success(let part):
                total = total + part
                covered = covered + residents
            case .failure(let gap):
                lost[gap.reason] = (lost[gap.reason] ?? .zero) + residents
            }
        }
        let coverage = (covered * 100).divided(by: all) ?? .zero
        if coverage >= Self.leastCoverage, let value = value(of: total, in: tables) {
            return FigureOutcome(result: .known(value), coverage: coverage)
        }
        return FigureOutcome(result: .unknown(mostFrequent(lost)), coverage: coverage)
    }

    private func fraction(of member: RegionCode, in tables: TableCollection) -> Result<Fraction, Gap> {
        do throws(Gap) {
            switch method {
            case .sum(let quantity), .single(let quantity):
                return .success(Fraction(upper: try tables.sum([quantity], member), lower: .one))
            case .ratio(let parts, let whole, _):
                return .success(
                    Fraction(upper: try tables.sum(parts, member), lower: try tables.sum(whole, member)))
            case .mean(let quantity, let weight), .relativeMean(let quantity, let weight):
                let value = try tables.sum([quantity], member)
                let weight = try tables.sum(weight, member)
                return .success(Fraction(upper: value * weight, lower: weight))
            }
        } catch {
            return .failure(error)
        }
    }

    private func value(of total: Fraction, in tables: TableCollection) -> FEELNumber? {
        switch method {
        case .sum, .single: return total.upper * factor
        case .ratio(_, _, let times): return (total.upper * times).divided(by: total.lower)
        case .mean: return (total.upper * factor).divided(by: total.lower)
        case .relativeMean(let quantity, _):
            guard let nation = tables.reading(quantity, .netherlands).number else { return nil }
            return total.upper.divided(by: total.lower * nation)
        }
    }

    private func mostFrequent(_ lost: [MissingReason: FEELNumber]) -> MissingReason {
        var best = MissingReason.notPublished
        var most = FEELNumber.zero
        for reason in MissingReason.allCases {
            guard let residents = lost[reason] else { continue }
            if residents > most || lost[best] == nil {
                best = reason
                most = residents
            }
        }
        return best
    }
}

/// A numerator and a denominator that are added part by part.
private struct Fraction {
    var upper = FEELNumber.zero
    var lower = FEELNumber.zero

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(upper: left.upper + right.upper, lower: left.lower + right.lower)
    }
}

/// A figure that a part lacks.
private struct Gap: Error {
    let reason: MissingReason
}

extension TableCollection {
    fileprivate func sum(_ quantities: [Quantity], _ region: RegionCode) throws(Gap) -> FEELNumber {
        var total = FEELNumber.zero
        for quantity in quantities {
            switch reading(quantity, region) {
            case .known(let number): total = total + number
            case .unknown(let reason): throw Gap(reason: reason)
            }
        }
        return total
    }
}
