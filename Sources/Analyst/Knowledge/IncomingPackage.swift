package import RuleEngine

/// A version of a package that was fetched, before it is taken over.
package struct IncomingPackage: Sendable {
    package let address: PackageAddress
    package let tag: String
    package let commit: String
    /// Who signed the tag, as git tells; `nil`: nobody was asked for.
    package let signer: String?
    /// In the order of paths.
    package let files: [(path: String, bytes: [UInt8])]
    /// What stays in the repository.
    package let leftOut: [String]
    package let manifest: PackageManifest

    /// - Throws: what is wrong with `knowledge.yaml`; a version that is not the one of the tag.
    package init(
        address: PackageAddress, tag: String, commit: String, signer: String?,
        files: [(path: String, bytes: [UInt8])], leftOut: [String]
    ) throws(BadInput) {
        self.address = address
        self.tag = tag
        self.commit = commit
        self.signer = signer
        self.files = files
        self.leftOut = leftOut
        let bytes = files.first { $0.path == PackageManifest.fileName }?.bytes ?? []
        let name = "\(address.url)@\(tag)/\(PackageManifest.fileName)"
        let file: SourceFile
        do {
            file = try SourceFile(name: name, utf8: bytes)
        } catch {
            throw BadInput([error])
        }
        manifest = try PackageManifest.read(file)
        // A tag that was put on other content, or a signed one under another name, would show here.
        guard PackageVersion(tag, tag: true) == manifest.version.value else {
            throw BadInput([.versionIsNotTag(manifest.version, tag)], sources: [file])
        }
    }

    package var entry: KnowledgeLock.Entry {
        KnowledgeLock.Entry(
            id: manifest.id, origin: .repository(url: address.url, tag: tag, commit: commit),
            version: manifest.version.value, licence: manifest.licence.value, signer: signer,
            files: files.map { FileDigest(file: $0.path, of: $0.bytes) })
    }

    /// Compares with what was taken over before.
    ///
    /// - Parameter accepted: the licence that the user read and accepts.
    /// - Throws: `knowledge/moved-tag`, `knowledge/other-package`, `knowledge/downgrade`, `knowledge/licence-changed`,
    ///   `knowledge/other-signer`.
    package func check(after former: KnowledgeLock.Entry, in lock: SourceFile?, accepting accepted: String?)
        throws(BadInput)
    {
        let place = former.span
        var faults: [Diagnostic] = []
        if case .repository(let url, let tag, let commit) = former.origin {
            if tag == self.tag, commit != self.commit, url == address.url {
                faults.append(.movedTag(former.id, tag, commit, self.commit, at: place))
            }
            if url != address.url { faults.append(.otherPlace(former.id, url, address.url, at: place)) }
        }
        if former.id != manifest.id { faults.append(.otherPackage(former.id, manifest, at: manifest.span)) }
        if manifest.version.value < former.version {
            faults.append(.downgrade(former.id, former.version, manifest.version))
        }
        if former.licence != manifest.licence.value, accepted != manifest.licence.value {
            faults.append(.licenceChanged(former.id, former.licence, manifest.licence))
        }
        if let was = former.signer, let signer, was != signer {
            faults.append(.otherSigner(former.id, was, signer, at: place))
        }
        guard faults.isEmpty else { throw BadInput(faults, sources: [manifest.file] + (lock.map { [$0] } ?? [])) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func versionIsNotTag(_ version: Located<PackageVersion>, _ tag: String) -> Diagnostic {
        Diagnostic(
            code: "knowledge/version-tag",
            message: LocalizedText(
                nl: "het pakket noemt zich versie \(version.value), maar de tag heet \(tag)",
                en: "the package calls itself version \(version.value), but the tag is \(tag)"), at: version.span,
            hint: LocalizedText(
                nl: "vraag de uitgever de tag v\(version.value) te geven aan wat zo heet",
                en: "ask the publisher to put the tag v\(version.value) on what is called so"))
    }

    package static func movedTag(_ id: String, _ tag: String, _ was: String, _ now: String, at span: SourceSpan?)
        -> Diagnostic
    {
        Diagnostic(
            code: "knowledge/moved-tag",
            message: LocalizedText(
                nl: "de tag \(tag) van \(id) wijst nu naar \(now.prefix(12)); vastgelegd is \(was.prefix(12))",
                en: "the tag \(tag) of \(id) now leads to \(now.prefix(12)); the lock says \(was.prefix(12))"),
            at: span,
            hint: LocalizedText(
                nl: "een versie verandert niet; vraag de uitgever wat er gebeurd is, en om een nieuwe versie",
                en: "a version does not change; ask the publisher what happened, and for a new version"))
    }

    fileprivate static func otherPlace(_ id: String, _ was: String, _ now: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            code: "knowledge/other-package",
            message: LocalizedText(
                nl: "\(id) komt van \(was), en niet van \(now)", en: "\(id) comes from \(was), and not from \(now)"),
            at: span,
            hint: LocalizedText(
                nl: "is het pakket verhuisd, haal het dan eerst weg met analyst knowledge remove \(id)",
                en: "if the package has moved, first remove it with analyst knowledge remove \(id)"))
    }

    fileprivate static func otherPackage(_ id: String, _ manifest: PackageManifest, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "knowledge/other-package",
            message: LocalizedText(
                nl: "hier stond pakket \(id); nu staat er \(manifest.id)",
                en: "package \(id) was here; now it is \(manifest.id)"), at: span,
            hint: LocalizedText(
                nl: "vraag de uitgever waar \(id) gebleven is", en: "ask the publisher where \(id) has gone"))
    }

    fileprivate static func downgrade(_ id: String, _ was: PackageVersion, _ now: Located<PackageVersion>) -> Diagnostic
    {
        Diagnostic(
            code: "knowledge/downgrade",
            message: LocalizedText(
                nl: "versie \(now.value) van \(id) is ouder dan \(was), die u hebt",
                en: "version \(now.value) of \(id) is older than \(was), which you have"), at: now.span,
            hint: LocalizedText(
                nl:
                    "wilt u terug, zet dan uw eerdere \(KnowledgeLock.fileName) terug en typ: analyst knowledge update --locked",
                en:
                    "to go back, restore your earlier \(KnowledgeLock.fileName) and type: analyst knowledge update --locked"
            ))
    }

    fileprivate static func licenceChanged(_ id: String, _ was: String, _ now: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "knowledge/licence-changed",
            message: LocalizedText(
                nl: "de licentie van \(id) was \(was) en is nu \(now.value)",
                en: "the licence of \(id) was \(was) and now is \(now.value)"), at: now.span,
            hint: LocalizedText(
                nl: "lees de nieuwe licentie; gaat u akkoord, voeg dan toe: --licence \(now.value)",
                en: "read the new licence; if you agree, add: --licence \(now.value)"))
    }

    fileprivate static func otherSigner(_ id: String, _ was: String, _ now: String, at span: SourceSpan?) -> Diagnostic
    {
        Diagnostic(
            code: "knowledge/other-signer",
            message: LocalizedText(
                nl: "\(id) was ondertekend door \(was), en deze versie door \(now)",
                en: "\(id) was signed by \(was), and this version by \(now)"), at: span,
            hint: LocalizedText(
                nl: "vraag de uitgever of de sleutel is vervangen; haal het pakket dan weg en voeg het opnieuw toe",
                en: "ask the publisher whether the key was replaced; then remove the package and add it again"))
    }
}
