"""The schemas of casebooks, as an editor with a validator of others uses them. Run: make exchange-tests"""

import copy
import json
import unittest

import jsonschema
import yaml
from program import ROOT, analyst


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2: a day is a text."""


CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def schema(kind):
    read = json.loads(analyst("rules", "schema", kind))
    jsonschema.Draft202012Validator.check_schema(read)
    return jsonschema.Draft202012Validator(read)


class SchemaTest(unittest.TestCase):
    def test_every_file_of_every_casebook_keeps_to_its_schema(self):
        for kind, pattern, least in (("casebook", "*/casebook.yaml", 2), ("casebook-case", "*/cases/*.yaml", 28)):
            validator = schema(kind)
            files = sorted((ROOT / "casebooks").glob(pattern))
            self.assertGreaterEqual(len(files), least)
            for file in files:
                faults = [fault.message for fault in validator.iter_errors(yaml.load(file.read_text(), CoreLoader))]
                self.assertEqual(faults, [], file.name)

    def test_a_slip_is_told(self):
        file = ROOT / "casebooks/acht-gebieden/cases/overvecht.yaml"
        right = yaml.load(file.read_text(), CoreLoader)
        validator = schema("casebook-case")

        def wrong(change):
            case = copy.deepcopy(right)
            change(case)
            return [fault.message for fault in validator.iter_errors(case)]

        self.assertEqual(wrong(lambda case: None), [])
        for change in (
                lambda case: case.update(levl=3), lambda case: case.pop("sheet"), lambda case: case.update(date="1 May"),
                lambda case: case["exercises"][0].update(kind="problem"), lambda case: case["exercises"][0].pop("points"),
                lambda case: case["stages"][0]["passages"][0].update(text="Only one language"),
                lambda case: case.update(shows="all")):
            self.assertTrue(wrong(change))


if __name__ == "__main__":
    unittest.main()
