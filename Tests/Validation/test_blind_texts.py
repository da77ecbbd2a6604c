"""What blinding takes out and what it leaves. Run: python3 -m unittest discover Tests/Validation"""

import unittest

from blind_texts import SIZE, Blinding, blinded, content, descriptions, hidden, stricter, variants, weight
from level_sheets import levelled, rare

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


    def test_strict_leaves_out_size_and_all_but_three_parts_and_keeps_headings(self):
        analysis = self.analysis()
        analysis["parts"][0]["blocks"][0]["findings"].append(finding("feature", SIZE.split(":")[1]))
        analysis["parts"][1]["blocks"][0]["rows"] += [[f"Deel {place}", 500, 2, 4, "Overlast; Werkloosheid"] for place in range(4)]
        lines = content(analysis, strict=True)
        self.assertFalse([line for line in lines if "Groot-deel" in line])
        parts = [line for line in lines if line.startswith("- Een deel")]
        self.assertEqual(parts, ["- Een deel: Overlast; Werkloosheid.", "- Een deel: Overlast; Werkloosheid.", "- Een deel: geen probleem gevonden."])
        analysis["parts"][1]["blocks"] = []
        self.assertEqual([line for line in content(analysis, strict=True) if line.startswith("## ")], [line for line in lines if line.startswith("## ")])
        self.assertIn("Geen.", content(analysis, strict=True))

    def test_the_first_page_is_the_story_alone_and_names_go_from_it_too(self):
        analysis = self.analysis()
        story = {"id": "verhaal", "blocks": [{"kind": "paragraph", "text": "Er wonen 12345 mensen."}, {"kind": "list", "items": ["Armoede."]},
                                             {"kind": "heading", "text": "Armoede"}]}
        analysis["parts"].append(story)
        text = blinded(analysis, Blinding(*hidden(SHEET)), 1, is_first_page=True)
        self.assertEqual(text, "# Gebied 01\nEr wonen [aantal] mensen.\n\n- Armoede.\n\n\n## Armoede\n\n")

    def test_strict_takes_out_counts_before_it_rounds(self):
        analysis = self.analysis()
        analysis["parts"][0]["blocks"][0]["findings"][0]["because"] = ["Er wonen 12345 mensen per km2, 9,5 % heeft bijstand."]
        text = blinded(analysis, Blinding(*hidden(SHEET)), 1, strict=True)
        self.assertIn("Er wonen [aantal] mensen per km2, 10 % heeft bijstand.", text)


class StrictTests(unittest.TestCase):
    def check(self, line, expected):
        self.assertEqual(stricter(line), expected)

    def test_figures_of_municipality_and_country_go_and_words_stay(self):
        self.check("Zwaarder dan in de gemeente. Er zijn 0,53 auto's per huishouden (gemeente: 0,5, Nederland: 1,09).",
                   "Zwaarder dan in de gemeente. Er zijn 0,5 auto's per huishouden (gemeente: [cijfer], Nederland: [cijfer]).")
        self.check("7,2 % heeft bijstand, in de gemeente 6,2 % en in Nederland 3,7 %.", "7 % heeft bijstand, in de gemeente [cijfer] % en in Nederland [cijfer] %.")
        self.check("8,6 % en 4,4 % (Nederland: 6,5 % en 3,7 %), daarna 5,2 %.", "9 % en 4 % (Nederland: [cijfer] % en [cijfer] %), daarna 5 %.")
        self.check("De Leefbaarometer geeft −0,083 voor veiligheid; de gemeente −0,201 en Nederland 0.",
                   "De Leefbaarometer geeft −0,08 voor veiligheid; de gemeente [cijfer] en Nederland [cijfer].")

    def test_the_ratio_of_the_area_to_the_country_is_of_the_area(self):
        self.check("De woningwaarde is 1,09 keer die van Nederland; in de gemeente 1,5 keer.", "De woningwaarde is 1 keer die van Nederland; in de gemeente [cijfer] keer.")
        self.check("De WOZ-waarde is 0,62 keer die van Nederland en 58,1 % is arm.", "De WOZ-waarde is 0,6 keer die van Nederland en 58 % is arm.")
        self.check("In de hele gemeente is de woningwaarde 1,5 keer die van Nederland.", "In de hele gemeente is de woningwaarde [cijfer] keer die van Nederland.")

    def test_density_has_one_digit_and_thresholds_ages_weights_and_editions_stay(self):
        self.check("Rond een adres liggen 3956 adressen per km2; het CBS noemt dat stedelijk vanaf 2500 (Nederland: 2010).",
                   "Rond een adres liggen 4000 adressen per km2; het CBS noemt dat stedelijk vanaf 2500 (Nederland: [cijfer]).")
        self.check("Er wonen 10.123 mensen per km2 (gemeente: 6.523).", "Er wonen 10000 mensen per km2 (gemeente: [cijfer]).")
        for line in ("Sinds 2021 moeten gemeenten van 15 tot 65 jaar", "(gewicht: nog niet bekend (60 tot 72))", "Leefbaarometer 3.0", "10. **Stap**"):
            self.check(line, line)

    def test_the_target_of_a_goal_is_of_the_municipality(self):
        self.check("- Werk → Bijstand: van 9,2 naar 6,2", "- Werk → Bijstand: van 9 naar [cijfer]")
        self.check("- Gezond → Eenzaam: van 16,5 naar 14,8", "- Gezond → Eenzaam: van 17 naar [cijfer]")


class LevelTests(unittest.TestCase):
    RICH = "\n".join([
        "figures:", "  bijstand: { value: 9.5, unit: '%', source: kwb }", "  koop: { value: 29, unit: '%', source: oud }", "parts:",
        "  - code: A", "    figures: { koop: 30.1, bijstand: 9.1, huur: { unknown: not-published } }", "    figures: { bijstand: 9.1, koop: 30.1 }"]) + "\n"
    POOR = "figures:\n  bijstand: { value: 3, unit: '%', source: kwb }\n  koop: { unknown: not-published, source: kwb }\n"

    def test_a_figure_few_areas_have_goes_from_area_and_parts(self):
        names = rare([self.RICH, self.POOR, self.POOR])
        self.assertEqual(names, {"koop"})
        self.assertEqual(levelled(self.POOR, names), self.POOR)
        lines = levelled(self.RICH, names).splitlines()
        self.assertEqual(lines[1:3], ["  bijstand: { value: 9.5, unit: '%', source: kwb }", "  koop: { unknown: not-published, source: oud }"])
        self.assertEqual(lines[5:], ["    figures: { bijstand: 9.1, huur: { unknown: not-published } }", "    figures: { bijstand: 9.1 }"])

    def test_a_figure_of_parts_only_counts_too(self):
        self.assertEqual(rare([self.RICH.replace("huur: {", "leeg: 4, huur: {"), self.POOR, self.POOR]), {"koop", "leeg"})

    def test_half_of_the_areas_is_enough(self):
        self.assertEqual(rare([self.RICH, self.POOR]), set())


class DescriptionTests(unittest.TestCase):
    def test_heading_note_and_source_go(self):
        text = "# Title\n\nNote.\n\n## a-b\n\nA place\nby a river. [memory]\n\n## c\n\nA town. (rochdale.nl, page; otherwise [memory])\n"
        self.assertEqual(descriptions(text), {"a-b": "A place by a river.", "c": "A town."})


if __name__ == "__main__":
    unittest.main()
