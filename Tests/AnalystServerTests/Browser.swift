import Foundation
import Testing

@testable import AnalystServer

/// A browser without scripts over a plain socket: keeps its cookie, fills in forms, follows links where it is told to.
final class Browser {
    /// What came back.
    struct Page {
        let status: Int
        /// Names in small letters; of several with one name the last.
        let headers: [String: String]
        let body: String

        /// The text in `<title>`.
        var title: String { Self.between("<title>", "</title>", in: body) ?? "" }

        /// The text of the only h1.
        var heading: String { Self.between("<h1>", "</h1>", in: body) ?? "" }

        /// How often a text occurs.
        func count(_ text: String) -> Int { body.components(separatedBy: text).count - 1 }

        /// The value of the first field with the name.
        func value(_ name: String) -> String? {
            for tag in tags("input") where tag.contains(" name=\"\(name)\"") {
                return Self.between(" value=\"", "\"", in: tag)
            }
            return nil
        }

        /// The start tags of elements.
        func tags(_ name: String) -> [String] {
            body.components(separatedBy: "<\(name) ").dropFirst().map { "<\(name) " + ($0.prefix { $0 != ">" }) + ">" }
        }

        /// The address of the form.
        var action: String? {
            tags("form").first.flatMap { Self.between(" action=\"", "\"", in: $0) }?.replacing("&amp;", with: "&")
        }

        /// The address behind a link with the text.
        func link(_ text: String) -> String? {
            for piece in body.components(separatedBy: "<a ").dropFirst() {
                guard let end = piece.firstRange(of: "</a>"), piece[..<end.lowerBound].contains(text) else { continue }
                return Self.between("href=\"", "\"", in: piece)?.replacing("&amp;", with: "&")
            }
            // A way out of a form, which takes along what is typed.
            for piece in body.components(separatedBy: "<button ").dropFirst() where piece.contains("name=\"go\"") {
                guard let end = piece.firstRange(of: "</button>"), piece[..<end.lowerBound].contains(text) else {
                    continue
                }
                return Self.between("value=\"", "\"", in: piece)?.replacing("&amp;", with: "&")
            }
            return nil
        }

        /// The page without its tags, with single spaces.
        var text: String {
            var result = ""
            var isTag = false
            for character in body {
                if character == "<" {
                    isTag = true
                } else if character == ">" {
                    isTag = false; result += " "
                } else if !isTag {
                    result.append(character)
                }
            }
            return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        static func between(_ start: String, _ end: String, in text: String) -> String? {
            guard let first = text.firstRange(of: start)?.upperBound, let last = text[first...].firstRange(of: end)
            else {
                return nil
            }
            return String(text[first..<last.lowerBound])
        }
    }

    let port: Int
    /// As the header tells them: `a=1; b=2`.
    var cookie: String?

    init(port: Int) {
        self.port = port
    }

    func get(_ path: String, headers: [String: String] = [:]) throws -> Page {
        try send("GET", path, headers: headers, body: [])
    }

    /// Sends a form as this browser would from a page of the server.
    func post(_ path: String, _ fields: [(String, String)], headers: [String: String] = [:]) throws -> Page {
        let body = fields.map { "\(PercentCoding.encoded($0))=\(PercentCoding.encoded($1))" }.joined(separator: "&")
        var all = [
            "Content-Type": "application/x-www-form-urlencoded", "Origin": "http://127.0.0.1:\(port)",
            "Sec-Fetch-Site": "same-origin",
        ]
        for (name, value) in headers { all[name] = value }
        return try send("POST", path, headers: all.filter { !$0.value.isEmpty }, body: Array(body.utf8))
    }

    /// Fills in the form of a page, with its hidden fields, and presses a button.
    func submit(
        _ page: Page, _ fields: [(String, String)], to path: String? = nil, headers: [String: String] = [:]
    ) throws -> Page {
        let hidden = page.tags("input").filter { $0.contains("type=\"hidden\"") }.compactMap {
            tag -> (String, String)? in
            guard let name = Page.between(" name=\"", "\"", in: tag), !fields.contains(where: { $0.0 == name }) else {
                return nil
            }
            return (name, Self.plain(Page.between(" value=\"", "\"", in: tag) ?? ""))
        }
        return try post(path ?? (try #require(page.action)), hidden + fields, headers: headers)
    }

    /// Goes where a page leads.
    func follow(_ page: Page) throws -> Page {
        #expect(page.status == 303)
        var address = try #require(page.headers["location"])
        if let mark = address.firstIndex(of: "#") { address = String(address[..<mark]) }
        let next = try get(address)
        return next.status == 303 ? try follow(next) : next
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    func send(_ method: String, _ path: String, headers: [String: String], body: [UInt8]) throws -> Page {
        var lines = ["\(method) \(path) HTTP/1.1", "Connection: close", "Content-Length: \(body.count)"]
        if headers["Host"] == nil { lines.append("Host: 127.0.0.1:\(port)") }
        if let cookie { lines.append("Cookie: \(cookie)") }
        lines += headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        let answer = try Self.exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body, port: port)
        return try read(answer)
    }

    private func read(_ bytes: [UInt8]) throws -> Page {
        let text = String(decoding: bytes, as: UTF8.self)
        let end = try #require(text.firstRange(of: "\r\n\r\n"))
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let status = try #require(Int(lines[0].split(separator: " ")[1]))
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1).map(String.init)
            headers[sides[0].lowercased()] = sides[1].trimmingCharacters(in: .whitespaces)
        }
        for line in lines.dropFirst() where line.lowercased().hasPrefix("set-cookie:") {
            keep(String(line.dropFirst("set-cookie:".count).trimmingCharacters(in: .whitespaces).prefix { $0 != ";" }))
        }
        return Page(status: status, headers: headers, body: String(text[end.upperBound...]))
    }

    private func keep(_ pair: String) {
        let name = pair.prefix { $0 != "=" } + "="
        let others = (cookie ?? "").components(separatedBy: "; ").filter { !$0.isEmpty && !$0.hasPrefix(name) }
        cookie = (others + [pair]).joined(separator: "; ")
    }

    /// Sends bytes and reads until the other side hangs up.
    static func exchange(_ bytes: [UInt8], port: Int) throws -> [UInt8] {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(socket >= 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isConnected)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // The server may hang up on what is too large before it has read it all.
            guard count > 0 else { break }
            sent += count
        }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return result }
            result += buffer[..<count]
        }
    }
}
