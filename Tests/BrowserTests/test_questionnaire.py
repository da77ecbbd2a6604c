"""How the questions behave in a browser: going back, leaving, keyboard, mistakes, two people at once."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from journey import Traveller


@pytest.fixture
def road(visit, world):
    """Somebody in the dossier of the tests that may change."""
    return Traveller(visit, world.server)


@pytest.fixture
def fresh(road, world):
    """A question without an answer, on the screen."""
    road.open(world.ask_anew(world.yes_or_no))
    return world.yes_or_no


def test_W1_a_part_says_how_far_it_is_and_a_visit_alone_does_not_change_that(road, world):
    def statuses():
        road.open(f"/dossiers/{world.changing}")
        return [status.text for status in road.browser.all(".tasks .status")]

    before = statuses()
    assert len(before) >= 6 and all(before)
    road.open(world.ask(world.number, world.changing))
    assert statuses() == before


def test_W3_back_after_saving_shows_the_question_as_it_was_left_and_asks_for_no_second_sending(road, fresh):
    road.answer("unknown")
    assert road.question != fresh
    road.browser.back()
    assert road.question == fresh
    assert road.browser.has("form") and not road.browser.has("#mistakes")
    road.browser.driver.refresh()
    assert road.browser.find("#answer-unknown").is_selected()


def test_W4_wrong_input_is_there_again_after_leaving_the_page(road, world):
    road.open(world.ask(world.number, world.changing))
    road.browser.press("#answer-number")
    road.browser.type("#number", "heel veel")
    road.press("save")
    assert road.browser.has("#mistakes")
    road.browser.follow("Terug naar de onderdelen")
    road.open(world.ask(world.number, world.changing))
    assert road.browser.find("#number").get_attribute("value") == "heel veel"


def test_W4_what_was_typed_is_there_again_after_leaving_by_a_link_and_coming_back(road, fresh):
    road.browser.press("#answer-no")
    road.browser.press("details:not([open]) > summary")
    road.browser.type("#method", "enquête")
    road.browser.press("header a.product")
    road.browser.back()
    assert road.browser.find("#answer-no").is_selected()
    assert road.browser.find("#method").get_attribute("value") == "enquête"


def test_W4_G3_what_was_sent_stays_in_the_other_language(road, world):
    road.open(world.ask(world.number, world.changing))
    road.browser.press("#answer-number")
    road.browser.type("#number", "heel veel")
    road.press("save")
    road.browser.press("header .language")
    assert road.browser.script("return document.documentElement.lang") == "en"
    assert road.browser.find("#number").get_attribute("value") == "heel veel"


def test_W4_what_is_typed_and_not_sent_stays_on_the_way_to_another_language_or_part(road, world):
    address = world.ask_anew(world.yes_or_no)
    for way in ["header .language", ".back .link", "header .dossier"]:
        road.open(address)
        road.browser.press("#answer-no")
        road.browser.press(way)
        assert not road.browser.has(".mistakes")
        road.open(address)
        assert road.browser.find("#answer-no").is_selected(), way


def test_W5_every_question_can_be_saved_to_go_on_or_to_stop_and_says_what_comes_next(road, world):
    for question in [world.yes_or_no, world.number, world.figure]:
        road.open(world.ask(question, world.changing))
        buttons = [button.text for button in road.browser.all("form button")]
        assert buttons[:2] == ["Opslaan en verder", "Opslaan en later verdergaan"]
        assert road.browser.find("#next").text.startswith("Hierna:")


def test_W5_saving_for_later_with_nothing_filled_in_is_no_mistake(road, fresh):
    road.press("later")
    assert road.question is None and not road.browser.has("#mistakes")
    assert road.browser.has(".notice")


def test_W8_a_question_is_answered_with_the_keyboard_alone(road, fresh):
    road.browser.script("document.activeElement.blur()")
    keyboard = ActionChains(road.browser.driver, duration=0)
    for _ in range(30):
        keyboard.send_keys(Keys.TAB).perform()
        keyboard.reset_actions()
        if road.browser.script("return document.activeElement.id") == "answer-yes":
            break
    # The arrow goes through the choices; Enter sends the form as its first button does.
    keyboard.send_keys(Keys.SPACE, Keys.ARROW_DOWN, Keys.ARROW_DOWN).perform()
    keyboard.reset_actions()
    road.browser.leave(keyboard.send_keys(Keys.ENTER).perform)
    assert road.question != fresh
    road.browser.back()
    road.browser.driver.refresh()
    assert road.browser.find("#answer-unknown").is_selected()


def test_W12_the_progress_stands_above_the_question_and_in_the_title(road, fresh):
    progress = road.browser.find(".progress").text
    assert progress.startswith("Vraag ") and "nog ongeveer" in progress
    assert progress in road.browser.title


def test_W13_the_why_opens_in_place_and_names_a_reason_and_what_waits_for_the_answer(road, fresh):
    address = road.browser.address
    details = road.browser.all("details")[-1]
    assert details.find_element("tag name", "summary").text == "Waarom vragen we dit?"
    assert not details.get_attribute("open")
    details.find_element("tag name", "summary").click()
    assert details.get_attribute("open") and road.browser.address == address
    assert len(details.text.splitlines()) > 3


def test_W17_a_change_from_the_check_page_comes_back_there_with_the_change(road, world, fresh):
    road.answer("no", "later")
    road.open(f"/dossiers/{world.changing}/parts/bewoners")
    assert "Nee" in road.standing(fresh)
    road.browser.press(f"[id='q-{fresh}'] .change a")
    assert road.browser.find("#answer-no").is_selected()
    road.answer("unknown")
    assert road.question is None and f"q-{fresh}" in road.browser.address
    assert "Weet ik niet" in road.standing(fresh)


def test_W20_what_looks_like_data_of_a_person_is_kept_only_after_a_second_word(road, world, fresh):
    road.browser.press("#answer-yes")
    road.browser.press("details:not([open]) > summary")
    road.browser.type("#note", "Mail naar j.jansen@example.nl")
    road.press("save")
    assert road.browser.heading == "Staat er iets over een persoon in?"
    assert 'name="do" value="clear"' not in world.visitor.get(world.ask(fresh, world.changing)).text
    road.browser.follow("Aanpassen")
    assert road.browser.find("#note").get_attribute("value") == "Mail naar j.jansen@example.nl"
    road.browser.script("document.querySelectorAll('details').forEach(details => details.open = true)")
    road.browser.type("#note", "Mail naar het wijkteam")
    road.press("save")
    assert road.question != fresh


def test_W21_the_second_writer_sees_both_answers_and_chooses(road, world, fresh):
    road.browser.press("#answer-yes")
    world.visitor.send(world.ask(fresh, world.changing), answer="no", do_="save")
    road.press("save")
    assert "Iemand anders" in road.browser.heading
    assert [part.text.splitlines()[0] for part in road.browser.all("main .inset")][:2] == ["Nee", "Ja"]
    road.browser.follow("Mijn antwoord opslaan")
    road.open(world.ask(fresh, world.changing))
    assert road.browser.find("#answer-yes").is_selected()


def test_W25_a_second_start_for_the_same_area_asks_whether_to_go_on(road, world):
    road.open("/dossiers/new")
    road.browser.script("arguments[0].value = 'heerlen-noord.yaml'", road.browser.find("#sheet"))
    road.browser.press("main form button")
    assert road.browser.heading == "Doorgaan of opnieuw beginnen?"
    road.browser.follow("Doorgaan met")
    assert road.dossier == world.busy


def test_W26_a_closed_dossier_takes_no_answer_and_no_undo_but_can_be_copied(road, world):
    question = world.ask(world.yes_or_no, world.closed)
    form = world.visitor.get(world.ask(world.yes_or_no, world.changing)).hidden()
    for path, fields in [
        (question, {"answer": "yes", "do": "save", "seen": "none"}), (question, {"do": "skip"}),
        (question, {"do": "clear"}), (f"/dossiers/{world.closed}/close", {}),
        (f"/dossiers/{world.closed}/history", {"revision": "1"}),
    ]:
        assert world.visitor.submit(path, {"token": form["token"], **fields}).status == 409, (path, fields)
    road.open(f"/dossiers/{world.closed}")
    assert not any("Dossier sluiten" in link.text for link in road.browser.all("main a"))
    assert any("Dossier kopiëren" in link.text for link in road.browser.all("main a"))
