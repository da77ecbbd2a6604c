/// Something that rule files give a name to, so that it can be looked up: where it is declared, and where it is used.
package enum RuleSymbol: Hashable, Sendable {
    case rule(String)
    case ruleSet(String)
    case parameter(String)
    case vocabulary(String)
    /// What is fixed for each code of a vocabulary.
    case attribute(vocabulary: String, name: String)
    /// A code of a vocabulary; the names of the record are codes, too.
    case code(vocabulary: String, code: String)
    case template(String)
    case field(template: String, name: String)
    /// A group of values of the record, under which names are seen elsewhere or otherwise.
    case context(String)
    case source(String)
    /// What was found in a source.
    case finding(source: String, id: String)
    case function(String)
    /// A name that a rule gives to a fact or value; it counts within that rule.
    case variable(rule: String, name: String)

    /// The name itself, as it is written.
    package var name: String {
        switch self {
        case .rule(let name), .ruleSet(let name), .parameter(let name), .vocabulary(let name), .template(let name),
            .context(let name), .source(let name), .function(let name):
            name
        case .attribute(_, let name), .code(_, let name), .field(_, let name), .finding(_, let name),
            .variable(_, let name):
            name
        }
    }
}

/// A place in a rule file where a symbol is named.
package struct RuleMention: Hashable, Sendable {
    /// What the place does with the symbol.
    package enum Role: String, Hashable, Sendable {
        /// It says what the symbol is.
        case declares
        /// A condition or a value reads it.
        case reads
        /// A rule concludes it.
        case concludes
        /// A sentence tells its value.
        case explains
        /// It is named as what something rests on.
        case cites
        /// Any other place that names it.
        case names
    }

    package let symbol: RuleSymbol
    package let role: Role
    /// The name itself.
    package let span: SourceSpan
    /// All that is declared, where it is.
    package let extent: SourceSpan?
    /// The rule, parameter or code in which it stands.
    package var owner: RuleSymbol?

    package init(
        _ symbol: RuleSymbol, _ role: Role, at span: SourceSpan, extent: SourceSpan? = nil, owner: RuleSymbol? = nil
    ) {
        self.symbol = symbol
        self.role = role
        self.span = span
        self.extent = extent
        self.owner = owner
    }

    /// The same within a rule, parameter or code. A variable that no rule was named for belongs to it.
    func owned(by owner: RuleSymbol) -> RuleMention {
        var symbol = symbol
        if case .variable("", let name) = symbol { symbol = .variable(rule: owner.name, name: name) }
        return RuleMention(symbol, role, at: span, extent: extent, owner: owner)
    }
}
