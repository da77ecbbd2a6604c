package import Foundation
package import RuleEngine

/// The answers in the file of a sheet.
///
/// A confirmed answer is in the file before the next question comes: it is written to a file beside the sheet that then
/// takes its place, so that the sheet is whole at every moment. Others may write in the same file meanwhile: each change is
/// made to the sheet as it stands then.
package struct SheetAnswers: AnswerStore {
    private let target: URL
    /// As the user wrote it.
    private let name: String
    private let ruleBase: RuleBase

    /// - Parameter file: a sheet that can be read and written as a whole: no pipe.
    package init(_ file: URL, name: String, under ruleBase: RuleBase) {
        target = file.resolvingSymlinksInPath()
        self.name = name
        self.ruleBase = ruleBase
    }

    package func sheet() throws(AnswerFault) -> FactSheet { try read().sheet }

    package func record(_ change: AnswerChange, by author: String?) throws(AnswerFault) -> FactSheet {
        do {
            return try FolderLock.hold(around: target.path) { try write(change) }
        } catch let fault as FileFault {
            throw .bad(BadInput([.unwritable(name, fault)], isUnwritable: true))
        } catch let fault as AnswerFault {
            throw fault
        } catch {
            throw .bad(BadInput([.unwritable(name, .other(0))], isUnwritable: true))
        }
    }

    private func write(_ change: AnswerChange) throws -> FactSheet {
        let (sheet, bytes) = try read()
        guard !change.isConflict(in: sheet.answers) else {
            throw AnswerFault.conflict(change.standing(in: sheet.answers))
        }
        let answers = change.applied(to: sheet.answers)
        // A byte order mark is no part of the text, but of the file.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = sheet.text(withAnswers: answers)
        try OutputFile(target.path).write((bytes.starts(with: mark) ? mark : []) + text.utf8)
        return try read().sheet
    }

    private func read() throws(AnswerFault) -> (sheet: FactSheet, bytes: [UInt8]) {
        do {
            var bytes: [UInt8] = []
            let file = try TextFile.read(target, name: name) { bytes = $0 }
            var sheet = try FactSheet.read(file).checked(against: ruleBase)
            sheet.digest = FileDigest(file: name, of: bytes)
            return (sheet, bytes)
        } catch {
            throw .bad(error)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unwritable(_ name: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(
            code: "file/unwritable",
            message: LocalizedText(
                nl: "\(name) kan niet geschreven worden: \(fault.reason.nl); dit antwoord is niet opgeslagen",
                en: "\(name) cannot be written: \(fault.reason.en); this answer is not saved"),
            at: nil,
            hint: LocalizedText(
                nl: "controleer of u in deze map mag schrijven", en: "check whether you may write in this folder"))
    }
}
