import RuleEngine

/// Costs and benefits against going on as now: the balance of the package and its variants, each intervention by itself, who
/// pays and gains, what matters most, what the State adds, and what has no price.
package enum ImpactPart: ReportPart {
    package static let kind = "impact"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        guard let impact = composer.impact else {
            return [.paragraph(composer.say(.noPackage))] + composer.stateBlocks()
        }
        let writer = ImpactWriter(composer, impact)
        return writer.balance + writer.interventions + writer.parties + writer.swings + writer.asNow
            + composer.stateBlocks() + writer.unpriced + writer.remarks
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        guard let impact = composer.impact else { return [] }
        let writer = ImpactWriter(composer, impact)
        return writer.notPriced + writer.grounds
    }
}

/// Puts costs and benefits into words and tables.
private struct ImpactWriter {
    typealias Block = AnalysisDocument.Block
    typealias Cell = AnalysisDocument.Table.Cell

    private let composer: AnalysisComposer
    private let impact: ImpactAnalysis

    init(_ composer: AnalysisComposer, _ impact: ImpactAnalysis) {
        self.composer = composer
        self.impact = impact
    }

    private var language: Language { composer.language }
    private var package: ImpactBalance { impact.package }
    private var lines: [ImpactLine] { package.model.lines }

    // MARK: The balance

    var balance: [Block] {
        let weighed = package.model.weighed.count
        let onlyCosts = package.model.onlyCosts.count
        var blocks: [Block] = [
            .paragraph(say(.scope(weighed, onlyCosts, of: lines.count))),
            .paragraph(say(.reckoning(percent(impact.parameters.rate), prices, impact.parameters.horizon))),
        ]
        let variants = composer.ruleBase.vocabulary(VocabularyName.packageVariants)
        let rows =
            [row(say(.thePackage), package)]
            + impact.variants.map { row(variants?[$0.code].map { say($0.title) } ?? $0.code, $0.balance) }
            + [[.text(say(.asNow)), .empty] + Array(repeating: .number(.zero), count: 5) + [.empty, .number(.zero)]]
        let balances = [package] + impact.variants.map(\.balance)
        if balances.contains(where: { $0.draws != nil || $0.otherCosts != .zero }) {
            blocks.append(.table(.balance(rows, language)))
        }
        if let draws = package.draws {
            let count = money(FEELNumber(draws.count))
            blocks.append(.paragraph(say(.drawn(count, money(draws.low), money(draws.high), weighedWith))))
        } else {
            blocks.append(.notice(say(.noBalance)))
        }
        return blocks
    }

    /// What is weighed, with how good its sources are: the weakest of each.
    private var weighedWith: String {
        let qualities = composer.ruleBase.vocabulary(VocabularyName.impactQualities)
        return package.model.weighed.map { line in
            let weakest = line.flows.compactMap { $0.item.quality.flatMap { qualities?.position(of: $0) } }.max()
            let words = weakest.flatMap { qualities?.codes[$0].title }.map { " (\(say($0)))" } ?? ""
            return title(of: line.intervention) + words
        }.joined(separator: "; ")
    }

    private func row(_ name: String, _ balance: ImpactBalance) -> [Cell] {
        let weighed = say(.weighed(balance.model.weighed.count, of: balance.model.lines.count))
        guard let draws = balance.draws else {
            return [.text(name), .text(weighed)] + Array(repeating: .empty, count: 6)
                + [.number(balance.otherCosts.central)]
        }
        let net = balance.net
        return [
            .text(name), .text(weighed), .number(balance.costs.central), .number(balance.benefits.central),
            .number(net.low), .number(net.central), .number(net.high), .text(chance(draws)),
            .number(balance.otherCosts.central),
        ]
    }

    /// "62 %"; never 0 or 100, as draws are no certainty.
    private func chance(_ draws: ImpactModel.Draws) -> String {
        let percent = (draws.positive * 100 + draws.count / 2) / draws.count
        if percent < 1 { return say(.lessThanOne) }
        return percent > 99 ? say(.moreThanNinetyNine) : "\(percent) %"
    }

