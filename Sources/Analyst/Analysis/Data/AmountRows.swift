import RuleEngine

/// Costs and benefits in rows: each amount of each intervention of the package, the balance of the package and its variants,
/// and what each party pays and gains.
struct AmountRows {
    private let composer: AnalysisComposer

    init(_ composer: AnalysisComposer) {
        self.composer = composer
    }

    private var impact: ImpactAnalysis? { composer.impact }

    var amounts: AnalysisData.Table {
        let rows = (impact?.package.model.lines ?? []).flatMap { line -> [[AnalysisDocument.Table.Cell]] in
            let priced = line.flows.map { row($0.item, $0.amount, in: basePrices, of: line) }
            return priced + line.memos.map { row($0, $0.amount, in: $0.priceYear, of: line) }
        }
        return table(
            .amounts,
            [
                (.intervention, false), (.item, false), (.kind, false), (.low, true), (.likely, true), (.high, true),
                (.unit, false), (.per, false), (.reached, true), (.pricesOf, true), (.firstYear, true),
                (.lastYear, true), (.pays, false), (.gains, false), (.quality, false), (.source, false),
                (.remark, false),
            ], rows)
    }

    var balance: AnalysisData.Table {
        let variants = composer.ruleBase.vocabulary(VocabularyName.packageVariants)
        var rows: [[AnalysisDocument.Table.Cell]] = []
        if let impact {
            rows = [row(composer.say(.thePackage), impact.package)]
            rows += impact.variants.map {
                row(variants?[$0.code].map { composer.say($0.title) } ?? $0.code, $0.balance)
            }
        }
        return table(
            .balance,
            [
                (.choice, false), (.costs, true), (.benefits, true), (.cautious, true), (.likelyBalance, true),
                (.favourable, true), (.otherCosts, true), (.unit, false), (.pricesOf, true),
            ], rows)
    }

    var parties: AnalysisData.Table {
        let rows = (impact?.package.parties ?? []).map { party -> [AnalysisDocument.Table.Cell] in
            let periods = ImpactPeriod.allCases.map { number(party.periods[$0] ?? .zero) }
            return [.text(title(party.code, VocabularyName.impactParties))] + periods
                + [number(party.total), number(party.beside), .text(composer.say(.euro)), year(basePrices)]
        }
        return table(
            .parties,
            [
                (.party, false), (.inFirstYear, true), (.inNextYears, true), (.inLongRun, true), (.together, true),
                (.otherCosts, true), (.unit, false), (.pricesOf, true),
            ], rows)
    }

    private var basePrices: Int? { impact?.parameters.baseYear }

    private func row(
        _ item: ImpactItem, _ amount: Spread?, in priceYear: Int?, of line: ImpactLine
    ) -> [AnalysisDocument.Table.Cell] {
        func text(_ code: String?, _ vocabulary: String) -> AnalysisDocument.Table.Cell {
            code.map { .text(title($0, vocabulary)) } ?? .empty
        }
        return [
            .text(title(line.intervention, VocabularyName.interventions)), .text(composer.say(item.title)),
            .text(composer.say(.kind(item))), number(amount?.low), number(amount?.central), number(amount?.high),
            amount == nil ? .empty : .text(composer.say(.euro)), text(line.reach.unit, VocabularyName.impactUnits),
            number(line.reach.count?.central), amount == nil ? .empty : year(priceYear),
            .number(FEELNumber(item.years.lowerBound)), .number(FEELNumber(item.years.upperBound)),
            text(item.bearer, VocabularyName.impactParties), text(item.gainer, VocabularyName.impactParties),
            text(item.quality, VocabularyName.impactQualities), item.source.map { .text($0) } ?? .empty,
            item.remark.map { .text(composer.say($0)) } ?? .empty,
        ]
    }

    private func row(_ name: String, _ balance: ImpactBalance) -> [AnalysisDocument.Table.Cell] {
        // Without anything that is weighed there is no balance, and nothing is not the same as zero.
        let isWeighed = balance.draws != nil
        func weighed(_ amount: FEELNumber) -> AnalysisDocument.Table.Cell { isWeighed ? number(amount) : .empty }
        let net = balance.net
        return [
            .text(name), weighed(balance.costs.central), weighed(balance.benefits.central), weighed(net.low),
            weighed(net.central), weighed(net.high), number(balance.otherCosts.central), .text(composer.say(.euro)),
            year(basePrices),
        ]
    }

