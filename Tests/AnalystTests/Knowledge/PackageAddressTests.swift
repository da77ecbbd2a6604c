import RuleEngine
import Testing

@testable import Analyst

/// Addresses as users write them, and those that would make git do something else.
@Suite struct PackageAddressTests {
    @Test(
        arguments: [
            ("https://example.org/a.git", "https://example.org/a.git", nil),
            ("https://example.org/a.git@v1.0.0", "https://example.org/a.git", "v1.0.0"),
            ("ssh://git@example.org/a.git", "ssh://git@example.org/a.git", nil),
            ("ssh://git@example.org/a.git@1.2.3", "ssh://git@example.org/a.git", "1.2.3"),
            ("git@example.org:town/a.git", "git@example.org:town/a.git", nil),
            ("git@example.org:a.git@v2.0.0", "git@example.org:a.git", "v2.0.0"),
            ("/home/a/package", "file:///home/a/package", nil),
            ("../package@v1.0.0", "file:///home/package", "v1.0.0"),
            ("package", "file:///home/me/package", nil),
            ("file:///home/a", "file:///home/a", nil),
        ] as [(String, String, String?)])
    func `an address is read with its version`(text: String, url: String, tag: String?) throws {
        let address = try PackageAddress(text, from: "/home/me")
        #expect(address.url == url)
        #expect(address.tag == tag)
    }

    @Test(arguments: [
        ("--upload-pack=touch x", "knowledge/address"), ("--upload-pack=x", "knowledge/address"),
        ("-u", "knowledge/address"), ("ext::sh -c x", "knowledge/address"), ("ext::sh", "knowledge/address"),
        ("http://example.org/a", "knowledge/address"), ("git://example.org/a", "knowledge/address"),
        ("fd::17", "knowledge/address"), ("https://me:secret@example.org/a", "knowledge/address"),
        ("ssh://me:secret@example.org/a", "knowledge/address"),
        ("ssh://-oProxyCommand=x/a", "knowledge/address"), ("-oProxyCommand=x:a", "knowledge/address"),
        ("ssh://git@-oProxyCommand=x/a", "knowledge/address"), ("git@example.org:-x", "knowledge/address"),
        ("", "knowledge/address"),
        ("https://example.org/a\n", "knowledge/address"),
        ("https://example.org/a.git@--upload-pack=x", "knowledge/tag"),
        ("https://example.org/a.git@-x", "knowledge/tag"), ("https://example.org/a.git@v1..v2", "knowledge/tag"),
        ("https://example.org/a.git@refs^{x}", "knowledge/tag"), ("https://example.org/a.git@", "knowledge/tag"),
    ])
    func `an address that git could take for something else is refused`(text: String, code: String) {
        let faults = KnowledgeWorld.faults { _ = try PackageAddress(text, from: "/home/me") }
        #expect(faults.map(\.code) == [code])
        #expect(faults.allSatisfy { $0.hint != nil })
    }

    @Test(arguments: [
        ("1.0.0", true), ("0.10.2", true), ("1.0", false), ("v1.0.0", false), ("1.0.0-rc1", false), ("01.0.0", false),
        ("1.0.-1", false),
    ])
    func `a version has three numbers`(text: String, isVersion: Bool) {
        #expect((PackageVersion(text) != nil) == isVersion)
    }

    @Test func `versions are ordered by their numbers`() throws {
        let versions = try ["1.9.0", "1.10.0", "0.99.99", "2.0.0"].map { try #require(PackageVersion($0)) }
        #expect(versions.sorted().map(\.description) == ["0.99.99", "1.9.0", "1.10.0", "2.0.0"])
    }
}
