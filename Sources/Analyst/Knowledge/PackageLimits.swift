/// How much a package may ask of the machine.
package struct PackageLimits: Sendable {
    /// Bytes of one file.
    package var file = 8 << 20
    /// Files and folders in the repository.
    package var files = 2_000
    /// Bytes of all that is taken over, and of what is fetched.
    package var total = 64 << 20
    /// Seconds that one call of git may take.
    package var seconds = 120.0

    package init() {}

    package static let standard = PackageLimits()
}