    private func table(
        _ subject: AnalysisData.Subject, _ columns: [(LocalizedText, Bool)], _ rows: [[AnalysisDocument.Table.Cell]]
    ) -> AnalysisData.Table {
        AnalysisData.Table(
            subject: subject, columns: columns.map { .init($0.0, composer.language, isNumeric: $0.1) }, rows: rows)
    }

    /// Whole cents: amounts that were reckoned have more digits than they are worth.
    private func number(_ number: FEELNumber?) -> AnalysisDocument.Table.Cell {
        number.map { .number($0.rounded(toScale: 2, rule: .halfEven) ?? $0) } ?? .empty
    }

    private func year(_ year: Int?) -> AnalysisDocument.Table.Cell { year.map { .number(FEELNumber($0)) } ?? .empty }

    private func title(_ code: String, _ vocabulary: String) -> String {
        composer.say(composer.labels.title(code, in: vocabulary))
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let intervention = LocalizedText(nl: "Interventie", en: "Intervention")
    fileprivate static let item = LocalizedText(nl: "Post", en: "Item")
    fileprivate static let kind = LocalizedText(nl: "Soort", en: "Kind")
    fileprivate static let low = LocalizedText(nl: "Bedrag laag", en: "Low amount")
    fileprivate static let likely = LocalizedText(nl: "Bedrag midden", en: "Likely amount")
    fileprivate static let high = LocalizedText(nl: "Bedrag hoog", en: "High amount")
    fileprivate static let unit = LocalizedText(nl: "Eenheid", en: "Unit")
    fileprivate static let per = LocalizedText(nl: "Per", en: "Per")
    fileprivate static let reached = LocalizedText(nl: "Bereik hier", en: "Reached here")
    fileprivate static let pricesOf = LocalizedText(nl: "Prijzen van", en: "Prices of")
    fileprivate static let firstYear = LocalizedText(nl: "Vanaf jaar", en: "From year")
    fileprivate static let lastYear = LocalizedText(nl: "Tot en met jaar", en: "Until year")
    fileprivate static let pays = LocalizedText(nl: "Wie betaalt", en: "Who pays")
    fileprivate static let gains = LocalizedText(nl: "Wie wint", en: "Who gains")
    fileprivate static let quality = LocalizedText(nl: "Hoe zeker", en: "How sure")
    fileprivate static let source = LocalizedText(nl: "Bron", en: "Source")
    fileprivate static let remark = LocalizedText(nl: "Opmerking", en: "Remark")
    fileprivate static let euro = LocalizedText(nl: "euro", en: "euro")
    fileprivate static let thePackage = LocalizedText(nl: "Het pakket", en: "The package")
    fileprivate static let choice = LocalizedText(nl: "Keuze", en: "Choice")
    fileprivate static let costs = LocalizedText(nl: "Kosten", en: "Costs")
    fileprivate static let benefits = LocalizedText(nl: "Baten", en: "Benefits")
    fileprivate static let cautious = LocalizedText(nl: "Saldo, voorzichtig", en: "Balance, cautious")
    fileprivate static let likelyBalance = LocalizedText(nl: "Saldo, midden", en: "Balance, likely")
    fileprivate static let favourable = LocalizedText(nl: "Saldo, gunstig", en: "Balance, favourable")
    fileprivate static let otherCosts = LocalizedText(
        nl: "Daarnaast: kosten zonder baten in geld", en: "Beside it: costs without priced benefits")
    fileprivate static let party = LocalizedText(nl: "Partij", en: "Party")
    fileprivate static let inFirstYear = LocalizedText(nl: "Eerste jaar", en: "First year")
    fileprivate static let inNextYears = LocalizedText(nl: "Jaar 2 tot en met 4", en: "Years 2 to 4")
    fileprivate static let inLongRun = LocalizedText(nl: "Jaar 5 en later", en: "Year 5 and later")
    fileprivate static let together = LocalizedText(nl: "Samen", en: "Together")

    fileprivate static func kind(_ item: ImpactItem) -> LocalizedText {
        switch item.kind {
        case .cost: LocalizedText(nl: "kosten", en: "cost")
        case .benefit: LocalizedText(nl: "baten", en: "benefit")
        case .transfer: LocalizedText(nl: "overdracht", en: "transfer")
        case .displacement: LocalizedText(nl: "verschuiving", en: "displacement")
        case .memo:
            item.isGood
                ? LocalizedText(nl: "niet in geld, gunstig", en: "not priced, good")
                : LocalizedText(nl: "niet in geld, ongunstig", en: "not priced, bad")
        }
    }
}
