/// Tells forms that were sent from a page of this server from those of another site.
package enum OriginCheck {
    /// Browsers say where a form comes from in `Sec-Fetch-Site` and `Origin`; one of the two has to say that it comes from here,
    /// and neither that it does not.
    package static func isOwn(_ request: WebRequest) -> Bool {
        let site = request.headers["sec-fetch-site"]
        if let site, site != "same-origin" { return false }
        guard let origin = request.headers["origin"] else { return site != nil }
        guard let host = request.headers["host"], let mark = origin.firstRange(of: "://") else { return false }
        return origin[mark.upperBound...] == host
    }
}
