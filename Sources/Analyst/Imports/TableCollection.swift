package import RuleEngine

/// The tables that sheets are made from. Regions are those of Kerncijfers wijken en buurten 2020; other tables answer
/// only for regions that are the same in their own year.
package struct TableCollection: Sendable {
    package let kwb: KWBTable
    package var kwb2019: KWBTable?
    package var rivm: RIVMTable?
    package var woz: WOZTable?
    package var income: IncomeTable?
    package var leefbaarometer: LeefbaarometerTable?
    package var leefbaarometerClasses: LeefbaarometerClassTable?

    /// Wijken and buurten inside each municipality, wijk and the country, in the order of the table.
    private let inside: [RegionCode.Level: [RegionCode: [RegionCode]]]

    package init(kwb: KWBTable) {
        self.kwb = kwb
        var inside: [RegionCode.Level: [RegionCode: [RegionCode]]] = [:]
        for region in kwb.figures.regions where region.level == .wijk || region.level == .buurt {
            for level in [RegionCode.Level.country, .municipality, .wijk] where level < region.level {
                inside[region.level, default: [:]][region.enclosing(level), default: []].append(region)
            }
        }
        self.inside = inside
    }

    /// All wijken of the country, in the order of the table.
    package var wijken: [RegionCode] { regions(inside: .netherlands, level: .wijk) }

    /// The regions of a level inside a region; the region itself when it is of that level or smaller.
    package func regions(inside region: RegionCode, level: RegionCode.Level) -> [RegionCode] {
        region.level >= level ? [region] : inside[level]?[region] ?? []
    }

    /// Residents in 2020; 0 when the table does not tell.
    package func residents(_ region: RegionCode) -> FEELNumber {
        kwb.figures.reading(.residents, region).number ?? .zero
    }

    /// Whether the table with the quantity is there.
    package func holds(_ quantity: Quantity) -> Bool {
        switch quantity {
        case .kwb: true
        case .kwb2019: kwb2019 != nil
        case .rivm: rivm != nil
        case .woz: woz != nil
        case .income: income != nil
        case .leefbaarometer: leefbaarometer != nil
        case .weakClass: leefbaarometerClasses != nil
        }
    }

    /// The figure of a region of 2020.
    package func reading(_ quantity: Quantity, _ region: RegionCode) -> Reading {
        switch quantity {
        case .kwb(let column):
            return kwb.figures.reading(column, region)
        case .kwb2019(let column):
            guard let kwb2019, kwb2019.figures.contains(region) else { return .unknown(.notPublished) }
            guard kwb2019.names.agrees(with: kwb.names, on: region) else { return .unknown(.boundariesChanged) }
            return kwb2019.figures.reading(column, region)
        case .rivm(let column):
            return rivm?.figures.reading(column, region) ?? .unknown(.notPublished)
        case .woz:
            guard let woz else { return .unknown(.notPublished) }
            guard woz.names.agrees(with: kwb.names, on: region) else { return .unknown(.boundariesChanged) }
            return woz.figures.reading(.value, region)
        case .income(let column):
            guard let income else { return .unknown(.notPublished) }
            guard income.names.agrees(with: kwb.names, on: region) else { return .unknown(.boundariesChanged) }
            return income.figures.reading(column, region)
        case .leefbaarometer(let dimension, let year):
            guard let leefbaarometer, let postcode = kwb.postcodes[region] else { return .unknown(.notPublished) }
            return leefbaarometer.reading(dimension, year: year, postcode: postcode)
        case .weakClass:
            return weakClass(region.enclosing(.wijk))
        }
    }

    /// 1 when the wijk is of class 4 or lower, else 0.
    private func weakClass(_ wijk: RegionCode) -> Reading {
        guard let classes = leefbaarometerClasses else { return .unknown(.notPublished) }
        guard classes.names.agrees(with: kwb.names, on: wijk) else { return .unknown(.boundariesChanged) }
        switch classes.figures.reading(.class2016, wijk) {
        case .known(let number): return .known(number <= 4 ? .one : .zero)
        case .unknown(let reason): return .unknown(reason)
        }
    }
}

/// One column of one of the tables.
package enum Quantity: Hashable, Sendable {
    case kwb(KWBColumn)
    case kwb2019(KWBColumn)
    case rivm(RIVMColumn)
    /// Mean value of dwellings in 2023, x 1,000 euro.
    case woz
    case income(IncomeTable.Column)
    case leefbaarometer(LeefbaarometerTable.Dimension, year: Int)
    /// Whether the wijk is of Leefbaarometer class 4 or lower: 1 or 0.
    case weakClass
}
