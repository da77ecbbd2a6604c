/// How the pages look: calm, with much space, readable on a phone, in grey, with other colours and on paper.
package enum StyleSheet {
    package static let text = """
        :root {
          --ink: #1b1f24; --muted: #4a5560; --brand: #17506b; --link: #0b5a8a; --visited: #5b3a87; --error: #b3261e;
          --success: #1e6b3a; --warning: #8a5300; --border: #5f6b76; --line: #d5dbe1; --surface: #f4f6f8;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; color: var(--ink); background: #fff; font: 19px/28px system-ui, sans-serif;
          overflow-wrap: break-word;
        }
        .bar { display: flex; flex-wrap: wrap; gap: 0 30px; align-items: center; max-width: 1020px; margin: 0 auto;
          padding: 0 20px; }
        header { border-bottom: 5px solid var(--brand); }
        header a { display: inline-block; padding: 10px 0; min-height: 48px; }
        header .product { font-weight: bold; color: var(--brand); text-decoration: none; }
        header .product:hover { text-decoration: underline; }
        header .language { margin-left: auto; }
        footer { margin-top: 60px; border-top: 1px solid var(--line); background: var(--surface); }
        footer .bar { padding: 15px 20px; }
        footer a { padding: 8px 0; min-height: 44px; }
        footer p { margin: 0; color: var(--muted); font-size: 16px; line-height: 24px; }
        .column { max-width: 1020px; margin: 0 auto; padding: 10px 20px 0; }
        .back a { display: inline-block; padding: 8px 0; min-height: 44px; }
        .back a::before, .back button::before { content: "\\2039\\00a0"; }
        main { max-width: 680px; padding-top: 20px; }
        main:focus { outline: none; }
        main.wide-page { max-width: none; }
        h1, h2, h3 { line-height: 1.25; margin: 30px 0 10px; }
        h1 { font-size: 36px; margin-top: 0; }
        h2 { font-size: 27px; margin-top: 40px; }
        h3 { font-size: 21px; }
        p, ul, ol, dl, table { margin: 0 0 15px; }
        ul, ol { padding-left: 30px; }
        a { color: var(--link); text-underline-offset: 3px; }
        a:visited { color: var(--visited); }
        a:focus-visible, summary:focus-visible, .mistakes a:focus-visible {
          outline: 3px solid var(--ink); outline-offset: 0; background: #ffd33d; color: var(--ink);
        }
        .skip { position: absolute; left: -9999px; }
        .skip:focus { position: static; display: block; padding: 10px 20px; }
        .progress { margin-bottom: 5px; color: var(--muted); }
        .asked { margin-bottom: 20px; color: var(--muted); }
        .hint { color: var(--muted); margin-bottom: 5px; }
        .small { font-size: 16px; line-height: 24px; }
        fieldset { margin: 0 0 30px; padding: 0; border: 0; min-width: 0; }
        legend { padding: 0; max-width: 100%; }
        legend h1, label h1 { margin-bottom: 15px; }
        label { display: block; }
        .field { margin: 0 0 20px; }
        .field > label { font-weight: bold; }
        .field > label.asking { font-weight: normal; }
        .choice { position: relative; display: flex; margin-bottom: 10px; }
        .choice input { flex: 0 0 auto; width: 28px; height: 28px; margin: 8px 15px 8px 8px; accent-color: var(--brand); }
        .choice label { flex: 1 1 auto; min-width: 0; padding: 8px 0; overflow-wrap: anywhere; cursor: pointer; }
        .or { margin: 0 0 10px 10px; color: var(--muted); }
        input[type=text], input[type=password], textarea, select, input[type=file] {
          width: 100%; min-height: 44px; padding: 5px 10px; border: 2px solid var(--border); border-radius: 0;
          background: #fff; color: var(--ink); font: inherit;
        }
        input.short { max-width: 215px; }
        .indented { margin: 0 0 15px 51px; }
        textarea { min-height: 120px; }
        input:focus-visible, textarea:focus-visible, select:focus-visible, button:focus-visible {
          outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 8px #ffd33d;
        }
        .wrong { padding-left: 15px; border-left: 5px solid var(--error); }
        .wrong input[type=text], .wrong input[type=password], .wrong textarea { border-color: var(--error); }
        .mistake { color: var(--error); font-weight: bold; margin-bottom: 5px; }
        .mistakes { margin-bottom: 30px; padding: 20px; border: 4px solid var(--error); }
        .mistakes:focus-visible { outline: 3px solid var(--ink); box-shadow: 0 0 0 8px #ffd33d; }
        .mistakes h2 { margin-top: 0; }
        .mistakes ul { margin: 0; padding: 0; list-style: none; }
        .mistakes a { display: inline-block; padding: 8px 0; color: var(--error); font-weight: bold; }
        .notice { margin-bottom: 30px; padding: 15px 20px 1px; border-left: 10px solid var(--success);
          background: var(--surface); }
        .warning { margin-bottom: 30px; padding: 15px 20px 1px; border-left: 10px solid var(--warning);
          background: var(--surface); }
        .inset { margin: 0 0 30px; padding: 10px 20px 1px; border-left: 10px solid var(--line); }
        .buttons { display: flex; flex-wrap: wrap; gap: 15px; align-items: flex-start; margin: 30px 0 15px; }
        button, .button {
          display: inline-block; min-height: 44px; padding: 8px 20px; border: 2px solid var(--brand); border-radius: 0;
          background: #fff; color: var(--brand); font: inherit; font-weight: bold; text-decoration: none; cursor: pointer;
        }
        .button:visited { color: var(--brand); }
        button.main, .button.main, .button.main:visited { background: var(--brand); color: #fff; }
        button.danger { border-color: var(--error); background: var(--error); color: #fff; }
        button.link { padding: 8px 0; border: 0; background: none; color: var(--link); font-weight: normal;
          text-align: left; text-decoration: underline; text-underline-offset: 3px; }
        button:hover, .button:hover { text-decoration: underline; }
        details { margin: 0 0 20px; }
        summary { padding: 8px 0; min-height: 44px; color: var(--link); cursor: pointer; text-decoration: underline;
          text-underline-offset: 3px; }
        .opened { padding: 10px 0 1px 20px; border-left: 5px solid var(--line); }
        .tasks { list-style: none; padding: 0; border-top: 1px solid var(--line); }
        .tasks li { display: flex; flex-wrap: wrap; gap: 0 20px; justify-content: space-between; padding: 8px 0;
          border-bottom: 1px solid var(--line); }
        .tasks a { display: inline-block; padding: 8px 0; }
        .tasks .status { padding: 8px 0; font-size: 16px; }
        .tag { display: inline-block; padding: 0 10px; border: 1px solid var(--brand); background: var(--brand); color: #fff; font-size: 16px; }
        .tag.busy { background: #fff; color: var(--brand); }
        .answers { border-top: 1px solid var(--line); }
        .answers > div { display: flex; flex-wrap: wrap; gap: 0 20px; padding: 10px 0;
          border-bottom: 1px solid var(--line); }
        .answers dt { flex: 2 1 215px; font-weight: bold; }
        .answers dd { flex: 2 1 215px; margin: 0; }
        .answers dd.change { flex: 0 1 auto; }
        .answers .change a { display: inline-block; padding: 8px 0; margin: -8px 0; }
        .answers p { margin: 0; }
        .wide { overflow-x: auto; }
        .wide:focus-visible { outline: 3px solid var(--ink); }
        table { width: 100%; border-collapse: collapse; font-size: 16px; line-height: 24px; }
        caption { padding-bottom: 10px; text-align: left; font-weight: bold; }
        th, td { padding: 8px 15px 8px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid var(--border); }
        tbody th { font-weight: normal; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .cards { list-style: none; padding: 0; }
        .cards li { margin-bottom: 15px; padding: 15px 20px; border: 1px solid var(--line);
          border-left: 5px solid var(--brand); }
        .cards a { display: inline-block; padding: 8px 0; font-weight: bold; }
        .cards p { margin: 0; }
        .actions { list-style: none; padding: 0; }
        .actions a { display: inline-block; padding: 8px 0; }
        .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .next { color: var(--muted); }
        @media (max-width: 600px) {
          body { font-size: 16px; line-height: 24px; }
          h1 { font-size: 27px; }
          h2 { font-size: 21px; margin-top: 30px; }
          h3 { font-size: 18px; }
          .bar { gap: 0 20px; }
          .column { padding: 5px 15px 0; }
          .bar { padding: 0 15px; }
          .indented { margin-left: 0; }
          .buttons button { width: 100%; }
        }
        @media (forced-colors: active) {
          .tag, .notice, .warning, .inset, button, .button { border-style: solid; }
          button.link { padding: 8px 10px; border: 1px solid; }
          a:focus-visible, summary:focus-visible { outline: 3px solid CanvasText; }
          .wrong, .mistakes { border-color: CanvasText; }
        }
        @media print {
          header .language, footer, .skip, .skip:focus, .back, .buttons, .change, nav { display: none; }
          body { font-size: 11pt; line-height: 1.4; }
          main { max-width: none; }
          main a[href^="http"]::after { content: " (" attr(href) ")"; }
          table { font-size: 8pt; line-height: 1.3; }
          th, td { overflow-wrap: anywhere; }
          table, figure, .answers > div { break-inside: avoid; }
          details > * { display: block; }
          details::details-content { content-visibility: visible; display: block; height: auto; }
        }

        """
}
