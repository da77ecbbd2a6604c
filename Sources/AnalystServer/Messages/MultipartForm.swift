/// A form with files, as browsers send it (RFC 7578): parts between lines with a boundary, each with its own headers.
package struct MultipartForm: Hashable, Sendable {
    /// A file that was sent with a form.
    package struct File: Hashable, Sendable {
        /// The name of the field.
        package let field: String
        /// As the sender calls it; it is shown and never used as a path.
        package let name: String
        package let bytes: [UInt8]
    }

    package let fields: FormFields
    package let files: [File]

    /// The headers of a part are never longer.
    private static let longestHead = 4_096

    /// The boundary that a header names: `multipart/form-data; boundary=…`; `nil` where the body is of another kind.
    package static func boundary(in contentType: String) -> [UInt8]? {
        let parts = contentType.split(separator: ";").map { String($0).trimmed }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        for part in parts.dropFirst() where part.lowercased().hasPrefix("boundary=") {
            let value = part.dropFirst("boundary=".count).filter { $0 != "\"" }
            guard (1...70).contains(value.utf8.count), value.utf8.allSatisfy({ (33..<127).contains($0) }) else {
                return nil
            }
            return Array(value.utf8)
        }
        return nil
    }

    package init(fields: FormFields, files: [File] = []) {
        self.fields = fields
        self.files = files
    }

    package init(_ body: [UInt8], boundary: [UInt8]) throws(FormFields.Fault) {
        var fields: [FormFields.Field] = []
        var files: [File] = []
        let delimiter = Array("--".utf8) + boundary
        guard var place = Self.place(of: delimiter, in: body, from: 0), place == 0 || body[place - 1] == 10 else {
            throw .broken
        }
        let inner = Array("\r\n".utf8) + delimiter
        while true {
            place += delimiter.count
            if body[place...].starts(with: Array("--".utf8)) { break }
            guard body[place...].starts(with: Array("\r\n".utf8)) else { throw .broken }
            place += 2
            guard fields.count + files.count < FormFields.mostFields else { throw .tooLarge }
            guard let headEnd = Self.place(of: Array("\r\n\r\n".utf8), in: body, from: place),
                headEnd - place <= Self.longestHead, let next = Self.end(inner, in: body, from: headEnd + 2),
                let head = String(validating: body[place..<headEnd], as: UTF8.self),
                let name = Self.parameter("name", of: head)
            else { throw .broken }
            let content = body[min(headEnd + 4, next)..<next]
            if let fileName = Self.parameter("filename", of: head) {
                files.append(File(field: name, name: fileName, bytes: Array(content)))
            } else {
                guard let value = String(validating: content, as: UTF8.self) else { throw .broken }
                fields.append(.init(name: name, value: value))
            }
            place = next + 2
        }
        self.fields = FormFields(fields)
        self.files = files
    }

    /// `name="value"` in the line `Content-Disposition: form-data; …`; browsers write a quotation mark as `%22`.
    private static func parameter(_ key: String, of head: String) -> String? {
        let lines = head.split(separator: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let start = line.firstRange(of: "; \(key)=\"")?.upperBound,
            let end = line[start...].firstIndex(of: "\"")
        else { return nil }
        return String(line[start..<end])
    }

    /// Where the content of a part ends: at a boundary that is a whole line.
    private static func end(_ boundary: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        var start = start
        while let found = place(of: boundary, in: body, from: start) {
            let rest = body[(found + boundary.count)...]
            if rest.starts(with: Array("\r\n".utf8)) || rest.starts(with: Array("--".utf8)) { return found }
            start = found + 1
        }
        return nil
    }

    /// Where a short run of bytes begins; time grows with the length of the text alone, but for runs that nearly fit.
    private static func place(of run: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard let first = run.first, start >= 0 else { return nil }
        var index = start
        while index + run.count <= text.count {
            guard let found = text[index...(text.count - run.count)].firstIndex(of: first) else { return nil }
            if text[found..<found + run.count].elementsEqual(run) { return found }
            index = found + 1
        }
        return nil
    }
}
