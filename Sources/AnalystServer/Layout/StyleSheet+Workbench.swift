extension StyleSheet {
    /// How the workbench for rules looks: texts with numbers before their lines, messages, differences.
    package static let workbench = """
        .rules { overflow-wrap: anywhere; }
        .rules table { overflow-wrap: break-word; }
        .rules code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 15px; color: var(--muted); }
        .search { display: flex; flex-wrap: wrap; gap: 10px 15px; align-items: flex-end; margin-bottom: 30px; }
        .search .field { flex: 1 1 260px; margin: 0; }
        .search button { flex: 0 0 auto; }
        .ways { display: flex; flex-wrap: wrap; gap: 0 25px; margin: 0 0 20px; padding: 0; list-style: none; }
        .ways a { display: inline-block; padding: 8px 0; }
        .rules ul.plain { padding: 0; list-style: none; }
        .rules ul.plain li { padding: 4px 0; border-bottom: 1px solid var(--line); }
        .rules ul.plain a { display: inline-block; padding: 6px 0; }
        .rules .label { margin: 20px 0 5px; font-weight: bold; }
        .rules .card { margin: 0 0 30px; padding: 20px 20px 5px; border: 1px solid var(--line);
          border-left: 5px solid var(--brand); }
        .rules .card > .label:first-child, .rules .card > h2:first-child, .rules .card > h3:first-child { margin-top: 0; }
        .rules > details { margin-bottom: 5px; }
        .lines { margin: 0 0 20px; overflow-x: auto; border: 1px solid var(--line); background: var(--surface); }
        .lines:focus-visible { outline: 3px solid var(--ink); }
        .lines ol { display: inline-block; min-width: 100%; margin: 0; padding: 8px 0; list-style: none; }
        .lines li { display: flex; margin: 0; line-height: 24px; scroll-margin-top: 30vh; }
        .lines li:target { background: #ffd33d; }
        .lines li:target code { color: var(--ink); }
        .lines .line-number { flex: 0 0 60px; padding-right: 15px; color: var(--muted); font: 15px/24px ui-monospace,
          "DejaVu Sans Mono", monospace; text-align: right; user-select: none; }
        .lines code { padding-right: 15px; color: var(--ink); white-space: pre; }
        .difference li.gone { background: #fdf0ef; }
        .difference li.new { background: #ecf6ef; }
        .difference .sign { flex: 0 0 25px; font: bold 15px/24px ui-monospace, "DejaVu Sans Mono", monospace; }
        .source { display: flex; max-height: 72vh; overflow-x: hidden; overflow-y: auto; border: 2px solid var(--border);
          background: #fff; }
        .source .numbers { flex: 0 0 56px; contain: size; overflow: hidden; background: var(--surface);
          border-right: 1px solid var(--line); }
        .source .numbers span { display: block; height: 24px; padding-right: 10px; color: var(--muted);
          font: 15px/24px ui-monospace, "DejaVu Sans Mono", monospace; text-align: right; scroll-margin: 96px; }
        .source .numbers span.marked { background: var(--error); color: #fff; font-weight: bold; }
        .source .numbers span:target { background: #ffd33d; color: var(--ink); }
        .source .numbers span.marked:target { box-shadow: inset 5px 0 0 var(--error); }
        .source textarea { flex: 1 1 0; width: 0; min-width: 0; min-height: 200px; padding: 0 10px;
          border: 1px solid transparent; font: 15px/24px ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre;
          resize: none; overflow-x: auto; field-sizing: content; }
        .source textarea:focus-visible { outline: 3px solid var(--ink); outline-offset: -3px; box-shadow: none; }
        .wrong .source { border-color: var(--error); }
        .causes { margin: 0 0 30px; padding: 0; list-style: none; }
        .causes > li { margin-bottom: 15px; padding: 15px 20px 5px; border: 1px solid var(--line);
          border-left: 5px solid var(--border); }
        .causes > li.error { border-left-color: var(--error); }
        .causes > li.warning { border-left-color: var(--warning); }
        .causes p { margin-bottom: 8px; }
        .causes .error strong { color: var(--error); }
        .causes .place a { display: inline-block; padding: 4px 0; }
        .causes .fixes { display: flex; flex-wrap: wrap; gap: 10px; }
        .excerpt { margin: 0 0 10px; padding: 8px 12px; background: var(--surface); white-space: pre-wrap;
          overflow-wrap: anywhere; }
        .rules .excerpt code { color: var(--ink); }
        .excerpt mark { background: #ffd33d; color: var(--ink); }
        .state { display: inline-block; padding: 0 10px; border: 1px solid var(--border); background: #fff; color: var(--ink);
          font-size: 16px; line-height: 26px; }
        td .state { white-space: nowrap; }
        .state.checked { border-color: var(--brand); color: var(--brand); font-weight: bold; }
        .state.active, .state.fired, .state.passes { border-color: var(--success); background: var(--success); color: #fff; }
        .state.open { border-style: dashed; }
        .state.fails { border-color: var(--error); background: var(--error); color: #fff; }
        .state.holds { border-color: var(--success); color: var(--success); font-weight: bold; }
        .state.silent, .state.ended, .state.not-in-force { color: var(--muted); }
        .counts { display: flex; flex-wrap: wrap; gap: 10px 30px; margin: 0 0 25px; padding: 0; list-style: none; }
        .counts li { flex: 0 1 auto; padding: 8px 18px; border: 1px solid var(--line); background: var(--surface); }
        .counts strong { display: block; font-size: 27px; line-height: 34px; font-variant-numeric: tabular-nums; }
        .met { padding: 0; list-style: none; }
        .met li { display: flex; gap: 15px; padding: 8px 0; border-bottom: 1px solid var(--line); }
        .met .state { flex: 0 0 auto; align-self: flex-start; min-width: 130px; text-align: center; }
        .met .told { flex: 1 1 auto; min-width: 0; overflow-wrap: anywhere; }
        .met .told p { margin: 0; }
        @media (max-width: 600px) {
          .lines .line-number { flex-basis: 42px; padding-right: 8px; }
          .source .numbers { flex-basis: 42px; }
          .met li { display: block; }
          .counts li { flex: 1 1 120px; padding: 6px 12px; }
        }
        @media (forced-colors: active) {
          .source .numbers span.marked { outline: 2px solid CanvasText; }
          .source, .state, .counts li { border-color: CanvasText; }
          .source:focus-within { outline: 3px solid CanvasText; }
        }
        @media print {
          .source { max-height: none; overflow: visible; }
          .source textarea, .lines code { white-space: pre-wrap; overflow-wrap: anywhere; }
          .lines { overflow: visible; }
          .lines ol { display: block; }
          .fixes, .search { display: none; }
        }

        """
}
