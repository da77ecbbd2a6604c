import Analyst
import RuleEngine

/// What one kind of message means, with a wrong and a right example.
package enum CodeExplanationPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let bench = try Workbench.browsing(visit)
        let language = visit.language
        guard let code = visit.request.query["code"], let explained = CodePage.named(code) else { throw .notFound }
        return bench.show(
            Texts.title(code)[language], back: .init(bench.home, Texts.back[language]), isWide: false
        ) { page in
            for paragraph in explained.meaning[language].split(separator: "\n") where !paragraph.isEmpty {
                page.element("p", text: String(paragraph))
            }
            let (wrong, right): (String, String)
            switch explained.example {
            case .condition(let first, let second), .file(let first, let second): (wrong, right) = (first, second)
            case .none: return
            }
            for (title, text) in [(Texts.wrong, wrong), (Texts.right, right)] {
                page.element("h2", text: title[language])
                let file = SourceFile(name: title[language], text: text)
                SourceLines(file: file, lines: 1...max(1, file.lineCount), title: title[language]).write(to: &page)
            }
        }
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de werkbank", en: "Back to the workbench")
        static let wrong = LocalizedText(nl: "Fout", en: "Wrong")
        static let right = LocalizedText(nl: "Goed", en: "Right")

        static func title(_ code: String) -> LocalizedText {
            LocalizedText(nl: "Wat betekent \(code)?", en: "What does \(code) mean?")
        }
    }
}
