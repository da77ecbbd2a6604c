/// What is known of the named time zones, so that the engine itself reads no environment.
package protocol TimeZoneRules: Sendable {
    /// How far the clocks of a zone are ahead of UTC.
    ///
    /// - Parameters:
    ///   - zone: an identifier of the time zone database, such as `Europe/Amsterdam`.
    ///   - moment: what the clocks of that zone show; the zone of `moment` itself plays no part.
    /// - Returns: seconds east of UTC, or `nil` for an unknown zone. Where the clocks show a moment twice, its first
    ///   occurrence counts; where they skip it, the offset before the change.
    func offset(ofZone zone: String, atLocal moment: FEELDateTime) -> Int?

    func isKnown(zone: String) -> Bool
}
