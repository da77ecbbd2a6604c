import Analyst

/// Finds the dossier that a user means.
struct DossierChoice {
    enum Found: Equatable {
        case none
        case one(DossierSummary)
        case several([DossierSummary])
    }

    /// The first letters of a name must be as many to count.
    private static let leastLetters = 4

    private let dossiers: [DossierSummary]

    init(_ dossiers: [DossierSummary]) { self.dossiers = dossiers }

    /// By its whole name, else by its title, else by the first letters of its name.
    func named(_ name: String) -> Found {
        let ways: [(DossierSummary) -> Bool] = [
            { $0.id.text == name }, { $0.title == name },
            { name.count >= Self.leastLetters && $0.id.text.hasPrefix(name) },
        ]
        for way in ways {
            let found = dossiers.filter(way)
            if found.count > 1 { return .several(found) }
            if let dossier = found.first { return .one(dossier) }
        }
        return .none
    }
}
