import RuleEngine

/// Which data to ask for, each at its price, within a budget: those that settle most together. What settles something, but
/// less for its price, is defensible.
struct RequestsMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        let requests = world.case.requests
        guard !requests.isEmpty else { throw BadInput([.nothingToAsk(definition.id)]) }
        guard requests.count <= Self.most else { throw BadInput([.tooMuchToAsk(definition.id, Self.most)]) }
        let settling = world.settling
        let best = settling.best
        return requests.enumerated().map { number, request in
            let alone = settling.count(1 << number)
            let verdict: ExerciseOption.Verdict =
                best & (1 << number) != 0 ? .expected : alone > 0 ? .neutral(.settlesLess) : .wrong
            return ExerciseOption(
                code: request.id.value, title: request.title, verdict: verdict, because: [.settles(alone)],
                price: request.price)
        }
    }

    func budget(of definition: ExerciseDefinition, in world: CaseWorld) -> Int? { world.case.informationBudget }

    /// All sets are tried.
    private static let most = 8
}

/// How many findings sets of requests settle, tried one by one.
struct RequestSettling: Sendable {
    /// By set, as the bits of a number, how many findings are no longer open.
    private let counts: [Int]
    private let prices: [Int]
    private let budget: Int

    init(_ case: CasebookCase, _ given: AreaSession, _ sheet: (Set<Int>) -> FactSheet) {
        let requests = `case`.requests.prefix(8)
        prices = requests.map(\.price)
        budget = `case`.informationBudget
        let open = given.session.openConclusions.map(\.finding)
        var trial = given
        counts = (0..<(1 << requests.count)).map { set in
            guard set != 0 else { return 0 }
            trial.sheet = sheet(Set(requests.indices.filter { set & (1 << $0) != 0 }))
            return open.count { trial.session.state(of: $0) != .open }
        }
    }

    func count(_ set: Int) -> Int { set < counts.count ? counts[set] : 0 }

    private func price(_ set: Int) -> Int {
        prices.indices.reduce(0) { $0 + (set & (1 << $1) != 0 ? prices[$1] : 0) }
    }

    /// The set within the budget that settles most; of equals the cheapest, then the first in the order of the case.
    var best: Int {
        counts.indices.filter { price($0) <= budget }.min { left, right in
            (counts[right], price(left), left) < (counts[left], price(right), right)
        } ?? 0
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let settlesLess = LocalizedText(
        nl: "Dit maakt iets duidelijk, maar andere gegevens doen voor dit geld samen meer.",
        en: "This settles something, but other data do more together for this money.")

    fileprivate static func settles(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: count == 1
                ? "Met dit gegeven wordt 1 open bevinding duidelijk."
                : "Met dit gegeven worden \(count) open bevindingen duidelijk.",
            en: count == 1
                ? "With these data 1 open finding is settled."
                : "With these data \(count) open findings are settled.")
    }
}

extension Diagnostic {
    fileprivate static func nothingToAsk(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/nothing-to-ask",
            message: LocalizedText(
                nl: "oefening ‘\(id.value)’ vraagt wat op te vragen is, maar de casus heeft geen information:",
                en: "exercise ‘\(id.value)’ asks what to ask for, but the case has no information:"),
            at: id.span,
            hint: LocalizedText(
                nl: "noem onder information: een budget en requests",
                en: "name a budget and requests under information:"))
    }

    fileprivate static func tooMuchToAsk(_ id: Located<String>, _ most: Int) -> Diagnostic {
        Diagnostic(
            code: "casebook/too-much-to-ask",
            message: LocalizedText(
                nl: "oefening ‘\(id.value)’ heeft meer dan \(most) dingen om te vragen",
                en: "exercise ‘\(id.value)’ has more than \(most) things to ask for"),
            at: id.span,
            hint: LocalizedText(nl: "laat er een paar weg", en: "leave some out"))
    }
}