    private var prices: String { impact.parameters.baseYear.map(String.init) ?? "?" }

    // MARK: One intervention

    var interventions: [Block] {
        let told = lines.filter { !$0.flows.isEmpty || $0.breakEven != nil }
        let rows = told.map { line -> [Cell] in
            [
                .text(title(of: line.intervention)), .text(line.reach.unit.map { unit($0) } ?? say(.noUnit)),
                .text(text(of: line.reach)), .text(costs(of: line)), .text(range(line.benefits)),
                .text(line.breakEven.map { text(of: $0) } ?? say(.nothingPriced)),
            ]
        }
        let silent = lines.filter { line in !told.contains { $0.intervention == line.intervention } }
            .map { title(of: $0.intervention) }
        return [.heading(say(.perUnit))] + (rows.isEmpty ? [] : [.table(.interventions(rows, language))])
            + (silent.isEmpty ? [] : [.paragraph(say(.withoutAmount(silent.joined(separator: "; "))))])
    }

    private func range(_ spread: Spread?) -> String {
        spread.map { text(of: $0.rounded(toScale: 0)) } ?? say(.notPriced)
    }

    /// The costs, and what only changes hands.
    private func costs(of line: ImpactLine) -> String {
        guard let transfers = line.transfers else { return range(line.costs) }
        let moved = say(.transfer(range(transfers)))
        return line.costs == nil ? moved : "\(range(line.costs)); \(moved)"
    }

    /// "1.000", "2.000 (900 tot 4.000)"
    private func text(of spread: Spread) -> String {
        let central = money(spread.central)
        return spread.isExact
            ? central : "\(central) (\(say(.between(money(spread.low), money(spread.high)))))"
    }

    private func text(of reach: ImpactReach) -> String {
        guard let count = reach.count, let origin = reach.origin else { return say(.notKnown) }
        let units = text(of: count)
        switch origin {
        case .sheet: return "\(units) (\(say(.fromSheet)))"
        case .fixed: return units
        case .share(let figure): return "\(units); \(say(.assumed(indicator(figure))))"
        case .cappedSheet(let figure): return "\(units); \(say(.capped(indicator(figure))))"
        }
    }

    private func text(of breakEven: BreakEven) -> String {
        func whole(_ number: FEELNumber) -> String {
            money(number.rounded(toScale: 0, rule: .ceiling) ?? number)
        }
        switch breakEven {
        case .timesCentral(let times):
            let shown = NumberText.text(of: times.rounded(toScale: 2, rule: .ceiling) ?? times, in: language)
            return say(.timesCentral(shown))
        case .share(let share, let item):
            let shown = (share * 100).rounded(toScale: 1, rule: .ceiling) ?? share
            let percent = NumberText.text(of: shown, in: language)
            return say(share > .one ? .moreThanAll(percent, say(item.title)) : .share(percent, say(item.title)))
        case .worth(let worth, let item): return say(.worth(say(item.title), whole(worth)))
        case .gain(let gain): return say(.gain(whole(gain)))
        case .mostCost(let cost): return say(.mostCost(money(cost.rounded(toScale: 0, rule: .floor) ?? cost)))
        }
    }

    // MARK: Who pays and gains

    var parties: [Block] {
        guard !package.parties.isEmpty else { return [] }
        var rows = package.parties.map { party -> [Cell] in
            let name = say(composer.labels.title(party.code, in: VocabularyName.impactParties))
            return [.text(name)] + ImpactPeriod.allCases.map { .number(party.periods[$0] ?? .zero) }
                + [.number(party.total), .number(party.beside)]
        }
        let sums = ImpactPeriod.allCases.map { period in
            package.parties.reduce(FEELNumber.zero) { $0 + ($1.periods[period] ?? .zero) }
        }
        rows.append(
            [.text(say(.together))] + sums.map { .number($0) }
                + [
                    .number(package.parties.reduce(.zero) { $0 + $1.total }),
                    .number(package.parties.reduce(.zero) { $0 + $1.beside }),
                ])
        return [.heading(say(.whoPays)), .table(.parties(rows, language))]
    }

