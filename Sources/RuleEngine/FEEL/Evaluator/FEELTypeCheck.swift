/// Whether values have a type as written (DMN 1.5, 10.3.2.9).
///
/// Null by itself has the type Null alone; inside a list or a context it conforms to every type.
enum FEELTypeCheck {
    /// The possible answers for a set. Null has the type Null alone.
    static func conforms(_ set: ValueSet, to type: FEELTypeName) -> Ternary {
        if let values = set.finiteValues {
            return values.reduce(into: []) { $0.insert(conforms($1, to: type) ? .true : .false) }
        }
        switch (set, type) {
        case (.numbers(let interval, let orNull), _):
            let number = conforms(.number(interval.low ?? interval.high ?? 0), to: type)
            let answer: Ternary = number ? .true : .false
            return orNull ? answer.union(conforms(.null, to: type) ? .true : .false) : answer
        case (.list, .named("list")), (.list, .named("Any")), (.context, .named("context")), (.context, .named("Any")):
            return .true
        default: return .either
        }
    }

    static func conforms(_ value: FEELValue, to type: FEELTypeName) -> Bool {
        switch type {
        case .named("Null"): return value.isNull
        case .named("Any"): return !value.isNull
        case .named("day and time duration"): return value.kind == .daysDuration
        case .named("year and month duration"): return value.kind == .monthsDuration
        case .named(let name): return value.kind.typeName == name && !value.isNull
        case .list(let element):
            guard case .list(let values) = value else { return false }
            return values.allSatisfy { $0.isNull || conforms($0, to: element) }
        case .range(let element):
            guard case .range(let range) = value else { return false }
            return [range.low, range.high].allSatisfy { $0.map { conforms($0, to: element) } ?? true }
        case .context(let fields):
            guard case .context(let context) = value else { return false }
            return fields.allSatisfy { field in
                context[field.name].map { $0.isNull || conforms($0, to: field.type) } ?? false
            }
        case .function(let parameters, _):
            guard case .function(let function) = value else { return false }
            guard case .closure(let closure) = function.content else { return true }
            return closure.parameters.count == parameters.count
        }
    }
}
