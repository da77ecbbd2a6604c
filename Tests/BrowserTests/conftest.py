"""What the tests share: the world with its server, the browser, and the pages one after another."""

import pytest

from chrome import Browser
from pages import LANGUAGES, PAGES, Tour
from server import has_web_pages, program
from world import World


def pytest_collection_modifyitems(items):
    if not program().exists():
        raise pytest.UsageError(f"{program()} is not built: swift build --product analyst")
    if not has_web_pages():
        for item in items:
            item.add_marker(pytest.mark.skip(reason="this program serves no pages yet"))


@pytest.fixture(scope="session")
def world():
    world = World()
    yield world
    world.remove()


@pytest.fixture(scope="session")
def browser():
    browser = Browser()
    yield browser
    browser.quit()


@pytest.fixture(
    scope="module", params=[(page, language) for page in PAGES for language in LANGUAGES],
    ids=lambda given: f"{given[0].name}, {given[1]}")
def opened(request, world, browser):
    """A page that a person has before her, in one language; tests look at it and leave it as it is."""
    page, language = request.param
    if page.needs and not world.has(page.needs):
        pytest.skip(f"there is no page ‘{page.needs}’ yet")
    browser.reset()
    browser.open("about:blank")
    browser.forget()
    tour = Tour(browser, world, language)
    tour.page = page
    page.reach(tour)
    return tour


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def visit(request, browser, world):
    """A browser for a journey, with scripts on and off."""
    browser.reset()
    browser.open("about:blank")
    browser.forget()
    browser.allow_scripts(request.param)
    yield browser
    browser.reset()
