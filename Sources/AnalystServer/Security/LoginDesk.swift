package import Analyst
import Dispatch
import Synchronization

/// Lets people of a team in by name and password. Passwords are looked at one after another, apart from the threads that
/// answer browsers: each takes much memory and a tenth of a second on purpose.
package final class LoginDesk: Sendable {
    package enum Outcome: Sendable {
        case member(TeamUser)
        /// Name or password is wrong, or the account is locked: which one is not told.
        case refused
    }

    private let store: any TeamStore
    private let queue = DispatchQueue(label: "logins", qos: .userInitiated)
    /// From one address only so many attempts, whatever the names.
    private let limit = RateLimit(size: 30, perSecond: 1)
    private let waiting = Mutex(0)
    private static let mostWaiting = 50

    package init(_ store: any TeamStore) {
        self.store = store
    }

    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - instant: the same moment in ISO 8601.
    package func logIn(
        _ name: String, _ password: String, from client: String, now: Double, at instant: String
    ) async throws(TeamFault) -> Outcome {
        guard limit.admits(client, now: now), password.utf8.count <= PasswordRule.mostCharacters * 8,
            waiting.withLock({ $0 < Self.mostWaiting })
        else { return .refused }
        waiting.withLock { $0 += 1 }
        defer { waiting.withLock { $0 -= 1 } }
        return try await run { () throws(TeamFault) in
            try self.outcome(name, password, now: Int(now), at: instant)
        }
    }

    /// Sets a new password where the old one is right.
    ///
    /// - Returns: whether it was.
    package func change(
        _ old: String, to new: String, of user: TeamUser, salt: [UInt8], now: Double, at instant: String
    ) async throws(TeamFault) -> Bool {
        try await run { () throws(TeamFault) in
            guard case .member = try self.outcome(user.name, old, now: Int(now), at: instant, isLogin: false),
                let hash = PasswordHash(of: new, salt: salt)
            else { return false }
            try self.store.setPassword(hash, of: user.name, by: user.name, at: instant)
            return true
        }
    }

    private func outcome(
        _ name: String, _ password: String, now: Int, at instant: String, isLogin: Bool = true
    ) throws(TeamFault) -> Outcome {
        guard let usable = TeamUser.usable(name), let user = try store.user(usable),
            let (hash, lock) = try store.credentials(of: usable)
        else {
            // As long as for a name that is there, so that the time tells no names.
            _ = PasswordHash(of: password, salt: Self.noSalt)
            try store.note(AuditEntry(.refused, by: nil, at: instant))
            return .refused
        }
        guard !lock.isLocked(at: now) else {
            _ = PasswordHash(of: password, salt: Self.noSalt)
            try store.note(AuditEntry(.refused, by: user.name, at: instant))
            return .refused
        }
        guard hash.isOf(password) else {
            let next = lock.failed(at: now)
            let action: AuditEntry.Action = next.isLocked(at: now) ? .locked : .refused
            try store.set(next, of: user.name, noting: AuditEntry(action, by: user.name, at: instant))
            return .refused
        }
        if isLogin { try store.set(LoginLock(), of: user.name, noting: AuditEntry(.login, by: user.name, at: instant)) }
        return .member(user)
    }

    private static let noSalt = [UInt8](repeating: 0, count: PasswordHash.saltByteCount)

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws(TeamFault) -> Value
    ) async throws(TeamFault) -> Value {
        let result: Result<Value, TeamFault> = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result(catching: body)) }
        }
        return try result.get()
    }
}
