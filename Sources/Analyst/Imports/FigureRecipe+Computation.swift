import RuleEngine

extension FigureRecipe {
    /// The value for an area, not rounded. Parts without a figure are left out as long as the rest covers enough
    /// residents; otherwise the reason is that of most uncovered residents.
    package func outcome(for area: [RegionCode], in tables: TableCollection) -> FigureOutcome {
        if case .single(let column) = figure.method, area.count > 1 {
            let isPublished = area.contains { tables.reading(column, $0, in: table) != .unknown(.notPublished) }
            return FigureOutcome(
                result: .unknown(isPublished ? .notMeasured : .notPublished), coverage: .zero, isApproximated: false)
        }
        let members = area.flatMap { region in
            figure.level.map { tables.regions(inside: region, level: $0) } ?? [region]
        }
        let cells = CellReader(table: table, tables: tables, level: figure.level)
        var total = Fraction()
        var all = FEELNumber.zero
        var covered = FEELNumber.zero
        var lost: [MissingReason: FEELNumber] = [:]
        for member in members {
            let residents = tables.residents(member)
            all = all + residents
            let origins = tables.origins(of: member, in: table)
            if !origins.isEmpty, let part = crossed(member, origins, cells, isAlone: members.count == 1) {
                total = total + part.fraction
                let known = (residents * part.share).divided(by: 100) ?? .zero
                covered = covered + known
                if known < residents {
                    lost[.boundariesChanged] = (lost[.boundariesChanged] ?? .zero) + residents - known
                }
                continue
            }
            switch fraction(of: member, cells, isAlone: members.count == 1) {
            case .success(let part):
                total = total + part
                covered = covered + residents
            case .failure(let gap):
                lost[gap.reason] = (lost[gap.reason] ?? .zero) + residents
            }
        }
        let isWhole = lost.isEmpty && !members.isEmpty
        let coverage = (covered * 100).divided(by: all) ?? (isWhole ? 100 : .zero)
        if coverage >= SheetInputs.leastCoverage, let value = value(of: total, cells) {
            return FigureOutcome(
                result: .known(value), coverage: coverage,
                isApproximated: figure.approximation.holds(parts: area.count) || total.isDerived)
        }
        return FigureOutcome(result: .unknown(mostFrequent(lost)), coverage: coverage, isApproximated: false)
    }

    /// The figure of a region as the mean of those that it was made of, each with its share of the residents, and the share
    /// of the residents whose part has a figure; `nil` where none has, and for counts and medians, which cannot be parted so.
    private func crossed(
        _ member: RegionCode, _ origins: [Crosswalk.Origin], _ cells: CellReader, isAlone: Bool
    ) -> (fraction: Fraction, share: FEELNumber)? {
        switch figure.method {
        case .sum, .single: return nil
        case .ratio, .mean, .relativeMean, .shareAtMost: break
        }
        var sum = FEELNumber.zero
        var share = FEELNumber.zero
        for origin in origins {
            guard case .success(let part) = fraction(of: origin.region, cells.ofOwnRegions, isAlone: true),
                let value = part.upper.divided(by: part.lower)
            else { continue }
            sum = sum + value * origin.share
            share = share + origin.share
        }
        guard let mean = sum.divided(by: share) else { return nil }
        var weight = FEELNumber.one
        if !isAlone {
            var whole = FEELNumber.zero
            for column in figure.method.weights {
                guard let count = cells.tables.reading(column, member, in: cells.tables.base).number else { return nil }
                whole = whole + count
            }
            weight = whole
        }
        return (Fraction(upper: mean * weight, lower: weight, isDerived: true), min(share, 100))
    }

