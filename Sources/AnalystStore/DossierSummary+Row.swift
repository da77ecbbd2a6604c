import Analyst
import GRDB

extension DossierSummary {
    /// `nil` where the row has a name that this program did not make.
    init?(_ row: Row) {
        guard let id = DossierID(row["id"]) else { return nil }
        let closed: String? = row["closed"]
        self.init(
            id: id, title: row["title"], municipality: row["municipality"], area: row["area"],
            created: row["created"], changed: row["changed"], state: closed.map { .closed(at: $0) } ?? .open,
            revision: row["revision"], answered: row["answered"])
    }
}
