import Foundation
import Testing

@testable import Analyst

/// `analyst knowledge` with repositories that git makes on this machine.
@Suite(.enabled(if: KnowledgeWorld.gitProgram != nil, "git is not on this machine"))
struct KnowledgeCommandTests {
    @Test func `three packages are joined, findings name theirs, and the report tells whose they are`() throws {
        let world = try KnowledgeWorld()
        let open = KnowledgeWorld.manifest("kamers", more: "open: [grens_kamers]")
        try world.publish(KnowledgeWorld.package("kamers", manifest: open), in: "kamers")
        try world.publish(KnowledgeWorld.package("winkels"), in: "winkels")
        try world.publish(KnowledgeWorld.replacing("kamers"), in: "eigen")
        for name in ["kamers", "winkels", "eigen"] {
            let outcome = try world.add("@\(name)")
            #expect(outcome.code == 0, "\(name): \(outcome.errors)")
            #expect(outcome.errors.contains("from this machine"))
            #expect(outcome.output.contains("Licence: CC0-1.0"))
            #expect(outcome.output.contains("Publisher: Gemeente Voorbeeld (GM9999)"))
            #expect(outcome.output.contains("New rules: 1"))
        }
        let report = try world.report()
        #expect(report.code == 0, "\(report.errors)")
        #expect(report.output.contains("winkels:veel-winkels"))
        #expect(report.output.contains("eigen:veel-eigen"))
        #expect(!report.output.contains("(kamers:veel-kamers)"))
        #expect(report.output.contains("Package of knowledge: winkels"))
        #expect(report.output.contains("Replaced: kamers:veel-kamers by eigen:veel-eigen. Reason: Fits better."))
        let why = try CommandLineTests.analyst([
            "why", world.path("sheet.yaml"), "problem:nood-winkels", "--rules", world.path("kennis"), "--date",
            "2024-06-01",
            "--lang", "en",
        ])
        #expect(why.output.contains("(winkels:veel-winkels)"), "\(why.errors)")
        let list = try world.knowledge("list")
        #expect(list.output.contains("On winkels (winkels 1.0.0)"))
        #expect(list.output.contains("You may fill in: kamers:grens_kamers, not filled in yet"))
        let cite = try world.knowledge("cite", "winkels")
        #expect(
            cite.output.hasPrefix(
                "Gemeente Voorbeeld. On winkels (package of knowledge winkels), version 1.0.0. file://"))
        let verified = try world.knowledge("verify")
        #expect(verified.code == 0)
        #expect(verified.output.contains("4 packages"))
    }

    @Test func `two machines with one lock give the same report, byte for byte`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        // A newer version changes nothing for who has the lock.
        let newer = KnowledgeWorld.manifest("kamers", version: "1.1.0")
        try world.publish(KnowledgeWorld.package("kamers", manifest: newer, limit: "50"), in: "kamers", tag: "v1.1.0")
        try world.write(world.text("kennis/knowledge.lock"), to: "elsewhere/second/knowledge.lock")
        let before = try world.report(folder: "elsewhere/second")
        #expect(before.code == 3)
        #expect(before.errors.contains("is missing"))
        let restored = try world.knowledge("update", "--locked", folder: "elsewhere/second")
        #expect(restored.code == 0, "\(restored.errors)")
        let (first, second) = (try world.report(), try world.report(folder: "elsewhere/second"))
        #expect(first.code == 0)
        #expect(first.output == second.output)
        #expect(first.output.contains("kamers:veel-kamers"))
        #expect(try world.text("kennis/knowledge.lock") == world.text("elsewhere/second/knowledge.lock"))
    }

    @Test func `a newer version is shown with its changed rules and findings, and taken over when confirmed`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        let manifest = KnowledgeWorld.manifest("kamers", version: "1.1.0")
        try world.publish(
            KnowledgeWorld.package("kamers", manifest: manifest, limit: "50"), in: "kamers", tag: "v1.1.0")
        let lock = try world.text("kennis/knowledge.lock")
        let asked = try world.knowledge("update", "--over", "@sheet.yaml")
        #expect(asked.code == 4)
        #expect(asked.output.contains("Was: 1.0.0, CC0-1.0"))
        #expect(asked.output.contains("+ values: { 2020-01-01: 50 }"))
        #expect(asked.output.contains("problem:nood-kamers"))
        #expect(asked.errors.contains("Nothing is taken over"))
        #expect(try world.text("kennis/knowledge.lock") == lock)
        let taken = try world.knowledge("update", "--over", "@sheet.yaml", "--yes")
        #expect(taken.code == 0, "\(taken.errors)")
        #expect(try world.text("kennis/knowledge.lock").contains("version: 1.1.0"))
        let again = try world.knowledge("update", "--over", "@sheet.yaml", "--yes")
        #expect(again.code == 0)
        #expect(again.errors.contains("There is nothing newer."))
    }

    @Test func `a package that is removed leaves no trace`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        #expect(try world.knowledge("remove", "kamer", "--yes").errors.contains("did you mean ‘kamers’?"))
        let outcome = try world.knowledge("remove", "kamers", "--over", "@sheet.yaml", "--yes")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("Rules that no longer count: 1"))
        #expect(try !world.text("kennis/knowledge.lock").contains("kamers"))
        #expect(!FileManager.default.fileExists(atPath: world.path("kennis/packages/kamers")))
    }

    @Test func `a package that is added twice is there once`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        let lock = try world.text("kennis/knowledge.lock")
        let again = try world.add("@kamers@v1.0.0")
        #expect(again.code == 0)
        #expect(again.errors.contains("is there already"))
        #expect(try world.text("kennis/knowledge.lock") == lock)
    }

    // MARK: Attacks

    /// A package that is refused when it is taken over: the folder stays as it was, and the message names code and place.
    private func refused(_ world: KnowledgeWorld, _ address: String, _ code: String, _ place: String) throws {
        let lock = try? world.text("kennis/knowledge.lock")
        let outcome = try world.add(address)
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
        #expect(outcome.errors.contains(place), "\(outcome.errors)")
        #expect((try? world.text("kennis/knowledge.lock")) == lock)
        let left = try FileManager.default.contentsOfDirectory(atPath: world.path("kennis"))
        #expect(left.filter { $0.hasPrefix(".knowledge") } == [])
    }

    @Test func `attack 1: a tag that was moved`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        try world.commit(["rules/kamers.yaml": KnowledgeWorld.rules("kamers", limit: "1")], in: "kamers")
        try world.git("kamers", "tag", "-f", "v1.0.0")
        try refused(world, "@kamers@v1.0.0", "knowledge/moved-tag", "kennis/knowledge.lock:")
        for words in [["update"], ["update", "--locked"]] {
            let outcome =
                words.count == 1 ? try world.knowledge("update", "--yes") : try world.knowledge("update", "--locked")
            #expect(outcome.code == 3)
            #expect(outcome.errors.contains("[knowledge/moved-tag]"), "\(outcome.errors)")
        }
    }

    @Test func `attack 2: a symbolic link`() throws {
        let world = try KnowledgeWorld()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try FileManager.default.createSymbolicLink(
            atPath: world.path("kamers/rules/link.yaml"), withDestinationPath: "/etc/passwd")
        try world.publish([:], in: "kamers")
        try refused(world, "@kamers", "knowledge/link", "rules/link.yaml")
    }

    @Test func `attack 3: another repository inside`() throws {
        let world = try KnowledgeWorld()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        let head = try world.git("kamers", "rev-parse", "HEAD")
        try world.git("kamers", "update-index", "--add", "--cacheinfo", "160000,\(head),rules/inside")
        try world.git("kamers", "commit", "-q", "-m", "inside")
        try world.git("kamers", "tag", "v1.0.0")
        try refused(world, "@kamers", "knowledge/submodule", "rules/inside")
    }

    @Test func `attack 4: a path that leads out of the package`() throws {
        let world = try KnowledgeWorld()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        let blob = try world.git("kamers", "rev-parse", "HEAD:knowledge.yaml")
        let inner = try world.git("kamers", "mktree", input: "100644 blob \(blob)\tevil.yaml\n")
        let tree = try world.git(
            "kamers", "mktree", input: "100644 blob \(blob)\tknowledge.yaml\n040000 tree \(inner)\t..\n")
        let commit = try world.git("kamers", "commit-tree", tree, "-m", "out")
        try world.git("kamers", "tag", "v1.0.0", commit)
        // git itself looks at what it fetches.
        try refused(world, "@kamers", "knowledge/git", "kamers")
    }

    @Test func `attack 5: a huge file`() throws {
        let world = try KnowledgeWorld()
        var files = KnowledgeWorld.package("kamers")
        files["rules/huge.yaml"] = "# " + String(repeating: "x", count: 9 << 20)
        try world.publish(files, in: "kamers")
        try refused(world, "@kamers", "knowledge/limit", "rules/huge.yaml")
    }

    @Test func `attack 6: too many files`() throws {
        let world = try KnowledgeWorld()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        let blob = try world.git("kamers", "rev-parse", "HEAD:LEESMIJ.md")
        let manifest = try world.git("kamers", "rev-parse", "HEAD:knowledge.yaml")
        let lines = (0..<2100).map { "100644 blob \(blob)\tf\($0).md\n" }.joined()
        let tree = try world.git("kamers", "mktree", input: lines + "100644 blob \(manifest)\tknowledge.yaml\n")
        try world.git("kamers", "tag", "v1.0.0", try world.git("kamers", "commit-tree", tree, "-m", "many"))
        try refused(world, "@kamers", "knowledge/limit", "2101")
    }

    @Test func `attack 7: no licence`() throws {
        let world = try KnowledgeWorld()
        try world.publish(
            KnowledgeWorld.package("kamers", manifest: KnowledgeWorld.manifest("kamers", licence: nil)), in: "kamers")
        try refused(world, "@kamers", "yaml/missing-key", "knowledge.yaml:1:1")
    }

    @Test func `attack 8: another licence, which the user has to agree to by name`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        let manifest = KnowledgeWorld.manifest("kamers", version: "1.1.0", licence: "LicenseRef-Paid")
        try world.publish(KnowledgeWorld.package("kamers", manifest: manifest), in: "kamers", tag: "v1.1.0")
        try refused(world, "@kamers", "knowledge/licence-changed", "knowledge.yaml:4:10")
        let agreed = try world.knowledge("update", "--licence", "LicenseRef-Paid", "--over", "@sheet.yaml", "--yes")
        #expect(agreed.code == 0, "\(agreed.errors)")
    }

    @Test func `attack 9: an older version in the place of a newer one`() throws {
        let world = try KnowledgeWorld()
        try world.publish(
            KnowledgeWorld.package("kamers", manifest: KnowledgeWorld.manifest("kamers", version: "0.9.0")),
            in: "kamers",
            tag: "v0.9.0")
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        try refused(world, "@kamers@v0.9.0", "knowledge/downgrade", "knowledge.yaml:5:10")
        // The newer tag is taken away, so that the older one is the highest.
        try world.git("kamers", "tag", "-d", "v1.0.0")
        #expect(try world.knowledge("update", "--yes").errors.contains("[knowledge/downgrade]"))
    }

    @Test func `attack 10: another package under the same address`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        let manifest = KnowledgeWorld.manifest("huizen", version: "1.1.0")
        try world.publish(KnowledgeWorld.package("kamers", manifest: manifest), in: "kamers", tag: "v1.1.0")
        try refused(world, "@kamers", "knowledge/other-package", "knowledge.yaml:1:12")
    }

    @Test func `attack 11: the same package from another address`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        let manifest = KnowledgeWorld.manifest("kamers", version: "2.0.0")
        try world.publish(KnowledgeWorld.package("kamers", manifest: manifest), in: "fork", tag: "v2.0.0")
        try refused(world, "@fork", "knowledge/other-package", "kennis/knowledge.lock:")
    }

    @Test func `attack 12: a version that calls itself otherwise than its tag`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers", tag: "v9.0.0")
        try refused(world, "@kamers", "knowledge/version-tag", "knowledge.yaml:5:10")
    }

    @Test func `attack 13: a name that is taken`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        var other = KnowledgeWorld.package("winkels")
        other["rules/winkels.yaml"] = other["rules/winkels.yaml"]?.replacingOccurrences(
            of: "veel-winkels", with: "veel-kamers")
        try world.publish(other, in: "winkels")
        try refused(world, "@winkels", "knowledge/clash", "packages/winkels/rules/winkels.yaml:10:")
    }

    @Test func `attack 14: a replacement without a reason`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        try world.publish(KnowledgeWorld.replacing("kamers", reason: ""), in: "eigen")
        try refused(world, "@eigen", "yaml/missing-key", "knowledge.yaml:8:")
    }

    @Test(arguments: [
        ("--upload-pack=touch /tmp/x", "knowledge/address"), ("ext::sh -c true", "knowledge/address"),
        ("ext::true", "knowledge/address"), ("http://example.org/a.git", "knowledge/address"),
        ("https://example.org/a.git@--upload-pack=x", "knowledge/tag"),
    ])
    func `attack 15: an address that is an option or a program`(address: String, code: String) throws {
        let world = try KnowledgeWorld()
        let outcome = try CommandLineTests.analyst([
            "knowledge", "add", "--folder", world.path("."), "--lang", "en", "--yes", "--", address,
        ])
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Fetching"))
    }

    @Test func `attack 16: hooks, filters and settings of the package are not run`() throws {
        let world = try KnowledgeWorld()
        let marker = world.path("marker")
        var files = KnowledgeWorld.package("kamers")
        files[".gitattributes"] = "*.yaml filter=evil export-subst\n"
        try world.publish(files, in: "kamers")
        for hook in ["post-checkout", "reference-transaction", "pre-auto-gc", "post-merge", "pre-push"] {
            let place = "kamers/.git/hooks/\(hook)"
            try world.write("#!/bin/sh\ntouch \(marker)\n", to: place)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: world.path(place))
        }
        for setting in [
            "filter.evil.smudge", "core.fsmonitor", "core.sshCommand", "core.pager", "uploadpack.packObjectsHook",
        ] {
            try world.git("kamers", "config", setting, "touch \(marker)")
        }
        let outcome = try world.add("@kamers")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: marker))
        #expect(try world.text("kennis/packages/kamers/rules/kamers.yaml") == KnowledgeWorld.rules("kamers"))
        #expect(!FileManager.default.fileExists(atPath: world.path("kennis/packages/kamers/.git")))
    }

    @Test func `attack 17: rules that the product does not allow`() throws {
        let world = try KnowledgeWorld()
        var files = KnowledgeWorld.package("kamers")
        files["rules/kamers.yaml"] = files["rules/kamers.yaml"]?.replacingOccurrences(
            of: "bijstand >", with: "bijstant >")
        try world.publish(files, in: "kamers")
        try refused(world, "@kamers", "rule/unknown-name", "packages/kamers/rules/kamers.yaml:14:")
    }

    @Test func `attack 18: files that are changed after the lock are not analysed`() throws {
        let world = try KnowledgeWorld()
        try world.publish(KnowledgeWorld.package("kamers"), in: "kamers")
        try world.add("@kamers")
        try world.write(KnowledgeWorld.rules("kamers", limit: "99"), to: "kennis/packages/kamers/rules/kamers.yaml")
        for outcome in [try world.report(), try world.knowledge("verify"), try world.knowledge("list")] {
            #expect(outcome.code == 3)
            #expect(outcome.output == "")
            #expect(outcome.errors.contains("packages/kamers/rules/kamers.yaml was changed"))
        }
        // Not even with the faults that an analysis may go on with.
        let forced = try CommandLineTests.analyst([
            "analyse", world.path("sheet.yaml"), "--rules", world.path("kennis"), "--allow-errors",
        ])
        #expect(forced.code == 3)
        let restored = try world.knowledge("update", "--locked")
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(try world.knowledge("verify").code == 0)
    }

    @Test func `a repository without versions, and one that is not there, are told`() throws {
        let world = try KnowledgeWorld()
        try world.commit(KnowledgeWorld.package("kamers"), in: "kamers")
        try refused(world, "@kamers", "knowledge/no-version", "kamers")
        try refused(world, "@nowhere", "knowledge/git", "nowhere")
        try refused(world, "@kamers@v3.0.0", "knowledge/git", "kamers")
    }

    // MARK: A package of one's own

    @Test func `a new package is checked, published, added and analysed, as the guide says`() throws {
        let world = try KnowledgeWorld()
        let program = try CommandLineTests.program()
        func analyst(_ words: String...) throws -> CommandLineTests.Outcome {
            try CommandLineTests.run(
                URL(filePath: "/bin/sh"),
                ["-c", "cd \"$0\" && shift 0 && exec \"$@\"", world.path("."), program.path] + words)
        }
        let made = try analyst(
            "knowledge", "new", "kamerverhuur", "--publisher", "Gemeente Voorbeeld", "--municipality", "GM9999",
            "--lang", "en")
        #expect(made.code == 0, "\(made.errors)")
        let twice = try analyst(
            "knowledge", "new", "kamerverhuur", "--publisher", "x", "--municipality", "GM9999", "--lang", "en")
        #expect(twice.code == 2)
        let rules = Project.root.appending(path: "rules").path
        let checked = try analyst("knowledge", "check", "kamerverhuur", "--rules", rules, "--lang", "en")
        #expect(checked.code == 0, "\(checked.output)\(checked.errors)")
        #expect(checked.output.contains("0 errors, 0 warnings"))
        #expect(checked.output.contains("2 cases: 2 right, 0 wrong"))
        try world.publish([:], in: "kamerverhuur", tag: "v0.1.0")
        try FileManager.default.createDirectory(
            at: world.village.folder.file("werk"), withIntermediateDirectories: true)
        let sheet = Project.root.appending(path: "sheets/amsterdam/transvaalbuurt.yaml").path
        let added = try analyst(
            "knowledge", "add", "kamerverhuur", "--folder", "werk", "--rules", rules, "--over", sheet, "--yes",
            "--lang", "en")
        #expect(added.code == 0, "\(added.errors)")
        let report = try analyst(
            "analyse", sheet, "--rules", "werk", "--lang", "en", "--date", "2026-11-01", "--details")
        #expect(report.code == 0, "\(report.errors)")
        #expect(report.output.contains("kamerverhuur 0.1.0"))
    }
}