    private func fraction(of member: RegionCode, _ cells: CellReader, isAlone: Bool) -> Result<Fraction, Gap> {
        do throws(Gap) {
            switch figure.method {
            case .sum(let column), .single(let column):
                return .success(Fraction(upper: try cells.count(column, member), lower: .one))
            case .ratio(let parts, let whole, let times):
                // A percentage of just that whole needs no count.
                if isAlone, times == 100, parts.count == 1, cells.isPercentage(parts[0]),
                    [table.recipe.column(parts[0])?.whole] == whole.map(Optional.some)
                {
                    return .success(Fraction(upper: try cells.figure(parts[0], member), lower: 100))
                }
                return .success(
                    Fraction(
                        upper: try cells.counts(parts, member), lower: try cells.counts(whole, member),
                        isDerived: (parts + whole).contains(where: cells.isPercentage)))
            case .mean(let column, let weight), .relativeMean(let column, let weight):
                let value = try cells.figure(column, member)
                // One region needs no weight.
                let weight = isAlone ? .one : try cells.counts(weight, member)
                return .success(Fraction(upper: value * weight, lower: weight))
            case .shareAtMost(let column, let limit, let weight):
                let isBelow = try cells.figure(column, member) <= limit
                let weight = isAlone ? .one : try cells.counts(weight, member)
                return .success(Fraction(upper: isBelow ? weight : .zero, lower: weight))
            }
        } catch {
            return .failure(error)
        }
    }

    private func value(of total: Fraction, _ cells: CellReader) -> FEELNumber? {
        switch figure.method {
        case .sum, .single: return total.upper
        case .ratio(_, _, let times): return (total.upper * times).divided(by: total.lower)
        case .mean: return total.upper.divided(by: total.lower)
        case .shareAtMost: return (total.upper * 100).divided(by: total.lower)
        case .relativeMean(let column, _):
            guard let nation = cells.country(column) else { return nil }
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
    /// A count was worked out of a rounded percentage.
    var isDerived = false

    static func + (left: Fraction, right: Fraction) -> Fraction {
        Fraction(
            upper: left.upper + right.upper, lower: left.lower + right.lower,
            isDerived: left.isDerived || right.isDerived)
    }
}

/// A figure that a part lacks.
private struct Gap: Error {
    let reason: MissingReason
}

/// Reads the columns of a table for regions of an area, and weights that only the table of areas has.
private struct CellReader {
    let table: EditionTable
    let tables: TableCollection
    /// The level of the figures; a smaller region takes that of the region around it.
    let level: RegionCode.Level?
    /// Whether regions are those of the table, not those of the table of areas.
    var isOfOwnRegions = false

    /// The same table read by its own regions, of whatever year.
    var ofOwnRegions: CellReader {
        var reader = self
        reader.isOfOwnRegions = true
        return reader
    }

    func figure(_ column: String, _ region: RegionCode) throws(Gap) -> FEELNumber {
        let own = table.recipe.column(column) != nil
        let place = own ? level.map(region.enclosing) ?? region : region
        guard !isOfOwnRegions || own else { throw Gap(reason: .boundariesChanged) }
        let reading =
            isOfOwnRegions
            ? table.reading(column, row: place.text) : tables.reading(column, place, in: own ? table : tables.base)
        switch reading {
        case .known(let number): return number
        case .unknown(let reason): throw Gap(reason: reason)
        }
    }

    /// A count, also where the edition gives it as a percentage of another.
    func count(_ column: String, _ region: RegionCode) throws(Gap) -> FEELNumber {
        let value = try figure(column, region)
        guard isPercentage(column), let whole = recipe(of: column).column(column)?.whole else { return value }
        let all = try figure(whole, region)
        return (value * all).divided(by: 100) ?? .zero
    }

    func counts(_ columns: [String], _ region: RegionCode) throws(Gap) -> FEELNumber {
        var total = FEELNumber.zero
        for column in columns { total = total + (try count(column, region)) }
        return total
    }

    func isPercentage(_ column: String) -> Bool {
        let source = table.recipe.column(column) != nil ? table : tables.base
        guard source.recipe.column(column)?.whole != nil else { return false }
        return source.unit(of: column) == UnitName.percentage
    }

    func country(_ column: String) -> FEELNumber? {
        tables.reading(column, .netherlands, in: table).number
    }

    private func recipe(of column: String) -> ImportRecipe {
        table.recipe.column(column) != nil ? table.recipe : tables.base.recipe
    }
}
