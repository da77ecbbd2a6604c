package import RuleEngine

/// What a password must be: long. Letters, digits and signs of any kind are welcome, and none is asked for.
package enum PasswordRule {
    package static let leastCharacters = 12
    package static let mostCharacters = 200

    /// - Returns: what is wrong with a new password; `nil` where it will do.
    package static func refusal(of password: String, for user: String) -> LocalizedText? {
        let letters = password.lowercased()
        if password.count < leastCharacters { return .tooShort }
        if password.count > mostCharacters { return .tooLong }
        if Set(letters).count < 5 { return .tooPlain }
        if letters.contains(user.lowercased()) { return .holdsName }
        let core = letters.filter { $0.isLetter }
        return wellKnown.contains { core == $0 || core == $0 + $0 } ? .tooPlain : nil
    }

    /// Words that passwords are made of most, which numbers behind them do not make better.
    private static let wellKnown = [
        "password", "wachtwoord", "welkom", "welcome", "geheim", "qwertyuiop", "qwertyuiopasdf", "gebiedsanalyse",
        "analyst", "gemeente", "administrator", "beheerder",
    ]
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let tooShort = LocalizedText(
        nl: "Dit wachtwoord is te kort: gebruik ten minste \(PasswordRule.leastCharacters) tekens, zoals een zin.",
        en: "This password is too short: use at least \(PasswordRule.leastCharacters) characters, such as a sentence.")
    fileprivate static let tooLong = LocalizedText(
        nl: "Dit wachtwoord is te lang: gebruik ten hoogste \(PasswordRule.mostCharacters) tekens.",
        en: "This password is too long: use at most \(PasswordRule.mostCharacters) characters.")
    fileprivate static let tooPlain = LocalizedText(
        nl: "Dit wachtwoord is te makkelijk te raden. Kies een zin die alleen u kent.",
        en: "This password is too easy to guess. Choose a sentence that only you know.")
    fileprivate static let holdsName = LocalizedText(
        nl: "Uw naam staat in het wachtwoord. Kies een wachtwoord zonder uw naam.",
        en: "Your name is in the password. Choose a password without your name.")
}
