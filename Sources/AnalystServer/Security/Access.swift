package import Analyst

/// Who may see a page on a server for a team, and who may send its form. Without a team everybody may.
package struct Access: Sendable {
    private enum Readers: Sendable {
        /// Those who have a link, or want to log in, too.
        case everybody
        /// Everybody with an account.
        case members
        case roles(Set<TeamRole>)
    }

    package enum Decision: Sendable {
        case allowed
        /// Whoever it is must log in first.
        case login
        case denied
    }

    private let readers: Readers
    private let writers: Readers

    private init(_ readers: Readers, writers: Readers? = nil) {
        self.readers = readers
        self.writers = writers ?? readers
    }

    package static let everybody = Access(.everybody)
    package static let members = Access(.members)
    /// Work in a dossier.
    package static let work = Access(.roles([.worker]))
    /// Read by advisors too, changed by workers alone.
    package static let reading = Access(.roles([.worker, .advisor]), writers: .roles([.worker]))
    /// Rules are read, tried and changed by advisors.
    package static let advising = Access(.roles([.advisor]))
    /// Sessions of a trainer.
    package static let teaching = Access(.roles([.trainer]))
    /// Removal, and what is known of others.
    package static let administration = Access(.roles([.administrator]))

    /// - Parameter member: whoever is logged in.
    package func decision(for member: TeamUser?, isForm: Bool) -> Decision {
        switch isForm ? writers : readers {
        case .everybody: .allowed
        case .members: member == nil ? .login : .allowed
        case .roles(let roles):
            member.map { $0.roles.isDisjoint(with: roles) ? .denied : .allowed } ?? .login
        }
    }
}
