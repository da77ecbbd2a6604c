internal import ArgumentParser

/// How a change of packages is shown and confirmed.
struct TakeoverOptions: ParsableArguments {
    @Flag(help: "Neem over zonder te vragen, voor scripts. / Take over without asking, for scripts.")
    var yes = false

    @Option(
        parsing: .upToNextOption,
        help: """
            Feitenbladen waarop de gevolgen worden bekeken. / Fact sheets on which the effects are looked at.
            """)
    var over: [String] = []

    @Option(help: "De nieuwe licentie waarmee u akkoord gaat. / The new licence that you agree to.")
    var licence: String?
}
