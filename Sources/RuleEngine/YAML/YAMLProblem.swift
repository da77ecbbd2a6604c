/// What can be wrong with a YAML text that libyaml itself accepts.
enum YAMLProblem {
    case duplicateKey(String, first: SourceSpan)
    /// The keys of a second element of a list, which has no dash of its own.
    case missingDash(String, first: SourceSpan)
    case nonScalarKey
    case mergeKey
    case tag(String)
    case undefinedAlias(String, known: [String])
    case recursiveAlias(String, anchor: SourceSpan)
    case tooManyAliasedNodes(limit: Int)
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
    case tooManyBytes(limit: Int)
    case tooManyMistakes(limit: Int)
    case severalDocuments
    case emptyDocument

    func diagnostic(at span: SourceSpan) -> Diagnostic {
        Diagnostic(code: code, message: message, at: span, related: related, hint: hint)
    }

    private var code: String {
        switch self {
        case .duplicateKey: "yaml/duplicate-key"
        case .missingDash: "yaml/missing-dash"
        case .nonScalarKey: "yaml/non-scalar-key"
        case .mergeKey: "yaml/merge-key"
        case .tag: "yaml/tag"
        case .undefinedAlias: "yaml/undefined-alias"
        case .recursiveAlias: "yaml/recursive-alias"
        case .tooManyAliasedNodes: "yaml/alias-limit"
        case .tooDeep: "yaml/depth-limit"
        case .tooManyNodes, .tooManyBytes: "yaml/size-limit"
        case .tooManyMistakes: "yaml/mistake-limit"
        case .severalDocuments: "yaml/several-documents"
        case .emptyDocument: "yaml/empty-document"
        }
    }
}

// MARK: - Wordings

extension YAMLProblem {
    fileprivate var message: LocalizedText {
        switch self {
        case .duplicateKey(let key, _):
            LocalizedText(
                nl: "de sleutel ‘\(key)’ staat er twee keer", en: "the key ‘\(key)’ appears twice")
        case .missingDash(let key, _):
            LocalizedText(
                nl: "vanaf ‘\(key)’ komen dezelfde sleutels nog een keer: hier ontbreekt ‘- ’",
                en: "from ‘\(key)’ on the same keys come again: a ‘- ’ is missing here")
        case .nonScalarKey:
            LocalizedText(
                nl: "een sleutel moet een tekst zijn, geen lijst of blok",
                en: "a key must be a text, not a list or a block")
        case .mergeKey:
            LocalizedText(
                nl: "samenvoegen met ‘<<’ kan hier niet", en: "merging with ‘<<’ is not possible here")
        case .tag(let tag):
            LocalizedText(
                nl: "de type-aanduiding ‘\(tag)’ kan hier niet", en: "the type tag ‘\(tag)’ is not possible here")
        case .undefinedAlias(let name, _):
            LocalizedText(
                nl: "‘*\(name)’ verwijst naar ‘&\(name)’, maar dat staat niet eerder in de tekst",
                en: "‘*\(name)’ refers to ‘&\(name)’, which does not stand earlier in the text")
        case .recursiveAlias(let name, _):
            LocalizedText(
                nl: "‘*\(name)’ verwijst naar een blok waar het zelf in staat",
                en: "‘*\(name)’ refers to a block that contains it")
        case .tooManyAliasedNodes(let limit):
            LocalizedText(
                nl: "de verwijzingen staan samen voor meer dan \(limit) onderdelen",
                en: "the aliases together stand for more than \(limit) nodes")
        case .tooDeep(let limit):
            LocalizedText(
                nl: "meer dan \(limit) blokken of lijsten in elkaar", en: "more than \(limit) levels of nesting")
        case .tooManyNodes(let limit):
            LocalizedText(nl: "meer dan \(limit) onderdelen", en: "more than \(limit) nodes")
        case .tooManyBytes(let limit):
            LocalizedText(
                nl: "het bestand is groter dan \(limit) bytes", en: "the file is larger than \(limit) bytes")
        case .tooManyMistakes(let limit):
            LocalizedText(
                nl: "er zijn meer dan \(limit) fouten; de rest van het bestand is niet gelezen",
                en: "there are more than \(limit) mistakes; the rest of the file is not read")
        case .severalDocuments:
            LocalizedText(
                nl: "hier begint een tweede document; er mag er maar één zijn",
                en: "a second document begins here; only one is allowed")
        case .emptyDocument:
            LocalizedText(nl: "dit bestand is leeg", en: "this file is empty")
        }
    }

