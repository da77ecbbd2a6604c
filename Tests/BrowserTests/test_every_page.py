"""What holds for every type of page, in both languages, with mistakes and failures too."""

import re

import pytest

import axe
import outline
from approved import approve, file
from chrome import WIDE_SPACING
from keyboard import stops, walk

OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"
TITLES: dict[tuple[str, str], str] = {}


@pytest.fixture(autouse=True)
def as_it_was(opened):
    """What a test switches on or opens is off and closed for the next one."""
    opened.browser.script("window.wasOpen = [...document.querySelectorAll('details')].map(details => details.open)")
    yield
    opened.browser.script("document.querySelectorAll('details').forEach((details, i) => details.open = window.wasOpen[i])")
    opened.browser.reset()


def test_axe_finds_nothing_on_the_screen(opened):
    assert axe.violations(opened.browser) == []


def test_axe_finds_nothing_on_paper(opened):
    opened.browser.show_on("print")
    assert axe.violations(opened.browser) == []


def test_axe_finds_nothing_on_a_narrow_screen_with_all_details_open(opened):
    opened.browser.set_width(320)
    opened.browser.script(OPEN_ALL)
    assert axe.violations(opened.browser) == []


def test_W2_there_is_one_heading_of_the_first_level_and_it_is_in_the_title(opened):
    headings = opened.browser.all("h1")
    assert len(headings) == 1
    assert words(headings[0].text) in words(opened.browser.title)


