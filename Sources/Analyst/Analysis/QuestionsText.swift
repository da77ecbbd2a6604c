import RuleEngine

/// The questions that settle most, with what each settles, in words.
struct QuestionsText {
    private let words: ChangeWords
    private let naming: Naming

    init(_ builder: AnalysisBuilder, _ language: Language) {
        words = ChangeWords(builder, language)
        naming = builder.naming
    }

    /// - Parameter total: questions that open conclusions wait for, those not shown too.
    func lines(_ ranks: [QuestionOrder.Rank], total: Int) -> [String] {
        guard !ranks.isEmpty else { return [word("Er is geen vraag meer die helpt.", "No question is left that helps.")] }
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
                "Volgorde: wat het antwoord in het slechtste geval beslist, daarna gemiddeld; een probleem telt zwaarder naar zijn ernst.",
                "Order: what the answer decides in the worst case, then on average; a problem counts by its severity."))
        return lines
    }

    private func lines(_ rank: QuestionOrder.Rank, _ number: Int) -> [String] {
        let question = rank.question
        var lines = ["\(number). \(question.perspectiveTitle[words.language]): \(question.text[words.language])"]
        for one in rank.answer.cases {
            guard case .value(let slot, let value) = one.change else { continue }
            let answer = words.text(of: value, slot)
            let titles = one.settled.prefix(Self.shown).map { naming.title(of: $0, in: words.language) }
            let rest = one.settled.count - titles.count
            let list = titles.joined(separator: "; ") + (rest > 0 ? word("; en nog \(rest)", "; and \(rest) more") : "")
            let decides = one.settled.isEmpty
                ? word("beslist nog niets", "decides nothing yet")
                : word("beslist \(one.settled.count): \(list)", "decides \(one.settled.count): \(list)")
            lines.append("   - \(range(answer, question)): \(decides)")
        }
        return lines
    }

    /// A number stands for the range that it lies in.
    private func range(_ answer: String, _ question: Question) -> String {
        guard case .number = question.kind else { return answer }
        return word("bijvoorbeeld ", "for example ") + answer
    }

    private static let shown = 4

    private func word(_ nl: String, _ en: String) -> String { words.word(nl, en) }
}
