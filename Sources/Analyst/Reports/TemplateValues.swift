import Mustache

/// The properties of a view by name, read once: Mustache would look through them again for each name of a template.
struct TemplateValues: MustacheParent {
    private let values: [String: Any]

    /// The value of a name; `nil` where the view has none, so that the views around it are asked.
    func child(named name: String) -> Any? { values[name] }

    /// A value as a template is filled in from it: what says its own text as it is, lists member by member, and a view as
    /// its properties.
    static func of(_ value: Any) -> Any? {
        if value is String || value is Bool || value is Int || value is any MustacheCustomRenderable { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { of($0.value) }
        case .collection: return mirror.children.compactMap { of($0.value) }
        case .struct where !mirror.children.isEmpty && !(value is any CustomStringConvertible):
            var values: [String: Any] = [:]
            for (label, child) in mirror.children {
                guard let label, let child = of(child) else { continue }
                values[label] = child
            }
            return TemplateValues(values: values)
        default: return value
        }
    }
}