    fileprivate var related: [Diagnostic.Related] {
        switch self {
        case .duplicateKey(let key, let first), .missingDash(let key, let first):
            let text = LocalizedText(
                nl: "hier staat ‘\(key)’ voor het eerst", en: "‘\(key)’ appears here first")
            return [Diagnostic.Related(text, at: first)]
        case .recursiveAlias(let name, let anchor):
            let text = LocalizedText(
                nl: "hier begint het blok ‘&\(name)’", en: "the block ‘&\(name)’ begins here")
            return [Diagnostic.Related(text, at: anchor)]
        default:
            return []
        }
    }

    fileprivate var hint: LocalizedText {
        switch self {
        case .duplicateKey:
            LocalizedText(
                nl: "haal één van de twee weg, of geef hem een andere naam",
                en: "remove one of the two, or give it another name")
        case .missingDash(let key, _):
            LocalizedText(
                nl: "begin elk onderdeel van een lijst met een streepje: ‘- \(key): …’",
                en: "begin each element of a list with a dash: ‘- \(key): …’")
        case .nonScalarKey:
            LocalizedText(
                nl: "begint een tekst met ‘{’ of ‘[’, zet hem dan tussen aanhalingstekens",
                en: "when a text begins with ‘{’ or ‘[’, put it between quotes")
        case .mergeKey:
            LocalizedText(nl: "schrijf de sleutels uit", en: "write the keys out")
        case .tag(let tag) where !tag.hasPrefix("!!") && tag.hasPrefix("!") && tag.count > 1:
            LocalizedText(
                nl: "bedoelt u ‘niet’, schrijf dan ‘not(\(tag.dropFirst()))’; is dit gewone tekst, zet hem dan tussen "
                    + "enkele aanhalingstekens",
                en: "if you mean ‘not’, write ‘not(\(tag.dropFirst()))’; if this is plain text, put it in single quotes"
            )
        case .tag:
            LocalizedText(
                nl: "laat de aanduiding weg, of zet de tekst tussen aanhalingstekens",
                en: "leave the tag out, or put the text between quotes")
        case .undefinedAlias(let name, let known):
            Suggestion.nearest(to: name, among: known).map {
                LocalizedText(nl: "bedoelde u ‘*\($0)’?", en: "did you mean ‘*\($0)’?")
            }
                ?? LocalizedText(
                    nl: "is ‘*\(name)’ gewone tekst, zet hem dan tussen aanhalingstekens",
                    en: "when ‘*\(name)’ is plain text, put it between quotes")
        case .recursiveAlias:
            LocalizedText(nl: "schrijf het deel uit dat u bedoelt", en: "write out the part that you mean")
        case .tooManyAliasedNodes:
            LocalizedText(nl: "gebruik minder verwijzingen", en: "use fewer aliases")
        case .tooDeep, .tooManyNodes, .tooManyBytes, .severalDocuments:
            LocalizedText(nl: "verdeel de tekst over meer bestanden", en: "divide the text over more files")
        case .tooManyMistakes:
            LocalizedText(
                nl: "herstel de eerste fouten, en controleer dan opnieuw",
                en: "mend the first mistakes, and check again")
        case .emptyDocument:
            LocalizedText(
                nl: "schrijf de inhoud, of haal het bestand weg; regels die met ‘#’ beginnen tellen niet mee",
                en: "write its content, or remove the file; lines that begin with ‘#’ do not count")
        }
    }
}
