import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst sheet check`: what an analysis would say against sheets.
///
/// A file that cannot be read ends with exit code 3, a finding with 1. What may be data of a person is a warning.
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
        var (findings, warnings) = (0, 0)
        for file in files {
            let personal = PersonalData.warnings(in: file)
            warnings += personal.count
            if !personal.isEmpty {
                // Without the text of the file: what is to be removed is not to be shown once more.
                Console.error(DiagnosticRenderer(language: common.language, sources: []).render(personal))
            }
            let faults = FactSheet.faults(in: file, against: library.ruleBase)
            guard !faults.isEmpty else { continue }
            findings += faults.count
            Console.error(DiagnosticRenderer(language: common.language, sources: [file]).render(faults))
        }
        let told = warnings > 0 ? ", " + LocalizedText.warnings(warnings)[common.language] : ""
        Console.output(LocalizedText.counted(sheets: files.count, findings)[common.language] + told + "\n")
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

    fileprivate static func warnings(_ count: Int) -> LocalizedText {
        LocalizedText(
            nl: "\(count) \(count == 1 ? "waarschuwing" : "waarschuwingen")",
            en: "\(count) \(count == 1 ? "warning" : "warnings")")
    }
}
