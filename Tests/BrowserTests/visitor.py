"""A visitor without a browser, who prepares what a test needs: keeps cookies, reads pages, fills in forms."""

import html
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request


class Answer:
    """What the server answered."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.address = response.url
        self.bytes = response.read()

    @property
    def text(self) -> str:
        return self.bytes.decode()

    def links(self, containing: str = "") -> list[str]:
        """The addresses that the page links to."""
        found = [html.unescape(link) for link in re.findall(r'<a\b[^>]*?href="([^"]*)"', self.text)]
        return [link for link in found if containing in link]

    def hidden(self) -> dict[str, str]:
        """The hidden fields of the first form."""
        form = re.search(r"<form\b.*?</form>", self.text, re.S)
        if not form:
            return {}
        found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form[0])
        return {html.unescape(name): html.unescape(value) for name, value in found}


class Visitor:
    def __init__(self, server):
        self.server = server
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> Answer:
        return self._open(urllib.request.Request(self._address(path)))

    def send(self, path: str, **fields: str) -> Answer:
        """Fills in the form of a page and sends it; `do_` stands for the button's name `do`."""
        page = self.get(path)
        fields = {name.rstrip("_"): value for name, value in fields.items()}
        return self.submit(page.address, {**page.hidden(), **fields})

    def submit(self, path: str, fields: dict[str, str]) -> Answer:
        """Sends fields as they are."""
        own = {"Origin": self.server.address, "Sec-Fetch-Site": "same-origin"}
        return self._open(urllib.request.Request(self._address(path), urllib.parse.urlencode(fields).encode(), own))

    def _address(self, path: str) -> str:
        return path if path.startswith("http") else self.server.address + path

    def _open(self, request) -> Answer:
        try:
            return Answer(self.opener.open(request))
        except urllib.error.HTTPError as error:
            return Answer(error)
