import RuleEngine

/// Words to look for in the texts of rules for readers, as a vocabulary lists them.
///
/// The attributes `dutch` and `english` of a code hold phrases with `;` between them, as `WordPhrase` reads them.
struct WordList: Sendable {
    /// A word that was found, and the code that lists it.
    struct Hit {
        let word: String
        let code: Vocabulary.Term
        let language: Language
        let span: SourceSpan
    }

    /// The files of the list itself.
    let files: Set<String>
    private let codes: [Vocabulary.Term]
    private let phrases: [Language: Phrases]
    private let tell: @Sendable (Hit) -> Diagnostic

    /// The phrases of a language, each with the place of its code, by the first byte of its first word.
    private struct Phrases {
        var byFirst: [UInt8: [(code: Int, phrase: WordPhrase)]] = [:]
        /// Those that may begin in the middle of a word.
        var open: [(code: Int, phrase: WordPhrase)] = []

        init(_ codes: [Vocabulary.Term], _ attribute: String) {
            for (index, code) in codes.enumerated() {
                for phrase in WordPhrase.list(code.string(attribute)) {
                    if let first = phrase.firstByte {
                        byFirst[first, default: []].append((index, phrase))
                    } else {
                        open.append((index, phrase))
                    }
                }
            }
        }
    }

    /// - Parameters:
    ///   - vocabulary: the vocabulary of the list; where it is absent there are no words.
    ///   - tell: the message on a word.
    init(_ ruleBase: RuleBase, _ vocabulary: String, tell: @escaping @Sendable (Hit) -> Diagnostic) {
        codes = ruleBase.vocabulary(vocabulary)?.codes ?? []
        files = Set(codes.map(\.span.file))
        phrases = [.nl: Phrases(codes, "dutch"), .en: Phrases(codes, "english")]
        self.tell = tell
    }

    var isEmpty: Bool { codes.isEmpty }

    /// The first word of each code in a text, in the order of the codes.
    ///
    /// - Parameter words: the words of the text.
    func diagnostics(in scalar: YAMLScalar, _ words: [WordPhrase.Word], _ language: Language) -> [Diagnostic] {
        guard let phrases = phrases[language] else { return [] }
        var found: [Int: Range<Int>] = [:]
        for start in words.indices {
            guard let first = words[start].text.utf8.first else { continue }
            for (code, phrase) in (phrases.byFirst[first] ?? []) + phrases.open where found[code] == nil {
                found[code] = phrase.range(in: words, at: start)
            }
        }
        guard !found.isEmpty else { return [] }
        let bytes = Array(scalar.text.utf8)
        return found.sorted { $0.key < $1.key }.map { index, range in
            tell(
                Hit(
                    word: String(decoding: bytes[range], as: UTF8.self), code: codes[index], language: language,
                    span: scalar.span(of: range)))
        }
    }
}
