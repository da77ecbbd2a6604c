extension Evaluation {
    /// The value of a name: bound inside the expression, else of the scope, else a builtin.
    mutating func value(ofName name: String, _ bindings: Bindings, at range: Range<Int>) -> Possible {
        if let value = lookUp(name, bindings) { return value }
        if evaluator.builtin(named: name) != nil { return Possible(.function(FEELFunction(builtin: name))) }
        return fault(.unknownName, .unknownName(name), at: range)
    }

    mutating func lookUp(_ name: String, _ bindings: Bindings) -> Possible? {
        var current = bindings
        while true {
            switch current {
            case .none:
                guard let value = scope.value(of: name) else { return nil }
                meet(value)
                return value
            case .name(let bound, let value, let outer):
                if bound == name { return value }
                current = outer
            case .item(let item, let outer):
                let (value, maybeAbsent) = item.set.entry(named: name)
                guard let value else {
                    if name == "item" { return item }
                    current = outer
                    continue
                }
                let own = Possible(value, from: [item])
                guard maybeAbsent else { return own }
                let other = name == "item" ? item : lookUp(name, outer) ?? Possible(.null)
                return Possible(own.set.union(other.set), from: [item, other])
            }
        }
    }

    /// The name is bound inside the expression, not by the scope.
    static func isBound(_ name: String, _ bindings: Bindings) -> Bool {
        switch bindings {
        case .none: false
        case .name(let bound, _, let outer): bound == name || isBound(name, outer)
        case .item(let item, let outer):
            name == "item" || item.set.entry(named: name).value != nil || isBound(name, outer)
        }
    }
}

extension LocalizedText {
    fileprivate static func unknownName(_ name: String) -> LocalizedText {
        LocalizedText(nl: "De naam `\(name)` is niet bekend.", en: "The name `\(name)` is not known.")
    }
}
