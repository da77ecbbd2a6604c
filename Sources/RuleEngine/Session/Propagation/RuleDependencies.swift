/// Which rules a finding rests on, whatever the inputs are: those that can conclude it, those that can conclude what these
/// look at, and so on.
///
///     let dependencies = RuleDependencies(network)
///     let needed = dependencies.rules(behind: [finding])
///     let session = Session(network, inputs, considering: needed)
package struct RuleDependencies: Sendable {
    private let network: Network
    /// The rules that can conclude each fixed row.
    private let ofRow: [[Int]]
    /// The rules that can conclude facts of each template.
    private let ofTemplate: [[Int]]

    package init(_ network: Network) {
        self.network = network
        var ofRow: [[Int]] = Array(repeating: [], count: network.rows.count)
        var ofTemplate: [[Int]] = Array(repeating: [], count: network.ruleBase.templates.count)
        for (index, rule) in network.ruleBase.rules.enumerated() {
            for (conclusion, target) in zip(rule.conclusions, network.rules[index].targets) {
                let rows = target.map { $0..<$0 + 1 } ?? network.rows.range(conclusion.template)
                for row in rows where ofRow[row].last != index { ofRow[row].append(index) }
                if ofTemplate[conclusion.template].last != index { ofTemplate[conclusion.template].append(index) }
            }
        }
        self.ofRow = ofRow
        self.ofTemplate = ofTemplate
    }

    /// The rules that lead to facts of some templates, through whatever other facts.
    ///
    /// - Returns: by rule, whether it does.
    package func rules(leadingTo templates: Set<String>) -> [Bool] {
        let goals = network.ruleBase.templates.indices.filter {
            templates.contains(network.ruleBase.templates[$0].name)
        }
        return rules(behind: [], and: goals.flatMap { ofTemplate[$0] })
    }

    /// - Parameters:
    ///   - rules: rules that are needed themselves, by their places in the rule base.
    ///   - inputs: what is taken as given there needs no rules.
    /// - Returns: by rule, whether it is needed.
    package func rules(
        behind findings: [FindingID], and rules: [Int] = [], given inputs: SessionInputs? = nil
    ) -> [Bool] {
        let given = inputs.map { Overrules($0, network.ruleBase) } ?? Overrules()
        var needed = Array(repeating: false, count: network.ruleBase.rules.count)
        var open: [Int] = []
        func need(_ rule: Int) {
            guard !needed[rule] else { return }
            needed[rule] = true
            open.append(rule)
        }
        for rule in rules { need(rule) }
        for finding in findings {
            guard let (template, key) = network.ruleBase.key(of: finding) else { continue }
            let row = key.count == 1 ? network.rows.row(template: template, key: key[0]) : nil
            for rule in row.map({ ofRow[$0] }) ?? ofTemplate[template] { need(rule) }
        }
        while let rule = open.popLast() {
            for case let pattern? in network.rules[rule].patterns {
                guard let rows = pattern.rows else {
                    let isGiven = given.rejects(pattern.template, [])
                    if !isGiven { for other in ofTemplate[pattern.template] { need(other) } }
                    continue
                }
                for row in rows where !given.rejects(pattern.template, network.rows.keys[row].key) {
                    for other in ofRow[row] { need(other) }
                }
            }
        }
        return needed
    }
}

extension Network {
    /// The rules that lead to facts of some templates, through whatever other facts. A session that runs only these says
    /// of such facts what one with all rules says, in less time.
    ///
    ///     let session = Session(network, inputs, considering: network.rules(leadingTo: ["fine"]))
    ///
    /// - Returns: by rule, whether it does.
    public func rules(leadingTo templates: Set<String>) -> [Bool] {
        RuleDependencies(self).rules(leadingTo: templates)
    }
}
