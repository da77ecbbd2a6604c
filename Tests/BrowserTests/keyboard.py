"""Walks through a page with the Tab key alone."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

# Names an element: its place in the page, and what it is called.
PLACE = """
const place = element => {
  const all = [...document.querySelectorAll('*')];
  const text = (element.id || element.textContent || '').trim().replace(/\\s+/g, ' ').slice(0, 40);
  return all.indexOf(element) + ' ' + element.tagName.toLowerCase() + ' ' + text;
};
"""


def stops(browser) -> list[str]:
    """Where the Tab key should stop, in the order of the page; the choices of one question are one stop."""
    return browser.script(
        PLACE + """
        return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
          .filter(element => element.type !== 'hidden' && !element.disabled && element.tabIndex >= 0 && element.checkVisibility())
          .filter(element => {
            if (element.type !== 'radio') return true;
            const group = [...document.querySelectorAll(`input[type=radio][name="${element.name}"]`)];
            return element === (group.find(other => other.checked) || group[0]);
          }).map(place);
        """)


def walk(browser, count: int) -> tuple[list[str], list[str]]:
    """Presses Tab so many times: what is reached, and what of it does not show that it has the focus."""
    browser.script(
        PLACE + """
        document.activeElement.blur();
        window.walked = [];
        window.walker = event => {
          const style = getComputedStyle(event.target);
          const isSeen = event.target.matches(':focus-visible') && style.outlineStyle !== 'none'
            && parseFloat(style.outlineWidth) >= 2;
          window.walked.push([place(event.target), isSeen]);
        };
        document.addEventListener('focusin', window.walker);
        """)
    # One press more than there are stops: from the last one the focus leaves the page once.
    ActionChains(browser.driver, duration=0).send_keys(Keys.TAB * (count + 1)).perform()
    walked = browser.script("document.removeEventListener('focusin', window.walker); return window.walked")
    walked = walked[:count]
    return [place for place, _ in walked], [place for place, is_seen in walked if not is_seen]
