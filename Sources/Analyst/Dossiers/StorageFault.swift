package import RuleEngine

/// Why the place where dossiers are kept cannot be used.
package enum StorageFault: Error, Hashable, Sendable {
    case file(FileFault)
    /// Another program keeps it for itself, longer than is waited.
    case busy
    case damaged
    /// The disk does not read or write.
    case disk
    /// A database, but of another program.
    case foreign
    /// A newer version of this program wrote it.
    case newer
    /// A dossier was deleted, but what is left of its bytes could not be wiped yet.
    case unwiped
    /// Another fault, in the words of the database.
    case other(String)
}

extension StorageFault {
    /// What was there is fit to be read, but cannot be written.
    package var isUnwritable: Bool {
        switch self {
        case .file, .busy, .disk, .unwiped, .other: true
        case .damaged, .foreign, .newer: false
        }
    }
}

// MARK: - Wordings

extension StorageFault {
    /// The reason as part of a sentence.
    package var reason: LocalizedText {
        switch self {
        case .file(let fault): fault.reason
        case .busy: LocalizedText(nl: "een ander programma houdt het bezet", en: "another program keeps it busy")
        case .damaged:
            LocalizedText(nl: "het is beschadigd, of geen databank", en: "it is damaged, or no database")
        case .disk:
            LocalizedText(
                nl: "de schijf weigert te lezen of te schrijven", en: "the disk refuses to read or write")
        case .foreign:
            LocalizedText(nl: "het is een databank van een ander programma", en: "it is a database of another program")
        case .newer:
            LocalizedText(
                nl: "het is gemaakt met een nieuwere versie van dit programma",
                en: "it was written by a newer version of this program")
        case .unwiped:
            LocalizedText(
                nl: "het dossier is verwijderd, maar resten ervan worden pas bij de volgende start gewist",
                en: "the dossier is deleted, but its remains are wiped only at the next start")
        case .other(let words):
            LocalizedText(nl: "de databank meldt: \(words)", en: "the database reports: \(words)")
        }
    }

    /// What can be done about it.
    package var hint: LocalizedText {
        switch self {
        case .file, .disk:
            LocalizedText(
                nl: "controleer de naam, uw rechten en de ruimte op de schijf",
                en: "check the name, your rights and the room on the disk")
        case .busy, .unwiped:
            LocalizedText(
                nl: "sluit andere programma’s die de dossiers gebruiken, en probeer het opnieuw",
                en: "close other programs that use the dossiers, and try again")
        case .damaged: LocalizedText(nl: "zet een reservekopie terug", en: "put back a backup")
        case .foreign: LocalizedText(nl: "kies een ander bestand", en: "choose another file")
        case .newer: LocalizedText(nl: "werk het programma bij", en: "update the program")
        case .other:
            LocalizedText(
                nl: "probeer het opnieuw; er is niets gewijzigd", en: "try again; nothing was changed")
        }
    }
}
