import RuleEngine

/// Why something with an account was not done. Nothing is changed then.
package enum TeamFault: Error {
    case noSuchUser(String)
    case userExists(String)
    case storage(StorageFault)

    /// The same as input that cannot be used, with words for the user.
    ///
    /// - Parameter place: where the accounts are kept, as the user knows it.
    package func asBadInput(in place: String? = nil) -> BadInput {
        switch self {
        case .noSuchUser(let name): BadInput([.noSuchUser(name)])
        case .userExists(let name): BadInput([.userExists(name)])
        case .storage(let fault): DossierFault.storage(fault).asBadInput(in: place)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noSuchUser(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "user/missing",
            message: LocalizedText(nl: "er is geen account ‘\(name)’", en: "there is no account ‘\(name)’"), at: nil,
            hint: LocalizedText(nl: "analyst user list noemt de accounts", en: "analyst user list names the accounts"))
    }

    fileprivate static func userExists(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "user/exists",
            message: LocalizedText(nl: "er is al een account ‘\(name)’", en: "there is an account ‘\(name)’ already"),
            at: nil,
            hint: LocalizedText(
                nl: "kies een andere naam, of wijzig het account met analyst user role of password",
                en: "choose another name, or change the account with analyst user role or password"))
    }
}
