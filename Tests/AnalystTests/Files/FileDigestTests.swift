import Testing

@testable import Analyst

/// Digests are those that `sha256sum` prints.
@Suite struct FileDigestTests {
    /// The examples of the standard's publisher (NIST, "SHA-256 example").
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `a digest is that of the standard`(text: String, digest: String) {
        #expect(FileDigest.sha256(of: Array(text.utf8)) == digest)
    }

    @Test func `one digest for several files is that of the list of theirs`() {
        let files = [FileDigest(file: "a.yaml", of: [0x61]), FileDigest(file: "b/c.yaml", of: [])]
        let list = files.map { "\($0.sha256)  \($0.file)\n" }.joined()
        #expect(FileDigest.sha256(of: files) == FileDigest.sha256(of: Array(list.utf8)))
    }

    @Test(arguments: [
        (String(repeating: "0f", count: 32), true), (String(repeating: "0f", count: 31) + "0", false),
        (String(repeating: "0F", count: 32), false), (String(repeating: "0g", count: 32), false), ("", false),
    ])
    func `a digest has 64 digits in lower case`(text: String, isDigest: Bool) {
        #expect(FileDigest.isDigest(text) == isDigest)
    }
}
