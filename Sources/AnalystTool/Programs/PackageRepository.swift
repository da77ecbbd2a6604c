import Analyst
import Foundation
import RuleEngine

/// The repository in which a package is published, read with git. The only way of packages to the network:
/// `analyst knowledge add` and `update` alone go it.
///
/// One version is fetched, without history, into a folder of its own that nothing is checked out of; files are judged by their
/// names and sizes before they are read, and read as they are stored, without filters.
struct PackageRepository {
    let git: GitProgram
    let limits: PackageLimits

    /// - Throws: `knowledge/git` where there is no git.
    init(limits: PackageLimits = .standard) throws(BadInput) {
        guard let git = GitProgram.installed else { throw BadInput([.noGit]) }
        self.git = git
        self.limits = limits
    }

    // MARK: Versions

    /// A tag that is a version, with the commit that it leads to now.
    struct Version {
        let tag: String
        let version: PackageVersion
        let commit: String
    }

    /// The tags that are versions, the highest first.
    ///
    /// - Throws: `knowledge/no-version` where there is none.
    func versions(at address: PackageAddress) throws(BadInput) -> [Version] {
        let answer = try call(["ls-remote", "--tags", "--", address.url], in: temporary.parent, address)
        var commits: [String: String] = [:]
        for line in String(decoding: answer.output, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "\t")
            guard parts.count == 2, parts[1].hasPrefix(Self.tags) else { continue }
            let name = String(parts[1].dropFirst(Self.tags.count))
            // A tag with a text of its own is followed by the commit that it leads to.
            if name.hasSuffix("^{}") {
                commits[String(name.dropLast(3))] = String(parts[0])
            } else if commits[name] == nil {
                commits[name] = String(parts[0])
            }
        }
        let versions = commits.compactMap { tag, commit -> Version? in
            guard PackageAddress.isTag(tag), let version = PackageVersion(tag, tag: true) else { return nil }
            return Version(tag: tag, version: version, commit: commit)
        }
        guard !versions.isEmpty else { throw BadInput([.noVersions(address.url)]) }
        // Of two tags for one version the one with a `v` is the usual one.
        return versions.sorted { ($0.version, $0.tag) > ($1.version, $1.tag) }
    }

    private static let tags = "refs/tags/"

    // MARK: Fetching

    /// Fetches one version.
    ///
    /// - Parameters:
    ///   - signed: the keys that must have signed it; `nil`: nobody is asked.
    ///   - see: is shown the commit before anything else is looked at.
    func package(
        at address: PackageAddress, tag: String, signed: Signers?,
        see: (_ commit: String) throws(BadInput) -> Void = { _ in }
    ) throws(BadInput) -> IncomingPackage {
        let place = temporary.folder
        do {
            try FileManager.default.createDirectory(
                at: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            throw BadInput([.git(address.url, error.localizedDescription)], isUnwritable: true)
        }
        defer {
            // What stays behind is in the folder of temporary files, which the system clears.
            try? FileManager.default.removeItem(at: place)
        }
        _ = try call(["init", "--quiet", "--bare", "--template=", "."], in: place, address)
        let reference = "\(Self.tags)\(tag)"
        _ = try call(
            [
                "fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
                "--upload-pack=git-upload-pack", "--", address.url, "+\(reference):\(reference)",
            ], in: place, address)
        let commit = try text(
            ["rev-parse", "--verify", "--end-of-options", "\(reference)^{commit}"], in: place, address)
        try see(commit)
        let signer = try signed.map { signers throws(BadInput) in try self.signer(of: tag, signers, in: place, address)
        }
        let name = "\(address.url)@\(tag)"
        let tree = try PackageTree(try entries(of: commit, in: place, address), of: name, limits: limits)
        return try IncomingPackage(
            address: address, tag: tag, commit: commit, signer: signer, files: try contents(tree, in: place, address),
            leftOut: tree.leftOut)
    }

    private func entries(of commit: String, in place: URL, _ address: PackageAddress) throws(BadInput) -> [PackageTree
        .Entry]
    {
        let answer = try call(["ls-tree", "-r", "-l", "-z", "--full-tree", commit], in: place, address)
        return answer.output.split(separator: 0).compactMap { line in
            let text = String(decoding: line, as: UTF8.self)
            guard let tab = text.firstIndex(of: "\t") else { return nil }
            let words = text[..<tab].split(separator: " ").map(String.init)
            guard words.count == 4 else { return nil }
            return PackageTree.Entry(
                mode: words[0], object: words[2], size: Int(words[3]), path: String(text[text.index(after: tab)...]))
        }
    }

    /// The files as they are stored: `cat-file` knows no filters and no attributes.
    private func contents(
        _ tree: PackageTree, in place: URL, _ address: PackageAddress
    ) throws(BadInput) -> [(path: String, bytes: [UInt8])] {
        let input = tree.files.map { "\($0.object)\n" }.joined()
        let bytes = try call(["cat-file", "--batch"], in: place, address, input: Array(input.utf8)).output
        var files: [(path: String, bytes: [UInt8])] = []
        var start = 0
        for file in tree.files {
            // "OBJECT blob SIZE", a line break, the bytes, a line break.
            guard let end = bytes[start...].firstIndex(of: 0x0A), let size = file.size, end + size < bytes.count,
                bytes[start..<end].elementsEqual("\(file.object) blob \(size)".utf8)
            else { throw BadInput([.git(address.url, "cat-file: \(file.path)")]) }
            files.append((file.path, Array(bytes[end + 1..<end + 1 + size])))
            start = end + size + 2
        }
        return files
    }

    // MARK: Signatures

    /// Whose signatures count.
    struct Signers {
        /// A file of git with the keys that are trusted; `nil`: what the user's own git trusts.
        let file: String?

        /// - Returns: `nil` where the settings ask for none.
        init?(_ folder: KnowledgeFolder) {
            guard folder.settings.signatures == .required else { return nil }
            file = folder.settings.signers.map {
                $0.hasPrefix("/") ? $0 : folder.place.appending(path: $0).standardizedFileURL.path
            }
        }
    }

    /// Who signed a tag.
    ///
    /// - Throws: `knowledge/unsigned`, `knowledge/bad-signature`.
    private func signer(
        of tag: String, _ signers: Signers, in place: URL, _ address: PackageAddress
    ) throws(BadInput) -> String {
        let name = "\(address.url)@\(tag)"
        let kind = try text(["cat-file", "-t", "\(Self.tags)\(tag)"], in: place, address)
        guard kind == "tag" else { throw BadInput([.unsigned(name)]) }
        let object = String(
            decoding: try call(["cat-file", "tag", "\(Self.tags)\(tag)"], in: place, address).output, as: UTF8.self)
        guard object.contains("\n-----BEGIN ") else { throw BadInput([.unsigned(name)]) }
        // A tag that was signed under another name is not this one.
        guard object.split(separator: "\n").prefix(4).contains("tag \(tag)") else {
            throw BadInput([.badSignature(name, "tag \(tag)?")])
        }
        // Who is listed signs by ssh; git would otherwise take any other kind of signature as well.
        let settings =
            signers.file.map {
                ["gpg.ssh.allowedSignersFile=\($0)", "gpg.openpgp.program=false", "gpg.x509.program=false"]
            } ?? ["gpg.minTrustLevel=marginal"]
        do {
            let words = try git.run(["verify-tag", "--raw", "--", tag], in: place, settings: settings).words
            return Self.signer(in: words)
        } catch {
            switch error {
            case .missing: throw BadInput([.noGit])
            case .refused(let words): throw BadInput([.badSignature(name, words)])
            case .limit(let reason): throw BadInput([.limit(address.url, reason)])
            }
        }
    }

    /// The name and the key, of what git says of a good signature.
    private static func signer(in words: [String]) -> String {
        for line in words {
            if let found = line.firstMatch(of: /Good "git" signature for (.+) with \S+ key (\S+)/) {
                return "\(found.1) (\(found.2))"
            }
            if let found = line.firstMatch(of: /VALIDSIG (\S+)/) { return String(found.1) }
        }
        return words.first ?? ""
    }

    // MARK: git

    private var temporary: (parent: URL, folder: URL) {
        let parent = FileManager.default.temporaryDirectory
        return (parent, parent.appending(path: "analyst-\(UUID().uuidString)"))
    }

    private func text(_ arguments: [String], in place: URL, _ address: PackageAddress) throws(BadInput) -> String {
        let answer = try call(arguments, in: place, address)
        return String(decoding: answer.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func call(
        _ arguments: [String], in place: URL, _ address: PackageAddress, input: [UInt8] = []
    ) throws(BadInput) -> GitProgram.Answer {
        var own = GitProgram.Limits()
        own.seconds = limits.seconds
        own.output = 2 * limits.total
        if arguments.first == "fetch" { own.folder = (place.path, limits.total) }
        do {
            return try git.run(arguments, in: place, input: input, limits: own)
        } catch {
            switch error {
            case .missing: throw BadInput([.noGit])
            case .refused(let words): throw BadInput([.git(address.url, words)])
            case .limit(let reason): throw BadInput([.limit(address.url, reason)])
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static let noGit = Diagnostic(
        code: "knowledge/git",
        message: LocalizedText(
            nl: "het programma git staat niet op deze computer", en: "the program git is not on this machine"), at: nil,
        hint: LocalizedText(
            nl: "installeer git; op Debian en Ubuntu met: sudo apt install git",
            en: "install git; on Debian and Ubuntu with: sudo apt install git"))

    fileprivate static func git(_ url: String, _ words: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/git",
            message: LocalizedText(
                nl: "git kan \(url) niet ophalen: \(words)", en: "git cannot fetch \(url): \(words)"), at: nil,
            hint: LocalizedText(
                nl: "controleer het adres, de versie en of u er toegang toe hebt",
                en: "check the address, the version, and whether you have access"))
    }

    fileprivate static func limit(_ url: String, _ reason: LocalizedText) -> Diagnostic {
        Diagnostic(
            code: "knowledge/limit",
            message: LocalizedText(
                nl: "\(url) wordt niet overgenomen: \(reason.nl)", en: "\(url) is not taken over: \(reason.en)"),
            at: nil,
            hint: LocalizedText(
                nl: "een pakket heeft tekst; vraag de uitgever tabellen elders te bewaren",
                en: "a package holds text; ask the publisher to keep tables elsewhere"))
    }

    fileprivate static func noVersions(_ url: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/no-version",
            message: LocalizedText(
                nl: "\(url) heeft geen versies: geen enkele tag zoals v1.0.0",
                en: "\(url) has no versions: no tag such as v1.0.0"), at: nil,
            hint: LocalizedText(
                nl: "vraag de uitgever een versie uit te brengen: git tag -s v1.0.0",
                en: "ask the publisher to release a version: git tag -s v1.0.0"))
    }

    fileprivate static func unsigned(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/unsigned",
            message: LocalizedText(
                nl: "\(name) is niet ondertekend, en uw instellingen vragen daarom",
                en: "\(name) is not signed, and your settings ask for it"), at: nil,
            hint: LocalizedText(
                nl: "vraag de uitgever de versie te ondertekenen: git tag -s",
                en: "ask the publisher to sign the version: git tag -s"))
    }

    fileprivate static func badSignature(_ name: String, _ words: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/bad-signature",
            message: LocalizedText(
                nl: "de handtekening onder \(name) is niet van iemand die u vertrouwt: \(words)",
                en: "the signature under \(name) is not of somebody you trust: \(words)"), at: nil,
            hint: LocalizedText(
                nl: "vraag de uitgever langs een andere weg welke sleutel de zijne is, en zet die bij de vertrouwde",
                en: "ask the publisher by another way which key is theirs, and put it with those you trust"))
    }
}
