import Analyst
import Foundation
import RuleEngine

/// A program of a few lines that stands on the library of the application, without its command line: it reads the fact sheet
/// that its environment names, and tells what is in it. `LibraryTests` runs it.
@main
struct LibraryProgram {
    static func main() throws {
        let path = ProcessInfo.processInfo.environment["SHEET"] ?? ""
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let sheet = try FactSheet.read(SourceFile(name: "sheet.yaml", text: text))
        let summary = "\(sheet.id): \(sheet.figures.count) figures, \(sheet.efforts.count) efforts\n"
        try FileHandle.standardOutput.write(contentsOf: Data(summary.utf8))
    }
}
