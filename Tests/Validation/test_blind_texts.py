"""What blinding takes out and what it leaves. Run: python3 -m unittest discover Tests/Validation"""

import unittest

from blind_texts import Blinding, content, descriptions, hidden, variants, weight

SHEET = """sheet: dorp-oost
title: { nl: Dorp Oost, en: Village East }
area:
  municipality: { code: GM0001, name: Dorpstad }
  residents: 12345
  parts:
    - { code: WK000101, name: Wijk 01 Molen en Veld, residents: 4321, extent: whole, confidence: high }
sources:
  kwb-2020: { title: Kerncijfers, note: { nl: Aantallen zijn afgerond., en: Counts are rounded. } }
figures:
  inwoners: { value: 12345, unit: aantal, gemeente: 67890, nederland: 17407585 }
  bijstand: { value: 9.5, unit: '%', gemeente: 5.1, nederland: 3.7 }
parts:
  - code: WK000101
    name: Wijk 01 Molen en Veld
    figures: { inwoners: 4321, huishoudens: 2100, bijstand: 12.0 }
"""


def finding(kind, code, because="", weight="", state="found"):
    properties = [{"name": "Gewicht", "value": weight}] if weight else []
    return {"id": f"{kind}:{code}", "title": code.capitalize(), "state": state, "because": [because], "properties": properties}


def part(name, *blocks):
    return {"id": name, "blocks": list(blocks)}


def findings(*entries):
    return {"kind": "findings", "findings": list(entries)}


class BlindingTests(unittest.TestCase):
    def setUp(self):
        self.blinding = Blinding(*hidden(SHEET))

    def test_names_of_area_municipality_and_parts_go(self):
        text = self.blinding("Dorp Oost in Dorpstad: Molen, Veld en de provincie Drenthe (WK000101), zie https://dorp.nl/x")
        self.assertEqual(text, "[naam] in [naam]: [naam], [naam] en de provincie [naam], zie [bron]")

    def test_a_word_that_holds_a_name_stays(self):
        self.assertEqual(self.blinding("Het Veldwerk begint."), "Het Veldwerk begint.")

    def test_texts_of_sources_are_no_names(self):
        self.assertEqual(self.blinding("Aantallen zijn afgerond."), "Aantallen zijn afgerond.")

    def test_counts_of_residents_go_in_each_way_of_writing(self):
        for text in ("12345", "12.345", "12,345", "67.890"):
            self.assertEqual(self.blinding(f"Er zijn {text} inwoners."), "Er zijn [aantal] inwoners.")

    def test_a_size_of_a_part_may_be_another_figure(self):
        self.assertEqual(self.blinding("Gemiddeld 2100 adressen"), "Gemiddeld 2100 adressen")

    def test_shares_rates_and_longer_numbers_stay(self):
        text = "9,5 % bijstand (Nederland 3,7 %), 1.123.456 en 4.3210 op 2.500 adressen"
        self.assertEqual(self.blinding(text), text)

    def test_common_words_of_names_stay(self):
        self.assertEqual(variants("Wijk 03 Centrum"), {"Wijk 03 Centrum", "Wijk-03-Centrum"})


class ContentTests(unittest.TestCase):
    def analysis(self):
        steps = [finding("intervention", f"stap{place}", weight=f"nog niet bekend ({10 + place} tot 70)") for place in range(12)]
        return {"parts": [
            part("kenmerken", findings(finding("feature", "rustig", "Er is groen."))),
            part("gebied", {"kind": "table", "rows": [["Molen (WK000101)", 4321, 1, 5, "Armoede"], ["Veld", 900, 0, 6, ""]]}),
            part("beoordeling", {"kind": "dotPlot", "title": "Het verst van Nederland: bijstand"}),
            part("problemen-en-krachten", findings(finding("problem", "armoede", "Er is armoede.")),
                 {"kind": "details", "blocks": [findings(finding("problem", "overlast", state="open"))]}),
            part("stapeling"), part("ontwikkeling"), part("kernopgaven"),
            part("interventies", findings(*steps)), part("niet-bekend")]}

    def test_weight_is_what_is_certain(self):
        self.assertEqual(weight(finding("intervention", "a", weight="nog niet bekend (58 tot 70)")), 58)
        self.assertEqual(weight(finding("intervention", "a", weight="82")), 82)
        self.assertEqual(weight(finding("intervention", "a")), 0)

    def test_ten_interventions_the_heaviest_first(self):
        lines = [line for line in content(self.analysis()) if "**Stap" in line]
        self.assertEqual(len(lines), 10)
        self.assertTrue(lines[0].startswith("1. **Stap11**"))

    def test_open_findings_are_not_told_and_parts_lose_name_and_size(self):
        text = "\n".join(content(self.analysis()))
        self.assertIn("Armoede", text)
        self.assertNotIn("Overlast", text)
        self.assertIn("- Een deel: Armoede.", text)
        self.assertNotIn("Molen", text)
        self.assertNotIn("4321", text)


class DescriptionTests(unittest.TestCase):
    def test_heading_note_and_source_go(self):
        text = "# Title\n\nNote.\n\n## a-b\n\nA place\nby a river. [memory]\n\n## c\n\nA town. (rochdale.nl, page; otherwise [memory])\n"
        self.assertEqual(descriptions(text), {"a-b": "A place by a river.", "c": "A town."})


if __name__ == "__main__":
    unittest.main()
