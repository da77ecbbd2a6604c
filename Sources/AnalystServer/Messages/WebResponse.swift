/// What a browser is answered.
package struct WebResponse: Sendable {
    package var status: Int
    /// In the order in which they are sent.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A page.
    package static func page(_ html: String, status: Int = 200) -> WebResponse {
        WebResponse(
            status: status,
            headers: [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "private, max-age=0")],
            body: Array(html.utf8))
    }

    /// After a form: the browser asks for another page, so that going back never sends the form again.
    package static func seeOther(_ address: String) -> WebResponse {
        WebResponse(status: 303, headers: [("Location", address), ("Cache-Control", "no-store")])
    }

    /// A file to keep.
    package static func file(_ text: String, name: String, type: String) -> WebResponse {
        WebResponse(
            status: 200,
            headers: [
                ("Content-Type", type), ("Content-Disposition", "attachment; filename=\"\(name)\""),
                ("Cache-Control", "private, max-age=0"),
            ],
            body: Array(text.utf8))
    }

    /// A file that is made anew each time, and that no browser keeps for the next who asks.
    package static func download(_ bytes: [UInt8], name: String, type: String) -> WebResponse {
        WebResponse(
            status: 200,
            headers: [
                ("Content-Type", type), ("Content-Disposition", "attachment; filename=\"\(name)\""),
                ("Cache-Control", "no-store"),
            ],
            body: bytes)
    }
}
