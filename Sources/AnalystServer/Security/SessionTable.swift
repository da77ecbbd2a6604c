import Synchronization

/// The browsers that use the server, for as long as it runs.
///
/// Nobody is thrown out for taking long: a browser is forgotten after two days without a request, or when many others came
/// since. Forgotten browsers lose no answer: those are in the dossier.
package final class SessionTable: Sendable {
    package static let cookie = "analyst-session"
    /// Seconds.
    private static let longestRest: Double = 48 * 3_600
    private static let mostDrafts = 50

    private let most: Int
    private let sessions = Mutex<[String: WebSession]>([:])

    package init(most: Int = 5_000) {
        self.most = most
    }

    /// The header that makes the browser keep a session, or forget it.
    package static func header(_ id: String?, isSecure: Bool) -> (name: String, value: String) {
        let secure = isSecure ? "; Secure" : ""
        let rest = id == nil ? "; Max-Age=0" : ""
        return ("Set-Cookie", "\(cookie)=\(id ?? "")\(rest); HttpOnly; SameSite=Strict; Path=/\(secure)")
    }

    /// The session of a cookie; `nil` where it is not known, or was forgotten.
    package func session(_ id: String?, now: Double) -> WebSession? {
        guard let id else { return nil }
        return sessions.withLock { sessions in
            guard let session = sessions[id], now - session.lastUse < Self.longestRest else { return nil }
            sessions[id]?.lastUse = now
            return session
        }
    }

    /// A session for a browser that has none.
    package func make(now: Double) -> WebSession {
        let session = WebSession(id: RandomToken.make(), formToken: RandomToken.make(), lastUse: now)
        sessions.withLock { sessions in
            if sessions.count >= most {
                sessions = sessions.filter { now - $0.value.lastUse < Self.longestRest }
                let surplus = sessions.count - most + 1
                let oldest = sessions.values.sorted { $0.lastUse < $1.lastUse }.prefix(max(0, surplus))
                for one in oldest { sessions[one.id] = nil }
            }
            sessions[session.id] = session
        }
        return session
    }

    /// The session of somebody who just logged in: with another name than before, so that nobody who knew that one is in it.
    /// What the same person, or nobody yet, had typed goes along.
    package func logIn(_ user: String, from old: WebSession, now: Double) -> WebSession {
        let new = make(now: now)
        return sessions.withLock { sessions in
            sessions[new.id]?.user = user
            sessions[new.id]?.since = now
            let drafts = sessions[old.id]?.drafts ?? old.drafts
            if old.user == nil || old.user == user { sessions[new.id]?.drafts = drafts }
            sessions[old.id] = nil
            return sessions[new.id] ?? new
        }
    }

    /// Ends a session, with all that was typed in it.
    package func end(_ id: String) { sessions.withLock { $0[id] = nil } }

    /// Ends the sessions of a user but one.
    package func end(of user: String, but id: String) {
        sessions.withLock { sessions in sessions = sessions.filter { $0.value.user != user || $0.key == id } }
    }

    /// Keeps what was typed on a page; `nil` forgets it.
    package func keep(_ draft: FormFields?, for page: String, in id: String) {
        sessions.withLock { sessions in
            if draft != nil, let count = sessions[id]?.drafts.count, count >= Self.mostDrafts,
                let one = sessions[id]?.drafts.keys.min()
            {
                sessions[id]?.drafts[one] = nil
            }
            sessions[id]?.drafts[page] = draft
        }
    }

    /// Forgets all drafts of a dossier.
    package func forget(dossier: String) {
        sessions.withLock { sessions in
            sessions = sessions.mapValues { session in
                var session = session
                session.drafts = session.drafts.filter { !$0.key.hasPrefix(dossier + "/") }
                if session.notice?.dossier == dossier { session.notice = nil }
                return session
            }
        }
    }

    /// Something to say on the next page.
    package func say(_ notice: WebSession.Notice, in id: String) {
        sessions.withLock { $0[id]?.notice = notice }
    }

    /// What is to be said, once.
    package func takeNotice(in id: String, about dossier: String?) -> WebSession.Notice? {
        sessions.withLock { sessions in
            guard let notice = sessions[id]?.notice, notice.dossier == nil || notice.dossier == dossier else {
                return nil
            }
            sessions[id]?.notice = nil
            return notice
        }
    }
}
