import Foundation
import Testing

@testable import Analyst

/// Signatures that the user's settings ask for. No package can do without.
@Suite(
    .enabled(
        if: KnowledgeWorld.gitProgram != nil && KnowledgeWorld.keyProgram != nil,
        "git or ssh-keygen is not on this machine"))
struct KnowledgeSignatureTests {
    /// A world whose settings trust the key of one publisher, and a key of somebody else.
    private static func world() throws -> KnowledgeWorld {
        let world = try KnowledgeWorld()
        for name in ["publisher", "stranger"] {
            try world.run(
                KnowledgeWorld.keyProgram, ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", world.path(name)])
        }
        let key = try world.text("publisher.pub").split(separator: " ").prefix(2).joined(separator: " ")
        try world.write("publisher@example.org \(key)\n", to: "kennis/allowed-signers")
        try world.write("signatures: required\nsigners: allowed-signers\n", to: "kennis/knowledge-settings.yaml")
        return world
    }

    private static func sign(_ world: KnowledgeWorld, _ tag: String, by name: String, in repository: String = "kamers")
        throws
    {
        try world.git(
            repository, "-c", "gpg.format=ssh", "-c", "user.signingkey=\(world.path(name)).pub", "tag", "-s", "-m", tag,
            tag)
    }

    private func refused(_ world: KnowledgeWorld, _ code: String) throws {
        let lock = try? world.text("kennis/knowledge.lock")
        let outcome = try world.add("@kamers")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
        #expect(outcome.errors.contains("/kamers@v"))
        #expect((try? world.text("kennis/knowledge.lock")) == lock)
    }

    @Test func `a version that a trusted publisher signed is taken over, and the lock names who signed`() throws {
        let world = try Self.world()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try Self.sign(world, "v1.0.0", by: "publisher")
        let outcome = try world.add("@kamers")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Signed by: publisher@example.org (SHA256:"))
        #expect(try world.text("kennis/knowledge.lock").contains("signer: publisher@example.org (SHA256:"))
    }

    @Test func `attack 19: a version whose signature was stripped`() throws {
        let world = try Self.world()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try refused(world, "knowledge/unsigned")
        try world.git("kamers", "tag", "-d", "v1.0.0")
        try world.git("kamers", "tag", "-a", "-m", "a text, no signature", "v1.0.0")
        try refused(world, "knowledge/unsigned")
    }

    @Test func `attack 20: a version that a stranger signed`() throws {
        let world = try Self.world()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try Self.sign(world, "v1.0.0", by: "stranger")
        try refused(world, "knowledge/bad-signature")
    }

    @Test func `attack 25: a signature of another kind than that of the listed signers, good as it may be`() throws {
        let world = try Self.world()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        let commit = try world.git("kamers", "rev-parse", "HEAD")
        try world.write(
            """
            object \(commit)
            type commit
            tag v1.0.0
            tagger a <a@example.org> 1700000000 +0000

            v1.0.0
            -----BEGIN PGP SIGNATURE-----

            aa
            -----END PGP SIGNATURE-----

            """, to: "object")
        try world.run(
            "/bin/sh",
            [
                "-c",
                "cd '\(world.path("kamers"))' && git update-ref refs/tags/v1.0.0 $(git hash-object -t tag -w ../object)",
            ])
        // Stands for a keyring in which the key is known.
        try world.write(
            "#!/bin/sh\nprintf '\\n[GNUPG:] GOODSIG 1 a\\n[GNUPG:] VALIDSIG 1\\n[GNUPG:] TRUST_FULLY\\n'\n",
            to: "bin/gpg")
        try world.run("/bin/chmod", ["+x", world.path("bin/gpg")])
        let outcome = try CommandLineTests.run(
            URL(filePath: "/usr/bin/env"),
            [
                "PATH=\(world.path("bin")):/usr/bin:/bin", try CommandLineTests.program().path, "knowledge", "add",
                world.path("kamers"), "--over", world.path("sheet.yaml"), "--yes", "--folder", world.path("kennis"),
                "--rules", world.path("rules"), "--date", "2024-06-01", "--lang", "en",
            ])
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("[knowledge/bad-signature]"), "\(outcome.errors)")
    }

    @Test func `attack 21: a signature under another text`() throws {
        let world = try Self.world()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try Self.sign(world, "v1.0.0", by: "publisher")
        try world.commit(["rules/kamers.yaml": KnowledgeWorld.rules("kamers", limit: "1")], in: "kamers")
        let (old, new) = (
            try world.git("kamers", "rev-parse", "v1.0.0^{commit}"), try world.git("kamers", "rev-parse", "HEAD")
        )
        try world.run(
            "/bin/sh",
            [
                "-c",
                "cd '\(world.path("kamers"))' && git cat-file tag v1.0.0 | sed s/\(old)/\(new)/ | git hash-object -t tag -w --stdin > ../object && git update-ref refs/tags/v1.0.0 $(cat ../object)",
            ])
        try refused(world, "knowledge/bad-signature")
    }

    @Test func `attack 22: a signed tag of an older version under the name of a newer one`() throws {
        let world = try Self.world()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try Self.sign(world, "v1.0.0", by: "publisher")
        let object = try world.git("kamers", "rev-parse", "v1.0.0")
        try world.git("kamers", "update-ref", "refs/tags/v2.0.0", object)
        try refused(world, "knowledge/bad-signature")
    }

    @Test func `attack 23: another trusted key than the one that signed before`() throws {
        let world = try Self.world()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try Self.sign(world, "v1.0.0", by: "publisher")
        #expect(try world.add("@kamers").code == 0)
        let key = try world.text("stranger.pub").split(separator: " ").prefix(2).joined(separator: " ")
        try world.write(
            world.text("kennis/allowed-signers") + "other@example.org \(key)\n", to: "kennis/allowed-signers")
        try world.commit(
            KnowledgeWorld.package("kamers", manifest: KnowledgeWorld.manifest("kamers", version: "1.1.0")),
            in: "kamers")
        try Self.sign(world, "v1.1.0", by: "stranger")
        let outcome = try world.knowledge("update", "--yes")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("[knowledge/other-signer]"), "\(outcome.errors)")
    }

    @Test func `attack 24: a package that says no signature is needed`() throws {
        let world = try Self.world()
        var files = KnowledgeWorld.package("kamers")
        files["knowledge-settings.yaml"] = "signatures: optional\n"
        files["rules/knowledge-settings.yaml"] = "signatures: optional\n"
        try world.publish(files, in: "kamers")
        try refused(world, "knowledge/unsigned")
    }

    @Test func `without settings nobody is asked who signed, and that is said`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        let outcome = try world.add("@kamers")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Signed by: not looked at; your settings do not ask for it"))
    }
}