    // MARK: What matters most

    var swings: [Block] {
        var rows = package.model.swings.prefix(Self.toldSwings).map { swing -> [Cell] in
            [.text(text(of: swing.subject)), .number(swing.atLow), .number(swing.atHigh), .number(swing.width)]
        }
        guard !rows.isEmpty || package.draws != nil else { return [] }
        if let former = impact.parameters.formerRate, let balance = package.model.atFormerRate {
            let rates = say(.rates(percent(former), percent(impact.parameters.rate)))
            let now = package.net.central
            rows.append([.text(rates), .number(balance), .number(now), .number((balance - now).magnitude)])
        }
        return [.heading(say(.whatMatters)), .table(.swings(rows, language))]
    }

    private static let toldSwings = 3

    private func text(of subject: ImpactModel.Swing.Subject) -> String {
        switch subject {
        case .reach(let intervention): say(.reachOf(title(of: intervention)))
        case .amount(let item): say(.amountOf(title(of: item.intervention), say(item.title)))
        case .effect(let item): say(.effectOf(title(of: item.intervention), say(item.title)))
        }
    }

    // MARK: Going on as now

    var asNow: [Block] {
        let running = composer.choices.package.running.map(\.effort)
        guard !running.isEmpty else { return [.heading(say(.asNow)), .paragraph(say(.nothingRuns))] }
        let lines = running.map { effort in
            let name = effort.name.map(say) ?? effort.intervention.map { title(of: $0) } ?? effort.code
            return "\(name): \(composer.amounts(effort.money) ?? say(.noMoneyTold))"
        }
        return [.heading(say(.asNow)), .paragraph(say(.runsAnyway)), .list(lines)]
    }

    // MARK: What has no price

    /// In a sentence each for good and bad; the annex has each with its reason.
    var unpriced: [Block] {
        func told(_ isGood: Bool) -> String {
            lines.flatMap { line in
                line.memos.filter { $0.isGood == isGood }
                    .map { "\(say($0.title).lowercasedFirst) (\(title(of: line.intervention)))" }
            }.joined(separator: "; ")
        }
        let (goods, bads) = (told(true), told(false))
        guard !goods.isEmpty || !bads.isEmpty else { return [] }
        return [.heading(say(.proMemorie))] + (goods.isEmpty ? [] : [.paragraph(say(.unpriced(goods)))])
            + (bads.isEmpty ? [] : [.paragraph(say(.unpricedLosses(bads)))])
    }

    var notPriced: [Block] {
        let told = lines.flatMap { line in
            line.memos.map { item in
                let sign = item.isGood ? "+" : "\u{2212}"
                let remark = item.remark.map { ": \(say($0))" } ?? ""
                return "\(sign) \(title(of: item.intervention)), \(say(item.title).lowercasedFirst)\(remark)"
            }
        }
        let double = package.model.leftAside.map { "\(title(of: $0.intervention)), \(say($0.title).lowercasedFirst)" }
        var blocks: [Block] = []
        if !told.isEmpty { blocks += [.heading(say(.proMemorie)), .list(told)] }
        if !double.isEmpty { blocks.append(.paragraph(say(.countedOnce(double.joined(separator: "; "))))) }
        return blocks
    }

    /// What to know when reading, as the rules have it.
    var remarks: [Block] {
        let texts = composer.ruleBase.vocabulary(VocabularyName.impactRemarks)?.codes.compactMap { term in
            say(term.title) + (term.string(FindingTable.attribute).flatMap { words(of: $0) }.map { " (\($0))" } ?? "")
        }
        guard let texts, !texts.isEmpty else { return [] }
        return [.heading(say(.readThis)), .list(texts)]
    }