def test_W2_headings_skip_no_level(opened):
    levels = opened.browser.script(
        "return [...document.querySelectorAll('main h1, main h2, main h3, main h4, main h5')]"
        ".filter(heading => !heading.closest('.mistakes')).map(heading => Number(heading.tagName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), levels


def test_G3_the_page_says_its_language_and_leads_to_the_other_one(opened):
    assert opened.browser.script("return document.documentElement.lang") == opened.language
    other = {"nl": "en", "en": "nl"}[opened.language]
    link = opened.browser.find("header .language")
    assert link.get_attribute("lang") == other
    path = opened.browser.script("return arguments[0].pathname || arguments[0].value", link)
    assert path.startswith("/en") == (other == "en")


def test_W2_no_other_page_has_this_title(opened):
    title = opened.browser.title
    same = [name for name, known in TITLES.items() if known == title and name != (opened.page.name, opened.language)]
    TITLES[opened.page.name, opened.language] = title
    # One page may be looked at in two states, as the list of dossiers with and without any.
    assert [name for name in same if not is_state_of_same_page(name[0], opened.page.name)] == []


def test_W8_the_first_stop_of_the_keyboard_leads_to_the_content(opened):
    first = opened.browser.script(
        "return document.querySelector('a[href], button, input, select, textarea, summary').outerHTML")
    assert 'class="skip"' in first and 'href="#content"' in first
    opened.browser.script("document.querySelector('a.skip').focus()")
    left, height = opened.browser.script(
        "const box = document.activeElement.getBoundingClientRect(); return [box.left, box.height]")
    assert left >= 0 and height >= 24, "the link is not visible with the focus on it"


def test_W6_a_summary_of_mistakes_has_the_focus_and_leads_to_the_fields(opened):
    summary = opened.browser.all("#mistakes")
    if not opened.page.has_mistakes:
        assert summary == []
        return
    assert len(summary) == 1
    links = opened.browser.script(
        "return [...document.querySelectorAll('#mistakes a')]"
        ".map(link => [link.hash.slice(1), link.textContent.trim()])")
    assert links
    for place, text in links:
        field = opened.browser.find(f"[id='{place}']")
        assert field.tag_name in ["input", "select", "textarea"], place
        near = field.find_element("xpath", "ancestor::*[self::fieldset or contains(@class, 'field')][1]")
        assert text in near.get_attribute("textContent"), "the sentence does not stand at the field"
        carrier = near if near.get_attribute("aria-invalid") else field
        assert carrier.get_attribute("aria-invalid") == "true"
        described = (carrier.get_attribute("aria-describedby") or "").split()
        spoken = " ".join(opened.browser.find(f"[id='{name}']").get_attribute("textContent") for name in described)
        assert text in spoken, f"the field {place} does not say its mistake to a screen reader"


def test_W6_the_title_begins_with_the_word_for_a_mistake_and_only_then(opened):
    word = {"nl": "Fout:", "en": "Error:"}[opened.language]
    assert opened.browser.title.startswith(word) == opened.page.has_mistakes


def test_W6_the_browser_checks_no_form_itself_and_nothing_is_chosen_or_written_in_a_field_before(opened):
    assert opened.browser.script("return [...document.forms].every(form => form.noValidate)")
    assert not opened.browser.has("[placeholder], [required]")
    if opened.page.name in ["yes or no", "number", "figure of a table", "after an answer"]:
        assert not opened.browser.has("input:checked")


def test_W8_the_keyboard_reaches_every_control_in_the_order_of_the_page_and_the_focus_is_seen(opened):
    expected = stops(opened.browser)
    reached, unseen = walk(opened.browser, len(expected))
    assert unseen == [], "these controls do not show that they have the focus"
    # A page that tells of mistakes begins at their summary.
    start = expected.index(reached[0])
    assert reached == expected[start:] + expected[:start]


def test_W8_nothing_lies_over_the_page_and_could_cover_the_focus(opened):
    over = opened.browser.script(
        "return [...document.querySelectorAll('*')]"
        ".filter(element => ['fixed', 'sticky'].includes(getComputedStyle(element).position))"
        ".map(element => element.outerHTML)")
    assert over == []


@pytest.mark.parametrize("width", [320, 360])
def test_W10_W27_a_narrow_screen_with_wide_spacing_scrolls_down_only(opened, width):
    opened.browser.set_width(width)
    opened.browser.script(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet]",
        WIDE_SPACING)
    try:
        opened.browser.script(OPEN_ALL)
        wide = opened.browser.script(
            """
            const width = document.documentElement.clientWidth;
            return [...document.querySelectorAll('body *')].filter(element => {
              const box = element.getBoundingClientRect();
              const mayBeWide = element.closest('.wide, .unseen, svg, .skip');
              return box.width > 0 && box.right > width + 1 && !mayBeWide;
            }).map(element => element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 40));
            """)
        assert wide == []
        assert opened.browser.script("return document.documentElement.scrollWidth") <= width
        cut = opened.browser.script(
            """
            return [...document.querySelectorAll('button, a, label, legend, h1, h2, td, th, dd, dt, p')]
              .filter(element => !element.closest('.unseen'))
              .filter(element => ['hidden', 'clip'].includes(getComputedStyle(element).overflowY))
              .filter(element => element.scrollHeight > element.clientHeight + 1)
              .map(element => element.outerHTML.slice(0, 80));
            """)
        assert cut == [], "text is cut off"
    finally:
        opened.browser.script("document.adoptedStyleSheets = []")


def test_W8_forced_colours_keep_the_focus_and_the_edges_of_controls(opened):
    opened.browser.show_on(forced_colors="active")
    assert opened.browser.script("return matchMedia('(forced-colors: active)').matches")
    lost = opened.browser.script(
        """
        return [...document.querySelectorAll('button, .button, input:not([type=hidden]), select, textarea')]
          .filter(element => element.checkVisibility()).filter(element => {
            const style = getComputedStyle(element);
            const isOwn = ['radio', 'checkbox', 'file'].includes(element.type);
            return !isOwn && (style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1);
          }).map(element => element.outerHTML.slice(0, 80));
        """)
    assert lost == []
    _, unseen = walk(opened.browser, len(stops(opened.browser)))
    assert unseen == []


def test_W11_what_one_presses_is_at_least_44_pixels_high(opened):
    low = opened.browser.script(
        """
        return [...document.querySelectorAll('button, .button, select, textarea, input[type=text], summary, .choice')]
          .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
          .map(element => element.outerHTML.slice(0, 80) + ' ' + element.getBoundingClientRect().height);
        """)
    assert low == []


