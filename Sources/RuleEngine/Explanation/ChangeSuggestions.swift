/// Changes of single inputs of which at least one is part of every way to make a finding hold, or to undo it.
///
/// A finding that holds keeps its derivation until something that the derivation reads changes; a rule that does not
/// conclude keeps failing until one of its failing conditions is met. So of all derivations one is enough to look at,
/// and of each failing rule one condition. This is the conflict set of model-based diagnosis (Reiter 1987), with for
/// each input only the values just past the thresholds that it meets.
struct ChangeSuggestions {
    let session: Session
    let scale: InputScale
    /// What is sought: that the finding surely holds, for which inputs that are not known may become known too; or that
    /// it no longer surely holds.
    let isStrict: Bool

    /// The goals that are being looked at, with how deep each lies.
    private var underWay: [Goal: Int] = [:]
    /// The least deep of these that what was looked at last needs itself.
    private var needed = Int.max
    private var known: [Goal: [InputChange]] = [:]
    /// How many goals of circles may still be looked at anew from another side; further ones are remembered as they are
    /// seen first. The paths through a circle grow with the factorial of its size.
    private(set) var sides: Int
    /// Circles of goals were too many to be looked at from all sides, so that a change may be missing.
    private(set) var isCutOff = false

    /// What is to become of a fact.
    enum Goal: Hashable {
        case hold(FindingID)
        case fail(FactID)
        /// Another value of a field, larger or smaller where it is a number.
        case alter(FactID, field: String)
    }

    init(session: Session, scale: InputScale, isStrict: Bool, sides: Int) {
        self.sides = sides
        self.session = session
        self.scale = scale
        self.isStrict = isStrict
    }

    var towardsTrue: TruthGoal { isStrict ? .surelyTrue : .perhapsTrue }
    var towardsFalse: TruthGoal { isStrict ? .surelyNotTrue : .perhapsNotTrue }

    var ruleBase: RuleBase { _read { yield session.network.ruleBase } }
    var solver: ThresholdSolver { ThresholdSolver(session: session, scale: scale) }

    /// Changes towards the finding being found.
    mutating func holding(_ finding: FindingID) -> [InputChange] { reach(.hold(finding)) ?? [] }

    /// Changes towards the finding being no longer found.
    mutating func undoing(_ finding: FindingID) -> [InputChange] {
        guard let id = session.fact(finding)?.id else { return [] }
        return reach(.fail(id)) ?? []
    }

    /// `nil` when the goal needs itself.
    mutating func reach(_ goal: Goal) -> [InputChange]? {
        if let known = known[goal] { return known }
        if let depth = underWay[goal] {
            needed = min(needed, depth)
            return nil
        }
        let (depth, outer) = (underWay.count, needed)
        (underWay[goal], needed) = (depth, .max)
        let changes: [InputChange]? =
            switch goal {
            case .hold(let finding): hold(finding)
            case .fail(let id): fail(id)
            case .alter(let id, let field): alter(id, field)
            }
        underWay[goal] = nil
        // What left out a goal that is still looked at is not all that there is.
        let isWhole = needed >= depth
        if !isWhole, sides > 0 {
            sides -= 1
        } else {
            if !isWhole { isCutOff = true }
            if let changes { known[goal] = changes }
        }
        needed = isWhole ? outer : min(needed, outer)
        return changes
    }

    /// Each change once, in the order in which they come.
    static func joined(_ lists: [[InputChange]]) -> [InputChange] { lists.joined().withoutDoubles }

    /// The shortest list; the first of equals.
    static func shortest(_ lists: [[InputChange]]) -> [InputChange]? {
        lists.enumerated().min { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }?.element
    }

    // MARK: Facts

    mutating func fail(_ id: FactID) -> [InputChange]? {
        let fact = session[id]
        guard fact.isCertain || isStrict, !fact.isAnonymous else { return [] }
        switch fact.origin {
        case .relation, .overrule, .assumed: return []
        case .input:
            let finding = session.finding(fact)
            return scale.fixedTemplates.contains(finding.template) ? [] : [.absent(finding)]
        case .derived:
            // A justification that rests on the fact itself is no reason of its own.
            var ways: [[InputChange]] = []
            for justification in fact.justifications where justification.isCertain == fact.isCertain {
                if let way = breaking(justification) { ways.append(way) }
            }
            return Self.shortest(ways)
        }
    }

    mutating func hold(_ finding: FindingID) -> [InputChange]? {
        let state = session.state(of: finding)
        guard isStrict ? state != .found : state == .refuted else { return [] }
        guard let (template, key) = ruleBase.key(of: finding) else { return [] }
        if ruleBase.templates[template].relation != nil { return [] }
        if ruleBase.templates[template].isInput {
            return scale.fixedTemplates.contains(finding.template) ? [] : [.present(finding)]
        }
        if session.overrules.rejects(template, key.map { .exactly($0) }) { return [] }
        var lists: [[InputChange]] = []
        for index in session.network.concludingRules[template] { lists += firing(index, template, key) }
        return Self.joined(lists)
    }

    /// For each conclusion of a rule that can give the fact, changes towards its conditions.
    mutating func firing(_ index: Int, _ template: Int, _ key: [FEELValue]) -> [[InputChange]] {
        let rule = ruleBase.rules[index]
        guard rule.validity.contains(session.inputs.date) else { return [] }
        var lists: [[InputChange]] = []
        for (position, conclusion) in rule.conclusions.enumerated() where conclusion.template == template {
            guard
                var search = NearMissSearch(
                    session: session, rule: index, conclusion: position, key: key, kept: Self.waysPerRule)
            else { continue }
            for way in search.nearest() { lists.append(meeting(way, of: index, search.wanted)) }
        }
        return lists
    }

    /// So many ways through one rule are followed.
    static let waysPerRule = 12
}
