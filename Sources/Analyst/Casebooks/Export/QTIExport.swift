package import RuleEngine

/// A case as a package of IMS Question and Test Interoperability 3: an item for each exercise, a test with the text, and the
/// manifest.
package struct QTIExport {
    private let prepared: PreparedCase
    private let language: Language

    package init(_ prepared: PreparedCase, language: Language) {
        self.prepared = prepared
        self.language = language
    }

    package var bytes: [UInt8] {
        var zip = ZipFile()
        for file in files { zip.add(file.name, file.bytes) }
        return zip.bytes
    }

    /// The files of the package, the manifest first.
    package var files: [(name: String, bytes: [UInt8])] {
        [("imsmanifest.xml", manifest), ("test.xml", test)]
            + prepared.exercises.map { ("items/\(Self.name($0)).xml", item($0)) }
    }

    private static let space = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    private static let matching = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"

    /// A name as XML allows it for an identifier.
    private static func name(_ exercise: Exercise) -> String { "item-\(FileSlug.of(exercise.id))" }

    private var manifest: [UInt8] {
        var xml = XMLText()
        xml.element(
            "manifest",
            [
                "xmlns": "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
                "identifier": "manifest-\(prepared.case.id)",
            ]
        ) { xml in
            xml.element("metadata") { xml in
                xml.element("schema", text: "QTI Package")
                xml.element("schemaversion", text: "3.0.0")
            }
            xml.element("organizations")
            xml.element("resources") { xml in
                xml.element(
                    "resource", ["identifier": "test", "type": "imsqti_test_xmlv3p0", "href": "test.xml"]
                ) { xml in
                    xml.element("file", ["href": "test.xml"])
                    for exercise in prepared.exercises {
                        xml.element("dependency", ["identifierref": Self.name(exercise)])
                    }
                }
                for exercise in prepared.exercises {
                    let path = "items/\(Self.name(exercise)).xml"
                    xml.element(
                        "resource", ["identifier": Self.name(exercise), "type": "imsqti_item_xmlv3p0", "href": path]
                    ) { $0.element("file", ["href": path]) }
                }
            }
        }
        return xml.bytes
    }

    private var test: [UInt8] {
        var xml = XMLText()
        xml.element(
            "qti-assessment-test",
            ["xmlns": Self.space, "identifier": "test-\(prepared.case.id)", "title": prepared.case.title[language]]
        ) { xml in
            xml.element(
                "qti-test-part",
                ["identifier": "part", "navigation-mode": "nonlinear", "submission-mode": "simultaneous"]
            ) { xml in
                xml.element(
                    "qti-assessment-section",
                    ["identifier": "section", "title": prepared.case.title[language], "visible": "true"]
                ) { xml in
                    xml.element("qti-rubric-block", ["use": "instructions", "view": "candidate"]) { xml in
                        xml.element("qti-content-body") { paragraphs(&$0) }
                    }
                    for exercise in prepared.exercises {
                        xml.element(
                            "qti-assessment-item-ref",
                            ["identifier": Self.name(exercise), "href": "items/\(Self.name(exercise)).xml"])
                    }
                }
            }
        }
        return xml.bytes
    }

    private func paragraphs(_ xml: inout XMLText) {
        for passage in prepared.case.passages {
            let text = PassageText(passage, in: prepared.world, language)
            xml.element("h3", text: passage.id.value)
            for paragraph in text.paragraphs { xml.element("p", text: paragraph) }
            let lines = text.figures + text.voices
            if !lines.isEmpty {
                xml.element("ul") { xml in for line in lines { xml.element("li", text: line) } }
            }
            if let origin = text.origin { xml.element("p", text: origin) }
        }
    }

    private func item(_ exercise: Exercise) -> [UInt8] {
        var xml = XMLText()
        xml.element(
            "qti-assessment-item",
            [
                "xmlns": Self.space, "identifier": Self.name(exercise), "title": exercise.title[language],
                "adaptive": "false", "time-dependent": "false", "xml:lang": language.rawValue,
            ]
        ) { xml in
            declare(exercise, &xml)
            xml.element(
                "qti-outcome-declaration",
                [
                    "identifier": "SCORE", "cardinality": "single", "base-type": "float",
                    "normal-maximum": "\(exercise.definition.points.value)",
                ])
            xml.element("qti-item-body") { body(of: exercise, &$0) }
            if !exercise.isMarkedByTrainer { xml.element("qti-response-processing", ["template": Self.matching]) }
        }
        return xml.bytes
    }

    /// What counts for a right answer, and the points of each choice.
    private func declare(_ exercise: Exercise, _ xml: inout XMLText) {
        guard !exercise.isMarkedByTrainer else {
            xml.element(
                "qti-response-declaration", ["identifier": "RESPONSE", "cardinality": "single", "base-type": "string"])
            return
        }
        let key = exercise.key()
        let isMatch = exercise.options.contains { $0.choice != nil }
        let right = Set(exercise.modelPicks(exercise.definition.standard))
        xml.element(
            "qti-response-declaration",
            ["identifier": "RESPONSE", "cardinality": "multiple", "base-type": isMatch ? "directedPair" : "identifier"]
        ) { xml in
            if !right.isEmpty {
                xml.element("qti-correct-response") { xml in
                    for (number, option) in exercise.options.enumerated() where right.contains(option.code) {
                        xml.element("qti-value", text: Self.value(number, option, isMatch, exercise))
                    }
                }
            }
            xml.element(
                "qti-mapping",
                ["lower-bound": "0", "upper-bound": "\(exercise.definition.points.value)", "default-value": "0"]
            ) { xml in
                for (number, option) in exercise.options.enumerated() {
                    xml.element(
                        "qti-map-entry",
                        [
                            "map-key": Self.value(number, option, isMatch, exercise),
                            "mapped-value": Points(hundredths: key[option.code].value).plain,
                        ])
                }
            }
        }
    }

    /// The name of an option: its number, as codes may hold what no identifier may.
    private static func value(_ number: Int, _ option: ExerciseOption, _ isMatch: Bool, _ exercise: Exercise) -> String
    {
        guard isMatch else { return "option-\(number + 1)" }
        let line = exercise.options.firstIndex { $0.choice == option.choice } ?? number
        return "line-\(line + 1) option-\(number - line + 1)"
    }

    private func body(of exercise: Exercise, _ xml: inout XMLText) {
        for material in exercise.material {
            let text = material.text[language]
            xml.element("p", text: material.code.isEmpty ? text : "\(material.code). \(text)")
        }
        if exercise.isMarkedByTrainer {
            xml.element("qti-extended-text-interaction", ["response-identifier": "RESPONSE", "expected-lines": "10"]) {
                $0.element("qti-prompt", text: exercise.question[language])
            }
        } else if exercise.options.contains(where: { $0.choice != nil }) {
            match(exercise, &xml)
        } else {
            xml.element("qti-choice-interaction", ["response-identifier": "RESPONSE", "max-choices": "0"]) { xml in
                xml.element("qti-prompt", text: exercise.question[language])
                for (number, option) in exercise.options.enumerated() {
                    xml.element(
                        "qti-simple-choice", ["identifier": "option-\(number + 1)"], text: option.title[language])
                }
            }
        }
    }

    private func match(_ exercise: Exercise, _ xml: inout XMLText) {
        let lines = ChoiceLine.all(of: exercise, language)
        xml.element(
            "qti-match-interaction", ["response-identifier": "RESPONSE", "max-associations": "\(lines.count)"]
        ) { xml in
            xml.element("qti-prompt", text: exercise.question[language])
            xml.element("qti-simple-match-set") { xml in
                for line in lines {
                    let number = exercise.options.firstIndex { $0.choice == line.code } ?? 0
                    xml.element(
                        "qti-simple-associable-choice", ["identifier": "line-\(number + 1)", "match-max": "1"],
                        text: line.title)
                }
            }
            xml.element("qti-simple-match-set") { xml in
                for (number, option) in (lines.first?.options ?? []).enumerated() {
                    xml.element(
                        "qti-simple-associable-choice",
                        ["identifier": "option-\(number + 1)", "match-max": "\(lines.count)"], text: option.title)
                }
            }
        }
    }
}
