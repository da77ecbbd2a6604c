/// How the page looks: calm, with much space, readable in grey and on paper.
package enum HTMLStyle {
    package static let sheet = """
        :root {
          --ink: #1b1f24; --muted: #4a5560; --brand: #17506b; --link: #0b5a8a; --visited: #5b3a87;
          --warning: #8a5300; --border: #5f6b76; --line: #d5dbe1; --surface: #f4f6f8;
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; color: var(--ink); background: #fff; font: 19px/28px system-ui, sans-serif;
          overflow-wrap: break-word;
        }
        main { max-width: 1020px; margin: 0 auto; padding: 30px 20px 60px; }
        main p, main ul, main ol, main dl, main svg { max-width: 680px; }
        main:focus { outline: none; }
        h1, h2, h3, h4, h5, h6 { margin: 30px 0 10px; line-height: 1.25; }
        h1 { margin-top: 0; font-size: 36px; color: var(--brand); }
        h2 { margin-top: 60px; padding-top: 20px; border-top: 2px solid var(--brand); font-size: 27px; }
        h3 { font-size: 21px; }
        h4, h5, h6 { font-size: 19px; }
        p, ul, ol, dl, figure { margin: 0 0 15px; }
        ul, ol { padding-left: 30px; }
        li { margin-bottom: 5px; }
        a { color: var(--link); text-underline-offset: 3px; }
        a:visited { color: var(--visited); }
        a:focus-visible, summary:focus-visible, .wide:focus-visible {
          outline: 3px solid var(--ink); background: #ffd33d; color: var(--ink);
        }
        .wide:focus-visible { background: none; }
        nav a { display: inline-block; padding: 8px 0; }
        nav ul { padding-left: 0; list-style: none; }
        .skip { position: absolute; left: -9999px; }
        .skip:focus { position: static; display: block; padding: 10px 20px; }
        .intro { color: var(--muted); }
        .small, code { font-size: 16px; line-height: 24px; }
        code { color: var(--muted); }
        .label { margin-bottom: 5px; font-weight: bold; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .notice { padding: 15px 20px; border-left: 10px solid var(--warning); background: var(--surface); }
        .facts div { display: flex; flex-wrap: wrap; gap: 0 10px; margin-bottom: 5px; }
        .facts dt { min-width: 215px; color: var(--muted); }
        .facts dd { flex: 1 1 300px; margin: 0; }
        .finding {
          margin: 20px 0; padding: 15px 20px 5px; border: 1px solid var(--line); border-left: 5px solid var(--brand);
        }
        .finding:target { border-color: var(--ink); }
        .finding h3, .finding h4, .finding h5, .finding h6 { margin-top: 0; }
        .tag {
          display: inline-block; padding: 0 10px; border: 1px solid var(--border); background: #fff;
          font-size: 16px; line-height: 24px;
        }
        .tag.found, .tag.holds { border-color: var(--brand); background: var(--brand); color: #fff; }
        .tag.open { border-style: dashed; }
        details { margin-bottom: 15px; }
        summary { padding: 8px 0; color: var(--link); cursor: pointer; }
        .opened { padding: 5px 0 5px 20px; border-left: 3px solid var(--line); margin-bottom: 15px; }
        .wide { overflow-x: auto; margin-bottom: 15px; }
        table { width: 100%; border-collapse: collapse; font-size: 16px; line-height: 24px; }
        caption { padding-bottom: 10px; text-align: left; font-weight: bold; }
        th, td { padding: 5px 15px 5px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid var(--border); }
        tbody th { font-weight: normal; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        figure { margin-top: 20px; }
        figcaption { margin-bottom: 10px; }
        svg { display: block; font-size: 15px; }
        svg text { fill: var(--ink); }
        svg .name { font-weight: bold; }
        svg .muted { fill: var(--muted); }
        svg .dot { fill: var(--brand); }
        svg .tick { stroke: var(--ink); stroke-width: 3; }
        svg .gap { stroke: var(--border); stroke-width: 2; }
        svg .grid { stroke: var(--line); }
        @media (max-width: 600px) {
          body { font-size: 16px; line-height: 24px; }
          h1 { font-size: 27px; }
          h2 { font-size: 21px; margin-top: 40px; }
          h3, h4, h5, h6 { font-size: 18px; }
        }
        @media (forced-colors: active) {
          svg text, svg .dot { fill: CanvasText; }
          svg .tick, svg .gap { stroke: CanvasText; }
          svg .area { fill: Canvas; stroke: CanvasText; }
        }
        @media print {
          @page {
            size: A4; margin: 16mm 16mm 18mm;
            @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #4a5560; }
          }
          body { font-size: 10pt; line-height: 1.3; }
          main { max-width: none; padding: 0; }
          main p, main ul, main ol, main dl { max-width: none; }
          h1 { font-size: 22pt; }
          h2 { margin-top: 14pt; padding-top: 5pt; font-size: 15pt; }
          h3 { margin: 10pt 0 4pt; font-size: 12pt; }
          h4, h5, h6 { margin: 8pt 0 3pt; font-size: 10.5pt; }
          p, ul, ol, dl, figure { margin-bottom: 5pt; }
          p.small { margin-bottom: 2pt; }
          li { margin-bottom: 1pt; }
          table, .small, code, .tag { font-size: 8.5pt; line-height: 1.3; }
          th, td { padding: 2pt 8pt 2pt 0; }
          .notice { padding: 6pt 10pt; }
          .skip, nav.short { display: none; }
          nav li { margin: 0; }
          nav a { display: block; padding: 1pt 0; color: var(--ink); text-decoration: none; }
          nav a::after { content: leader('.') target-counter(attr(href), page); }
          .wide { overflow: visible; }
          main svg { width: auto; height: auto; max-width: 100%; max-height: 190mm; }
          details::details-content { content-visibility: visible; }
          h1, h2, h3, h4, h5, h6, caption, figcaption { break-after: avoid; }
          figure, tr, .notice { break-inside: avoid; }
          section.annex { break-before: page; }
          .tag { background: #fff !important; color: var(--ink) !important; }
        }
        """
}
