import RuleEngine

// The questions that settle most, with what each settles.

extension ExplanationRenderer {
    /// - Parameter total: questions that open conclusions wait for, those not shown too.
    package func lines(_ ranks: [QuestionOrder.Rank], total: Int) -> [String] {
        guard !ranks.isEmpty else {
            return [word("Er is geen vraag meer die helpt.", "No question is left that helps.")]
        }
        var lines: [String] = []
        for (place, rank) in ranks.enumerated() { lines += self.lines(rank, place + 1) }
        if total > ranks.count {
            let rest = total - ranks.count
            lines.append(
                rest == 1
                    ? word("Nog 1 vraag helpt minder.", "1 more question helps less.")
                    : word("Nog \(rest) vragen helpen minder.", "\(rest) more questions help less."))
        }
        lines.append(
            word(
                "Volgorde: welke problemen en krachten het antwoord in elk geval beslist, daarna gemiddeld. Een ernstig "
                    + "probleem telt zwaarder; wat eruit volgt telt niet nog eens.",
                "Order: which problems and strengths the answer decides in any case, then on average. A severe problem "
                    + "counts for more; what follows from it does not count again."))
        return lines
    }

    private func lines(_ rank: QuestionOrder.Rank, _ number: Int) -> [String] {
        let question = rank.question
        var lines = ["\(number). \(question.perspectiveTitle[language]): \(question.text[language])"]
        for one in rank.answer.cases {
            guard case .value(let slot, let value) = one.change else { continue }
            let answer = words.text(of: value, slot)
            let titles = titles(one.settled)
            let rest = titles.count > Self.shown ? "; …" : ""
            let list = titles.prefix(Self.shown).joined(separator: "; ") + rest
            let decides =
                one.settled.isEmpty
                ? word("beslist nog niets", "decides nothing yet")
                : word("beslist \(one.settled.count): \(list)", "decides \(one.settled.count): \(list)")
            lines.append("   - \(range(answer, question)): \(decides)")
        }
        return lines
    }

    /// Each title once: a problem and what is done about it may bear the same name.
    private func titles(_ findings: [FindingID]) -> [String] {
        var seen: Set<String> = []
        return findings.map { naming.title(of: $0, in: language) }.filter { seen.insert($0).inserted }
    }

    /// A number stands for the range that it lies in.
    private func range(_ answer: String, _ question: Question) -> String {
        guard case .number = question.kind else { return answer }
        return word("bijvoorbeeld ", "for example ") + answer
    }

    private static var shown: Int { 4 }
}
