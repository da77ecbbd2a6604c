/// How often somebody failed to log in, and until when nobody may try.
package struct LoginLock: Hashable, Sendable {
    /// So many failures in a row lock an account for a while.
    package static let mostFailures = 5
    package static let seconds = 15 * 60

    package let failures: Int
    /// Seconds since 1970.
    package let until: Int?

    package init(failures: Int = 0, until: Int? = nil) {
        self.failures = failures
        self.until = until
    }

    package func isLocked(at now: Int) -> Bool { until.map { now < $0 } ?? false }

    /// After one failure more. When a lock is over, counting begins anew.
    package func failed(at now: Int) -> LoginLock {
        guard !isLocked(at: now) else { return self }
        let count = (until == nil ? failures : 0) + 1
        return LoginLock(failures: count, until: count >= Self.mostFailures ? now + Self.seconds : nil)
    }
}
