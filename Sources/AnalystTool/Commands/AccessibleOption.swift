internal import ArgumentParser
import Foundation

/// Asks for output that a screen reader reads well: what is the same each time is said once.
struct AccessibleOption: ParsableArguments {
    @Flag(
        name: [.customLong("toegankelijk"), .customLong("accessible")],
        help: "Voor een schermlezer: zonder herhaalde aanwijzingen. / For a screen reader: without repeated hints.")
    var toegankelijk = false

    /// Asked for by the option, or by `ACCESSIBLE=1` in the environment.
    var isAsked: Bool { toegankelijk || ProcessInfo.processInfo.environment["ACCESSIBLE"] == "1" }
}
