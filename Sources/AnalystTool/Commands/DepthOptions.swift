import Analyst
internal import ArgumentParser

/// How far an explanation goes, for all commands that print one.
struct DepthOptions: ParsableArguments {
    @Option(
        help: """
            Hoe diep: 0 is alleen de bevinding zelf; zonder: 2. \
            / How deep: 0 is the finding alone; without it: 2.
            """)
    var depth: Int?

    @Flag(help: "Alles, tot op de bodem. / All of it, down to the ground.")
    var all = false

    func validate() throws {
        if let depth, depth < 0 { throw ValidationError("--depth: 0, 1, 2, …") }
        if depth != nil, all { throw ValidationError("--depth N | --all") }
    }

    var value: ExplanationDepth { all ? .all : depth.map { ExplanationDepth(levels: $0) } ?? .usual }

    /// For data, which tells each finding once.
    var levels: Int? { all ? .max : depth.map { $0 + 1 } }
}
