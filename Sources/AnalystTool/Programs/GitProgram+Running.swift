import Analyst
import Dispatch
import Foundation
import RuleEngine
import Synchronization

extension GitProgram {
    /// What a call may ask of the machine.
    struct Limits {
        var seconds = PackageLimits.standard.seconds
        /// Bytes that it may say.
        var output = 256 << 20
        /// A folder that it writes into, and how large that may become.
        var folder: (path: String, bytes: Int)?
    }

    /// What a call said.
    struct Answer {
        let output: [UInt8]
        /// What it said beside, as lines.
        let words: [String]
    }

    /// Settings that every call gets; they count before those of the user and of any repository.
    private static let settings = [
        // Nothing of a repository is started.
        "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.pager=cat", "core.symlinks=false",
        "protocol.allow=never", "protocol.https.allow=always", "protocol.ssh.allow=always",
        "protocol.file.allow=always",
        "submodule.recurse=false", "fetch.recurseSubmodules=false",
        // What is fetched is looked at before it is kept.
        "transfer.fsckObjects=true", "fetch.fsckObjects=true", "core.bigFileThreshold=16m",
        "safe.bareRepository=all", "gc.auto=0", "maintenance.auto=false", "credential.interactive=never",
        "advice.detachedHead=false",
    ]

    /// Of the environment only this goes along: nothing that names another repository, configuration or program.
    private static let environment = [
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "GNUPGHOME", "SSH_AUTH_SOCK", "https_proxy",
        "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ]

    private static var closedOff: [String: String] {
        let own = ProcessInfo.processInfo.environment.filter { environment.contains($0.key) }
        let fixed = [
            "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "/bin/false", "SSH_ASKPASS": "/bin/false",
            "SSH_ASKPASS_REQUIRE": "never", "GCM_INTERACTIVE": "never", "GIT_ALLOW_PROTOCOL": "https:ssh:file",
            "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oPermitLocalCommand=no -oClearAllForwardings=yes",
            "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1",
        ]
        return own.merging(fixed) { _, last in last }
    }

    /// Runs git in a folder and gives what it says.
    ///
    /// - Parameters:
    ///   - settings: more settings, `name=value`.
    ///   - input: what is put to it.
    func run(
        _ arguments: [String], in folder: URL, settings: [String] = [], input: [UInt8] = [], limits: Limits = Limits()
    ) throws(Fault) -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments =
            ["-C", folder.path, "--no-pager"] + (Self.settings + settings).flatMap { ["-c", $0] } + arguments
        process.environment = Self.closedOff
        let (question, answer, words) = (Pipe(), Pipe(), Pipe())
        process.standardInput = question
        process.standardOutput = answer
        process.standardError = words
        do {
            try process.run()
        } catch {
            throw .refused(error.localizedDescription)
        }
        let output = Heard(limit: limits.output)
        let errors = Heard(limit: 1 << 20)
        let listeners = DispatchGroup()
        for (pipe, heard) in [(answer, output), (words, errors)] {
            let reader = pipe.fileHandleForReading
            DispatchQueue.global().async(group: listeners) { heard.listen { reader.availableData } }
        }
        let writer = question.fileHandleForWriting
        DispatchQueue.global().async {
            // Where git does not want to hear more, it says why.
            try? writer.write(contentsOf: Data(input))
            // It is closed with the program in any case.
            try? writer.close()
        }
        let fault = wait(for: process, output, limits)
        // Helpers of git that still run hold the streams open; they are not waited for.
        _ = listeners.wait(timeout: .now() + (fault == nil ? 5 : 0.5))
        if let fault { throw fault }
        let lines = String(decoding: errors.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        guard process.terminationStatus == 0 else {
            throw .refused(Self.reason(lines) ?? "exit \(process.terminationStatus)")
        }
        return Answer(output: output.bytes, words: lines)
    }

    /// The line that says why: the first that tells of an error, else the last.
    private static func reason(_ lines: [String]) -> String? {
        lines.first { $0.hasPrefix("error:") || $0.hasPrefix("fatal:") } ?? lines.last
    }

    /// Waits until it ends, or meets a limit and is ended.
    private func wait(for process: Process, _ output: Heard, _ limits: Limits) -> Fault? {
        let end = Date(timeIntervalSinceNow: limits.seconds)
        var rounds = 0
        while process.isRunning {
            var fault: Fault?
            rounds += 1
            if Date() > end { fault = .limit(.tooSlow(Int(limits.seconds))) }
            if output.isFull { fault = .limit(.tooMuch(limits.output)) }
            if rounds % 10 == 0, let folder = limits.folder, FolderSize.bytes(below: folder.path) > folder.bytes {
                fault = .limit(.tooMuch(folder.bytes))
            }
            if let fault {
                process.terminate()
                let last = Date(timeIntervalSinceNow: 2)
                while process.isRunning, Date() < last { Thread.sleep(forTimeInterval: 0.01) }
                if process.isRunning { kill(process.processIdentifier, SIGKILL) }
                return fault
            }
            Thread.sleep(forTimeInterval: rounds < 20 ? 0.002 : 0.02)
        }
        if let folder = limits.folder, FolderSize.bytes(below: folder.path) > folder.bytes {
            return .limit(.tooMuch(folder.bytes))
        }
        return output.isFull ? .limit(.tooMuch(limits.output)) : nil
    }
}

/// What comes out of a stream, up to a limit.
private final class Heard: Sendable {
    private let kept = Mutex<[UInt8]>([])
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var bytes: [UInt8] { kept.withLock { $0 } }
    var isFull: Bool { kept.withLock { $0.count > limit } }

    /// Listens to the end; what is beyond the limit is heard and forgotten, so that nobody waits for a reader.
    func listen(_ next: () -> Data) {
        while true {
            let data = next()
            guard !data.isEmpty else { return }
            kept.withLock { bytes in
                if bytes.count <= limit { bytes += data }
            }
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func tooSlow(_ seconds: Int) -> LocalizedText {
        LocalizedText(
            nl: "git was na \(seconds) seconden nog niet klaar", en: "git was not done after \(seconds) seconds")
    }

    fileprivate static func tooMuch(_ bytes: Int) -> LocalizedText {
        LocalizedText(
            nl: "het is meer dan \(bytes >> 20) MiB", en: "it is more than \(bytes >> 20) MiB")
    }
}
