"""Journeys of our users from end to end, each with scripts on and off.

Steps whose page is not there yet are left out with a word; they run as soon as the page is there.
"""

import io
import re
import shutil
import zipfile

import pytest

import outline
from approved import approve
from journey import Traveller
from server import DAY, ROOT, Server, run
from tables import key_figures, table_file
from visitor import Visitor
from waiting import settle

# With ‘yes’ the first of these questions makes the second one needless.
CLOSING = "bewoners.zorg_uitgesteld"
CLOSED = "bewoners.tolk_beschikbaar"


@pytest.fixture(scope="module")
def server():
    server = Server().start().wait_for_rules()
    yield server
    server.remove()


@pytest.fixture
def person(visit, server):
    return Traveller(visit, server)


def answers(*lines: str) -> str:
    """Answers of a sheet: `bewoners.zorg_uitgesteld true`."""
    found = []
    for line in lines:
        name, value = line.split()
        voice, question = name.split(".", 1)
        found.append(f"  - {{ question: {question}, perspective: {voice}, value: {value}, date: 2026-10-01 }}")
    return "\n".join(found)


# Journey 1: a worker starts with bad rows, repairs them, answers half, stops, goes on in the terminal, takes files home.


def test_journey_1_bad_rows_are_repaired_half_is_answered_and_the_terminal_goes_on(person):
    browser = person.browser
    good = (ROOT / "sheets" / "areas" / "heerlen-noord.yaml").read_text()
    bad = good
    for figure in ["bijstand", "ww", "roken"]:
        bad = re.sub(rf"^(  {figure}: {{ value: )[0-9.]+", r"\1veel", bad, count=1, flags=re.M)
    person.open("/dossiers/new")
    person.paste_sheet(bad)
    browser.press("main form button")
    assert browser.title.startswith("Fout:")
    assert len(re.findall(r"\bregel \d+:", browser.text)) == 3
    assert "veel" in browser.find("#text").get_attribute("value"), "what was pasted is gone"
    person.paste_sheet(good)
    browser.type("#title", "Reis een")
    browser.press("main form button")
    if browser.has("input[name=again]"):
        browser.press("main form button")
    dossier = person.dossier

    browser.follow("Gezondheid")
    half = 0
    while person.question and half < 3:
        person.answer("unknown", "save" if half < 2 else "later")
        half += 1
    assert half == 3 and person.question is None
    assert "3 beantwoord" in next(task.text for task in browser.all(".tasks li") if "Gezondheid" in task.text)

    # The terminal asks what is left, and keeps its answer where the browser finds it.
    terminal = person.server.run("ask", dossier, answers="w\ns\n")
    assert terminal.returncode == 0, terminal.stderr
    person.open(f"/dossiers/{dossier}")
    assert "4 vragen beantwoord" in browser.text, terminal.stdout


def test_journey_1_figures_are_imported_with_three_bad_rows(person):
    dossier = person.start_dossier("heerlen-noord", "Cijfers erbij")
    person.need(f"/dossiers/{dossier}/import", "to import figures")
    browser = person.browser
    browser.find("#file").send_keys(table_file(key_figures("heerlen-noord", wrong=3)))
    browser.press("main form button")
    assert browser.title.startswith("Fout:")
    assert len(re.findall(r"kerncijfers\.csv, regel \d+, kolom \d+:", browser.text)) == 3
    browser.find("#file").send_keys(table_file(key_figures("heerlen-noord")))
    browser.press("main form button")
    assert browser.find("h1").text == "Wat er verandert"
    row = next(row.text for row in browser.all("tbody tr") if "bijstand" in row.text.lower())
    assert "(2020)" in row and "(2022)" in row and "Kerncijfers wijken en buurten 2022" in row
    browser.press("button[name=do][value=apply]")
    assert "De cijfers zijn overgenomen." in browser.text
    sheet = Visitor(person.server).get(f"/dossiers/{dossier}/sheet").text
    assert re.search(r"^  bijstand: \{ value: [0-9.]+, unit: '%', year: 2022", sheet, re.M)
    person.open(f"/dossiers/{dossier}/history")
    browser.press("main form button")
    assert "year: 2022, published" not in Visitor(person.server).get(f"/dossiers/{dossier}/sheet").text


