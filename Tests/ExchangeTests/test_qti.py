"""QTI 3 packages, opened and marked by programs of others. Run: make exchange-tests

The schemas of 1EdTech are not to be had from PyPI or Debian. So a package is read by a converter that knows QTI 3 and makes QTI 2.1 of
it, and that is opened by an engine for QTI 2.1 (pyslet): it must find no fault, takes responses and works out scores, which must be
those that the program itself gives. Neither looks at everything: parts, their order, attributes and names are checked here, after
the specification (1EdTech, "Question and Test Interoperability (QTI): Assessment, Section and Item Information Model", version 3.0).
"""

import json
import random
import re
import subprocess
import sys
import unittest
import warnings
import zipfile

import pyslet.qtiv2.xml as qti
from lxml import etree
from program import Folder, analyst, cases, definition
from pyslet.qtiv2 import expressions, interactions, variables

SPACE = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
PACKAGE = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
# Parts in the order in which the specification wants them, with how often they may come.
ORDER = {
    "qti-assessment-test": ["qti-test-part"],
    "qti-test-part": ["qti-assessment-section"],
    "qti-assessment-section": ["qti-rubric-block", "qti-assessment-item-ref"],
    "qti-rubric-block": ["qti-content-body"],
    "qti-assessment-item": [
        "qti-response-declaration", "qti-outcome-declaration", "qti-item-body", "qti-response-processing"],
    "qti-response-declaration": ["qti-correct-response", "qti-mapping"],
    "qti-correct-response": ["qti-value"],
    "qti-mapping": ["qti-map-entry"],
    "qti-choice-interaction": ["qti-prompt", "qti-simple-choice"],
    "qti-match-interaction": ["qti-prompt", "qti-simple-match-set"],
    "qti-simple-match-set": ["qti-simple-associable-choice"],
    "qti-extended-text-interaction": ["qti-prompt"],
}
REQUIRED = {
    "qti-assessment-test": {"identifier", "title"},
    "qti-test-part": {"identifier", "navigation-mode", "submission-mode"},
    "qti-assessment-section": {"identifier", "title", "visible"},
    "qti-rubric-block": {"view", "use"},
    "qti-assessment-item-ref": {"identifier", "href"},
    "qti-assessment-item": {"identifier", "title", "time-dependent"},
    "qti-response-declaration": {"identifier", "cardinality", "base-type"},
    "qti-outcome-declaration": {"identifier", "cardinality", "base-type"},
    "qti-map-entry": {"map-key", "mapped-value"},
    "qti-choice-interaction": {"response-identifier"},
    "qti-match-interaction": {"response-identifier"},
    "qti-extended-text-interaction": {"response-identifier"},
    "qti-simple-choice": {"identifier"},
    "qti-simple-associable-choice": {"identifier", "match-max"},
}
ALLOWED = {
    "qti-assessment-item": {"adaptive", "{http://www.w3.org/XML/1998/namespace}lang"},
    "qti-outcome-declaration": {"normal-maximum"},
    "qti-mapping": {"lower-bound", "upper-bound", "default-value"},
    "qti-choice-interaction": {"max-choices"},
    "qti-match-interaction": {"max-associations"},
    "qti-extended-text-interaction": {"expected-lines"},
    "qti-response-processing": {"template"},
}
TEXT = {"p", "li", "h3", "qti-prompt", "qti-value"}


