extension StyleSheet {
    /// How the blocks of an analysis look on a page.
    package static let analysis = """
        main.wide-page > p, main.wide-page > ul, main.wide-page > dl, main.wide-page > form, main.wide-page > div.inset,
        main.wide-page > div.notice, main.wide-page > div.warning, .analysis p, .analysis ul, .analysis dl {
          max-width: 680px;
        }
        .intro, .analysis code { color: var(--muted); }
        .analysis h4, .analysis h5, .analysis h6 { margin: 20px 0 10px; font-size: 19px; line-height: 1.25; }
        .analysis li { margin-bottom: 5px; }
        .analysis p.small, .analysis code { font-size: 16px; line-height: 24px; }
        .label { margin-bottom: 5px; font-weight: bold; }
        .analysis p.notice { padding: 15px 20px; border-left: 10px solid var(--warning); }
        .facts div { display: flex; flex-wrap: wrap; gap: 0 10px; margin-bottom: 5px; }
        .facts dt { min-width: 215px; color: var(--muted); }
        .facts dd { flex: 1 1 215px; margin: 0; }
        .finding { margin: 20px 0; padding: 15px 20px 5px; border: 1px solid var(--line);
          border-left: 5px solid var(--brand); }
        .finding:target { border-color: var(--ink); }
        .finding h2, .finding h3, .finding h4, .finding h5, .finding h6 { margin-top: 0; }
        .analysis .tag { display: inline-block; border-color: var(--border); background: #fff; color: var(--ink);
          line-height: 24px; }
        .analysis .tag.found, .analysis .tag.holds { border-color: var(--brand); background: var(--brand); color: #fff; }
        .analysis .tag.open { border-style: dashed; }
        .changes { list-style: none; padding: 0; }
        .changes a { display: inline-block; padding: 8px 0; }
        .outline > li { margin-bottom: 10px; }
        figure { margin: 20px 0 15px; }
        figcaption { margin-bottom: 10px; }
        svg { display: block; font-size: 15px; }
        svg text { fill: var(--ink); }
        svg .name { font-weight: bold; }
        svg .muted { fill: var(--muted); }
        .turn { display: flex; flex-wrap: wrap; gap: 0 30px; justify-content: space-between; }
        .turn a { padding: 8px 0; min-height: 44px; }
        .choices { display: flex; flex-wrap: wrap; gap: 15px; }
        @media (max-width: 600px) {
          .analysis h4, .analysis h5, .analysis h6 { font-size: 16px; }
          .finding { padding: 10px 15px 5px; }
          .analysis ul { padding-left: 20px; }
          .analysis ul.changes { padding: 0; }
        }
        @media (forced-colors: active) {
          svg text, svg .dot { fill: CanvasText; }
          svg .tick, svg .gap { stroke: CanvasText; }
        }
        @media print {
          .changes { display: none; }
          .wide { overflow: visible; }
        }

        """
}
