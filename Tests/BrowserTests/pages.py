"""Every type of page, by name, and how a person gets to see it."""

import re
from dataclasses import dataclass
from typing import Callable

from server import ROOT
from tables import key_figures, table_file
from waiting import settle
from world import PART, PASSWORD


class Tour:
    """A browser in one language, in the world of the tests."""

    def __init__(self, browser, world, language: str):
        self.browser = browser
        self.world = world
        self.language = language

    def open(self, path: str, server=None):
        prefix = "/en" if self.language == "en" else ""
        self.browser.open((server or self.world.server).address + prefix + path)

    def open_in(self, page: str = "", dossier: str | None = None):
        """A page of a dossier."""
        self.open(f"/dossiers/{dossier or self.world.busy}" + (f"/{page}" if page else ""))

    def ask(self, question: str):
        self.open(self.world.ask(question))

    def save(self):
        self.browser.press("main button[value=save]")

    def open_details(self):
        for details in self.browser.all("details:not([open]) > summary"):
            details.click()


@dataclass(frozen=True)
class Page:
    name: str
    reach: Callable[[Tour], None]
    # The page says that something is to be corrected.
    has_mistakes: bool = False
    # The page says that something could not be done: it belongs to no dossier.
    is_fault: bool = False
    # The page below the address of a dossier that the server must have for this one; some are still to come.
    needs: str = ""


def question_without_answer(tour):
    tour.ask(tour.world.yes_or_no)
    tour.save()


def question_with_wrong_number(tour):
    tour.ask(tour.world.number)
    tour.browser.press("#answer-number")
    tour.browser.type("#number", "heel veel")
    tour.open_details()
    tour.browser.type("#year", "ooit")
    tour.save()


def personal_data(tour):
    tour.ask(tour.world.yes_or_no)
    tour.browser.press("#answer-yes")
    tour.open_details()
    tour.browser.type("#note", "Bel 06-12345678")
    tour.save()


def other_answer_meanwhile(tour):
    address = tour.world.ask_anew(tour.world.yes_or_no)
    tour.open(address)
    tour.browser.press("#answer-yes")
    tour.world.visitor.send(address, answer="no", do_="save")
    tour.save()


def new_dossier_with_nothing(tour):
    tour.open("/dossiers/new")
    tour.browser.press("form button")


def new_dossier_with_bad_sheet(tour):
    tour.open("/dossiers/new")
    tour.browser.type("#text", "sheet: proef\ntitle: Proef\nfigures:\n  inwoners: { value: veel }\n")
    tour.browser.press("form button")


def go_on_or_begin_anew(tour):
    tour.open("/dossiers/new")
    tour.browser.script("arguments[0].value = 'heerlen-noord.yaml'", tour.browser.find("#sheet"))
    tour.browser.press("form button")


def copy_without_name(tour):
    tour.open_in("copy")
    tour.browser.find("form input[type=text]").clear()
    tour.browser.press("form button")


def sent_after_a_restart(tour):
    tour.ask(tour.world.yes_or_no)
    tour.browser.forget()
    tour.save()


def sent_from_elsewhere(tour):
    prefix = "/en" if tour.language == "en" else ""
    address = f"{tour.world.server.address}{prefix}/dossiers/{tour.world.busy}/delete"
    tour.browser.open(f"data:text/html,<form method=post action='{address}'><button>x</button></form>")
    tour.browser.press("button")


def after_an_answer(tour):
    """The next question, which says what the answer did."""
    tour.open(tour.world.ask_anew(tour.world.yes_or_no))
    tour.browser.press("#answer-unknown")
    tour.save()


def part_of_the_analysis(tour):
    tour.open_in("analysis")
    tour.browser.press("main .tasks a[href*='/analysis/']")


def why_a_finding(tour):
    tour.open_in("analysis/problemen-en-krachten-annex")
    # It may stand in details that are closed.
    tour.browser.open(tour.browser.find("main a[href*='/why/']").get_attribute("href"))


def nothing_to_take_over(tour):
    tour.open_in("what-if")
    tour.browser.press("main form button")


def link_for(purpose: str, tour) -> str:
    """Makes a link for somebody else; gives its path."""
    path = f"/dossiers/{tour.world.changing}/links"
    text = tour.world.visitor.send(path, purpose=purpose, days="30").text
    return re.search(r"/(?:shared|invited)/[A-Za-z0-9_-]+", text)[0]