class QTITest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")

    def exported(self, book, case, language):
        path = Folder(self) / "case.zip"
        analyst("casebook", "export", book, case, "--format", "qti", "--lang", language, "-o", str(path))
        return path

    # What the specification says

    def test_every_package_is_as_the_specification_says(self):
        for number, (book, case) in enumerate(cases()):
            with self.subTest(case=case):
                with zipfile.ZipFile(self.exported(book, case, ["nl", "en"][number % 2])) as package:
                    self.assertIsNone(package.testzip())
                    self.manifest(package)
                    for name in package.namelist()[1:]:
                        self.file(etree.fromstring(package.read(name)))

    def manifest(self, package):
        names = package.namelist()
        self.assertEqual(names[0], "imsmanifest.xml", "at the root of the package")
        root = etree.fromstring(package.read(names[0]))
        self.assertEqual(root.tag, PACKAGE + "manifest")
        self.assertEqual([part.tag for part in root], [PACKAGE + tag for tag in ("metadata", "organizations", "resources")])
        self.assertEqual(root.findtext(f"{PACKAGE}metadata/{PACKAGE}schema"), "QTI Package")
        self.assertEqual(root.findtext(f"{PACKAGE}metadata/{PACKAGE}schemaversion"), "3.0.0")
        resources = root.findall(f"{PACKAGE}resources/{PACKAGE}resource")
        identifiers = [resource.get("identifier") for resource in resources]
        self.assertEqual(len(set(identifiers)), len(identifiers))
        for identifier in [root.get("identifier"), *identifiers]:
            self.assertRegex(identifier, IDENTIFIER)
        self.assertEqual(
            [resource.get("type") for resource in resources],
            ["imsqti_test_xmlv3p0"] + ["imsqti_item_xmlv3p0"] * (len(resources) - 1))
        files = [file.get("href") for file in root.iter(PACKAGE + "file")]
        self.assertEqual(files, names[1:], "each file is named once")
        self.assertEqual([resource.get("href") for resource in resources], files)
        for dependency in root.iter(PACKAGE + "dependency"):
            self.assertIn(dependency.get("identifierref"), identifiers)

    def file(self, root):
        identifiers = []
        for element in root.iter():
            self.assertTrue(element.tag.startswith(SPACE), element.tag)
            tag = element.tag.removeprefix(SPACE)
            attributes = set(element.keys())
            required = REQUIRED.get(tag, set())
            self.assertEqual(required - attributes, set(), tag)
            self.assertEqual(attributes - required - ALLOWED.get(tag, set()), set(), tag)
            if tag in ORDER:
                places = [ORDER[tag].index(child.tag.removeprefix(SPACE)) for child in element]
                self.assertEqual(places, sorted(places), f"the parts of {tag} in order")
            if tag not in TEXT | {"qti-simple-choice", "qti-simple-associable-choice"}:
                self.assertFalse((element.text or "").strip(), f"no text in {tag}")
            if "identifier" in attributes:
                self.assertRegex(element.get("identifier"), IDENTIFIER)
            if tag in ("qti-simple-choice", "qti-simple-associable-choice"):
                identifiers.append(element.get("identifier"))
                self.assertTrue("".join(element.itertext()).strip())
        self.assertEqual(len(set(identifiers)), len(identifiers), "choices are told apart")
        for declaration in root.iter(SPACE + "qti-response-declaration"):
            keys = [entry.get("map-key") for entry in declaration.iter(SPACE + "qti-map-entry")]
            self.assertEqual(len(set(keys)), len(keys), "each choice is worth one thing")
            values = [value.text for value in declaration.iter(SPACE + "qti-value")]
            self.assertEqual(set(values) - set(keys), set())
            for key in keys:
                self.assertEqual(set(key.split()) - set(identifiers), set(), "what is marked can be chosen")

    def test_a_slip_in_an_item_is_told(self):
        with zipfile.ZipFile(self.exported("acht-gebieden", "overvecht", "en")) as package:
            item = package.read("items/item-signalen.xml").decode()
            test = package.read("test.xml").decode()
        for text in (item, test):
            self.file(etree.fromstring(text.encode()))
        for text, old, new in [
                (item, "qti-prompt>", "qti-prmpt>"), (item, "max-choices=", "max-choice="), (item, 'cardinality="multiple" ', ""),
                (item, 'identifier="option-2"', 'identifier="option-1"'), (item, 'map-key="option-11" ', ""),
                (item, 'map-key="option-2"', 'map-key="option-1"'), (item, 'map-key="option-2"', 'map-key="option-77"'),
                (item, "<qti-value>option-11<", "<qti-value>option-77<"), (item, 'identifier="option-3"', 'identifier="3 x"'),
                (item, "<qti-choice-interaction", "loose<qti-choice-interaction"),
                (item, "</qti-mapping>", "</qti-mapping><qti-correct-response/>"), (test, ' view="candidate"', ""),
                (test, "<qti-test-part", "<qti-content-body/><qti-test-part"), (test, ' title="', ' name="')]:
            with self.subTest(slip=new or old):
                self.assertIn(old, text)
                with self.assertRaises((AssertionError, KeyError, ValueError)):
                    self.file(etree.fromstring(text.replace(old, new).encode()))

    # What an engine of others says

    def items(self, book, case, language="en"):
        """The items as QTI 2.1, each opened by the engine; and the numbers of choices, by the name of the exercise."""
        path = self.exported(book, case, language)
        folder = Folder(self)
        done = subprocess.run(
            [sys.executable, "-m", "qti_convert.cli", "downgrade", str(path), str(folder / "older.zip")],
            capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        said = [line for line in done.stderr.splitlines() + done.stdout.splitlines() if "warning" in line]
        # The purpose of a rubric block is the one thing that QTI 2.1 does not know.
        self.assertEqual([line for line in said if '"use" on qti-rubric-block' not in line], [])
        items = {}
        with zipfile.ZipFile(folder / "older.zip") as package:
            for name in package.namelist():
                if name.startswith("items/"):
                    (folder / "item.xml").write_bytes(package.read(name))
                    document = qti.QTIDocument()
                    with open(folder / "item.xml", "rb") as file, self.assertNoLogs(level="WARNING"):
                        document.read(src=file)
                    items[name.removeprefix("items/item-").removesuffix(".xml")] = document.root
        return items

    @staticmethod
    def score(item, response):
        """What the engine gives for a response, by the mapping of the item."""
        state = variables.ItemSessionState(item)
        state.begin_session()
        state["RESPONSE"].set_value(response or None)
        rule = expressions.MapResponse(None)
        rule.identifier = "RESPONSE"
        return rule.evaluate(state).value or 0.0

    def test_an_engine_gives_the_right_answer_all_points_and_no_answer_none(self):
        marked = 0
        for book, case in cases():
            points = {exercise["exercise"]: exercise["points"] for exercise in definition(book, case)["exercises"]}
            for name, item in self.items(book, case).items():
                with self.subTest(case=case, exercise=name):
                    self.assertIsInstance(item, qti.items.AssessmentItem)
                    if list(item.find_children_depth_first(interactions.ExtendedTextInteraction)):
                        self.assertEqual(item.declarations["RESPONSE"].baseType, variables.BaseType.string)
                        continue
                    state = variables.ItemSessionState(item)
                    state.begin_session()
                    right = state["RESPONSE.CORRECT"].value
                    self.assertAlmostEqual(self.score(item, right), points[name], delta=0.02)
                    self.assertEqual(self.score(item, {}), 0)
                    marked += 1
        self.assertGreater(marked, 30)

    def test_an_engine_marks_random_answers_as_the_program_does(self):
        chance = random.Random(21)
        for book, case in [("acht-gebieden", "overvecht"), ("acht-gebieden", "leeuwarden-oost"), ("korte-oefeningen", "panden-tilburg")]:
            items = self.items(book, case)
            # Of lines of which one option can be picked, numbers alone do not say what fits together.
            choices = {}
            for name, item in items.items():
                if list(item.find_children_depth_first(interactions.ChoiceInteraction)):
                    state = variables.ItemSessionState(item)
                    state.begin_session()
                    right = [int(choice.split("-")[1]) for choice in state["RESPONSE.CORRECT"].value]
                    count = len(list(item.find_children_depth_first(interactions.SimpleChoice)))
                    choices[name] = (right, count)
            for attempt in range(4):
                picks = {}
                for name, (right, count) in choices.items():
                    some = [number for number in right if chance.random() < 0.6]
                    picks[name] = sorted(set(some) | set(chance.sample(range(1, count + 1), min(attempt, count))))
                file = Folder(self) / "answers.yaml"
                lines = []
                for exercise in definition(book, case)["exercises"]:
                    lines += [str(number) for number in picks.get(exercise["exercise"], [])] + [""]
                analyst("casebook", "exercise", book, case, "--answers", str(file), "--lang", "en", text="\n".join(lines + ["y", ""]))
                mark = json.loads(analyst("casebook", "mark", book, case, str(file), "--format", "json"))
                for part in mark["parts"]:
                    name = part["exercise"]
                    if name in picks:
                        with self.subTest(case=case, exercise=name, picks=picks[name]):
                            given = self.score(items[name], {f"option-{number}": 1 for number in picks[name]})
                            self.assertAlmostEqual(given, part["points"], delta=0.02)


if __name__ == "__main__":
    unittest.main()
