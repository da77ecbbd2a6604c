extension FEELNames {
    /// The functions, types and properties of DMN 1.5 whose names have more than one word.
    package static let builtins = FEELNames(
        Builtin.standardNames.filter { $0.contains(" ") } + [
            "days and time duration", "time offset", "start included", "end included",
        ])
}