def question_of_an_invitation(tour):
    tour.open(link_for("bewoners", tour))
    tour.browser.press("main a.button.main")


def link_that_was_taken_back(tour):
    path = link_for("report", tour)
    links = f"/dossiers/{tour.world.changing}/links"
    page = tour.world.visitor.get(links)
    for number in re.findall(r'name="hash" value="([^"]*)"', page.text):
        tour.world.visitor.submit(links, {"token": page.hidden()["token"], "hash": number})
    tour.open(path)


def send_table(tour, wrong: int = 0):
    tour.open_in("import", tour.world.changing)
    tour.browser.find("#file").send_keys(table_file(key_figures("lelystad-oost", wrong=wrong)))
    tour.browser.press("main form button")


def send_form(tour, value: str = "12,5"):
    """Own figures of an area: one that no table of the sheet tells, and one that a table does."""
    tour.open_in("figures", tour.world.changing)
    tour.browser.find("#file").send_keys(table_file(f"code;waarde;jaar\nmoeite_met_rondkomen;{value};2023\n"))
    tour.browser.press("main form button[value=send]")


def log_in(tour, password: str = PASSWORD):
    tour.open("/login", tour.world.team)
    if tour.browser.has("#password"):
        tour.browser.type("#name", "beheer")
        tour.browser.type("#password", password)
        tour.browser.press("main form button")


def page_of_the_team(path: str, tour):
    log_in(tour)
    tour.open(path, tour.world.team)


def wrong_login(tour):
    tour.browser.forget()
    log_in(tour, "iets heel anders")


def path_of(answer) -> str:
    """Where an answer led, without the host."""
    return re.sub(r"^http://[^/]*", "", answer.address).split("?")[0]


def practice(tour) -> str:
    """Begins a case alone; gives its path."""
    return path_of(tour.world.visitor.send("/casebooks/acht-gebieden/overvecht"))


def result_of_a_case(tour):
    path = practice(tour)
    tour.world.visitor.send(f"{path}/exercises/problemen", pick="armoede", do_="keep")
    tour.world.visitor.send(f"{path}?stage=2", do_="hand-in")
    tour.open(f"{path}/mark")


def reasons_for_a_line(tour):
    path = practice(tour)
    tour.world.visitor.send(f"{path}/exercises/problemen", pick="armoede", do_="keep")
    tour.open(f"{path}/exercises/problemen/lines/armoede")


def training(tour) -> str:
    """Opens a session with one trainee who handed in; gives its path."""
    session = path_of(tour.world.visitor.send(
        "/training", title="Groep", case="acht-gebieden/overvecht", days="7"))
    code = re.search(r": ([A-Z0-9]{6})<", tour.world.visitor.get(session).text)[1]
    path = path_of(tour.world.visitor.send("/join", code=code, pseudonym="linde"))
    tour.world.visitor.send(f"{path}?stage=2", do_="hand-in")
    return session


def send_marks(tour, points: str):
    """A marking sheet with one mark."""
    tour.open(training(tour) + "/marks")
    text = f"schuilnaam;oefening;nieuwe punten;reden\nlinde;problemen;{points};goed uitgelegd\n"
    tour.browser.find("#file").send_keys(table_file(text))
    tour.browser.press("main form button[value=send]")


def join_without_a_code(tour):
    tour.open("/join")
    tour.browser.press("main form button")


def in_workbench(tour, path: str):
    """A page of the workbench, once what it tells is worked out: until then a page that comes back by itself stands there."""
    tour.open(path)
    settle(tour.browser)


def new_version_without_a_name(tour):
    in_workbench(tour, "/rules/new")
    tour.browser.press("main form button")


def text_of_rules(tour):
    in_workbench(tour, f"{tour.world.version}/edit?file={tour.world.rule_file}")


def text_with_a_mistake(tour):
    text_of_rules(tour)
    text = tour.browser.find("#text")
    wrong = text.get_attribute("value").replace("severity: ernst", "severity: ernts", 1)
    tour.browser.script("arguments[0].value = arguments[1]", text, wrong)
    tour.browser.press("main button[value=check]")
    settle(tour.browser)


