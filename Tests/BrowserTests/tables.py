"""Tables as a publisher gives them, made up for the parts of a sheet."""

import re
import tempfile
from pathlib import Path

from server import ROOT

COLUMNS = ["Codering", "WijkenEnBuurten", "Perioden", "AantalInwoners", "k_15Tot25Jaar", "k_25Tot45Jaar", "k_45Tot65Jaar",
           "HuishoudensTotaal", "PersonenPerSoortUitkeringBijstand"]


def key_figures(area: str, year: int = 2022, wrong: int = 0) -> str:
    """Kerncijfers of the parts of a sheet, their municipality and the country; some rows have a word for a number."""
    sheet = (ROOT / "sheets" / "areas" / f"{area}.yaml").read_text()
    municipality = re.search(r"municipality: \{ code: (GM\d+), name: ([^}]+?) \}", sheet)
    parts = re.findall(r"- \{ code: (WK\d+), name: ([^,]+), residents: (\d+)", sheet)
    assert municipality and parts
    rows = [("NL00", "Nederland", 17_000_000), (*municipality.groups(), 200_000)] + [
        (code, name, int(count)) for code, name, count in parts]
    lines = [";".join(COLUMNS)]
    for place, (code, name, residents) in enumerate(rows):
        part = residents // 5
        welfare = "veel" if 2 <= place < 2 + wrong else residents // 12
        fields = [code, name, f"{year}JJ00", residents, part, part, part, residents // 2, welfare]
        lines.append(";".join(map(str, fields)))
    return "\n".join(lines) + "\n"


def table_file(text: str, name: str = "kerncijfers.csv") -> str:
    """The path of a file with the text; the folder stays until the tests end."""
    folder = tempfile.mkdtemp(prefix="analyst-table-")
    path = Path(folder) / name
    path.write_text(text)
    return str(path)
