package import RuleEngine

/// What a package says of itself in `knowledge.yaml`.
///
///     knowledge: kamerverhuur
///     title: { nl: Kamerverhuur, en: Rooms for rent }
///     publisher: { name: Gemeente Voorbeeld, municipality: GM9999 }
///     licence: CC0-1.0
///     version: 1.0.0
///     scope: { nl: …, en: … }
///     builds-on: [analyst]
///     open: [grens_kamers]
///     replaces:
///       - rule: analyst:eenzijdige-voorraad
///         by: eigen-voorraad
///         reason: { nl: …, en: … }
///
/// Whether a signature is needed is nothing that a package says: the user's settings do.
package struct PackageManifest: Sendable {
    /// A rule of another package whose place a rule of this one takes.
    package struct Replacement: Sendable {
        /// `package:rule`
        package let rule: Located<PackageName>
        /// The rule of this package.
        package let by: Located<String>
        package let reason: LocalizedText
    }

    package static let fileName = "knowledge.yaml"

    package let id: String
    package let title: LocalizedText
    package let publisher: Publisher
    /// As the SPDX list names it, such as `EUPL-1.2`.
    package let licence: Located<String>
    package let version: Located<PackageVersion>
    /// For what and where the knowledge is meant.
    package let scope: LocalizedText
    /// The packages whose names this one uses; `analyst` stands for the rules of the program.
    package let buildsOn: [Located<String>]
    /// Parameters that users may give a value of their own.
    package let open: [Located<String>]
    package let replacements: [Replacement]
    package let file: SourceFile
    /// The name itself.
    package let span: SourceSpan

    /// - Throws: all that is wrong with it.
    package static func read(_ file: SourceFile) throws(BadInput) -> PackageManifest {
        let result = YAMLParser.parseSingle(file)
        var diagnostics = result.diagnostics
        let manifest = result.root.flatMap { read($0, file, into: &diagnostics) }
        guard let manifest, !diagnostics.contains(where: { $0.severity == .error }) else {
            throw BadInput(diagnostics.isEmpty ? [.emptyManifest(file)] : diagnostics, sources: [file])
        }
        return manifest
    }

    private static func read(
        _ root: YAMLNode, _ file: SourceFile, into diagnostics: inout [Diagnostic]
    ) -> PackageManifest? {
        var reader = MappingReader(root, of: LocalizedText(nl: "een kennispakket", en: "a package of knowledge"))
        let id = reader.required("knowledge", as: .text)
        let title = reader.required("title", as: .localizedText)
        let publisherNode = reader.required("publisher")
        let licence = reader.required("licence", as: .text)
        let versionText = reader.required("version", as: .text)
        let scope = reader.required("scope", as: .localizedText)
        let buildsOn = reader.optional("builds-on", as: .list(of: .text)) ?? []
        let open = reader.optional("open", as: .list(of: .text)) ?? []
        let replacing = reader.optional("replaces", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        let publisher = publisherNode.flatMap { Publisher.read($0, into: &diagnostics) }
        if let id, !PackageName.isPackage(id.value) || id.value == PackageName.program {
            diagnostics.append(.packageName(id))
        }
        if let licence, !isLicence(licence.value) { diagnostics.append(.licence(licence)) }
        var version: PackageVersion?
        if let versionText {
            version = PackageVersion(versionText.value)
            if version == nil { diagnostics.append(.version(versionText)) }
        }
        let replacements = replacing.compactMap { replacement($0, into: &diagnostics) }
        guard let id, let title, let publisher, let licence, let versionText, let version, let scope else { return nil }
        return PackageManifest(
            id: id.value, title: title.value, publisher: publisher, licence: licence,
            version: Located(version, at: versionText.span), scope: scope.value, buildsOn: buildsOn, open: open,
            replacements: replacements, file: file, span: id.span)
    }

    private static func replacement(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Replacement? {
        var reader = MappingReader(node, of: LocalizedText(nl: "een vervanging", en: "a replacement"))
        let rule = reader.required("rule", as: .text)
        let by = reader.required("by", as: .text)
        let reason = reader.required("reason", as: .localizedText)
        diagnostics += reader.finish()
        guard let rule, let by, let reason else { return nil }
        guard let name = PackageName(rule.value) else {
            diagnostics.append(.noPackageInName(rule))
            return nil
        }
        guard !reason.value.nl.allSatisfy(\.isWhitespace), !reason.value.en.allSatisfy(\.isWhitespace) else {
            diagnostics.append(.noReason(at: reason.span))
            return nil
        }
        return Replacement(rule: Located(name, at: rule.span), by: by, reason: reason.value)
    }

    /// The form of a name of the SPDX list, or of several joined by `OR` and `AND`.
    private static func isLicence(_ text: String) -> Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return text.utf8.count <= 100 && !words.isEmpty
            && words.allSatisfy { word in
                word.first.map { $0.isASCII && $0.isLetter || $0.isASCII && $0.isNumber } ?? false
                    && word.utf8.allSatisfy {
                        PackageName.isLetterOrDigit($0) || ".+-".utf8.contains($0)
                    }
            }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func emptyManifest(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "knowledge/no-manifest",
            message: LocalizedText(nl: "\(file.name) is leeg", en: "\(file.name) is empty"), at: file.span(0..<0),
            hint: LocalizedText(
                nl: "analyst knowledge new laat zien wat erin hoort",
                en: "analyst knowledge new shows what belongs in it"))
    }

    fileprivate static func packageName(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/name",
            message: LocalizedText(
                nl: "‘\(name.value)’ kan niet de naam van een kennispakket zijn",
                en: "‘\(name.value)’ cannot be the name of a package of knowledge"), at: name.span,
            hint: LocalizedText(
                nl:
                    "gebruik 2 tot 60 kleine letters, cijfers en streepjes, te beginnen met een letter; analyst is de naam van de regels van het programma",
                en:
                    "use 2 to 60 small letters, digits and hyphens, beginning with a letter; analyst is the name of the rules of the program"
            ))
    }

    fileprivate static func licence(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/licence",
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen naam van een licentie", en: "‘\(text.value)’ is no name of a licence"),
            at: text.span,
            hint: LocalizedText(
                nl: "gebruik een naam van de SPDX-lijst, zoals EUPL-1.2, CC-BY-4.0 of CC0-1.0",
                en: "use a name of the SPDX list, such as EUPL-1.2, CC-BY-4.0 or CC0-1.0"))
    }

    fileprivate static func version(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/version",
            message: LocalizedText(
                nl: "‘\(text.value)’ is geen versie", en: "‘\(text.value)’ is no version"), at: text.span,
            hint: LocalizedText(
                nl: "een versie heeft drie getallen, zoals 1.0.0", en: "a version has three numbers, such as 1.0.0"))
    }

    static func noPackageInName(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/name",
            message: LocalizedText(
                nl: "‘\(name.value)’ zegt niet uit welk pakket", en: "‘\(name.value)’ does not say of which package"),
            at: name.span,
            hint: LocalizedText(
                nl: "schrijf pakket:naam; voor de regels van het programma analyst:naam",
                en: "write package:name; for the rules of the program analyst:name"))
    }

    static func noReason(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "knowledge/no-reason",
            message: LocalizedText(nl: "hier hoort een reden", en: "a reason belongs here"), at: span,
            hint: LocalizedText(
                nl: "schrijf in een zin waarom; het rapport laat die zin zien",
                en: "say why in a sentence; the report shows it"))
    }
}
