import RuleEngine

extension WrittenFigure {
    /// This figure with what newer tables say of it: the newest year leads, the others stay as earlier years. Of one table and
    /// year the new reading counts.
    ///
    /// A figure that the new tables do not know keeps its last value, unless they read the same edition anew.
    func updated(by other: WrittenFigure) -> WrittenFigure {
        let known = versions.filter { $0.value != nil }
        let read = other.versions.filter { $0.value != nil }
        guard !read.isEmpty else {
            let left = known.filter { $0.source != other.newest.source || $0.source == nil }
            guard left.isEmpty else { return WrittenFigure(versions: left, unit: unit, points: points) }
            return other
        }
        // A year has one figure: the one that was read now, but for that which values of more years hang on.
        let holder = points == nil ? nil : versions.first { $0.value != nil }
        let taken = read.filter { new in new.year != holder?.year || new.series == holder?.series }
        let kept = known.filter { old in !taken.contains { $0.year == old.year } }
        let ordered = (taken + kept).sorted { ($0.year ?? 0) > ($1.year ?? 0) }
        let isRead = taken.contains(ordered[0])
        var result = WrittenFigure(versions: ordered, unit: isRead ? other.unit : unit, points: nil)
        guard let points else { return result }
        if ordered[0].series == newest.series {
            result.points = points
        } else if let place = ordered.firstIndex(where: { $0.series == newest.series }) {
            result.versions[place].fields.append(points)
        }
        return result
    }
}
