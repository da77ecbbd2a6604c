import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst sheet check`: what an analysis would say against sheets.
///
/// A file that cannot be read ends with exit code 3, a finding with 1.
struct SheetCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Controleer feitenbladen. / Check fact sheets.",
        discussion: "analyst sheet check sheets/areas/*.yaml")

    @Argument(help: "Feitenbladen. / Fact sheets.")
    var sheets: [String]

    @OptionGroup var common: CommonOptions

    func run() throws {
        let library = try common.library()
        let files = try common.attempt { () throws(BadInput) in
            var files: [SourceFile] = []
            for sheet in sheets { files.append(try TextFile.read(argument: sheet)) }
            return files
        }
        var findings = 0
        for file in files {
            let faults = FactSheet.faults(in: file, against: library.ruleBase)
            guard !faults.isEmpty else { continue }
            findings += faults.count
            Console.error(DiagnosticRenderer(language: common.language, sources: [file]).render(faults))
        }
        Console.output(LocalizedText.counted(sheets: files.count, findings)[common.language] + "\n")
        if findings > 0 { throw ExitCode(ExitStatus.findings) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func counted(sheets: Int, _ findings: Int) -> LocalizedText {
        LocalizedText(
            nl:
                "\(sheets) \(sheets == 1 ? "feitenblad" : "feitenbladen"), \(findings) \(findings == 1 ? "fout" : "fouten")",
            en: "\(sheets) \(sheets == 1 ? "sheet" : "sheets"), \(findings) \(findings == 1 ? "finding" : "findings")")
    }
}