def test_journey_1_the_report_goes_home_as_ODT_and_XLSX(person):
    dossier = person.start_dossier("heerlen-noord", "Mee naar huis")
    person.need(f"/dossiers/{dossier}/report", "to download the report")
    action = person.browser.find("main form").get_attribute("action")
    for kind, inside in [("odt", "content.xml"), ("xlsx", "xl/workbook.xml")]:
        assert person.browser.has(f"button[name=format][value={kind}]")
        answer = Visitor(person.server).get(f"{action}?for=&language=nl&format={kind}")
        assert answer.status == 200
        assert inside in zipfile.ZipFile(io.BytesIO(answer.bytes)).namelist()


# Journey 2: a colleague answers for the entrepreneurs on a phone; the worker sees where the voices differ.


def test_journey_2_an_invited_colleague_answers_on_a_phone_and_the_voices_differ(person):
    browser = person.browser
    dossier = person.start_dossier("heerlen-noord", "Uitnodiging", answers("bewoners.brieven_te_moeilijk false"))
    person.need(f"/dossiers/{dossier}/links", "to invite a colleague")
    browser.script("arguments[0].value = 'ondernemers'", browser.find("#purpose"))
    browser.press("main form button")
    address = re.search(r"http://\S+/invited/\S+", browser.text)[0]

    browser.forget()
    browser.set_width(360, 640)
    browser.open(address)
    assert browser.script("return document.documentElement.scrollWidth") <= 360
    browser.press("main .tasks a[href*='ondernemers.brieven_te_moeilijk']")
    assert not browser.has("header a.dossier"), "the colleague is led into the dossier"
    person.answer("yes")
    assert "/invited/" in browser.address
    # The link opens no question of another group.
    person.open(f"{address}/questions/bewoners.brieven_te_moeilijk")
    assert re.search(r"\b40[34]-[0-9a-f]{8}\b", browser.text)

    browser.be_wide()
    person.open(f"/dossiers/{dossier}/perspectives")
    row = next(row.text for row in browser.all("tbody tr") if "brieven" in row.text)
    assert "Verschil" in row and "Nee" in row and "Ja" in row


# Journey 3: ten times “weet ik niet”; which answer would help most; what changed.


def test_journey_3_after_ten_unknown_answers_the_one_that_matters_most_is_filled_in_and_changes_something(person):
    browser = person.browser
    names = questions_of(person, "bewoners")
    dossier = person.start_dossier("heerlen-noord", "Tien keer", answers(*[f"{name} unknown" for name in names[:9]]))
    person.open(f"/dossiers/{dossier}/next?in=bewoners")
    person.answer("unknown", "later")
    person.open(f"/dossiers/{dossier}/parts/bewoners")
    assert browser.text.count("Weet ik niet") == 10

    person.open(f"/dossiers/{dossier}")
    browser.press("main a.button.main")
    assert "Vraag" in browser.find(".progress").text
    asked = person.question
    person.answer("no")
    notice = browser.find(".notice").text
    if "Daarmee" not in notice:
        person.open(f"/dossiers/{dossier}/questions/{asked}?in=bewoners")
        person.answer("yes")
        notice = browser.find(".notice").text
    assert "Uw antwoord is opgeslagen." in notice


def test_journey_3_the_analysis_names_the_answers_that_would_settle_most_and_leads_to_them(person):
    dossier = person.start_dossier("heerlen-noord", "Wat helpt het meest")
    person.need(f"/dossiers/{dossier}/analysis", "with the analysis")
    links = person.browser.all("main .cards a[href*='/questions/']")
    assert 1 <= len(links) <= 3
    person.browser.go(links[0])
    assert person.question
    person.answer("no")
    assert person.browser.has(".notice")


