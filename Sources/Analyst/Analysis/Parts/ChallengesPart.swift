import RuleEngine

/// Which challenges are the main ones and why, then all challenges and goals with what they rest on.
package enum ChallengesPart: ReportPart {
    package static let kind = "challenges"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        composer.choiceBlocks() + composer.monitoringBlocks() + FindingsPart.blocks(of: plan, composer)
    }
}

extension AnalysisComposer {
    fileprivate func choiceBlocks() -> [AnalysisDocument.Block] {
        let choice = choices.challenges
        var blocks: [AnalysisDocument.Block] = []
        if choice.main.isEmpty {
            blocks.append(.paragraph(say(.noChallenge)))
        } else {
            blocks += [.heading(say(.chosen)), .table(.challenges(choice.main.map { row($0) }, language))]
            if choice.main.count < Self.usual { blocks.append(.paragraph(say(.fewer))) }
            if let last = choice.main.last, choice.isTieAtCut {
                let tied = choice.others.filter { $0.total == last.total }.map { title($0) }
                blocks.append(.notice(say(.tie(title(last), ValueText(language).list(tied)))))
            }
            if !choice.others.isEmpty {
                let names = choice.others.map { "\(title($0)) (\($0.total))" }.joined(separator: "; ")
                blocks.append(.paragraph(say(.notChosen(names))))
            }
        }
        if !choice.estimated.isEmpty {
            let names = choice.estimated.map { say(labels.title($0, in: VocabularyName.challenges)) }
            blocks.append(.paragraph(say(.estimatedOnly(names.joined(separator: "; ")))))
        }
        if !choices.hasWeights { blocks.append(.notice(say(.weightsMissing))) }
        let open = choice.couldChange.prefix(Self.namedOpen).map { naming.title(of: $0, in: language) }
        if !open.isEmpty {
            let rest = choice.couldChange.count - open.count
            blocks.append(.paragraph(say(.couldChange(open.joined(separator: "; "), rest))))
        }
        return blocks
    }

    private static let namedOpen = 5
    /// An approach has three main challenges or more, where so many are found.
    private static let usual = 3

    private func title(_ ranked: ChallengeChoice.Ranked) -> String {
        say(labels.title(ranked.code, in: VocabularyName.challenges))
    }

    private func row(_ ranked: ChallengeChoice.Ranked) -> [AnalysisDocument.Table.Cell] {
        let problems = ranked.problems.map { say(labels.title($0.code, in: VocabularyName.problems)) }
        return [
            .text(title(ranked)), .number(FEELNumber(ranked.total)),
            .text(ranked.points.map { "\(text(of: $0.reason)): \($0.value)" }.joined(separator: "; ")),
            .text(problems.joined(separator: "; ")),
        ]
    }

    private func text(of reason: ChallengeChoice.Reason) -> String {
        func group(_ code: String) -> String {
            say(labels.title(code, in: VocabularyName.perspectives)).lowercasedFirst
        }
        switch reason {
        case .weight: return say(.weight)
        case .voice(let perspective): return say(.named(by: group(perspective)))
        case .ranking(let perspective, let place, let problem):
            let title = say(labels.title(problem, in: VocabularyName.problems)).lowercasedFirst
            return say(.ranked(by: group(perspective), place, title))
        case .degree: return say(.degree)
        case .distance(let indicator):
            return say(.farthest(say(labels.title(indicator, in: ruleBase.record.vocabulary)).lowercasedFirst))
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noChallenge = LocalizedText(
        nl: "Uit wat nu vaststaat, volgt nog geen kernopgave.",
        en: "From what is certain now no main challenge follows yet.")

    fileprivate static let chosen = LocalizedText(nl: "Gekozen als kernopgave", en: "Chosen as main challenge")

    fileprivate static func tie(_ last: String, _ others: String) -> LocalizedText {
        LocalizedText(
            nl:
                "‘\(last)’ heeft evenveel punten als \(others). De volgorde van de lijst van opgaven besliste; kies zelf.",
            en:
                "‘\(last)’ has as many points as \(others). The order of the list of challenges decided; choose yourself."
        )
    }

    fileprivate static func notChosen(_ names: String) -> LocalizedText {
        LocalizedText(
            nl: "Ook gevonden, maar met minder punten: \(names). Meer tegelijk maakt elke inzet dun.",
            en: "Found too, but with fewer points: \(names). More at once makes each effort thin.")
    }

    fileprivate static let fewer = LocalizedText(
        nl: "Het zijn er minder dan drie: meer volgt niet uit wat nu is geteld, gevraagd of gezegd.",
        en: "There are fewer than three: no more follow from what was counted, asked or said so far.")

    fileprivate static func estimatedOnly(_ names: String) -> LocalizedText {
        LocalizedText(
            nl:
                "Deze opgaven rusten alleen op schattingen en zijn daarom niet gekozen; vraag eerst of mensen het herkennen: \(names).",
            en:
                "These challenges rest on estimates only and were not chosen for that; first ask whether people recognise them: \(names)."
        )
    }

    fileprivate static let weightsMissing = LocalizedText(
        nl: "De regels hebben op deze dag nog niet alle gewichten voor deze keuze.",
        en: "On this day the rules do not have all weights for this choice yet.")

    fileprivate static func couldChange(_ names: String, _ rest: Int) -> LocalizedText {
        let (dutch, english) = rest > 0 ? ("; en nog \(rest)", "; and \(rest) more") : ("", "")
        return LocalizedText(
            nl: "Nog open, en kan deze keuze veranderen: \(names)\(dutch).",
            en: "Still open, and may change this choice: \(names)\(english).")
    }

    fileprivate static let weight = LocalizedText(nl: "ernst van de problemen", en: "severity of the problems")
    fileprivate static let degree = LocalizedText(nl: "hoe erg mensen het vinden", en: "how bad people find it")

    fileprivate static func named(by group: String) -> LocalizedText {
        LocalizedText(nl: "genoemd door \(group)", en: "named by \(group)")
    }

    fileprivate static func ranked(by group: String, _ place: Int, _ problem: String) -> LocalizedText {
        LocalizedText(
            nl: "\(problem) op plaats \(place) van \(group)", en: "\(problem) in place \(place) of \(group)")
    }

    fileprivate static func farthest(_ figure: String) -> LocalizedText {
        LocalizedText(nl: "afstand tot Nederland (\(figure))", en: "distance to the country (\(figure))")
    }
}

extension AnalysisDocument.Table {
    fileprivate static func challenges(_ rows: [[Cell]], _ language: Language) -> AnalysisDocument.Table {
        func column(_ nl: String, _ en: String, _ numeric: Bool = false) -> Column {
            Column(LocalizedText(nl: nl, en: en), language, isNumeric: numeric)
        }
        return AnalysisDocument.Table(
            caption: LocalizedText(nl: "Kernopgaven met hun punten", en: "Main challenges with their points")[language],
            columns: [
                column("Kernopgave", "Main challenge"), column("Punten", "Points", true),
                column("Waarvandaan", "From what"), column("Problemen", "Problems"),
            ], rows: rows,
            note: LocalizedText(
                nl: "Een keuze naar punten uit de regels, op wat gevonden is; een advies. Mensen kunnen anders kiezen.",
                en: "A choice by points of the rules, on what is found; advice. People may choose otherwise.")[language]
        )
    }
}
