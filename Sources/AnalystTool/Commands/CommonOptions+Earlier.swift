import Analyst
internal import ArgumentParser
import Foundation
import RuleEngine

/// The rules that those of now are compared with.
extension CommonOptions {
    /// - Parameter version: a folder, or a version of git.
    /// - Returns: rules without errors, or an end with what is wrong.
    func library(before version: String) throws -> RuleLibrary {
        if RuleLibrary.isFolder(URL(filePath: version)) { return try library(named: version) }
        let folder = rulesFolder.resolvingSymlinksInPath()
        do {
            guard let git = GitProgram.installed else { throw GitProgram.Fault.missing }
            let files = try git.files(below: folder, in: version)
            return try sound(
                attempt { () throws(BadInput) in
                    try RuleLibrary(earlier: files, folder: folder.lastPathComponent, revision: version)
                })
        } catch let fault as GitProgram.Fault {
            Console.error(fault.message(version)[language])
            throw ExitCode(ExitStatus.badInput)
        }
    }
}
