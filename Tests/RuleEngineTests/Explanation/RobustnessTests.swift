import RuleEngine
import TestSupport
import Testing

/// The smallest changes that undo a finding or bring it about.
@Suite struct RobustnessTests {
    static let apple = FindingID(template: "fruit", key: ["apple"])
    static let scale = InputScale(fixedTemplates: ["link", "label"])

    /// `x = 2, basket:apple size 1; y = 0`: alternatives in order, changes of one alternative by `,`.
    static func text(_ robustness: Robustness) -> String {
        robustness.alternatives.map { alternative in
            alternative.changes.map(text).joined(separator: ", ")
        }.joined(separator: "; ")
    }

    static func text(_ change: InputChange) -> String {
        switch change {
        case .value(let slot, let value): "\(slot.path) = \(value.text)"
        case .unknown(let slot): "\(slot.path) = ?"
        case .present(let finding): "+\(finding)"
        case .absent(let finding): "-\(finding)"
        case .field(let finding, let name, let value): "\(finding) \(name) \(value.text)"
        }
    }

    @Test(arguments: [
        ("a: x > 2 => fruit: { kind: apple }", "x = 4", "x = 2"),
        ("a: x >= 2 => fruit: { kind: apple }", "x = 4", "x = 1"),
        ("a: x > 2 ;; y > 1 => fruit: { kind: apple }", "x = 4, y = 2", "y = 1; x = 2"),
        ("a: x > 2 and y > 1 => fruit: { kind: apple }", "x = 4, y = 2", "y = 1; x = 2"),
        ("a: x > 2 or y > 1 => fruit: { kind: apple }", "x = 4, y = 2", "x = 2, y = 1"),
        ("a: x > 2 * y => fruit: { kind: apple }", "x = 3, y = 1", "x = 2; y = 2"),
        ("a: x + y > 1 => fruit: { kind: apple }", "x = 4, y = 4", "x = 0, y = 1"),
        ("a: x > 3 => fruit: { kind: apple }\nb: x > 1 => fruit: { kind: apple }", "x = 4", "x = 1"),
        ("a: ripe => fruit: { kind: apple }", "ripe = true", "ripe = false"),
        ("a: { basket: b, kind: pear } => fruit: { kind: apple }", "basket:pear, basket complete", "-basket:pear"),
        (
            "a: { basket: b, kind: pear, where: b.size > 1 } => fruit: { kind: apple }",
            "basket:pear size 3, basket complete", "-basket:pear"
        ),
        (
            "a: { absent: { basket: b, kind: pear } } => fruit: { kind: apple }", "basket complete", "+basket:pear"
        ),
        (
            "a: x > 2 => fruit: { kind: pear, weight: 1 }\nb: y > 1 => fruit: { kind: pear, weight: 3 }\n"
                + "c: { fruit: f, kind: pear, where: f.weight >= 2 } => fruit: { kind: apple }",
            "x = 3, y = 2", "y = 1"
        ),
    ])
    func `a finding is undone by the fewest inputs, then the least change`(
        rules: String, inputs: String, expected: String
    ) throws {
        let session = try Orchard(rules).session(inputs)
        let robustness = session.robustness(of: Self.apple, scale: Self.scale)
        #expect(robustness.goal == .undo)
        #expect(!robustness.isCutOff)
        #expect(Self.text(robustness) == expected)
    }

