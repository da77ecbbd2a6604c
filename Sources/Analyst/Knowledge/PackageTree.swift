import RuleEngine

/// The files of a version in its repository, judged before one byte of them is read.
package struct PackageTree: Sendable {
    package struct Entry: Hashable, Sendable {
        /// As git writes it: `100644`, `120000` for a link, `160000` for a repository inside.
        package let mode: String
        /// The name that git knows the content by.
        package let object: String
        /// In bytes; `nil` for what is no file.
        package let size: Int?
        package let path: String

        package init(mode: String, object: String, size: Int?, path: String) {
            self.mode = mode
            self.object = object
            self.size = size
            self.path = path
        }
    }

    /// What is taken over, in the order of paths.
    package let files: [Entry]
    /// What stays behind.
    package let leftOut: [String]

    /// - Throws: `knowledge/link`, `knowledge/submodule`, `knowledge/path`, `knowledge/limit`, `knowledge/no-manifest`, all at once.
    package init(_ entries: [Entry], of name: String, limits: PackageLimits = .standard) throws(BadInput) {
        var faults: [Diagnostic] = []
        if entries.count > limits.files { faults.append(.tooMany(name, entries.count, limits.files)) }
        var seen: [String: String] = [:]
        var taken: [Entry] = []
        var total = 0
        // Of thousands of faults the first ones are told.
        for entry in entries.sorted(by: { $0.path < $1.path }).prefix(limits.files) {
            guard PackagePath.isSafe(entry.path) else {
                faults.append(.path(name, entry.path))
                continue
            }
            switch entry.mode {
            case "120000": faults.append(.link("\(name)/\(entry.path)"))
            case "160000": faults.append(.submodule("\(name)/\(entry.path)"))
            case "100644", "100755", "100664":
                guard PackagePath.isTaken(entry.path) else { continue }
                if let other = seen.updateValue(entry.path, forKey: entry.path.lowercased()) {
                    faults.append(.sameName(name, other, entry.path))
                }
                let size = entry.size ?? 0
                if size > limits.file { faults.append(.tooLarge("\(name)/\(entry.path)", size, limits.file)) }
                total += size
                taken.append(entry)
            default: faults.append(.path(name, entry.path))
            }
        }
        if total > limits.total { faults.append(.tooLarge(name, total, limits.total)) }
        if faults.isEmpty, !taken.contains(where: { $0.path == PackageManifest.fileName }) {
            faults.append(.noManifest(name))
        }
        guard faults.isEmpty else { throw BadInput(Array(faults.prefix(Self.mostTold))) }
        files = taken
        let paths = Set(taken.map(\.path))
        leftOut = entries.map(\.path).filter { !paths.contains($0) }.sorted()
    }

    private static let mostTold = 20
}

// MARK: - Wordings

extension Diagnostic {
    static func link(_ place: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/link",
            message: LocalizedText(
                nl: "\(place) is een koppeling; zij kan buiten het pakket leiden",
                en: "\(place) is a link; it can lead out of the package"), at: nil,
            hint: LocalizedText(
                nl: "een pakket heeft alleen gewone bestanden; vraag de uitgever het bestand zelf op te nemen",
                en: "a package has plain files alone; ask the publisher to put the file itself there"))
    }

    fileprivate static func submodule(_ place: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/submodule",
            message: LocalizedText(
                nl: "\(place) verwijst naar een andere git-repository; wat daar staat, ligt niet vast",
                en: "\(place) refers to another git repository; what is in it is not settled here"), at: nil,
            hint: LocalizedText(
                nl: "vraag de uitgever het andere pakket onder builds-on te noemen",
                en: "ask the publisher to name the other package under builds-on"))
    }

    fileprivate static func path(_ name: String, _ path: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/path",
            message: LocalizedText(
                nl: "\(name) bevat ‘\(path)’; zo kan een bestand van een pakket niet heten",
                en: "\(name) holds ‘\(path)’; a file of a package cannot be called so"), at: nil,
            hint: LocalizedText(
                nl: "een pad blijft binnen het pakket, is hoogstens 200 tekens lang en bevat geen .., \\ of :",
                en: "a path stays within the package, has at most 200 characters and holds no .., \\ or :"))
    }

    fileprivate static func sameName(_ name: String, _ first: String, _ second: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/path",
            message: LocalizedText(
                nl: "\(name) bevat ‘\(first)’ en ‘\(second)’, op sommige computers één bestand",
                en: "\(name) holds ‘\(first)’ and ‘\(second)’, one file on some machines"), at: nil,
            hint: LocalizedText(
                nl: "vraag de uitgever een van beide anders te noemen", en: "ask the publisher to rename one of them"))
    }

    static func tooLarge(_ place: String, _ size: Int, _ limit: Int) -> Diagnostic {
        Diagnostic(
            code: "knowledge/limit",
            message: LocalizedText(
                nl: "\(place) is \(size) bytes groot; meer dan \(limit >> 10) KiB wordt niet overgenomen",
                en: "\(place) has \(size) bytes; more than \(limit >> 10) KiB is not taken over"), at: nil,
            hint: LocalizedText(
                nl: "een pakket heeft tekst; vraag de uitgever tabellen elders te bewaren",
                en: "a package holds text; ask the publisher to keep tables elsewhere"))
    }

    fileprivate static func tooMany(_ name: String, _ count: Int, _ limit: Int) -> Diagnostic {
        Diagnostic(
            code: "knowledge/limit",
            message: LocalizedText(
                nl: "\(name) heeft \(count) bestanden; meer dan \(limit) wordt niet overgenomen",
                en: "\(name) has \(count) files; more than \(limit) are not taken over"), at: nil,
            hint: LocalizedText(
                nl: "controleer of dit het goede adres is", en: "check whether this is the right address"))
    }

    fileprivate static func noManifest(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/no-manifest",
            message: LocalizedText(
                nl: "\(name) heeft geen \(PackageManifest.fileName); het is geen kennispakket",
                en: "\(name) has no \(PackageManifest.fileName); it is no package of knowledge"), at: nil,
            hint: LocalizedText(
                nl: "controleer het adres en de versie", en: "check the address and the version"))
    }
}
