import Analyst
import Foundation
import RuleEngine

/// A program of this machine that makes a PDF of a page: WeasyPrint, else Chromium.
///
/// Both tag what they make; WeasyPrint says that it holds to PDF/UA as well. Chromium writes the moment into the file, in the place
/// of which comes the day of the report, so that the same report gives the same bytes.
struct PDFProgram: PDFConverter {
    enum Kind { case weasyPrint, chromium }

    let kind: Kind
    let path: String

    /// So long a program may take; what takes longer is stopped.
    private static let limit: TimeInterval = 300

    /// The first of the programs that is there; `nil` where none is.
    static var installed: PDFProgram? {
        let names: [(Kind, String)] = [
            (.weasyPrint, "weasyprint"), (.chromium, "chromium"), (.chromium, "chromium-browser"),
            (.chromium, "google-chrome"),
        ]
        for (kind, name) in names {
            if let path = ProgramFile.find(name) { return PDFProgram(kind: kind, path: path) }
        }
        return nil
    }

    func pdf(of page: String, day: String) throws(ReportFault) -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "analyst-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw failure(error.localizedDescription)
        }
        defer {
            // What stays behind holds nothing that the user did not ask to be written, and the system clears it.
            try? FileManager.default.removeItem(at: folder)
        }
        let (source, target) = (folder.appending(path: "report.html").path, folder.appending(path: "report.pdf").path)
        do {
            try OutputFile(source).write(Array(page.utf8))
            try run(arguments(source, target, folder.path), in: folder)
            return dated(try InputFile(target).bytes(limit: 1 << 30), day: day)
        } catch let fault as FileFault {
            throw failure(fault.reason.en)
        } catch let fault as ReportFault {
            throw fault
        } catch {
            throw failure("\(error)")
        }
    }

    private func arguments(_ source: String, _ target: String, _ folder: String) -> [String] {
        switch kind {
        case .weasyPrint: ["--quiet", "--pdf-variant", "pdf/ua-1", source, target]
        case .chromium:
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-extensions", "--no-first-run",
                "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer", "--generate-pdf-document-outline",
                "--print-to-pdf=\(target)", URL(filePath: source).absoluteString,
            ]
        }
    }

    private func run(_ arguments: [String], in folder: URL) throws(ReportFault) {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        // The moment that some programs write into what they make.
        environment["SOURCE_DATE_EPOCH"] = "0"
        process.environment = environment
        process.standardInput = nil
        process.standardOutput = nil
        process.standardError = nil
        do {
            try process.run()
        } catch {
            throw failure(error.localizedDescription)
        }
        let end = Date(timeIntervalSinceNow: Self.limit)
        while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
        guard !process.isRunning else {
            process.terminate()
            throw failure("> \(Int(Self.limit)) s")
        }
        guard process.terminationStatus == 0 else { throw failure("exit \(process.terminationStatus)") }
    }

    /// Puts the day in the place of each moment, in as many characters, so that nothing in the file moves.
    private func dated(_ bytes: [UInt8], day: String) -> [UInt8] {
        guard day.utf8.count == 8 else { return bytes }
        var bytes = bytes
        let moment = Array("\(day)000000+00'00'".utf8)
        for mark in ["/CreationDate (D:", "/ModDate (D:", "/CreationDate(D:", "/ModDate(D:"].map({ Array($0.utf8) }) {
            var start = bytes.startIndex
            while let found = bytes[start...].firstRange(of: mark) {
                start = found.upperBound
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")) ?? start
                guard end - start <= moment.count else { continue }
                bytes.replaceSubrange(start..<end, with: moment.prefix(end - start))
            }
        }
        return bytes
    }

    private func failure(_ message: String) -> ReportFault {
        .conversionFailed(program: URL(filePath: path).lastPathComponent, message: message)
    }
}
