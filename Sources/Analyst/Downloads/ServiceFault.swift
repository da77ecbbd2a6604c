import RuleEngine

/// Why there is no answer.
package enum ServiceFault: Error, Hashable, Sendable {
    /// The name of the service is not found, or nobody is there.
    case noConnection
    /// The service does not prove that it is who it says.
    case notTrusted
    case timedOut
    /// The connection was lost inside the answer.
    case brokenOff
    /// More bytes than are taken: the limit.
    case tooLarge(Int)
    /// The service sends to another place: its host.
    case redirected(String)
    /// Another fault, by its number in the system.
    case other(Int)

    /// Whether it may go well a moment later.
    var isPassing: Bool { [.timedOut, .brokenOff].contains(self) }
}

// MARK: - Wordings

extension ServiceFault {
    /// The reason as part of a sentence.
    var reason: LocalizedText {
        switch self {
        case .noConnection:
            LocalizedText(nl: "er is geen verbinding met de dienst", en: "there is no connection with the service")
        case .notTrusted:
            LocalizedText(
                nl: "de dienst bewijst niet dat zij van de uitgever is",
                en: "the service does not prove that it is the publisher's")
        case .timedOut: LocalizedText(nl: "de dienst antwoordt niet op tijd", en: "the service does not answer in time")
        case .brokenOff:
            LocalizedText(nl: "de verbinding brak midden in het antwoord", en: "the connection broke inside the answer")
        case .tooLarge(let limit):
            LocalizedText(
                nl: "het antwoord is groter dan \(limit >> 20) MiB", en: "the answer is larger than \(limit >> 20) MiB")
        case .redirected(let host):
            LocalizedText(
                nl: "de dienst verwijst naar een ander adres (\(host)), en dat wordt niet gevolgd",
                en: "the service sends to another address (\(host)), which is not followed")
        case .other(let number):
            LocalizedText(
                nl: "de verbinding lukt niet (fout \(number))", en: "the connection fails (fault \(number))")
        }
    }

    /// What the user can do.
    var advice: LocalizedText {
        switch self {
        case .noConnection, .timedOut, .brokenOff, .other:
            LocalizedText(
                nl: "kijk of deze computer internet heeft en probeer het opnieuw; wat al binnen is, blijft bewaard. "
                    + "Zonder internet: haal de tabellen ergens anders op en noem de map met --from",
                en: "see whether this computer has internet and try again; what has come in is kept. Without "
                    + "internet: download the tables elsewhere and name the folder with --from")
        case .notTrusted:
            LocalizedText(
                nl: "kijk of datum en certificaten van deze computer kloppen; gebruik anders --from",
                en: "see whether the date and certificates of this computer are right; else use --from")
        case .tooLarge, .redirected:
            LocalizedText(
                nl: "haal de tabel op via de site van de uitgever en noem de map met --from; klopt het adres niet "
                    + "meer, pas dan ‘download’ aan in rules/imports",
                en: "download the table from the publisher's site and name the folder with --from; where the address "
                    + "is no longer right, change ‘download’ in rules/imports")
        }
    }
}