# Journey 4: an early answer is changed, closes a part, and is changed back.


def test_journey_4_an_early_answer_closes_a_question_and_changed_back_all_answers_are_there(person):
    browser = person.browser
    given = answers(f"{CLOSING} false", f"{CLOSED} unknown", "bewoners.lang_wachten_op_hulp false")
    dossier = person.start_dossier("lelystad-oost", "Heen en terug", given)
    check = f"/dossiers/{dossier}/parts/bewoners"
    person.open(check)
    before = {name: person.standing(name) for name in [CLOSED, "bewoners.lang_wachten_op_hulp"]}
    assert "Telt nu niet mee" not in "".join(before.values())

    browser.press(f"[id='q-{CLOSING}'] .change a")
    person.answer("yes")
    assert "Telt nu niet mee" in person.standing(CLOSED)
    assert "Weet ik niet" in person.standing(CLOSED)

    browser.press(f"[id='q-{CLOSING}'] .change a")
    person.answer("no")
    assert {name: person.standing(name) for name in before} == before


# Journey 5: a screen-reader user goes through a part with two mistakes, the check page, and the report.


def test_journey_5_a_part_with_two_mistakes_and_the_check_page_as_a_screen_reader_hears_them(person):
    browser = person.browser
    dossier = person.start_dossier("lelystad-oost", "Op het gehoor")
    person.open(f"/dossiers/{dossier}/parts/wonen")
    browser.press("[id='q-registratie.mutatiegraad'] .change a")
    approve("journey 5, 1 the question", outline.outline(browser))
    person.press("save")
    assert browser.script("return document.activeElement.id") == "mistakes"
    approve("journey 5, 2 nothing chosen", outline.outline(browser))
    browser.find("#mistakes a").click()
    assert browser.script("return document.activeElement.type") in ["text", "radio"]
    browser.press("#answer-number")
    browser.type("#number", "veel")
    person.press("save")
    assert browser.script("return document.activeElement.id") == "mistakes"
    approve("journey 5, 3 no number", outline.outline(browser))
    browser.find("#mistakes a").click()
    browser.type("#number", "7,5")
    person.press("save")
    assert "7,5" in person.standing("registratie.mutatiegraad")
    approve("journey 5, 4 the answers", outline.outline(browser))


def test_journey_5_the_report_as_a_screen_reader_hears_it(person):
    dossier = person.start_dossier("lelystad-oost", "Rapport op het gehoor")
    person.need(f"/dossiers/{dossier}/analysis", "with the analysis")
    approve("journey 5, 5 the analysis", outline.outline(person.browser))


# Journey 6: the board secretary reads by a link, prints, and meets a clear page after it was withdrawn.


def test_journey_6_a_link_to_read_can_be_printed_and_says_so_when_it_was_withdrawn(person):
    browser = person.browser
    dossier = person.start_dossier("heerlen-noord", "Voor het bestuur")
    links = f"/dossiers/{dossier}/links"
    person.need(links, "to let somebody read along")
    browser.script("arguments[0].value = 'report'", browser.find("#purpose"))
    browser.press("main form button")
    address = re.search(r"http://\S+/shared/\S+", browser.text)[0]
    browser.open(address)
    assert "Alleen lezen" in browser.text
    assert not browser.has("main form"), "somebody who may read finds a form"
    assert not [link for link in browser.all("main a") if dossier in (link.get_attribute("href") or "")]
    browser.show_on("print")
    shown = browser.script(
        "return [...document.querySelectorAll('footer, nav, .buttons')].filter(part => part.checkVisibility()).length")
    assert shown == 0
    browser.show_on()

    person.open(links)
    browser.press("main .cards form button")
    browser.open(address)
    assert browser.heading == "Deze link werkt niet meer"
    assert re.search(r"\b410-[0-9a-f]{8}\b", browser.text)