def another_text_meanwhile(tour):
    path = tour.world.make_version("Met zijn tweeën")
    edit = f"{path}/edit?file={tour.world.rule_file}"
    in_workbench(tour, edit)
    text = tour.browser.find("#text").get_attribute("value")
    tour.world.visitor.send(edit, text=text + "# Van een ander.\n", do_="save")
    tour.browser.script("arguments[0].value += '# Van mij.\\n'", tour.browser.find("#text"))
    tour.browser.press("main button[value=save]")


def checked_version(tour):
    path = tour.world.make_version("Nagekeken grens")
    tour.world.visitor.send(path, do_="check", note="Samen bekeken")
    return path


def cases_that_fail(tour):
    """The cases of a file whose threshold is another one."""
    path = tour.world.make_version("Gevallen die falen")
    edit = f"{path}/edit?file=wonen/wonen.yaml"
    tour.world.settled(edit)
    text = (ROOT / "rules/wonen/wonen.yaml").read_text().replace("2015-01-01: 67", "2015-01-01: 70")
    tour.world.visitor.send(edit, text=text, do_="save")
    in_workbench(tour, f"{path}/cases?rule=eenzijdige-voorraad-corporatie")


PAGES = [
    Page("start", lambda tour: tour.open("/")),
    Page("start without dossiers", lambda tour: tour.open("/", tour.world.empty)),
    Page("help", lambda tour: tour.open("/help")),
    Page("new dossier", lambda tour: tour.open("/dossiers/new")),
    Page("new dossier with nothing chosen", new_dossier_with_nothing, has_mistakes=True),
    Page("new dossier with a bad sheet", new_dossier_with_bad_sheet, has_mistakes=True),
    Page("go on or begin anew", go_on_or_begin_anew),
    Page("parts", lambda tour: tour.open_in()),
    Page("parts of a closed dossier", lambda tour: tour.open_in(dossier=tour.world.closed)),
    Page("yes or no", lambda tour: tour.ask(tour.world.yes_or_no)),
    Page("answered before", lambda tour: tour.ask(tour.world.answered)),
    Page("number", lambda tour: tour.ask(tour.world.number)),
    Page("figure of a table", lambda tour: tour.ask(tour.world.figure)),
    Page("after an answer", after_an_answer),
    Page("question without an answer", question_without_answer, has_mistakes=True),
    Page("question with a wrong number", question_with_wrong_number, has_mistakes=True),
    Page("words that look like personal data", personal_data),
    Page("another answer meanwhile", other_answer_meanwhile),
    Page("check answers", lambda tour: tour.open_in("parts/bewoners")),
    Page("check figures", lambda tour: tour.open_in(f"parts/{PART}")),
    Page("perspectives", lambda tour: tour.open_in("perspectives")),
    Page("history", lambda tour: tour.open_in("history")),
    Page("close", lambda tour: tour.open_in("close")),
    Page("copy", lambda tour: tour.open_in("copy")),
    Page("delete", lambda tour: tour.open_in("delete")),
    Page("403 sent from elsewhere", sent_from_elsewhere, is_fault=True),
    Page("403 sent after a restart", sent_after_a_restart, is_fault=True),
    Page("404 no such page", lambda tour: tour.open("/nergens"), is_fault=True),
    Page("409 closed dossier", lambda tour: tour.open_in("close", tour.world.closed), is_fault=True),
    Page("410 deleted dossier", lambda tour: tour.open_in(dossier=tour.world.gone), is_fault=True),
    Page("analysis", lambda tour: tour.open_in("analysis"), needs="analysis"),
    Page("part of the analysis", part_of_the_analysis, needs="analysis"),
    Page("why a finding", why_a_finding, needs="analysis"),
    Page("report to take home", lambda tour: tour.open_in("report"), needs="report"),
    Page("what if", lambda tour: tour.open_in("what-if"), needs="what-if"),
    Page("what if with nothing chosen", nothing_to_take_over, has_mistakes=True, needs="what-if"),
    Page("decisions of people", lambda tour: tour.open_in("overrules"), needs="overrules"),
    Page("compare", lambda tour: tour.open_in("compare"), needs="compare"),
    Page("what runs", lambda tour: tour.open_in("efforts"), needs="efforts"),
    Page("links", lambda tour: tour.open_in("links"), needs="links"),
    Page("shared report", lambda tour: tour.open(link_for("report", tour)), needs="links"),
    Page("invitation", lambda tour: tour.open(link_for("bewoners", tour)), needs="links"),
    Page("question of an invitation", question_of_an_invitation, needs="links"),
    Page("410 link taken back", link_that_was_taken_back, is_fault=True, needs="links"),
    Page("import of figures", lambda tour: tour.open_in("import"), needs="import"),
    Page("import of a table with mistakes", lambda tour: send_table(tour, wrong=3), has_mistakes=True, needs="import"),
    Page("what imported figures change", send_table, needs="import"),
    Page("own figures", lambda tour: tour.open_in("figures"), needs="import"),
    Page("own figures with mistakes", lambda tour: send_form(tour, "veel"), has_mistakes=True, needs="import"),
    Page("what own figures change", send_form, needs="import"),
    Page("name in the history", lambda tour: tour.open("/name")),
    Page("log in", lambda tour: (tour.browser.forget(), tour.open("/login", tour.world.team))),
    Page("log in with a wrong password", wrong_login, has_mistakes=True),
    Page("account", lambda tour: page_of_the_team("/account", tour)),
    Page("casebooks", lambda tour: tour.open("/casebooks")),
    Page("case to begin", lambda tour: tour.open("/casebooks/acht-gebieden/overvecht")),
    Page("case", lambda tour: tour.open(practice(tour) + "?stage=2")),
    Page("exercise", lambda tour: tour.open(practice(tour) + "/exercises/problemen")),
    Page("reasons for a line", reasons_for_a_line),
    Page("result of a case", result_of_a_case),
    Page("join a group", lambda tour: tour.open("/join")),
    Page("join without a code", join_without_a_code, has_mistakes=True),
    Page("lead a group", lambda tour: tour.open("/training")),
    Page("session of a group", lambda tour: tour.open(training(tour))),
    Page("a trainee", lambda tour: tour.open(training(tour) + "/participants/1")),
    Page("marks in a spreadsheet", lambda tour: tour.open(training(tour) + "/marks")),
    Page("marks that come back", lambda tour: send_marks(tour, "40")),
    Page("marks with mistakes", lambda tour: send_marks(tour, "400"), has_mistakes=True),
    Page("workbench", lambda tour: in_workbench(tour, "/rules")),
    Page("search in the rules", lambda tour: in_workbench(tour, "/rules/search?q=corporatiebuurt")),
    Page("nothing found in the rules", lambda tour: in_workbench(tour, "/rules/search?q=eenzijdige-voorad")),
    Page("file of rules", lambda tour: in_workbench(tour, f"/rules/file?file={tour.world.rule_file}")),
    Page("rule", lambda tour: in_workbench(tour, f"/rules/rule?rule={tour.world.rule}")),
    Page("where a name is used", lambda tour: in_workbench(tour, "/rules/where?name=grens_corporatiewoningen")),
    Page("what a message means", lambda tour: in_workbench(tour, "/rules/explain?code=feel/chained-comparison")),
    Page("new version", lambda tour: in_workbench(tour, f"/rules/new?file={tour.world.rule_file}")),
    Page("new version without a name", new_version_without_a_name, has_mistakes=True),
    Page("version", lambda tour: in_workbench(tour, tour.world.version)),
    Page("version that is checked", lambda tour: in_workbench(tour, checked_version(tour))),
    Page("take a version into use", lambda tour: in_workbench(tour, checked_version(tour) + "/activate")),
    Page("text of rules", text_of_rules),
    Page("text of rules with a mistake", text_with_a_mistake, has_mistakes=True),
    Page("another text meanwhile", another_text_meanwhile),
    Page("cases", lambda tour: in_workbench(tour, f"{tour.world.version}/cases?rule={tour.world.rule}")),
    Page("cases that fail", cases_that_fail),
    Page("what changes in areas", lambda tour: in_workbench(tour, tour.world.version + "/impact")),
    Page("step through an area", lambda tour: in_workbench(tour, "/rules/versions/in-use/steps")),
    Page("steps of an area", lambda tour: in_workbench(
        tour, "/rules/versions/in-use/steps?sheet=heerlen-noord.yaml&q=oorzaken/bestuur.yaml")),
    Page("step of a rule", lambda tour: in_workbench(
        tour, f"/rules/versions/in-use/steps/step?sheet=heerlen-noord.yaml&rule={tour.world.rule}")),
    Page("500 broken database", lambda tour: tour.open("/", tour.world.broken), is_fault=True),
]
LANGUAGES = ["nl", "en"]
