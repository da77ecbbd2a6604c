import RuleEngine

/// The programmes that the area belongs to, and what is done there, as they are on the day of the analysis.
extension AnalysisComposer {
    /// Nothing where the rules know no programmes.
    func membershipBlocks() -> [AnalysisDocument.Block] {
        guard let programmes = ruleBase.vocabulary(VocabularyName.programmes) else { return [] }
        let lines = sheet.memberships(on: area.date).map { text(of: $0) }
        var blocks: [AnalysisDocument.Block] = lines.isEmpty ? [] : [.heading(say(.memberships)), .list(lines)]
        if sheet.membershipsComplete {
            if lines.isEmpty { blocks.append(.paragraph(say(.noMemberships))) }
            return blocks
        }
        let settled = sheet.settledProgrammes
        let open = programmes.codes.filter { $0.validity.contains(area.date) && !settled.contains($0.code) }
        if !open.isEmpty {
            blocks.append(
                .paragraph(say(.membershipNotKnown) + open.map { say($0.title) }.joined(separator: "; ") + "."))
        }
        return blocks
    }

    func effortBlocks() -> [AnalysisDocument.Block] {
        let begun = sheet.efforts.filter { $0.period.standing(on: area.date) != .ahead }
        guard !begun.isEmpty else {
            return [.paragraph(say(sheet.effortsComplete ? .noEfforts : .effortsNotKnown))]
        }
        return [.heading(say(.efforts)), .list(begun.map { text(of: $0) })]
    }

    /// "Regio Deal, tweede ronde (Parkstad Limburg): van 15 juli 2019 tot en met 2022. Geld: … Bron: …"
    private func text(of membership: FactSheet.Membership) -> String {
        let title = say(labels.title(membership.programme, in: VocabularyName.programmes))
        let area = membership.area.map { " (\(say($0)))" } ?? ""
        let sentences = [
            title + area + (LocalizedText.period(membership.period).map { ": \(say($0))" } ?? ""),
            text(of: membership.money),
            membership.note.map(say), text(of: membership.source),
        ]
        return joined(sentences)
    }

    private func text(of effort: FactSheet.Effort) -> String {
        let intervention = effort.intervention.map { say(labels.title($0, in: VocabularyName.interventions)) }
        let name = effort.name.map(say) ?? intervention ?? effort.code
        let status = effort.status(on: area.date).flatMap { LocalizedText.status($0) }.map(say) ?? ""
        func labelled(_ label: LocalizedText, _ text: String?) -> String? { text.map { "\(say(label)): \($0)" } }
        let sentences = [
            name + status, effort.name == nil ? nil : labelled(.kindOfEffort, intervention),
            labelled(.aim, effort.aim.map(say)),
            labelled(.holder, effort.holder.map { say(labels.title($0, in: VocabularyName.actors)) }),
            LocalizedText.period(effort.period).map(say).map { $0.prefix(1).uppercased() + $0.dropFirst() },
            text(of: effort.money), labelled(.result, effort.result.map(say)), effort.note.map(say),
            effort.source.flatMap { text(of: $0) },
        ]
        return joined(sentences)
    }

    /// Each with a full stop behind it; one alone without.
    private func joined(_ sentences: [String?]) -> String {
        let told = sentences.compactMap { $0 }
        guard told.count > 1 else { return told.first ?? "" }
        return told.map { $0.hasSuffix(".") ? $0 : "\($0)." }.joined(separator: " ")
    }

    /// "Geld: 15.000.000 euro (Rijk); 15.000.000 euro (regio, prijspeil 2019)"
    private func text(of money: [FactSheet.Money]) -> String? { amounts(money).map { "\(say(.money)): \($0)" } }

