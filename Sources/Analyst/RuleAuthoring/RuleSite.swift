import RuleEngine

/// The rule base as pages to read: rules in words, tables, parameters, sources with what rests on them, links between
/// findings, where things are used, and cases; in Dutch and in English, without a server and without a script being needed.
///
///     for file in RuleSite(library, cases: cases).files { … }   // "nl/index.html", …
package struct RuleSite {
    /// A file of the site, by its path from the folder on.
    package struct File: Sendable {
        package let path: String
        package let text: String
    }

    /// What is written otherwise than in an earlier version of the rules.
    package struct Since: Sendable {
        /// As the user named the earlier version.
        let version: String
        let changes: RuleChanges

        /// - Parameters:
        ///   - version: how the earlier version is called on the page.
        ///   - old: the rules of that version.
        ///   - new: the rules of the site.
        package init(_ version: String, from old: RuleLibrary, to new: RuleLibrary) {
            self.version = version
            changes = RuleChanges(from: old, to: new)
        }
    }

    let library: RuleLibrary
    let index: RuleIndex
    let cases: [RuleCase]
    let since: Since?
    var ruleBase: RuleBase { library.ruleBase }

    /// - Parameter since: what a page of changes compares with; without it there is no such page.
    package init(_ library: RuleLibrary, cases: [RuleCase], since: Since? = nil) {
        self.library = library
        self.cases = cases
        self.since = since
        index = RuleIndex(library.reading)
    }

    /// All files; the same rules and cases give the same bytes.
    package var files: [File] {
        Language.allCases.flatMap { RuleSiteWriter(self, $0).files } + [
            File(path: "index.html", text: Self.entrance), File(path: "search.js", text: Self.script),
        ]
    }

    /// The first page: which language.
    private static var entrance: String {
        HTMLText.page(title: "Regels · Rules", language: .nl) { page in
            page.element("h1", text: "Regels · Rules")
            page.element("ul") { list in
                list.element("li") { $0.element("a", ["href": "nl/index.html"], text: "Nederlands") }
                list.element("li") { item in
                    item.element("a", ["href": "en/index.html", "lang": "en", "hreflang": "en"], text: "English")
                }
            }
        }
    }

    /// Shortens the list of all names to those that hold what is typed. Without it the whole list stands there.
    private static let script = """
        'use strict';
        (function () {
          var box = document.getElementById('search');
          var status = document.getElementById('search-status');
          if (!box) { return; }
          document.getElementById('search-form').hidden = false;
          var items = Array.prototype.slice.call(document.querySelectorAll('#names li'));
          box.addEventListener('input', function () {
            var words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
            var count = 0;
            items.forEach(function (item) {
              var text = item.textContent.toLowerCase();
              var hit = words.every(function (word) { return text.indexOf(word) >= 0; });
              item.hidden = !hit;
              if (hit) { count += 1; }
            });
            Array.prototype.forEach.call(document.querySelectorAll('#names section'), function (section) {
              section.hidden = !section.querySelector('li:not([hidden])');
            });
            status.textContent = status.getAttribute('data-words').replace('#', String(count));
          });
        })();

        """
}
