import RuleEngine

extension ImpactWriter {
    /// What to know when reading, as the rules have it.
    var remarks: [Block] {
        let texts = composer.ruleBase.vocabulary(VocabularyName.impactRemarks)?.codes.compactMap {
            term in
            say(term.title)
                + (term.string(FindingTable.attribute).flatMap { words(of: $0) }.map { " (\($0))" } ?? "")
        }
        guard let texts, !texts.isEmpty else { return [] }
        return [.heading(say(BalanceWords.readThis)), .list(texts)]
    }

    /// Each amount with its range, year of prices, quality and source.
    var grounds: [Block] {
        let told = lines.flatMap { line in
            line.flows.map { ($0.item, $0.effect) }
                + line.memos.filter { $0.amount != nil }.map { ($0, $0.effect ?? Spread(.one)) }
        }
        .map { item, effect -> String in
            let parts = [
                item.amount.map { "\(text(of: $0)) \(say(BalanceWords.euros))" },
                item.priceYear.map { say(BalanceWords.pricesOf($0)) } ?? say(BalanceWords.noPriceYear),
                effect == Spread(.one) ? nil : say(BalanceWords.times(text(of: effect))),
                item.years.count == 1
                    ? say(BalanceWords.inYear(item.years.lowerBound))
                    : say(BalanceWords.inYears(item.years.lowerBound, item.years.upperBound)),
                item.fading.isZero ? nil : say(BalanceWords.fades(percent(item.fading))),
                item.quality.map { say(composer.labels.title($0, in: VocabularyName.impactQualities)) },
                item.source.flatMap { words(of: $0) },
            ].compactMap { $0 }
            let remark = item.kind == .memo ? nil : item.remark.map { " \(say($0))" }
            return "\(title(of: item.intervention)), \(say(item.title).lowercasedFirst): "
                + parts.joined(separator: "; ") + "." + (remark ?? "")
        }
        return told.isEmpty ? [] : [.heading(say(BalanceWords.grounds)), .list(told)]
    }

    /// "KBA-07, cijfermatig onderzoek, afgeleid"
    func words(of id: String) -> String? {
        for publication in composer.ruleBase.publications {
            guard let finding = publication.finding(id) else { continue }
            let strengths = finding.strength.map {
                say(composer.labels.title($0, in: VocabularyName.ruleStrengths))
            }
            let checked =
                finding.certainty == .judgement ? nil : LocalizedText.certainty(finding.certainty).map(say)
            return ([id] + strengths + [checked].compactMap { $0 }).joined(separator: ", ")
        }
        return nil
    }
}
