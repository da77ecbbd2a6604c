package import RuleEngine

/// Changes of rule files that belong together, with a name and how far they are: a folder beside the rules, with the whole
/// text of each changed file and what stood there before.
///
///     rule-versions/2026-11-30-lagere-grens/
///         version.yaml             what it is called, and what became of it when and by whom
///         rules/wonen/wonen.yaml   the text of this version
///         before/wonen/wonen.yaml  the text that was in use when the work on the file began
package struct RuleVersion: Hashable, Identifiable, Sendable {
    /// How far the work is; files name the states in Dutch.
    package enum State: String, CaseIterable, Sendable {
        case concept
        case checked = "nagekeken"
        case active = "actief"
        case ended = "vervallen"

        /// Whether its files may still be changed.
        package var isOpen: Bool { self == .concept || self == .checked }
    }

    /// When it came into a state, and by whom.
    package struct Step: Hashable, Sendable {
        package let state: State
        package let day: FEELDate
        package let author: String?
        package let note: String?

        package init(_ state: State, on day: FEELDate, by author: String?, note: String? = nil) {
            self.state = state
            self.day = day
            self.author = author
            self.note = note
        }
    }

    /// The name of its folder.
    package let id: String
    package var title: String
    /// The first day on which it may be in use, where somebody planned that.
    package var from: FEELDate?
    /// In the order of time; the last one counts.
    package var steps: [Step]
    /// Its files were about to be put among the rules, and nobody knows whether all of them are there.
    package var isUnfinished = false
    /// The changed files, in the order of their paths.
    package internal(set) var files: [RuleFilePath] = []

    package var state: State { steps.last?.state ?? .concept }

    package init(id: String, title: String, steps: [Step]) {
        self.id = id
        self.title = title
        self.steps = steps
    }

    /// The name of the folder of a new version: the day and words of the title.
    static func id(_ title: String, on day: FEELDate, besides known: Set<String>) -> String {
        let words = FileSlug.of(title).prefix(60)
        let start = words.isEmpty ? "\(day)" : "\(day)-\(words)"
        guard known.contains(start) else { return start }
        var number = 2
        while known.contains("\(start)-\(number)") { number += 1 }
        return "\(start)-\(number)"
    }

    /// Whether a text can be the name of such a folder.
    static func isID(_ text: String) -> Bool {
        (1...120).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}

/// Why something cannot be done with a version.
package enum RuleVersionFault: Error, Sendable {
    case noSuchVersion
    case noSuchFile
    /// The version is in a state in which this cannot be done.
    case wrongState(RuleVersion.State)
    /// Somebody else changed the text since it was shown: what stands there now; `nil` when nothing does.
    case textChanged(SourceFile?)
    /// Rule files in use are no longer what they were when the work on them began.
    case rulesChanged([RuleFilePath])
    /// A place cannot be written.
    case unwritable(String, FileFault)
    case bad(BadInput)
}

// MARK: - Wordings

extension RuleVersion.State {
    package var title: LocalizedText {
        switch self {
        case .concept: LocalizedText(nl: "concept", en: "draft")
        case .checked: LocalizedText(nl: "nagekeken", en: "checked")
        case .active: LocalizedText(nl: "actief", en: "active")
        case .ended: LocalizedText(nl: "vervallen", en: "ended")
        }
    }
}