def test_W11_help_and_language_stand_in_the_same_place(opened):
    header = [way.get_attribute("class").split() for way in opened.browser.all("header a, header button")]
    assert header[0] == ["product"] and header[-1][-1] == "language"
    help_page = {"nl": "/help", "en": "/en/help"}[opened.language]
    assert opened.browser.all("footer a")[0].get_attribute("pathname") == help_page


def test_W13_details_show_what_they_hold_on_paper(opened):
    closed = opened.browser.script("return document.querySelectorAll('details').length")
    if not closed:
        return
    opened.browser.script("document.querySelectorAll('details').forEach(details => details.open = false)")
    opened.browser.show_on("print")
    # What is closed unfolds with the next picture that the browser makes, on a busy machine a little later.
    opened.browser.wait(
        "return [...document.querySelectorAll('details > .opened')]"
        ".every(part => part.checkVisibility({contentVisibilityAuto: true}))")


def test_W23_paper_shows_no_menus_and_cuts_nothing_off(opened):
    opened.browser.script("document.activeElement.blur()")
    opened.browser.show_on("print")
    shown = opened.browser.script(
        "return [...document.querySelectorAll('footer, .skip, nav.back, header .language, .buttons')]"
        ".filter(part => part.checkVisibility()).map(part => part.className || part.tagName)")
    assert shown == []
    # A4 without its margins, in CSS pixels: 20 mm, or the 16 mm that a report asks for.
    paper = 672 if opened.page.name == "shared report" else 643
    opened.browser.set_width(paper)
    assert opened.browser.script("return document.documentElement.scrollWidth") <= paper


def test_W24_a_failure_says_what_to_do_and_has_a_number_for_the_helpdesk(opened):
    number = re.search(r"\b(\d{3})-[0-9a-f]{8}\b", opened.browser.text)
    assert bool(number) == opened.page.is_fault
    if number:
        assert number[1] == opened.page.name[:3]
        assert opened.browser.has("main a[href='/'], main a[href='/en/']")


def test_G10_the_page_refers_to_no_other_host(opened):
    elsewhere = opened.browser.script(
        """
        const names = ['href', 'src', 'action', 'formaction', 'srcset', 'data', 'poster'];
        return [...document.querySelectorAll(names.map(name => `[${name}]`).join())]
          .flatMap(element => names.map(name => element.getAttribute(name)))
          .filter(address => address && !address.startsWith('data:'))
          .filter(address => new URL(address, location.href).host !== location.host);
        """)
    assert elsewhere == []
    loaded = opened.browser.script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    host = opened.browser.script("return location.host")
    assert [name for name in loaded if f"//{host}/" not in name and not name.startswith("data:")] == []


def test_W9_the_page_holds_no_script(opened):
    assert not opened.browser.has("script")
    handlers = opened.browser.script(
        "return [...document.querySelectorAll('*')].filter(element => [...element.attributes]"
        ".some(attribute => attribute.name.startsWith('on'))).length")
    assert handlers == 0


def test_the_accessibility_tree_is_as_approved(opened):
    found = outline.outline(opened.browser)
    if opened.language == "nl":
        approve(opened.page.name, found)
    elif file(opened.page.name).exists():
        approved = outline.skeleton(file(opened.page.name).read_text())
        assert outline.skeleton(found) == approved, "English has another structure than Dutch"


def words(text: str) -> str:
    return " ".join(text.split())


def is_state_of_same_page(one: str, other: str) -> bool:
    same = [
        {"start", "start without dossiers"},
        {"new dossier with nothing chosen", "new dossier with a bad sheet"},
        {"yes or no", "after an answer"},
        {"text of rules", "text of rules with a mistake"},
        {"new version", "new version without a name"},
        {"marks in a spreadsheet", "marks that come back"},
    ]
    return any({one, other} <= group for group in same)