    /// Each amount with its range, year of prices, quality and source.
    var grounds: [Block] {
        let told = lines.flatMap { line in
            line.flows.map { ($0.item, $0.effect) }
                + line.memos.filter { $0.amount != nil }.map { ($0, $0.effect ?? Spread(.one)) }
        }
        .map { item, effect -> String in
            let parts = [
                item.amount.map { "\(text(of: $0)) \(say(.euros))" },
                item.priceYear.map { say(.pricesOf($0)) } ?? say(.noPriceYear),
                effect == Spread(.one) ? nil : say(.times(text(of: effect))),
                item.years.count == 1
                    ? say(.inYear(item.years.lowerBound))
                    : say(.inYears(item.years.lowerBound, item.years.upperBound)),
                item.fading.isZero ? nil : say(.fades(percent(item.fading))),
                item.quality.map { say(composer.labels.title($0, in: VocabularyName.impactQualities)) },
                item.source.flatMap { words(of: $0) },
            ].compactMap { $0 }
            let remark = item.kind == .memo ? nil : item.remark.map { " \(say($0))" }
            return "\(title(of: item.intervention)), \(say(item.title).lowercasedFirst): "
                + parts.joined(separator: "; ") + "." + (remark ?? "")
        }
        return told.isEmpty ? [] : [.heading(say(.grounds)), .list(told)]
    }

    /// "KBA-07, cijfermatig onderzoek, afgeleid"
    private func words(of id: String) -> String? {
        for publication in composer.ruleBase.publications {
            guard let finding = publication.finding(id) else { continue }
            let strengths = finding.strength.map { say(composer.labels.title($0, in: VocabularyName.ruleStrengths)) }
            let checked = finding.certainty == .judgement ? nil : LocalizedText.certainty(finding.certainty).map(say)
            return ([id] + strengths + [checked].compactMap { $0 }).joined(separator: ", ")
        }
        return nil
    }

    // MARK: Words

    private func say(_ text: LocalizedText) -> String { composer.say(text) }

    private func title(of intervention: String) -> String {
        say(composer.labels.title(intervention, in: VocabularyName.interventions))
    }

    private func unit(_ code: String) -> String { say(composer.labels.title(code, in: VocabularyName.impactUnits)) }

    private func indicator(_ code: String) -> String {
        say(composer.labels.title(code, in: composer.ruleBase.record.vocabulary)).lowercasedFirst
    }

    private func money(_ number: FEELNumber) -> String { NumberText.text(of: number, in: language) }

    private func percent(_ number: FEELNumber) -> String { "\(NumberText.text(of: number, in: language)) %" }
}

extension AnalysisComposer {
    /// What the State and others add by programmes that the area belongs to on the day.
    fileprivate func stateBlocks() -> [AnalysisDocument.Block] {
        let schemes = ruleBase.vocabulary(VocabularyName.impactSchemes)?.codes ?? []
        let rows = sheet.memberships(on: area.date).compactMap { membership -> [AnalysisDocument.Table.Cell]? in
            let average = schemes.first { $0.string("programme") == membership.programme }
            guard !membership.money.isEmpty || average != nil else { return nil }
            let title = say(labels.title(membership.programme, in: VocabularyName.programmes))
            let remarks = [
                membership.area.map(say), membership.note.map(say),
                membership.money.isEmpty ? average?.text("note").map(say) : nil,
            ].compactMap { $0 }
            return [
                .text(title), .text(amounts(membership.money) ?? average.map { say($0.title) } ?? ""),
                .text(remarks.joined(separator: "; ")),
            ]
        }
        let heading: [AnalysisDocument.Block] = [.heading(say(.stateMoney))]
        guard !rows.isEmpty else { return heading + [.paragraph(say(.noStateMoney))] }
        return heading + [.table(.state(rows, language))]
    }
}

// MARK: - Wordings

extension AnalysisDocument.Table {
    private static func table(
        _ caption: LocalizedText, _ columns: [(LocalizedText, Bool)], _ rows: [[Cell]], _ note: LocalizedText?,
        _ language: Language
    ) -> AnalysisDocument.Table {
        AnalysisDocument.Table(
            caption: caption[language], columns: columns.map { Column($0.0, language, isNumeric: $0.1) }, rows: rows,
            note: note?[language])
    }

