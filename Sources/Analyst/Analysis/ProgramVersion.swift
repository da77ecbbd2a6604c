/// The version of the program, as reports and receipts name it.
package enum ProgramVersion {
    /// By Semantic Versioning; a change of rules that changes findings raises the second number.
    package static let text = "0.1.0"
}