    @Test(arguments: [
        ("a: x > 2 => fruit: { kind: apple }", "x = 1", "x = 3"),
        ("a: x between 1 and 2 => fruit: { kind: apple }", "x = 4", "x = 2"),
        ("a: x > 2 ;; y > 1 => fruit: { kind: apple }", "x = 4, y = 0", "y = 2"),
        ("a: x > 2 ;; y > 1 => fruit: { kind: apple }", "x = 0, y = 0", "x = 3, y = 2"),
        ("a: x > 3 => fruit: { kind: apple }\nb: y > 3 => fruit: { kind: apple }", "x = 1, y = 2", "y = 4; x = 4"),
        ("a: ripe and dry => fruit: { kind: apple }", "ripe = true, dry = false", "dry = true"),
        ("a: not(ripe) => fruit: { kind: apple }", "ripe = true", "ripe = false"),
        ("a: ripe => fruit: { kind: apple }", "", "ripe = true"),
        ("a: { absent: { basket: b } } => fruit: { kind: apple }", "basket:pear, basket complete", "-basket:pear"),
        (
            "a: x > 2 => fruit: { kind: pear }\nb: { fruit: f, kind: pear } ;; y > 1 => fruit: { kind: apple }",
            "x = 2, y = 2", "x = 3"
        ),
        ("a: x > 4 => fruit: { kind: apple }", "x = 1", ""),
        ("a: not(x > 2) => fruit: { kind: apple }", "x = null", "x = 1"),
        ("a: \(turning) => fruit: { kind: = t }", "x = 1", "x = 3"),
        ("a: \(turning) ;; t = \"apple\" => fruit: { kind: apple }", "x = 1", "x = 3"),
        (
            "a: \(turning) ;; { link: l, start: = t } => fruit: { kind: apple }",
            "x = 1, link:apple/pear, link complete",
            "x = 3"
        ),
        (
            "a: \(turning) ;; { exists: { link: l, start: = t } } => fruit: { kind: apple }",
            "x = 1, link:apple/pear, link complete", "x = 3"
        ),
        (
            "a: \(rising) ;; { exists: { link: l, start: = t } } => fruit: { kind: apple }",
            "x = 1, link:apple/pear, link complete", "x = 3"
        ),
        ("a: (if x < y then x + 2 >= y else y <= 2) => fruit: { kind: apple }", "x = 0, y = 3", "x = 1; y = 2"),
    ])
    func `a finding that is not there is brought about by the fewest inputs`(
        rules: String, inputs: String, expected: String
    ) throws {
        let session = try Orchard(rules).session(inputs)
        let robustness = session.robustness(of: Self.apple, scale: Self.scale)
        #expect(robustness.goal == .bringAbout)
        #expect(Self.text(robustness) == expected)
    }

    /// A table that gives a plum, and an apple where x is larger; one that gives nothing, and an apple there.
    private static let turning =
        "{ table: { policy: F, inputs: [x], outputs: [{ name: o, codes: fruits }], "
        + "rows: \"> 2 | apple\\n- | plum\", as: t } }"
    private static let rising =
        "{ table: { policy: F, inputs: [x], outputs: [{ name: o, codes: fruits }], "
        + "rows: \"> 2 | apple\", as: t } }"

    @Test func `two values move to where each turns something, when neither is enough`() throws {
        let rules = "a: (if x - y < 0 then x - y <= 2 else y <= 2) => fruit: { kind: apple }"
        let robustness = try Orchard(rules).session("x = 0, y = 0").robustness(of: Self.apple, scale: Self.scale)
        #expect(robustness.alternatives.first.map { $0.changes.map(Self.text) } == ["x = 3", "y = 3"])
    }

    @Test func `what is not known may hide where something turns`() throws {
        let scale = InputScale(fixedSlots: [.init(name: "y")])
        let session = try Orchard("a: not(x * y > 6) => fruit: { kind: apple }").session("x = 3")
        #expect(Self.text(session.robustness(of: Self.apple, scale: scale)) == "x = 1")
    }

    @Test func `a size that nobody gave may be one that undoes a finding`() throws {
        let rules =
            "a: { every: { basket: b, kind: apple, where: b.size > x, satisfies: b.size < 1 } } => fruit: { kind: apple }"
        let robustness = try Orchard(rules).session("x = 3, basket complete").robustness(
            of: Self.apple, scale: Self.scale)
        #expect(Self.text(robustness).hasPrefix("x = 2, +basket:apple"))
    }

    @Test func `a scale of the caller decides which change is the least`() throws {
        let session = try Orchard("a: x > 2 ;; y > 1 => fruit: { kind: apple }").session("x = 4, y = 2")
        let spreads: [RecordSchema.Slot: FEELNumber] = [.init(name: "x"): 8, .init(name: "y"): 1]
        let robustness = session.robustness(of: Self.apple, scale: InputScale(spreads: spreads))
        #expect(Self.text(robustness) == "x = 2; y = 1")
        #expect(robustness.alternatives.first?.size == FEELNumber("0.25"))
    }

    @Test func `the value stands one step past the threshold`() throws {
        let session = try Orchard("a: x > 2 => fruit: { kind: apple }").session("x = 1.5")
        #expect(Self.text(session.robustness(of: Self.apple)) == "x = 2.1")
        let steps: [RecordSchema.Slot: FEELNumber] = [.init(name: "x"): FEELNumber("0.01") ?? .one]
        #expect(Self.text(session.robustness(of: Self.apple, scale: InputScale(steps: steps))) == "x = 2.01")
    }

    @Test func `what is fixed does not change`() throws {
        let session = try Orchard("a: x > 2 ;; y > 1 => fruit: { kind: apple }").session("x = 4, y = 2")
        let scale = InputScale(fixedSlots: [.init(name: "y")])
        #expect(Self.text(session.robustness(of: Self.apple, scale: scale)) == "x = 2")
        let both = InputScale(fixedSlots: [.init(name: "x"), .init(name: "y")])
        #expect(session.robustness(of: Self.apple, scale: both).alternatives.isEmpty)
    }