# Journey 7: an advisor changes a threshold, is shown four changed cases, adds an example, marks the rule as checked, and
# puts it live from a date.

RULE = "eenzijdige-voorraad-corporatie"
HOUSING = "wonen/wonen.yaml"
EXAMPLE = """
  - case: corporatie-onder-de-nieuwe-grens
    like: op-de-grens
    given: { figures: { corporatiewoningen: 69 } }
    expect: [{ problem:eenzijdige-voorraad: refuted }]
"""


def write(browser, old: str, new: str, count: int = 1):
    """Changes a piece of the text in the form."""
    field = browser.find("#text")
    text = field.get_attribute("value")
    assert old in text, f"{old} is not in the text"
    browser.script("arguments[0].value = arguments[1]", field, text.replace(old, new, count))


def test_journey_7_a_threshold_is_changed_tried_checked_and_taken_into_use_from_a_date(visit, tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    server = Server(ROOT / "sheets" / "areas", rules=rules).start().wait_for_rules()
    try:
        travel_7(visit, Traveller(visit, server), rules)
    finally:
        server.remove()


def travel_7(browser, person, rules):
    # The threshold is found by the words of the rule, and its file is opened in a new version.
    person.open("/")
    browser.follow("Werkbank voor regels")
    settle(browser)
    browser.type("#q", "vooral corporatiewoningen")
    browser.press("main form[role=search] button")
    settle(browser)
    browser.press(f"main a[href*='/rules/rule?rule={RULE}']")
    settle(browser)
    assert "Vooral corporatiewoningen" == browser.heading and HOUSING in browser.text
    browser.press("main form[action='/rules'] button")
    browser.type("#title", "Hogere grens voor corporatiebuurten")
    browser.press("main form button.main")
    settle(browser)
    assert HOUSING in browser.heading
    version = re.search(r"/rules/versions/[a-z0-9-]+", browser.address)[0]

    # A slip of the pen is told with its place, and mended with a button.
    write(browser, "corporatiewoningen > grens_corporatiewoningen\n", "corporatiewoningn > grens_corporatiewoningen\n")
    browser.press("main button[value=check]")
    settle(browser)
    assert browser.title.startswith("Fout:") and "bedoelde u" in browser.text.lower()
    browser.press("main .fixes button")
    settle(browser)
    assert not browser.title.startswith("Fout:")

    # The threshold itself; the four cases that know the old one are shown.
    write(browser, "2015-01-01: 67 }", "2015-01-01: 70 }")
    browser.press("main button[value=save]")
    settle(browser)
    assert "De tekst is opgeslagen" in browser.text
    assert "67 }" in (rules / HOUSING).read_text(), "a draft reached the rules in use"
    person.open(f"{version}/cases")
    settle(browser)
    failing = [case.text for case in browser.all("main .causes > li")]
    assert len(failing) == 4, failing
    assert any("corporatie-boven-de-grens" in case for case in failing)

    # Which areas get which other finding.
    person.open(f"{version}/impact")
    settle(browser)
    assert "grens_corporatiewoningen" in browser.text and "gebieden veranderen" in browser.text

    # The old cases follow the new threshold, and one example is added.
    person.open(f"{version}/edit?file=wonen/wonen.cases.yaml")
    settle(browser)
    write(browser, "corporatiewoningen: 67.1", "corporatiewoningen: 70.1", 9)
    write(browser, "corporatiewoningen: 70..90", "corporatiewoningen: 71..90")
    field = browser.find("#text")
    browser.script(
        "arguments[0].value = arguments[0].value.trimEnd() + '\\n' + arguments[1]", field, EXAMPLE)
    browser.press("main button[value=cases]")
    settle(browser)
    assert "klopt" in browser.text
    assert not [case.text for case in browser.all("main .causes > li") if "corporatie-boven" in case.text]

    # Checked, and live from a date.
    person.open(version)
    settle(browser)
    assert "concept" in browser.text
    browser.type("#note", "Samen nagelopen")
    browser.press("main button[value=check]")
    settle(browser)
    assert "nagekeken" in browser.text and "Samen nagelopen" in browser.text
    browser.follow("In gebruik nemen")
    settle(browser)
    assert browser.find("h1").text.startswith("‘Hogere grens")
    browser.type("#from", "1-1-2099")
    browser.press("main form button.main")
    settle(browser)
    assert "in gebruik op 1 januari 2099" in browser.text
    assert "67 }" in (rules / HOUSING).read_text(), "a planned version reached the rules in use"
    browser.follow("In gebruik nemen")
    settle(browser)
    browser.type("#from", "1-1-2020")
    browser.press("main form button.main")
    settle(browser)
    assert "De versie is in gebruik." in browser.text and "actief" in browser.text
    assert "70 }" in (rules / HOUSING).read_text()
    assert "corporatie-onder-de-nieuwe-grens" in (rules / "wonen/wonen.cases.yaml").read_text()
    person.open(f"/rules/rule?rule={RULE}")
    settle(browser)
    assert "corporatie-onder-de-nieuwe-grens" in browser.text


# Journey 8: a trainer writes a case, lets the engine make a model, overrules lines, adds a panel, and prints both versions.


def test_journey_8_a_trainer_makes_a_case_of_a_sheet_and_prints_it_with_and_without_answers(tmp_path):
    shutil.copytree(ROOT / "sheets" / "areas", tmp_path / "sheets" / "areas")
    (tmp_path / "casebooks").mkdir()
    books = ["--casebooks", str(tmp_path / "casebooks"), "--rules", str(ROOT / "rules")]
    made = run("casebook", "new", "mijn-casus", str(tmp_path / "sheets/areas/arnhem-oost.yaml"), "--date", DAY, *books)
    assert made.returncode == 0, made.stderr
    file = tmp_path / "casebooks" / "mijn-casus" / "cases" / "arnhem-oost.yaml"
    panel = "\n".join(f"  - {{ member: {name}, answers: {{ problems: [armoede, eenzaamheid] }} }}" for name in "abc")
    departures = (
        "    departures:\n"
        "      - { line: eenzaamheid, verdict: defensible, reason: { nl: Een schatting., en: An estimate. } }\n"
        "      - { line: overlast, verdict: wrong, reason: { nl: Niet gevraagd., en: Not asked. } }\n")
    text = file.read_text().replace("    kind: problems\n", "    kind: problems\n" + departures)
    file.write_text(text + f"panel:\n{panel}\n")
    checked = run("casebook", "check", "mijn-casus", *books)
    assert checked.returncode == 0, checked.stderr
    plain = run("casebook", "show", "mijn-casus", "arnhem-oost", "--print", *books).stdout
    answers = run("casebook", "show", "mijn-casus", "arnhem-oost", "--answers", *books).stdout
    assert "[x]" not in plain and "[x] Armoede" in answers
    assert "Een schatting." in answers and "Een schatting." not in plain


# Journey 9: a trainee hands in, reads the feedback before the model, improves; the trainer overrules and exports.


def test_journey_9_a_trainee_improves_after_the_feedback_and_the_trainer_overrules_and_exports(person, tmp_path):
    browser = person.browser
    person.open("/training")
    browser.type("#title", "Groep 9")
    browser.script("arguments[0].value = 'acht-gebieden/overvecht'", browser.find("#case"))
    browser.press("main form button")
    session = browser.address
    code = re.search(r"Code om mee te doen: (\w+)", browser.text)[1]

    person.open("/join")
    browser.type("#code", code.lower())
    browser.type("#pseudonym", "linde")
    browser.press("main form button")
    start = browser.address
    browser.press("main a.button.main")
    browser.press("main .tasks a[href*='/exercises/problemen']")
    for code in ["armoede", "overlast"]:
        box = browser.find(f"input[name=pick][value={code}]")
        browser.script("arguments[0].closest('details').open = true; arguments[0].checked = true", box)
    browser.press("main form button[value=keep]")
    browser.press("main form button.main")
    assert "nog eens: passage" in browser.text and "Het model" not in browser.text
    assert "Veel of langdurige bijstand" not in browser.text

    browser.open(start + "/exercises/problemen")
    box = browser.find("input[name=pick][value=langdurige-bijstand]")
    browser.script("arguments[0].closest('details').open = true; arguments[0].checked = true", box)
    browser.press("main form button[value=keep]")
    browser.press("main form button.main")
    assert "Het model" in browser.text

    browser.open(session)
    assert "Pas als er" in browser.text
    browser.press("main table a[href*='/participants/1']")
    browser.type("#points", "40")
    browser.type("#reason", "goed uitgelegd")
    browser.press("main form button.main")
    assert "aangepast door de trainer" in browser.text and "goed uitgelegd" in browser.text
    results = Visitor(person.server).get(session + "/results/csv")
    assert results.status == 200 and "linde;2;" in results.text

    # The same in a spreadsheet: the sheet goes out, comes back with one mark, and is shown before it counts.
    browser.open(session + "/marks")
    sheet = Visitor(person.server).get(session + "/marks/csv").text
    rows = [row[:-1] + "20;wie niet is gehoord" if ";stemmen;" in row else row for row in sheet.splitlines()]
    assert rows != sheet.splitlines()
    file = tmp_path / "nakijkblad.csv"
    file.write_text("\n".join(rows))
    browser.find("#file").send_keys(str(file))
    browser.press("main form button[value=send]")
    assert "wordt 20" in browser.text and "Er is nog niets bewaard" in browser.text
    browser.press("main form button[value=apply]")
    assert "Er is 1 besluit overgenomen." in browser.text
    results = Visitor(person.server).get(session + "/results/csv")
    assert "linde;2;40;0;20;60;ja" in results.text, results.text


# Journey 10: an administrator deletes an old dossier and shows that nothing is left.


def test_journey_10_a_deleted_dossier_leaves_nothing_behind(visit):
    server = Server().start().wait_for_rules()
    try:
        person = Traveller(visit, server)
        browser = person.browser
        title = "Zeldzaamheid Kwikstaart"
        dossier = person.start_dossier(
            "lelystad-oost", title, "  - { question: tolk_beschikbaar, perspective: bewoners, value: false, "
            "date: 2026-10-01, note: Notitie Pimpelmees }")
        person.open(f"/dossiers/{dossier}")
        browser.follow("Dossier verwijderen")
        assert title in browser.heading and title in browser.find("main form button").text
        browser.press("main form button")
        assert f"‘{title}’ is verwijderd." in browser.text
        assert not browser.all(f"a[href*='{dossier}']")
        person.open(f"/dossiers/{dossier}")
        assert browser.heading == "Dit dossier is verwijderd"
        left = traces(server, dossier, title, "Pimpelmees", "lelystad-oost")
        assert left == [], "while the server runs"
        assert dossier not in server.run("dossier", "list").stdout
        server.stop()
        assert traces(server, dossier, title, "Pimpelmees", "lelystad-oost") == []
        server.start().wait_for_rules()
        person.open("/")
        assert title not in browser.text
        person.open(f"/dossiers/{dossier}")
        assert re.search(r"\b404-[0-9a-f]{8}\b", browser.text)
    finally:
        server.remove()


def traces(server, *words: str) -> list[str]:
    """In which files of the dossiers a word still stands."""
    found = []
    for file in server.database.parent.iterdir():
        if file.name == "log" or not file.is_file():
            continue
        content = file.read_bytes()
        found += [f"{word} in {file.name}" for word in words if word.encode() in content]
    return found


def questions_of(person, part: str) -> list[str]:
    dossier = person.start_dossier("heerlen-noord", "Welke vragen")
    person.open(f"/dossiers/{dossier}/parts/{part}")
    return [row.get_attribute("id")[2:] for row in person.browser.all(".answers > div")]
