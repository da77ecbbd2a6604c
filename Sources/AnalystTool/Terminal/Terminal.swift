/// Lines from a person and lines to them: the terminal, or a script in a test.
protocol Terminal {
    /// The next line without its end; `nil` at the end of input.
    mutating func readLine() -> String?
    mutating func write(_ line: String)
}
