package import RuleEngine

/// The rules and sheets of a receipt as they are now.
///
///     let inputs = ReplayInputs(receipt, library: library, sheets: receipt.sheets.map(\.digest.file))
///     let difference = inputs.difference
package struct ReplayInputs: Sendable {
    /// The file of a sheet as it is now.
    package struct Sheet: Sendable {
        /// As the user named it.
        package let name: String
        /// `nil` where nothing can be read.
        package let digest: FileDigest?
        /// The text, or why there is none.
        package let file: Result<SourceFile, BadInput>
    }

    package let receipt: Receipt
    package let library: RuleLibrary
    /// In the order of the receipt.
    package let sheets: [Sheet]

    /// - Parameters:
    ///   - library: the rules, also where they are wrong.
    ///   - paths: the file of each sheet of the receipt, in its order.
    package init(_ receipt: Receipt, library: RuleLibrary, sheets paths: [String]) {
        self.receipt = receipt
        self.library = library
        sheets = paths.map { path in
            var digest: FileDigest?
            let file = Result { () throws(BadInput) in
                try TextFile.read(argument: path) { digest = FileDigest(file: path, of: $0) }
            }
            return Sheet(name: path, digest: digest, file: file)
        }
    }

    /// Which of the files, and whether the program, are not what the receipt names.
    package var difference: InputDifference {
        let now = Dictionary(
            library.digests.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let then = Dictionary(
            receipt.rules.files.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let rules = Set(now.keys).union(then.keys).sorted().compactMap { file -> InputDifference.File? in
            guard now[file] != then[file] else { return nil }
            return .init(name: file, change: now[file] == nil ? .gone : then[file] == nil ? .added : .changed)
        }
        let changed = zip(receipt.sheets, sheets).compactMap { old, new -> InputDifference.File? in
            guard let digest = new.digest else { return .init(name: new.name, change: .gone) }
            return digest.sha256 == old.digest.sha256 ? nil : .init(name: new.name, change: .changed)
        }
        return InputDifference(
            program: receipt.program == ProgramVersion.text ? nil : receipt.program, rules: rules,
            ruleCount: receipt.rules.files.count, sheets: changed, sheetCount: receipt.sheets.count)
    }

    /// The sheets, checked against the rules.
    ///
    /// - Throws: all that is wrong with them.
    package func checkedSheets() throws(BadInput) -> [FactSheet] {
        var faults: [BadInput] = []
        var result: [FactSheet] = []
        for sheet in sheets {
            do {
                var read = try FactSheet.read(sheet.file.get()).checked(against: library.ruleBase)
                read.digest = sheet.digest
                result.append(read)
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw BadInput(faults) }
        return result
    }

    /// The analysis made again.
    ///
    /// - Parameter rules: those of the library, compiled.
    package func run(_ sheets: [FactSheet], under rules: CompiledRules) -> (AnalysisRun, [Diagnostic]) {
        var run = AnalysisRun(receipt.options, under: rules, on: receipt.date)
        var faults: [Diagnostic] = []
        for sheet in sheets { faults += run.add(sheet) }
        return (run, faults)
    }
}
