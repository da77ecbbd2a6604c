package import RuleEngine

/// What the user asks of packages: the file `knowledge-settings.yaml` beside the lock. No package can change it.
///
///     signatures: required
///     signers: allowed-signers
package struct KnowledgeSettings: Sendable {
    package enum Signatures: String, CaseIterable, Sendable {
        /// The tag of each version must be signed by somebody the user trusts.
        case required
        /// Nobody is asked who signed.
        case optional
    }

    package static let fileName = "knowledge-settings.yaml"

    package var signatures = Signatures.optional
    /// A file with the keys that are trusted, in the form of git (`gpg.ssh.allowedSignersFile`), from the folder of the settings
    /// on; `nil`: what the user's own git trusts.
    package var signers: String?

    package init() {}

    package static func read(_ file: SourceFile) throws(BadInput) -> KnowledgeSettings {
        let result = YAMLParser.parseSingle(file)
        var diagnostics = result.diagnostics
        var settings = KnowledgeSettings()
        if let root = result.root {
            var reader = MappingReader(
                root, of: LocalizedText(nl: "een bestand met instellingen", en: "a file of settings"))
            let signatures = reader.required("signatures", as: .choice(of: Signatures.self))
            let signers = reader.optional("signers", as: .text)
            diagnostics += reader.finish()
            settings.signatures = signatures?.value ?? .required
            settings.signers = signers?.value
        }
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            throw BadInput(diagnostics, sources: [file])
        }
        return settings
    }
}