    fileprivate static func balance(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Kosten en baten naast doorgaan zoals nu, in euro",
                en: "Costs and benefits beside going on as now, in euros"),
            [
                (LocalizedText(nl: "Keuze", en: "Choice"), false),
                (LocalizedText(nl: "Gewogen", en: "Weighed"), false),
                (LocalizedText(nl: "Kosten", en: "Costs"), true),
                (LocalizedText(nl: "Baten", en: "Benefits"), true),
                (LocalizedText(nl: "Saldo, voorzichtig", en: "Balance, cautious"), true),
                (LocalizedText(nl: "Saldo, midden", en: "Balance, likely"), true),
                (LocalizedText(nl: "Saldo, gunstig", en: "Balance, favourable"), true),
                (LocalizedText(nl: "Kans dat baten groter zijn", en: "Chance that benefits are larger"), true),
                (
                    LocalizedText(
                        nl: "Daarnaast: kosten zonder baten in geld", en: "Beside it: costs without priced benefits"),
                    true
                ),
            ], rows,
            LocalizedText(
                nl:
                    "Gewogen: van zoveel interventies zijn kosten en baten in geld bekend, en ook hoeveel er worden bereikt. Alleen zij staan in kosten, baten en saldo. Bedragen zijn afgerond op honderd euro. Een minteken is een verlies.",
                en:
                    "Weighed: of so many interventions costs and benefits are known in money, and how many are reached. Only these stand in costs, benefits and balance. Amounts are rounded to a hundred euros. A minus sign is a loss."
            ), language)
    }

    fileprivate static func interventions(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Elke interventie van het pakket, per eenheid, in euro",
                en: "Each intervention of the package, for one unit, in euros"),
            [
                (LocalizedText(nl: "Interventie", en: "Intervention"), false),
                (LocalizedText(nl: "Per", en: "Per"), false),
                (LocalizedText(nl: "Bereik hier", en: "Reached here"), false),
                (LocalizedText(nl: "Kosten", en: "Costs"), true),
                (LocalizedText(nl: "Baten", en: "Benefits"), true),
                (LocalizedText(nl: "Om uit te komen", en: "To break even"), false),
            ], rows,
            LocalizedText(
                nl:
                    "Eerst het middelste bedrag, tussen haakjes laag en hoog. Is het bereik een aanname, zet uw aantal dan in het feitenblad (means, reach).",
                en:
                    "First the likely amount, between brackets low and high. Where the reach is assumed, put your number in the fact sheet (means, reach)."
            ), language)
    }

    fileprivate static func parties(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Wie betaalt en wie wint, midden, in euro van nu",
                en: "Who pays and who gains, likely values, worth now, in euros"),
            [
                (LocalizedText(nl: "Partij", en: "Party"), false),
                (LocalizedText(nl: "Eerste jaar", en: "First year"), true),
                (LocalizedText(nl: "Jaar 2 tot en met 4", en: "Years 2 to 4"), true),
                (LocalizedText(nl: "Jaar 5 en later", en: "Year 5 and later"), true),
                (LocalizedText(nl: "Samen", en: "Together"), true),
                (
                    LocalizedText(
                        nl: "Daarnaast: kosten zonder baten in geld", en: "Beside it: costs without priced benefits"),
                    true
                ),
            ], rows,
            LocalizedText(
                nl:
                    "Wat de een aan de ander betaalt, valt in het totaal weg en staat wel bij de partijen. De laatste regel is het saldo, midden, van het pakket.",
                en:
                    "What one pays to the other cancels in the total and stands with the parties. The last row is the likely balance of the package."
            ), language)
    }

    fileprivate static func swings(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Welke onzekerheid het saldo het meest verandert, in euro",
                en: "Which uncertainty changes the balance most, in euros"),
            [
                (LocalizedText(nl: "Onzeker is", en: "Uncertain is"), false),
                (
                    LocalizedText(nl: "Saldo bij de eerste of lage waarde", en: "Balance at the first or low value"),
                    true
                ),
                (
                    LocalizedText(nl: "Saldo bij de tweede of hoge waarde", en: "Balance at the second or high value"),
                    true
                ),
                (LocalizedText(nl: "Verschil", en: "Difference"), true),
            ], rows,
            LocalizedText(
                nl: "Steeds verandert één ding; al het andere blijft op de middelste waarde.",
                en: "One thing changes at a time; all else stays at its likely value."), language)
    }

    fileprivate static func state(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        table(
            LocalizedText(
                nl: "Geld van Rijk en regio waar dit gebied bij hoort",
                en: "Money of State and region that this area belongs to"),
            [
                (LocalizedText(nl: "Programma", en: "Programme"), false),
                (LocalizedText(nl: "Geld", en: "Money"), false),
                (LocalizedText(nl: "Let op", en: "Mind"), false),
            ], rows,
            LocalizedText(
                nl:
                    "Dit geld is geen baat: het zegt alleen wie betaalt. Waar geen bijdrage van de regio staat, is die niet bekend.",
                en:
                    "This money is no benefit: it only says who pays. Where no share of the region stands, it is not known."
            ),
            language)
    }
}

