package import Foundation
package import RuleEngine

/// All that is wrong with rules, the cases beside them and the recipes of tables, in one go.
///
///     let check = try RuleCheck(["rules/wonen"], rules: folder, on: today)
///     print(CheckReport(check, language: .nl).text)
///
/// A file or folder within the usual folder of rules is read with all of that folder, because it uses its names; only what
/// is wrong there is then told, with causes that lie elsewhere. Anything else is a rule base of its own.
package struct RuleCheck: Sendable {
    /// One rule base that was read.
    package struct Reading: Sendable {
        /// The folder, the file, or `-`.
        package let place: String
        /// How many files of rules, of cases and of recipes were read.
        package let files: Int
        package let caseFiles: Int
        package let recipes: Int
        package let rules: Int
        /// Production systems, and the rules in them.
        package let productionSets: Int
        package let productionRules: Int
        /// What of it is told, as messages name it; empty: all.
        package let chosen: [String]
    }

    package private(set) var readings: [Reading] = []
    /// Mistakes with what follows from them, and warnings.
    package private(set) var causes: [DiagnosticCauses.Cause] = []
    /// What was skipped in folders because it holds no rules.
    package private(set) var notes: [Diagnostic] = []
    package private(set) var sources: [SourceFile] = []

    /// - Parameters:
    ///   - paths: folders and files as a user names them; empty for the usual folder.
    ///   - standard: the usual folder.
    ///   - day: what hangs on the day is left out without it.
    /// - Throws: why nothing can be read.
    package init(_ paths: [String], rules standard: URL, on day: FEELDate?) throws(BadInput) {
        let folder = standard.resolvingSymlinksInPath()
        var inside: [String] = []
        var others: [String] = []
        for path in paths {
            let resolved = URL(filePath: path).resolvingSymlinksInPath().path
            if !InputFile(path).isStandardInput, resolved.hasPrefix(folder.path + "/") {
                inside.append(folder.lastPathComponent + resolved.dropFirst(folder.path.count))
            } else {
                others.append(path)
            }
        }
        if paths.isEmpty || !inside.isEmpty {
            try check(RuleLibrary(path: folder), at: folder, chosen: inside, on: day)
        }
        for path in others {
            if InputFile(path).isStandardInput {
                add(try RuleLibrary(argument: path), place: path, cases: [], chosen: [], on: day)
            } else {
                let place = URL(filePath: path)
                try check(RuleLibrary(path: place), at: place.resolvingSymlinksInPath(), chosen: [], on: day)
            }
        }
    }

    /// Checks rules that are at hand, such as those that somebody edits.
    ///
    /// - Parameters:
    ///   - cases: the files of cases beside them.
    ///   - place: the folder, as messages name it.
    package init(_ library: RuleLibrary, cases: [SourceFile], at place: String, on day: FEELDate?) {
        add(library, place: place, cases: cases, chosen: [], on: day)
    }

    private mutating func check(
        _ library: RuleLibrary, at place: URL, chosen: [String], on day: FEELDate?
    ) throws(BadInput) {
        let cases = try RuleCaseFiles([], rules: place).cases
        let known = (library.files + library.importFiles + cases).map(\.name)
        for name in chosen where !known.contains(where: { Self.isChosen($0, by: [name]) }) {
            throw BadInput([.nothingToCheck(name)])
        }
        add(library, place: place.path, cases: cases, chosen: chosen, on: day)
    }

    private mutating func add(
        _ library: RuleLibrary, place: String, cases: [SourceFile], chosen: [String], on day: FEELDate?
    ) {
        let base = library.ruleBase
        func count(_ files: [SourceFile]) -> Int { files.count { Self.isChosen($0.name, by: chosen) } }
        let sets = base.productionSets.filter { Self.isChosen($0.span.file, by: chosen) }
        readings.append(
            Reading(
                place: place, files: count(library.files), caseFiles: count(cases), recipes: count(library.importFiles),
                rules: base.rules.count { Self.isChosen($0.span.file, by: chosen) }, productionSets: sets.count,
                productionRules: sets.map(\.rules.count).reduce(0, +), chosen: chosen))
        let files = library.files + library.importFiles + cases
        var found = RuleChecks(library: library, on: day).diagnostics + ImportRecipes(library).diagnostics
        // Of cases under rules with mistakes nothing can be said but what follows from these.
        if !library.hasErrors, let day { found += RuleCaseReader.diagnostics(cases, base, date: day) }
        let all = DiagnosticCauses(found, in: files).causes
        causes += all.filter { cause in
            ([cause.diagnostic] + cause.followers).contains { Self.isChosen($0.span?.file, by: chosen) }
        }
        if chosen.isEmpty { notes += library.notes }
        sources += files
    }

    /// Whether a file is one of those named, or lies in a folder that is.
    private static func isChosen(_ file: String?, by chosen: [String]) -> Bool {
        guard let file else { return chosen.isEmpty }
        return chosen.isEmpty || chosen.contains { file == $0 || file.hasPrefix($0 + "/") }
    }

    /// Errors by themselves, without those that follow from others.
    package var errors: Int { causes.count { $0.diagnostic.severity == .error } }
    package var warnings: Int { causes.count { $0.diagnostic.severity == .warning } }
    /// Messages that follow from others.
    package var followers: Int { causes.map(\.followers.count).reduce(0, +) }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func nothingToCheck(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "file/nothing-to-check",
            message: LocalizedText(
                nl: "\(name) is geen bestand of map met regels, gevallen of recepten",
                en: "\(name) is no file or folder of rules, cases or recipes"),
            at: nil,
            hint: LocalizedText(
                nl: "geef een bestand dat eindigt op .yaml, of een map waarin zulke bestanden staan",
                en: "name a file that ends in .yaml, or a folder with such files"))
    }
}
