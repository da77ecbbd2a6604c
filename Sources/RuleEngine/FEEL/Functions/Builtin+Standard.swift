extension Builtin {
    /// Functions that belong together, with the title under which lists show them.
    package struct Family: Sendable {
        package let title: LocalizedText
        package let functions: [Builtin]
    }

    /// FEEL's own functions.
    package static let standardFamilies = [
        Family(title: .numeric, functions: numeric), Family(title: .aggregates, functions: aggregates),
        Family(title: .boolean, functions: boolean), Family(title: .strings, functions: strings + patterns),
        Family(title: .conversion, functions: conversion + rangeReading),
        Family(title: .lists, functions: lists + listEditing + sorting),
        Family(title: .contexts, functions: contexts), Family(title: .temporal, functions: temporal),
        Family(title: .ranges, functions: ranges),
    ]

    /// Functions that FEEL does not have. None is there when FEEL is checked against the standard.
    package static let beyondStandard = Family(title: .beyondStandard, functions: [known, atan2])

    /// All functions in their families, those of FEEL first.
    package static let families = standardFamilies + [beyondStandard]

    /// Functions beyond FEEL by name, for an evaluator that shall know them.
    package static let extensions = byName(beyondStandard.functions)

    /// FEEL's own functions by name.
    static let standard = byName(standardFamilies.flatMap(\.functions))

    /// All functions by name, for what is said of a call wherever it stands.
    private static let all = byName(families.flatMap(\.functions))

    private static func byName(_ functions: [Builtin]) -> [String: Builtin] {
        Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
    }

    /// A function of FEEL or beyond it.
    package static func function(named name: String) -> Builtin? { all[name] }

    /// The names of all functions, in alphabetical order.
    package static var allNames: [String] { all.keys.sorted() }

    /// The names of FEEL's own functions, in alphabetical order.
    package static var standardNames: [String] { standard.keys.sorted() }

    /// FEEL's own functions, in alphabetical order.
    package static var standardFunctions: [Builtin] { standardNames.compactMap { standard[$0] } }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let numeric = LocalizedText(nl: "Getallen", en: "Numbers")
    fileprivate static let aggregates = LocalizedText(nl: "Eén waarde uit een lijst", en: "One value of a list")
    fileprivate static let boolean = LocalizedText(nl: "Waar en niet waar", en: "True and false")
    fileprivate static let strings = LocalizedText(nl: "Teksten", en: "Texts")
    fileprivate static let conversion = LocalizedText(
        nl: "Van de ene soort naar de andere", en: "From one kind to another")
    fileprivate static let lists = LocalizedText(nl: "Lijsten", en: "Lists")
    fileprivate static let contexts = LocalizedText(nl: "Contexten", en: "Contexts")
    fileprivate static let temporal = LocalizedText(nl: "Datums, tijden en duren", en: "Dates, times and durations")
    fileprivate static let ranges = LocalizedText(nl: "Bereiken", en: "Ranges")
    fileprivate static let beyondStandard = LocalizedText(
        nl: "Buiten de standaard van FEEL", en: "Beyond the standard of FEEL")
}
