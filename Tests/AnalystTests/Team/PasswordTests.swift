import TestSupport
import Testing

@testable import Analyst

/// What is kept of a password, what one must be, and when an account is locked.
@Suite struct PasswordTests {
    private static let salt = [UInt8](0..<16)

    @Test func `a hash knows its password, in every form of Unicode, and no other`() throws {
        let hash = try #require(PasswordHash(of: "crème brûlée op zondag", salt: Self.salt))
        #expect(hash.isOf("cre\u{300}me bru\u{302}le\u{301}e op zondag"))
        #expect(!hash.isOf("creme brulee op zondag") && !hash.isOf(""))
        let again = try #require(PasswordHash(hash.description))
        #expect(again == hash && again.isOf("crème brûlée op zondag"))
        #expect(!hash.description.contains("zondag") && hash.description.hasPrefix("scrypt:15:8:3:"))
        let other = try #require(PasswordHash(of: "crème brûlée op zondag", salt: [UInt8](1...16)))
        #expect(other != hash, "the same password of another person is kept otherwise")
    }

    @Test(arguments: [
        "", "scrypt", "scrypt:15:8:3::", "scrypt:40:8:3:00:00", "scrypt:15:8:3:zz:00", "md5:15:8:3:00:00",
        "scrypt:15:8:3:0001:\(String(repeating: "0", count: 63))",
    ])
    func `what is no hash is none, and more work than is sensible is not done`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func `of random bytes none is taken for a hash`() {
        var random = SeededGenerator(seed: 4)
        for _ in 1...500 {
            let bytes = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                UInt8.random(in: 32...126, using: &random)
            }
            #expect(PasswordHash(String(decoding: bytes, as: UTF8.self)) == nil)
        }
    }

    @Test(arguments: [
        ("een zin van vier woorden", true), ("kort", false), ("elf tekens!", false), ("twaalf teken", true),
        ("aaaaaaaaaaaaaaaa", false), ("wachtwoord123456", false), ("wachtwoord van de bakker", true),
        ("mijn naam is anna", false), (String(repeating: "abcdefg ", count: 26), false),
    ])
    func `a password is long and not one of those that everybody tries`(password: String, isGood: Bool) {
        #expect((PasswordRule.refusal(of: password, for: "Anna") == nil) == isGood)
    }

    @Test(arguments: [
        ("Anna", "anna"), ("  anna.de-vries@gemeente.example ", "anna.de-vries@gemeente.example"), ("a", nil),
        ("anna de vries", nil), ("ann\u{e0}", nil), ("<script>", nil), (String(repeating: "a", count: 41), nil),
    ])
    func `names of accounts are plain`(text: String, name: String?) {
        #expect(TeamUser.usable(text) == name)
    }

    @Test func `five failures in a row lock an account, and after a quarter of an hour it counts anew`() {
        var lock = LoginLock()
        for count in 1...4 {
            lock = lock.failed(at: 100)
            #expect(lock.failures == count && !lock.isLocked(at: 100))
        }
        lock = lock.failed(at: 100)
        #expect(lock.isLocked(at: 100) && lock.isLocked(at: 999) && !lock.isLocked(at: 1_000))
        #expect(lock.failed(at: 500) == lock, "a lock is not made longer by trying")
        #expect(lock.failed(at: 1_000) == LoginLock(failures: 1))
    }
}
