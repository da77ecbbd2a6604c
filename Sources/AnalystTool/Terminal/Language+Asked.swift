import Foundation
import RuleEngine

extension Language {
    /// The language of a code such as `en` or `en_GB.UTF-8`, else that of the environment, else Dutch.
    static func asked(_ code: String?) -> Language {
        let code = code ?? ProcessInfo.processInfo.environment["LANG"] ?? ""
        return code.hasPrefix("en") ? .en : .nl
    }

    /// The language of this run of the program, also before its options are read.
    static var asked: Language {
        let words = CommandLine.arguments
        let option = "--lang"
        if let place = words.lastIndex(of: option), place + 1 < words.count { return asked(words[place + 1]) }
        return asked(words.last { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) })
    }
}
