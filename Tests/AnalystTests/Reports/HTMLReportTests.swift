import RuleEngine
import Testing

@testable import Analyst

struct HTMLReportTests {
    private static func page(_ language: Language = .nl, count: Int = 1) throws -> String {
        HTMLReport(language: language).text(
            try (1...count).map {
                try SampleAnalysis.make(language, id: $0 == 1 ? "sample" : "sample \($0)").withAnnexes
            })
    }

    @Test(arguments: [1, 2])
    func `the page has one h1 and no level of heading is left out`(count: Int) throws {
        let page = try Self.page(count: count)
        let levels = page.matches(of: #/<h([1-6])[ >]/#).compactMap { Int($0.output.1) }
        #expect(levels.first == 1)
        #expect(levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) {
            #expect(after <= before + 1)
        }
    }

    @Test(arguments: [1, 2])
    func `an id stands on the page once, and every link and reference finds its id`(count: Int) throws {
        let page = try Self.page(count: count)
        let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        let links = page.matches(of: #/href="#([^"]*)"/#).map { String($0.output.1) }
        let references = page.matches(of: #/aria-labelledby="([^"]*)"/#)
            .flatMap { $0.output.1.split(separator: " ").map(String.init) }
        #expect(links.count > 4)
        for name in links + references { #expect(ids.contains(name), "\(name)") }
    }

    @Test func `a finding links to the one that it builds on, where that is on the page`() throws {
        let page = try Self.page()
        #expect(page.contains(#"<article class="finding" id="f-problem-armoede""#))
        #expect(page.contains(##"<li><a href="#f-problem-armoede">Armoede</a></li>"##))
        #expect(page.contains("<li>problem:elders</li>"))
    }

    @Test func `every table has a caption, and every header cell a scope`() throws {
        let page = try Self.page()
        #expect(page.matches(of: #/<table>\n<caption id="[^"]+">[^<]+<\/caption>/#).count == 2)
        #expect(page.matches(of: #/<table>/#).count == 2)
        #expect(page.matches(of: #/<th[ >]/#).count == page.matches(of: #/<th scope="(col|row)"/#).count)
    }

    @Test func `every chart has a role, a title, a description and a table below it`() throws {
        let page = try Self.page()
        #expect(page.matches(of: #/<svg /#).count == 1)
        let chart = #/<svg role="img"[^>]*>\n<title id="[^"]+">[^<]+<\/title>\n<desc id="[^"]+">[^<]+<\/desc>/#
        #expect(page.contains(chart))
        #expect(page.contains(#/<\/figure>\n<div class="wide"[^>]*>\n<table>/#))
    }

    @Test(arguments: Language.allCases)
    func `the page has its language, a skip link, no script and nothing from another host`(language: Language) throws {
        let page = try Self.page(language)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains(##"<a class="skip" href="#content">"##))
        for word in ["<script", "javascript:", "src=", "url(", "@import", "<link", "href=\"http"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(!page.contains(#/ on[a-z]+="/#))
    }

    @Test func `markup in a text is shown as text`() throws {
        let page = try Self.page()
        #expect(page.contains("Schulden &lt;hoog&gt;"))
        #expect(page.contains("&lt;b&gt;geen opmaak&lt;/b&gt;"))
        #expect(page.contains("Oost &amp; West"))
        #expect(!page.contains("<hoog>"))
        #expect(!page.contains("{{"))
    }

    @Test func `every element that is opened is closed, in order`() throws {
        let empty: Set<String> = ["meta", "br", "circle", "line", "path"]
        var open: [Substring] = []
        let body = try #require(try Self.page().split(separator: "</style>", maxSplits: 1).last)
        for tag in body.matches(of: #/<(\/?)([a-z0-9]+)[^>]*>/#) where !empty.contains(String(tag.output.2)) {
            if tag.output.1.isEmpty {
                open.append(tag.output.2)
            } else if let last = open.last, last == tag.output.2 {
                open.removeLast()
            } else {
                #expect(["head", "html"].contains(tag.output.2), "\(tag.output.0)")
            }
        }
        #expect(open.isEmpty)
    }
}

struct DotPlotDrawingTests {
    private static func view(_ ratios: [String]) throws -> DotPlotDrawing.View {
        let rows = try ratios.map { text in
            let ratio = try #require(FEELNumber(text))
            return AnalysisDocument.DotPlot.Row(
                label: "x", unit: nil, value: ratio, benchmark: .one, ratio: ratio,
                direction: .neutral)
        }
        let plot = AnalysisDocument.DotPlot(
            title: "t", description: "d", rows: rows)
        return DotPlotDrawing(plot, language: .nl, anchor: "plot").view
    }

    @Test(arguments: [([], 4), (["1.5"], 4), (["1.51"], 5), (["4"], 9), (["40"], 9)])
    func `the axis runs from 0 to beyond the greatest ratio, at most to 4`(ratios: [String], ticks: Int) throws {
        #expect(try Self.view(ratios).ticks.count == ticks)
    }

    @Test func `rows keep their order and share the place of the benchmark`() throws {
        let rows = try Self.view(["0.5", "3", "1"]).rows
        #expect(rows.map(\.ratio) == ["0,5\u{A0}×", "3\u{A0}×", "1\u{A0}×"])
        #expect(Set(rows.map(\.benchmarkX)).count == 1)
        #expect(rows[0].x < rows[2].x && rows[2].x < rows[1].x)
        #expect(rows[2].x == rows[2].benchmarkX)
    }

    @Test func `a ratio of 4 is a dot, one beyond it an arrow at the end`() throws {
        let rows = try Self.view(["4", "4.01"]).rows
        #expect(rows.map(\.isBeyond) == [false, true])
        #expect(rows[0].x == rows[1].x)
    }

    @Test(arguments: ["0.01", "0.2", "0.6", "0.99", "1", "1.01", "3.9", "9"])
    func `the number of a row stands free of its line and within the drawing`(ratio: String) throws {
        let view = try Self.view([ratio])
        let row = try #require(view.rows.first)
        if row.ratioSide == "end" {
            #expect(row.ratioX < min(row.x, row.benchmarkX) && row.ratioX >= 60)
        } else {
            #expect(row.ratioX > max(row.x, row.benchmarkX) && row.ratioX + 60 <= view.width)
        }
    }
}
