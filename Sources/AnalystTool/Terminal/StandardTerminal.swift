import Foundation

/// Standard input and output as lines. When nobody reads the output any more, the input has ended too.
struct StandardTerminal: Terminal {
    private var hasReader = true

    func readLine() -> String? { hasReader ? Swift.readLine(strippingNewline: true) : nil }

    mutating func write(_ line: String) {
        hasReader = Console.output(line + "\n") && hasReader
    }

    /// How many characters fit on a line: what the environment or the terminal says, else 80; at least 20.
    static var width: Int {
        if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text), columns >= 20 {
            return columns
        }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
        return Int(size.ws_col)
    }
}