    /// The same without the word before it; nothing without amounts.
    func amounts(_ money: [FactSheet.Money]) -> String? {
        guard !money.isEmpty else { return nil }
        let amounts = money.map { amount in
            let payer = amount.payer.map { payer in
                let vocabularies = [VocabularyName.payers, VocabularyName.actors]
                let known = vocabularies.first { ruleBase.vocabulary($0)?[payer] != nil }
                return say(labels.title(payer, in: known ?? VocabularyName.payers))
            }
            let remarks = [
                payer, amount.priceYear.map { say(.prices(of: $0)) }, amount.source.flatMap { words(of: $0) },
            ].compactMap { $0 }
            let unit = say(labels.title(amount.unit.value, in: VocabularyName.moneyUnits))
            return NumberText.text(of: amount.amount, in: language) + " " + unit
                + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))")
        }
        return amounts.joined(separator: "; ")
    }

    private func text(of ground: FactSheet.Ground) -> String? {
        words(of: ground).map { "\(say(.source)): \($0)" }
    }

    /// The words of the sheet, or the finding with its publication, strength and how far it was checked.
    private func words(of ground: FactSheet.Ground) -> String? {
        switch ground {
        case .words(let text): return text
        case .finding(let reference, let id):
            guard let publication = ruleBase.publication(reference.value), let finding = publication.finding(id.value)
            else { return nil }
            let strengths = finding.strength.map { say(labels.title($0, in: VocabularyName.ruleStrengths)) }
            let checked = LocalizedText.certainty(finding.certainty).map(say)
            let remarks = (strengths + [checked].compactMap { $0 }).joined(separator: "; ")
            return "\(publication.title), \(finding.id)" + (remarks.isEmpty ? "" : " (\(remarks))")
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static var memberships: LocalizedText {
        LocalizedText(nl: "Waar dit gebied bij hoort", en: "What this area belongs to")
    }

    fileprivate static var noMemberships: LocalizedText {
        LocalizedText(
            nl: "Dit gebied hoort nu niet bij een van de programma’s die wij kennen.",
            en: "This area belongs now to none of the programmes that we know.")
    }

    fileprivate static var membershipNotKnown: LocalizedText {
        LocalizedText(
            nl: "Niet bekend is of dit gebied hoort bij: ", en: "It is not known whether this area belongs to: ")
    }

    fileprivate static var noEfforts: LocalizedText {
        LocalizedText(nl: "Er loopt geen inzet in dit gebied.", en: "No effort is running in this area.")
    }

    fileprivate static var effortsNotKnown: LocalizedText {
        LocalizedText(
            nl: "Nog niet bekend is wat er al gebeurt in dit gebied, en wat er eerder is gedaan.",
            en: "It is not known yet what is being done in this area, and what was done before.")
    }

    fileprivate static var efforts: LocalizedText {
        LocalizedText(nl: "Wat er al gebeurt", en: "What is already done")
    }

    fileprivate static let kindOfEffort = LocalizedText(nl: "Soort inzet", en: "Kind of effort")
    fileprivate static let aim = LocalizedText(nl: "Doel", en: "Aim")
    fileprivate static let holder = LocalizedText(nl: "Trekker", en: "In charge")
    fileprivate static let result = LocalizedText(nl: "Resultaat", en: "Result")
    fileprivate static let money = LocalizedText(nl: "Geld", en: "Money")
    fileprivate static let source = LocalizedText(nl: "Bron", en: "Source")

    fileprivate static func prices(of year: Int) -> LocalizedText {
        LocalizedText(nl: "prijspeil \(year)", en: "prices of \(year)")
    }

    /// " (loopt)"; nothing for a status that has no word.
    fileprivate static func status(_ status: String) -> LocalizedText? {
        switch status {
        case FactSheet.Effort.running: LocalizedText(nl: " (loopt)", en: " (running)")
        case FactSheet.Effort.ended: LocalizedText(nl: " (afgerond)", en: " (ended)")
        default: nil
        }
    }

    /// "van juli 2022 tot en met 2025", "sinds 1 juli 2022"; nothing where no date is told.
    fileprivate static func period(_ period: RoughPeriod) -> LocalizedText? {
        func text(_ make: (Language) -> String) -> LocalizedText { LocalizedText(make) }
        switch (period.from, period.until) {
        case (let from?, let until?):
            return text { language in
                let (begin, end) = (from.text(in: language), until.text(in: language))
                return language.word("van \(begin) tot en met \(end)", "from \(begin) up to and including \(end)")
            }
        case (let from?, nil):
            return text { $0.word("sinds \(from.text(in: $0))", "since \(from.text(in: $0))") }
        case (nil, let until?):
            return text { $0.word("tot en met \(until.text(in: $0))", "up to and including \(until.text(in: $0))") }
        case (nil, nil): return nil
        }
    }

    /// What was not read as such; nothing for what was.
    static func certainty(_ certainty: Publication.Certainty) -> LocalizedText? {
        switch certainty {
        case .read: nil
        case .derived: LocalizedText(nl: "afgeleid", en: "derived")
        case .memory, .brief: LocalizedText(nl: "niet nagezocht", en: "not verified")
        case .judgement: LocalizedText(nl: "oordeel van de makers", en: "judgement of the authors")
        }
    }
}