extension LocalizedText {
    fileprivate static let noPackage = LocalizedText(
        nl: "Er is geen pakket, en dus niets te wegen naast doorgaan zoals nu.",
        en: "There is no package, and so nothing to weigh beside going on as now.")

    fileprivate static func scope(_ weighed: Int, _ onlyCosts: Int, of count: Int) -> LocalizedText {
        let others = count - weighed - onlyCosts
        return LocalizedText(
            nl:
                "Interventies in het pakket: \(count). Met kosten en baten in geld: \(weighed); met alleen kosten: \(onlyCosts); in geen totaal: \(others). Een saldo zegt dus alleen iets over een deel van het pakket.",
            en:
                "Interventions in the package: \(count). With costs and benefits in money: \(weighed); with costs only: \(onlyCosts); in no total: \(others). A balance therefore tells about a part of the package only."
        )
    }

    fileprivate static func reckoning(_ rate: String, _ year: String, _ horizon: Int) -> LocalizedText {
        LocalizedText(
            nl:
                "Gerekend is met één ronde van elke interventie, over \(horizon) jaar, in prijzen van \(year), met een discontovoet van \(rate) per jaar. Het eerste jaar telt heel.",
            en:
                "Reckoned is one round of each intervention, over \(horizon) years, in prices of \(year), at a discount rate of \(rate) a year. The first year counts whole."
        )
    }

    fileprivate static let thePackage = LocalizedText(nl: "Het pakket", en: "The package")
    fileprivate static let asNow = LocalizedText(nl: "Doorgaan zoals nu", en: "Going on as now")

    fileprivate static func weighed(_ count: Int, of all: Int) -> LocalizedText {
        LocalizedText(nl: "\(count) van \(all)", en: "\(count) of \(all)")
    }

