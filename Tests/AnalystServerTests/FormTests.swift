import TestSupport
import Testing

@testable import AnalystServer

/// Forms as bytes.
@Suite struct FormTests {
    @Test(arguments: [
        ("a=1&b=2", ["a": "1", "b": "2"]), ("a=een+twee%20drie", ["a": "een twee drie"]), ("a=%C3%A9", ["a": "é"]),
        ("a", ["a": ""]), ("", [:]), ("&&a=1&", ["a": "1"]), ("a=b=c", ["a": "b=c"]),
    ])
    func `fields are read as browsers write them`(text: String, expected: [String: String]) throws {
        let form = try FormFields(urlEncoded: text.utf8)
        #expect(Dictionary(form.fields.map { ($0.name, $0.value) }) { first, _ in first } == expected)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%ff"])
    func `bytes that are no text are refused`(text: String) {
        #expect(throws: FormFields.Fault.broken) { try FormFields(urlEncoded: text.utf8) }
    }

    @Test func `what is written is read again, whatever the text`() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let fields = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                FormFields.Field(name: Self.text(&generator), value: Self.text(&generator))
            }
            let form = FormFields(fields)
            #expect(try FormFields(urlEncoded: form.urlEncoded.utf8) == form)
        }
    }

    @Test func `broken fields are refused, or read as what can be written again`() {
        let signs = Array("aé=&%+4fF0;\u{0}\r\n".utf8) + [0xFF, 0xC3]
        var generator = SeededGenerator(seed: 13)
        var (read, refused) = (0, 0)
        for _ in 0..<(FullRuns.isAsked ? 200_000 : 5_000) {
            let bytes = (0..<Int.random(in: 0..<24, using: &generator)).map { _ in
                signs[Int.random(in: signs.indices, using: &generator)]
            }
            do {
                let form = try FormFields(urlEncoded: bytes)
                let again = try FormFields(urlEncoded: form.urlEncoded.utf8)
                if form != again { Issue.record("\(bytes) reads back as another form") }
                read += 1
            } catch {
                refused += 1
            }
        }
        #expect(read > 100)
        #expect(refused > 100)
    }

    @Test func `a form with a file is read part by part`() throws {
        let body =
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"f\"; filename=\"b.yaml\"\r\nContent-Type: text/plain\r\n\r\nline\r\n"
            + "--xy\r\n--x--\r\n"
        let form = try MultipartForm(Array(body.utf8), boundary: Array("x".utf8))
        #expect(form.fields == FormFields([.init(name: "a", value: "1")]))
        #expect(form.files.map(\.name) == ["b.yaml"])
        #expect(form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "line\r\n--xy")
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=x; boundary=\"a b\"", nil),
        ("multipart/form-data; boundary=\"a-b\"", "a-b"), ("multipart/form-data", nil),
        ("text/plain; boundary=abc", nil),
        ("multipart/form-data; boundary=", nil),
    ])
    func `the boundary is read from the header`(header: String, expected: String?) {
        #expect(MultipartForm.boundary(in: header) == expected.map { Array($0.utf8) })
    }

    @Test func `broken bodies are refused or read, and never end the program`() {
        let whole = Array(
            ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\n"
                + "Content-Disposition: form-data; name=\"f\"; filename=\"b\"\r\n\r\n\u{0}\u{1}--x\r\n--x--\r\n").utf8)
        var generator = SeededGenerator(seed: 11)
        var refused = 0
        for _ in 0..<5_000 {
            var body = whole
            for _ in 0...Int.random(in: 0...3, using: &generator) where !body.isEmpty {
                let place = Int.random(in: body.indices, using: &generator)
                switch Int.random(in: 0...4, using: &generator) {
                case 0: body.remove(at: place)
                case 1: body[place] = UInt8.random(in: 0...255, using: &generator)
                case 2: body = Array(body[..<place])
                case 3: body.insert(contentsOf: body[place...].prefix(20), at: place)
                default: body.insert(contentsOf: Array("\r\n--x".utf8), at: place)
                }
            }
            do {
                let form = try MultipartForm(body, boundary: Array("x".utf8))
                #expect(form.files.count + form.fields.fields.count <= FormFields.mostFields)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 500, "most of them are broken")
    }

    @Test func `a body of many beginnings of a boundary is read in time that grows with its length`() throws {
        let filler = String(repeating: "\r\n--", count: 500_000)
        let body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\(filler)\r\n--x--\r\n"
        let form = try MultipartForm(Array(body.utf8), boundary: Array("x".utf8))
        #expect(form.fields.fields.first?.value.utf8.count == filler.utf8.count)
    }

    private static func text(_ generator: inout SeededGenerator) -> String {
        let signs = Array("ab &=+%é\u{1F600}\"\r\n;/?")
        return String(
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in signs.randomElement(using: &generator) ?? "a" })
    }
}
