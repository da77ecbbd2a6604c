import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// Options that most commands share.
struct CommonOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Taal: nl of en. / Language: nl or en.")
    var languageCode: String?

    @Option(help: "Datum van de analyse (jjjj-mm-dd); zonder: vandaag. / Date of the analysis; without it: today.")
    var date: String?

    @Option(help: "Map met regels. / Folder of rules.")
    var rules: String?

    @Flag(name: .customLong("allow-errors"), help: "Ga door met de goede regels. / Go on with the sound rules.")
    var allowErrors = false

    func validate() throws {
        if let languageCode, Language(rawValue: languageCode) == nil { throw ValidationError("--lang: nl, en") }
    }

    /// The language asked for, else that of the environment, else Dutch.
    var language: Language {
        let code = languageCode ?? ProcessInfo.processInfo.environment["LANG"] ?? ""
        return code.hasPrefix("en") ? .en : .nl
    }

    /// The day of the analysis. Only here the clock is read.
    func analysisDate() throws -> FEELDate {
        if let date {
            guard let day = FEELDate(date) else {
                throw ValidationError("--date: jjjj-mm-dd / yyyy-mm-dd")
            }
            return day
        }
        let days = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
        guard let today = FEELDate(daysSinceEpoch: days) else { throw ValidationError("--date") }
        return today
    }

    /// The rules, or an end with the list of what is wrong with them.
    func library() throws -> RuleLibrary { try library(at: RuleLibrary.folder(rules)) }

    /// The rules of a folder or a file, or an end with the list of what is wrong with them.
    func library(at place: URL) throws -> RuleLibrary {
        try attempt { () throws(BadInput) in
            var library = try RuleLibrary(path: place)
            library.timeZones = SystemTimeZones()
            if library.hasErrors, !allowErrors {
                throw BadInput(library.reading.diagnostics.filter { $0.severity == .error }, sources: library.files)
            }
            return library
        }
    }

    /// Runs something that reads input; bad input is told on standard error and ends with exit code 3.
    func attempt<Value>(_ body: () throws(BadInput) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            let text = DiagnosticRenderer(language: language, sources: error.sources).render(error.diagnostics)
            Console.error(text)
            throw ExitCode(3)
        }
    }

    /// A sheet whose codes the rules know, or an end with the list of what is wrong with it.
    func sheet(_ path: String, for ruleBase: RuleBase) throws -> FactSheet {
        try attempt { () throws(BadInput) in
            try FactSheet.read(TextFile.read(URL(filePath: path), name: path)).checked(against: ruleBase)
        }
    }
}

/// Messages go to standard error, results to standard output.
enum Console {
    static func error(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func output(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
