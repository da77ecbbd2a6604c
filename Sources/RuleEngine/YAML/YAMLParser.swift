/// Reads YAML with libyaml, as far as rules need it: one reading per position, nothing that works behind the
/// reader's back.
///
///     let result = YAMLParser.parseSingle(SourceFile(name: "a.yaml", text: "names: [no, 010]"))
///     result.root?["names"]?.sequence?.count   // 2, both text
///
/// Equal keys, non-scalar keys, merge keys (`<<`) and type tags are refused, with a diagnostic. Aliases are allowed
/// within limits. Never fails otherwise: mistakes are diagnostics, and what could be read is returned.
package enum YAMLParser {
    /// All documents of a text, in order.
    ///
    /// A syntax error or a limit ends the reading; the documents before it are kept, the one with the error is not. Of a
    /// text with hidden characters (`YAMLHiddenCharacter`) nothing is read.
    package static func parse(_ file: SourceFile, limits: YAMLLimits = .standard) -> YAMLResult {
        guard file.text.utf8.count <= limits.bytes else {
            let problem = YAMLProblem.tooManyBytes(limit: limits.bytes)
            return YAMLResult(documents: [], diagnostics: [problem.diagnostic(at: file.span(0..<0))])
        }
        let hidden = YAMLHiddenCharacter.all(in: file.text)
        guard hidden.isEmpty else {
            return YAMLResult(documents: [], diagnostics: hidden.map { $0.diagnostic(in: file) })
        }
        var events = YAMLEventStream(file.text)
        var builder = YAMLTreeBuilder(file: file, limits: limits)
        do {
            while let (event, range) = try events.next() {
                guard builder.take(event, at: range) else { break }
            }
        } catch {
            builder.report(error.diagnostic(in: file))
            return YAMLResult(
                documents: builder.result.documents, diagnostics: builder.result.diagnostics, isBroken: true)
        }
        return builder.result
    }

    /// The only document of a text. A second one is reported and left out.
    package static func parseSingle(_ file: SourceFile, limits: YAMLLimits = .standard) -> YAMLResult {
        let result = parse(file, limits: limits)
        guard let first = result.documents.first, result.documents.count > 1 else { return result }
        let start = result.documents[1].span.start
        let second = SourceSpan(file: file.name, start: start, end: start)
        let problem = YAMLProblem.severalDocuments.diagnostic(at: second)
        return YAMLResult(
            documents: [first], diagnostics: result.diagnostics + [problem], isBroken: result.isBroken)
    }
}

/// The documents of a text and what is wrong with it.
package struct YAMLResult: Sendable {
    package let documents: [YAMLNode]
    package let diagnostics: [Diagnostic]
    /// Whether the reading ended at something that is no YAML.
    let isBroken: Bool

    init(documents: [YAMLNode], diagnostics: [Diagnostic], isBroken: Bool = false) {
        self.documents = documents
        self.diagnostics = diagnostics
        self.isBroken = isBroken
    }

    /// The first document; `nil` when there is none that could be read.
    package var root: YAMLNode? { documents.first }
}
