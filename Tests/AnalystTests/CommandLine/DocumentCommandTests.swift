import Foundation
import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

/// `analyst analyse` into files of every format.
@Suite struct DocumentCommandTests {
    private func analyse(_ options: [String], _ files: VillageFiles) throws -> CommandLineTests.Outcome {
        try CommandLineTests.analyst(files.arguments(["analyse", "@sheet.yaml"] + options + VillageFiles.common))
    }

    @Test(arguments: [ReportFormat.odt, .docx, .xlsx, .ods])
    func `R1 a binary format goes into a file, and its receipt replays`(format: ReportFormat) throws {
        let files = try VillageFiles()
        let outcome = try analyse(
            ["--format", format.rawValue, "-o", "@report.\(format)", "--receipt", "@receipt.json"], files)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
        let bytes = try InputFile(files.path("report.\(format)")).bytes(limit: 1 << 24)
        #expect(try UnpackedReport(bytes).names.count > 4)
        let replay = try CommandLineTests.analyst(["replay", files.path("receipt.json"), "--lang", "en"])
        #expect(replay.code == 0, "\(replay.output)\(replay.errors)")
        #expect(replay.output.contains("Report: the same, byte for byte"))
    }

    @Test func `a binary format goes through a pipe as it is`() throws {
        let files = try VillageFiles()
        let program = try CommandLineTests.program()
        let script = "\"$0\" \"$@\" | head -c 2"
        let words = try files.arguments(["analyse", "@sheet.yaml", "--format", "ods"] + VillageFiles.common)
        let outcome = try CommandLineTests.run(
            URL(filePath: "/bin/sh"), ["-c", script, program.path] + words)
        #expect(outcome.output == "PK")
    }

    @Test(arguments: ReportFormat.allCases)
    func `a terminal is offered no bytes that it cannot show`(format: ReportFormat) throws {
        let files = try VillageFiles()
        let words = try files.arguments(["analyse", "@sheet.yaml", "--format", format.rawValue] + VillageFiles.common)
        let call = ([try CommandLineTests.program().path] + words).map { "'\($0)'" }.joined(separator: " ")
        let outcome = try CommandLineTests.run(
            URL(filePath: "/usr/bin/script"), ["--quiet", "--return", "--command", call, "/dev/null"])
        #expect(
            (outcome.code == 64 || outcome.code == 2) == format.isBinary,
            "\(outcome.code): \(outcome.output.prefix(200))")
        if format.isBinary {
            #expect(outcome.output.contains("\(format.rawValue) is no text for the screen; name a file: -o report"))
        }
    }

    @Test(arguments: [
        (["--for", "nobody"], "--for: there is no ‘nobody’; choose from:"),
        (["--parts", "problems,nothing"], "--parts: there is no ‘nothing’; choose from: short, problems, origin"),
    ])
    func `R5 a version or part that is not there is named, with those that are`(options: [String], message: String)
        throws
    {
        let outcome = try analyse(options, VillageFiles())
        #expect(outcome.code != 0 && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func `R5 parts that are asked for stand in the receipt, which replays`() throws {
        let files = try VillageFiles()
        let outcome = try analyse(
            ["--parts", "problems, origin", "--receipt", "@receipt.json", "-o", "@report.txt"], files)
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try files.text("receipt.json").contains("\"parts\""))
        #expect(try !files.text("report.txt").contains("In short"))
        #expect(try CommandLineTests.analyst(["replay", files.path("receipt.json")]).code == 0)
    }

    @Test func `R17 without a program that makes a PDF it is told what can be had instead, and no file is made`() throws
    {
        let files = try VillageFiles()
        let program = try CommandLineTests.program()
        let words = try files.arguments(
            ["analyse", "@sheet.yaml", "--format", "pdf", "-o", "@report.pdf"] + VillageFiles.common)
        let outcome = try CommandLineTests.run(
            URL(filePath: "/usr/bin/env"), ["PATH=/nowhere", program.path] + words)
        #expect(outcome.code == ExitStatus.unwritable)
        #expect(outcome.errors.contains("No program was found that makes a PDF"))
        #expect(outcome.errors.contains("--format odt"))
        #expect(!FileManager.default.fileExists(atPath: files.path("report.pdf")))
    }
}

/// A program that makes a PDF, played by a script.
@Suite struct PDFProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func program(_ kind: PDFProgram.Kind, _ script: String) throws -> PDFProgram {
        let file = folder.file("converter")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return PDFProgram(kind: kind, path: file.path)
    }

    @Test func `WeasyPrint is asked for PDF/UA of the page, and its file is taken`() throws {
        // Of its words the last is the file to make, and the one before it the page.
        let program = try program(
            .weasyPrint,
            "echo \"$1 $2 $3\" > report.txt; while [ $# -gt 2 ]; do shift; done; cat report.txt \"$1\" > \"$2\"")
        let bytes = try program.pdf(of: "<p>page</p>", day: "20260331")
        #expect(String(decoding: bytes, as: UTF8.self) == "--quiet --pdf-variant pdf/ua-1\n<p>page</p>")
    }

    @Test func `the moment in a file of Chromium becomes the day of the report`() throws {
        let program = try program(
            .chromium,
            """
            for word in "$@"; do case $word in --print-to-pdf=*) target="${word#--print-to-pdf=}";; esac; done
            printf "<</CreationDate (D:20261130140000+00'00')\\n/ModDate (D:20261130140001+00'00')>>x" > "$target"
            """)
        let bytes = try program.pdf(of: "<p>page</p>", day: "20260331")
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "<</CreationDate (D:20260331000000+00'00')\n/ModDate (D:20260331000000+00'00')>>x")
    }

    @Test(arguments: ["exit 3", "true"])
    func `R17 a program that makes nothing is named, and what can be had instead`(script: String) throws {
        let program = try program(.weasyPrint, script)
        let fault = try #require(throws: ReportFault.self) { try program.pdf(of: "", day: "20260331") }
        #expect(fault.message(in: .nl).contains("converter kon geen PDF maken"))
        #expect(fault.message(in: .en).contains("--format odt"))
    }
}