    @Test func `a search that meets its limit says so`() throws {
        let session = try Orchard("a: x > 2 or y > 1 or ripe => fruit: { kind: apple }").session(
            "x = 4, y = 2, ripe = true")
        let cut = session.robustness(of: Self.apple, limits: RobustnessLimits(runs: 2))
        #expect(cut.isCutOff && cut.alternatives.isEmpty && cut.runs == 2)
        let whole = session.robustness(of: Self.apple)
        #expect(!whole.isCutOff && Self.text(whole) == "x = 2, y = 1, ripe = false")
        let narrow = session.robustness(of: Self.apple, limits: RobustnessLimits(inputs: 2))
        #expect(narrow.alternatives.isEmpty)
    }

    @Test func `a circle of many facts is searched in good time, and says that a change may be missing`() throws {
        let stops = (0..<8).map { "  - { code: s\($0), title: { nl: s\($0), en: s\($0) } }\n" }.joined()
        let world = SourceFile(
            name: "stops.yaml", text: "vocabulary: stops\ntitle: { nl: Haltes, en: Stops }\ncodes:\n" + stops)
        let templates = SourceFile(
            name: "trips.yaml",
            text: """
                templates:
                  - template: line
                    title: { nl: lijn, en: line }
                    input: true
                    key: { start: { vocabulary: stops }, end: { vocabulary: stops } }
                  - template: trip
                    title: { nl: reis, en: trip }
                    key: { start: { vocabulary: stops }, end: { vocabulary: stops } }
                """)
        let rules = """
            a: { line: l } => trip: { start: = l.start, end: = l.end }
            b: { trip: t } ;; { line: l, start: = t.end } => trip: { start: = t.start, end: = l.end }
            """
        let orchard = Orchard(files: Orchard.world + [world, templates, Orchard.ruleSet(rules)])
        try #require(orchard.errors == [])
        let session = try orchard.session("line complete")
        let finding = FindingID(template: "trip", key: ["s0", "s1"])
        let fixed = session.robustness(of: finding, scale: InputScale(fixedTemplates: ["line"]))
        #expect(fixed.isCutOff && fixed.alternatives.isEmpty)
        let free = session.robustness(of: finding, limits: RobustnessLimits(inputs: 1, alternatives: 1))
        #expect(Self.text(free) == "+line:s0,s1")
    }

    @Test func `what a person decided is not undone by inputs`() throws {
        let session = try Orchard("a: x > 2 => fruit: { kind: apple }").session("x = 4, +fruit:pear, -fruit:apple")
        #expect(session.robustness(of: FindingID(template: "fruit", key: ["pear"])).alternatives.isEmpty)
        #expect(session.robustness(of: Self.apple).alternatives.isEmpty)
    }

    // MARK: Against every change

    /// More seeds are tried when the environment asks for it.
    private static let seeds: [UInt64] = FullRuns.isAsked ? Array(1...60) : [5, 12, 20, 31, 45]

    @Test(arguments: seeds, [(inputs: 2, findings: 60), (inputs: 3, findings: 18)])
    func `on random rule sets no change is smaller than the one that is found`(
        seed: UInt64, size: (inputs: Int, findings: Int)
    ) throws {
        let (inputs, findings) = size
        var generator = try RuleSetGenerator(seed: seed, onlyListedValues: true)
        var random = SeededGenerator(seed: 8)
        var judged = 0
        var missed: [String] = []
        while judged < findings {
            let sample = generator.next()
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else { continue }
            let completions = Completions(of: sample.inputs, for: orchard.ruleBase)
            let complete = try #require(completions.inputs(atMost: 1, using: &random).first)
            let session = Session(orchard.ruleBase, complete)
            let all = AllChanges(session, atMost: inputs)
            for fruit in AllChanges.fruits {
                let isFound = session.state(of: fruit) == .found
                let limits = RobustnessLimits(inputs: inputs, runs: 2_000, alternatives: 1)
                let result = session.robustness(of: fruit, scale: Self.scale, limits: limits)
                let best = all.smallest(fruit) { isFound ? $0 != .found : $0 == .found }
                judged += 1
                let first = result.alternatives.first
                if first?.changes.count == best?.changes.count, first?.size == best?.size { continue }
                let wanted = best.map { $0.changes.map(Self.text).joined(separator: ", ") } ?? "nothing"
                missed.append(
                    "\(fruit) \(result.goal): \(Self.text(result)), not \(wanted)\n\(complete)\n\(sample.rules)")
            }
        }
        #expect(missed == [])
    }
}
