/// The exit codes of the program.
enum ExitStatus {
    /// A check found something.
    static let findings: Int32 = 1
    /// A command that is not given as it should be.
    static let usage: Int32 = 2
    /// Input that cannot be used.
    static let badInput: Int32 = 3
    /// A dialogue that was broken off.
    static let incomplete: Int32 = 4
    /// A result or a file that cannot be written.
    static let unwritable: Int32 = 5
}
