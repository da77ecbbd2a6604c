import Foundation

/// What can be wrong with the stream that a program writes to, as a shell makes it.
enum StreamFault: String, CaseIterable, Sendable {
    case fullDevice, closed, readerLeft, readerLeftAndIgnored

    /// The command of the shell; `"$@"` is the program with its arguments.
    private var command: String {
        switch self {
        case .fullDevice: #""$@" > /dev/full"#
        case .closed: #""$@" >&-"#
        case .readerLeft: #""$@" | true; exit ${PIPESTATUS[0]}"#
        case .readerLeftAndIgnored: #"trap '' PIPE; "$@" | true; exit ${PIPESTATUS[0]}"#
        }
    }

    /// Whether the program is told that nobody wants the rest.
    var isSilent: Bool { self == .readerLeft || self == .readerLeftAndIgnored }

    /// Runs the program with the fault on its output.
    func run(_ arguments: [String]) throws -> CommandLineTests.Outcome { try Self.shell(command, arguments) }

    /// Runs the program as a word `"$@"` of a shell command.
    static func shell(_ command: String, _ arguments: [String]) throws -> CommandLineTests.Outcome {
        try CommandLineTests.run(
            URL(filePath: "/bin/bash"), ["-c", command, "bash", try CommandLineTests.program().path] + arguments)
    }
}
