"""Moodle XML against what Moodle asks of an import. Run: make exchange-tests

Moodle publishes no schema. What is checked here is what its importer looks at, as its documentation of the format says
(docs.moodle.org, "Moodle XML format"): the types of question with their parts, grades of a fixed list that add up to a hundred,
formats of texts, and numbers where numbers belong. Beside that a reader of others opens each file.
"""

import unittest

from lxml import etree, html
from moodle_xml_parser.parser import parse_file
from program import Folder, analyst, cases, definition

# The grades that a choice can have, in percent; an import refuses others.
GRADES = [
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0]
COMMON = {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden"}
PARTS = {
    "description": COMMON,
    "essay": COMMON | {"responseformat", "responserequired", "responsefieldlines"},
    "multichoice": COMMON | {"single", "shuffleanswers", "answernumbering", "answer"},
    "matching": COMMON | {"shuffleanswers", "subquestion"},
}


class MoodleTest(unittest.TestCase):
    def exported(self, book, case, language):
        path = Folder(self) / "case.xml"
        analyst("casebook", "export", book, case, "--format", "moodle", "--lang", language, "-o", str(path))
        return path

    def test_every_case_is_as_an_import_wants_it(self):
        for number, (book, case) in enumerate(cases()):
            with self.subTest(case=case):
                path = self.exported(book, case, ["nl", "en"][number % 2])
                root = etree.parse(str(path)).getroot()
                self.assertEqual(root.tag, "quiz")
                questions = root.findall("question")
                self.assertEqual(len(questions), len(root), "nothing but questions")
                self.assertEqual([q.get("type") for q in questions[:2]], ["category", "description"])
                self.assertTrue(questions[0].findtext("category/text").startswith("$course$/top/"))
                exercises = definition(book, case)["exercises"]
                self.assertEqual(
                    [float(q.findtext("defaultgrade")) for q in questions[2:]], [e["points"] for e in exercises])
                for question in questions[1:]:
                    self.check(question)

    def check(self, question):
        kind = question.get("type")
        self.assertIn(kind, PARTS)
        self.assertEqual({part.tag for part in question} - PARTS[kind], set())
        self.assertEqual(PARTS[kind] - {part.tag for part in question}, set())
        self.assertTrue(question.findtext("name/text").strip())
        self.text(question.find("questiontext"))
        self.assertGreaterEqual(float(question.findtext("defaultgrade")), 0)
        self.assertEqual((question.findtext("penalty"), question.findtext("hidden")), ("0", "0"))
        if kind == "multichoice":
            self.assertEqual(question.findtext("single"), "false")
            self.assertIn(question.findtext("answernumbering"), ["none", "abc", "ABCD", "123", "iii", "IIII"])
            grades = [float(answer.get("fraction")) for answer in question.findall("answer")]
            self.assertGreaterEqual(len(grades), 2)
            for grade in grades:
                self.assertIn(abs(grade), GRADES)
            # Moodle rounds the sum to hundredths, and wants a hundred percent.
            self.assertEqual(round(sum(grade for grade in grades if grade > 0) / 100, 2), 1)
            texts = [answer.findtext("text") for answer in question.findall("answer")]
            self.assertEqual(len(set(texts)), len(texts), "no two choices read the same")
            for answer in question.findall("answer"):
                self.text(answer)
        if kind == "matching":
            pairs = question.findall("subquestion")
            self.assertGreaterEqual(len([pair for pair in pairs if pair.findtext("text")]), 2)
            self.assertGreaterEqual(len({pair.findtext("answer/text") for pair in pairs}), 2)
            for pair in pairs:
                self.text(pair)
                self.assertTrue(pair.findtext("answer/text").strip())
        if kind == "essay":
            self.assertIn(question.findtext("responseformat"), ["editor", "editorfilepicker", "plain", "monospaced", "noinline"])
            self.assertIn(question.findtext("responserequired"), ["0", "1"])
            self.assertGreater(int(question.findtext("responsefieldlines")), 0)

    def test_a_slip_in_a_question_is_told(self):
        path = self.exported("acht-gebieden", "zaanstad-oost", "en")
        text = path.read_text()

        def check(changed):
            for question in etree.fromstring(changed.encode()).findall("question")[1:]:
                self.check(question)

        check(text)
        for old, new in [
                ("<single>false</single>", ""), ("<single>false", "<single>true"), ('type="essay"', 'type="esay"'),
                ("<penalty>0", "<penalty>1"), ("<responseformat>editor", "<responseformat>word"),
                ('format="html"', 'format="htm"'), ("<answernumbering>none", "<answernumbering>I"),
                ("&lt;p&gt;", "&lt;script&gt;"), ('fraction="33.33333"', 'fraction="37"'), ('fraction="33.33333"', 'fraction="25"')]:
            with self.subTest(slip=new or old):
                self.assertIn(old, text)
                with self.assertRaises(AssertionError):
                    check(text.replace(old, new))

    def text(self, element):
        """A text in HTML that is well-formed by itself and calls for nothing from elsewhere."""
        self.assertEqual(element.get("format"), "html")
        fragment = html.fragment_fromstring(element.findtext("text"), create_parent="div")
        tags = {part.tag for part in fragment.iter() if isinstance(part.tag, str)}
        self.assertEqual(tags - {"div", "p", "ul", "li", "h3"}, set())

    def test_a_reader_of_others_finds_each_choice_with_its_grade(self):
        for book, case in [("acht-gebieden", "overvecht"), ("acht-gebieden", "zaanstad-oost"), ("korte-oefeningen", "geld-arnhem")]:
            with self.subTest(case=case):
                path = self.exported(book, case, "en")
                root = etree.parse(str(path)).getroot()
                written = [q for q in root if q.get("type") == "multichoice"]
                read = parse_file(str(path))["multichoice"]
                self.assertEqual([q.name for q in read], [q.findtext("name/text") for q in written])
                for ours, theirs in zip(written, read):
                    self.assertEqual(
                        [int(option.score_fraction) for option in theirs.options],
                        [int(float(answer.get("fraction"))) for answer in ours.findall("answer")], "in whole percents")


if __name__ == "__main__":
    unittest.main()
