/// Where the answers of one area are kept: a sheet in a file, or a dossier.
package protocol AnswerStore: Sendable {
    /// The sheet as it stands, answers included.
    func sheet() throws(AnswerFault) -> FactSheet

    /// Keeps a change. When it returns, the change is on disk; when it throws, nothing was changed.
    ///
    /// - Parameter author: who gives it, in a word of their own choice.
    /// - Returns: the sheet as it stands after the change, with what others changed meanwhile.
    func record(_ change: AnswerChange, by author: String?) throws(AnswerFault) -> FactSheet
}
