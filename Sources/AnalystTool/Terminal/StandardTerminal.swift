/// Standard input and output as lines. When nobody reads the output any more, the input has ended too.
struct StandardTerminal: Terminal {
    private var hasReader = true

    func readLine() -> String? { hasReader ? Swift.readLine(strippingNewline: true) : nil }

    mutating func write(_ line: String) {
        hasReader = Console.output(line + "\n") && hasReader
    }
}
