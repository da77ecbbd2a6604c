import RuleEngine

extension ImpactWriter {
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
        return [.heading(say(BalanceWords.proMemorie))]
            + (goods.isEmpty ? [] : [.paragraph(say(BalanceWords.unpriced(goods)))])
            + (bads.isEmpty ? [] : [.paragraph(say(BalanceWords.unpricedLosses(bads)))])
    }

    var notPriced: [Block] {
        let told = lines.flatMap { line in
            line.memos.map { item in
                let sign = item.isGood ? "+" : "\u{2212}"
                let remark = item.remark.map { ": \(say($0))" } ?? ""
                return
                    "\(sign) \(title(of: item.intervention)), \(say(item.title).lowercasedFirst)\(remark)"
            }
        }
        let double = package.model.leftAside.map {
            "\(title(of: $0.intervention)), \(say($0.title).lowercasedFirst)"
        }
        var blocks: [Block] = []
        if !told.isEmpty { blocks += [.heading(say(BalanceWords.proMemorie)), .list(told)] }
        if !double.isEmpty {
            blocks.append(.paragraph(say(BalanceWords.countedOnce(double.joined(separator: "; ")))))
        }
        return blocks
    }
}
