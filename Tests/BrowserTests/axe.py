"""Runs axe-core on the page that a browser shows."""

import importlib.util
from pathlib import Path

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def source() -> str:
    folder = importlib.util.find_spec("axe_playwright_python").submodule_search_locations[0]
    return (Path(folder) / "axe.min.js").read_text()


def violations(browser) -> list[str]:
    """What axe finds wrong: the rule, what it is about, and the elements."""
    if not browser.script("return typeof axe !== 'undefined'"):
        browser.script(source())
    found = browser.driver.execute_async_script(
        """
        const [tags, done] = arguments;
        axe.run(document, {runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}},
                           resultTypes: ['violations']})
          .then(result => done(result.violations), error => done([{id: 'axe', help: String(error), nodes: []}]));
        """, TAGS)
    return [
        f"{rule['id']}: {rule['help']}: " + "; ".join(str(node["target"]) for node in rule["nodes"][:5])
        for rule in found
    ]
