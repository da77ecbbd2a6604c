import Foundation
import Testing

@testable import Analyst
@testable import AnalystTool

/// `analyst user`: the accounts of a team from the command line.
@Suite struct UserCommandTests {
    @Test func `accounts are made, listed, changed and removed, and the log tells it`() throws {
        let folder = try TemporaryFolder()
        let database = folder.file("dossiers.sqlite").path
        let password = folder.file("wachtwoord.txt")
        func analyst(_ words: String...) throws -> CommandLineTests.Outcome {
            let program = try CommandLineTests.program().path
            return try CommandLineTests.run(
                URL(filePath: "/bin/sh"),
                ["-c", "LANG=C exec \"$0\" \"$@\" < '\(password.path)'", program] + words + ["--database", database])
        }
        try "kort\n".write(to: password, atomically: true, encoding: .utf8)
        let short = try analyst("user", "add", "anna", "--role", "worker")
        #expect(short.code == 2 && short.errors.contains("te kort"))
        try "een zin van vier woorden\n".write(to: password, atomically: true, encoding: .utf8)
        let made = try analyst("user", "add", "Anna", "--role", "worker", "--role", "administrator")
        #expect(made.code == 0 && made.errors.contains("Het account ‘anna’ is gemaakt."), "\(made.errors)")
        #expect(try analyst("user", "add", "anna", "--role", "worker").code == 3)
        #expect(try analyst("user", "add", "a b", "--role", "worker").code == 2)
        #expect(try analyst("user", "list").output.contains("  medewerker, beheerder\n"))
        #expect(try analyst("user", "role", "anna", "advisor").code == 0)
        #expect(try analyst("user", "list", "--lang", "en").output.contains("  advisor\n"))
        #expect(try analyst("user", "password", "anna").code == 0)
        #expect(try analyst("user", "password", "bert").code == 3)
        #expect(try analyst("user", "remove", "anna").code == 0)
        #expect(try analyst("user", "remove", "anna").errors.contains("er is geen account ‘anna’"))
        let log = try analyst("user", "log").output.split(separator: "\n").map { $0.split(separator: "  ").last }
        #expect(
            log == [
                "de opdrachtregel: maakte een account (anna)", "de opdrachtregel: wijzigde rollen (anna)",
                "de opdrachtregel: wijzigde een wachtwoord (anna)", "de opdrachtregel: verwijderde een account (anna)",
            ])
    }
}