    fileprivate static func drawn(_ count: String, _ low: String, _ high: String, _ weighed: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Uit \(count) trekkingen, waarin alles tegelijk varieert: in acht van de tien ligt het saldo van het pakket tussen \(low) en \(high) euro. Gewogen is: \(weighed). De kans gaat over de marges die hier staan, en niet over de vraag of een bron klopt.",
            en:
                "From \(count) draws in which everything varies at once: in eight of ten the balance of the package lies between \(low) and \(high) euros. Weighed: \(weighed). The chance is about the ranges that stand here, not about whether a source is right."
        )
    }

    fileprivate static let noBalance = LocalizedText(
        nl:
            "Van het pakket is geen saldo te geven: van geen interventie zijn kosten, baten en bereik alle drie bekend. De tabel hierna zegt wat er per eenheid bekend is en wat een eenheid ten minste moet opleveren. Hoeveel u bereikt, zet u in het feitenblad (means, reach).",
        en:
            "No balance of the package can be given: of no intervention costs, benefits and reach are all three known. The next table says what is known for one unit and what a unit must bring at least. How many you reach, you put in the fact sheet (means, reach)."
    )

    fileprivate static let lessThanOne = LocalizedText(nl: "minder dan 1 %", en: "less than 1 %")
    fileprivate static let moreThanNinetyNine = LocalizedText(nl: "meer dan 99 %", en: "more than 99 %")

    fileprivate static let perUnit = LocalizedText(nl: "Elke interventie apart", en: "Each intervention by itself")

    fileprivate static func withoutAmount(_ interventions: String) -> LocalizedText {
        LocalizedText(
            nl: "Zonder bedrag, voor kosten en voor baten: \(interventions).",
            en: "Without an amount, of costs and of benefits: \(interventions).")
    }

    fileprivate static let noUnit = LocalizedText(nl: "geen eenheid", en: "no unit")
    fileprivate static let notPriced = LocalizedText(nl: "geen bedrag", en: "no amount")
    fileprivate static func transfer(_ euros: String) -> LocalizedText {
        LocalizedText(nl: "overdracht van \(euros)", en: "transfer of \(euros)")
    }

    fileprivate static let notKnown = LocalizedText(nl: "niet bekend", en: "not known")
    fileprivate static let fromSheet = LocalizedText(nl: "feitenblad", en: "fact sheet")
    fileprivate static let nothingPriced = LocalizedText(nl: "niet te zeggen", en: "cannot be told")

    fileprivate static func between(_ low: String, _ high: String) -> LocalizedText {
        LocalizedText(nl: "\(low) tot \(high)", en: "\(low) to \(high)")
    }

    fileprivate static func assumed(_ figure: String) -> LocalizedText {
        LocalizedText(
            nl: "aanname, deel van \(figure)",
            en: "assumed, share of \(figure)")
    }

    fileprivate static func capped(_ figure: String) -> LocalizedText {
        LocalizedText(
            nl: "het feitenblad noemt meer dan er zijn (\(figure))",
            en: "the fact sheet says more than there are (\(figure))")
    }

    fileprivate static func timesCentral(_ times: String) -> LocalizedText {
        LocalizedText(
            nl: "de baten moeten ten minste \(times) keer het middelste bedrag zijn",
            en: "the benefits must be at least \(times) times the likely amount")
    }

    fileprivate static func share(_ percent: String, _ what: String) -> LocalizedText {
        LocalizedText(
            nl: "is dit de enige baat, dan moet het bij ten minste \(percent) % lukken: \(what.lowercasedFirst)",
            en: "where this is the only benefit, it must succeed in at least \(percent) %: \(what.lowercasedFirst)")
    }

    fileprivate static func moreThanAll(_ percent: String, _ what: String) -> LocalizedText {
        LocalizedText(
            nl: "ook als dit bij iedereen lukt, is het niet genoeg (\(percent) %): \(what.lowercasedFirst)",
            en: "even where this succeeds with all it is not enough (\(percent) %): \(what.lowercasedFirst)")
    }

    fileprivate static func worth(_ what: String, _ euros: String) -> LocalizedText {
        LocalizedText(
            nl: "is dit de enige baat, dan moet elke keer \(euros) euro waard zijn: \(what.lowercasedFirst)",
            en: "where this is the only benefit, each time must be worth \(euros) euros: \(what.lowercasedFirst)")
    }

    fileprivate static func gain(_ euros: String) -> LocalizedText {
        LocalizedText(
            nl: "elke eenheid moet ten minste \(euros) euro opleveren",
            en: "each unit must bring at least \(euros) euros")
    }

    fileprivate static func mostCost(_ euros: String) -> LocalizedText {
        LocalizedText(
            nl: "mag per eenheid hoogstens \(euros) euro kosten", en: "may cost at most \(euros) euros for one unit")
    }

    fileprivate static let whoPays = LocalizedText(nl: "Wie betaalt en wie wint", en: "Who pays and who gains")
    fileprivate static let together = LocalizedText(nl: "Samen", en: "Together")
    fileprivate static let whatMatters = LocalizedText(nl: "Wat het meest uitmaakt", en: "What matters most")

    fileprivate static func reachOf(_ intervention: String) -> LocalizedText {
        LocalizedText(nl: "\(intervention): hoeveel er worden bereikt", en: "\(intervention): how many are reached")
    }

    fileprivate static func amountOf(_ intervention: String, _ item: String) -> LocalizedText {
        LocalizedText(
            nl: "\(intervention): het bedrag van ‘\(item.lowercasedFirst)’",
            en: "\(intervention): the amount of ‘\(item.lowercasedFirst)’")
    }

    fileprivate static func effectOf(_ intervention: String, _ item: String) -> LocalizedText {
        LocalizedText(
            nl: "\(intervention): hoe groot het effect is van ‘\(item.lowercasedFirst)’",
            en: "\(intervention): how large the effect is of ‘\(item.lowercasedFirst)’")
    }

    fileprivate static func rates(_ former: String, _ now: String) -> LocalizedText {
        LocalizedText(nl: "De discontovoet: \(former) of \(now)", en: "The discount rate: \(former) or \(now)")
    }

    fileprivate static let nothingRuns = LocalizedText(
        nl:
            "Van geen lopende inzet staat geld in het feitenblad. Wat er zonder het pakket gebeurt, heeft hier de waarde nul.",
        en:
            "Of no running effort is money told in the fact sheet. What happens without the package has the value zero here."
    )
    fileprivate static let runsAnyway = LocalizedText(
        nl: "Dit loopt door, met en zonder het pakket. Het is geen verschil en telt daarom niet mee in het saldo.",
        en: "This goes on, with and without the package. It is no difference and so not in the balance.")
    fileprivate static let noMoneyTold = LocalizedText(nl: "het geld is niet bekend", en: "the money is not known")

    fileprivate static let stateMoney = LocalizedText(
        nl: "Bijdrage van Rijk en regio", en: "Contribution of State and region")
    fileprivate static let noStateMoney = LocalizedText(
        nl: "Van geen programma waar dit gebied nu bij hoort, is een bedrag bekend.",
        en: "Of no programme that this area belongs to now an amount is known.")

    fileprivate static let proMemorie = LocalizedText(nl: "Wat geen prijs heeft", en: "What has no price")

    fileprivate static func unpriced(_ goods: String) -> LocalizedText {
        LocalizedText(
            nl: "Dit telt ook en staat in geen bedrag, omdat de bronnen er geen prijs voor geven: \(goods).",
            en: "This counts too and stands in no amount, because the sources give no price for it: \(goods).")
    }

    fileprivate static func unpricedLosses(_ bads: String) -> LocalizedText {
        LocalizedText(
            nl: "Daar staat tegenover, ook zonder bedrag: \(bads).",
            en: "Against it stands, without an amount too: \(bads).")
    }

    fileprivate static func countedOnce(_ items: String) -> LocalizedText {
        LocalizedText(
            nl: "Niet meegeteld, omdat dezelfde baat al elders telt: \(items).",
            en: "Not counted, because the same benefit counts elsewhere already: \(items).")
    }

    fileprivate static let readThis = LocalizedText(nl: "Lees dit erbij", en: "Read this with it")

    fileprivate static let grounds = LocalizedText(
        nl: "De bedragen, met jaar van de prijzen, kwaliteit en bron",
        en: "The amounts, with year of prices, quality and source")

    fileprivate static let euros = LocalizedText(nl: "euro", en: "euros")
    fileprivate static let noPriceYear = LocalizedText(
        nl: "jaar van de prijzen niet bekend, niet omgerekend", en: "year of prices not known, not converted")

    fileprivate static func pricesOf(_ year: Int) -> LocalizedText {
        LocalizedText(nl: "prijzen van \(year)", en: "prices of \(year)")
    }

    fileprivate static func times(_ effect: String) -> LocalizedText {
        LocalizedText(nl: "keer \(effect)", en: "times \(effect)")
    }

    fileprivate static func inYear(_ year: Int) -> LocalizedText {
        LocalizedText(nl: "in jaar \(year)", en: "in year \(year)")
    }

    fileprivate static func inYears(_ first: Int, _ last: Int) -> LocalizedText {
        LocalizedText(nl: "in jaar \(first) tot en met \(last)", en: "in years \(first) to \(last)")
    }

    fileprivate static func fades(_ percent: String) -> LocalizedText {
        LocalizedText(nl: "elk jaar \(percent) minder", en: "\(percent) less each year")
    }
}
