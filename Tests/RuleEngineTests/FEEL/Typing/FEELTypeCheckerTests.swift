import RuleEngine
import Testing

/// What the checker finds in an expression before it runs: each mistake, and beside it what nearly is one.
@Suite struct FEELTypeCheckerTests {
    /// The names of the tests. Of `anything` and of names that are not here nothing is known.
    static let names: [String: FEELType] = [
        "share": .number(in: NumberInterval(low: 0, high: 100)),
        "maybe": FEELType.number(in: NumberInterval(low: 0, high: 100)).orNull,
        "amount": .number, "colour": .strings(["red", "green", "blue"]), "title": .string, "ripe": .boolean,
        "picked": .date, "closing": .time, "age": .daysDuration, "anything": .any, "numbers": .list(of: .number),
        "colours": .list(of: .strings(["red", "green"])), "limit": FEELType(.number(60)),
        "other": FEELType(.number(70)),
        "fruit": .context([.init("kind", .strings(["apple", "pear"])), .init("weight", .number)]),
        "fruits": .list(of: .context([.init("kind", .strings(["apple", "pear"])), .init("weight", .number)])),
    ]

    /// `code "what it marks"`, in order of place.
    private static func findings(in text: String, isCondition: Bool = false) throws -> [String] {
        let scope = FEELDictionaryTypeScope(names)
        let typing = FEELTypeChecker().typing(of: try tree(text), in: scope, isCondition: isCondition)
        return typing.findings.map { finding in
            let marked = text.utf8.dropFirst(finding.range.lowerBound).prefix(finding.range.count)
            return finding.code.dropFirst("feel/".count) + " " + (String(marked) ?? "?")
        }
    }

    @Test(arguments: [
        ("share > \"a\"", ["never-comparable share > \"a\""]),
        ("title > \"a\"", []),
        ("anything > \"a\"", []),
        ("unheard > \"a\"", []),
        ("share = \"67\"", ["never-comparable \"67\""]),
        ("title = \"67\"", []),
        ("maybe = \"67\"", ["never-comparable \"67\""]),
        ("\"67\" < share", ["never-comparable \"67\""]),
        ("ripe > true", ["never-comparable ripe > true"]),
        ("ripe = true", []),
        ("picked < @\"2020-01-01\"", []),
        ("picked < @\"P1D\"", ["never-comparable picked < @\"P1D\""]),
        ("picked - @\"2020-01-01\" > @\"P1D\"", []),
        ("numbers = share", ["never-comparable numbers = share"]),
        ("numbers = []", []),
        ("numbers[1] = share", []),
        ("share > null", ["never-comparable share > null"]),
        ("share between \"a\" and 5", ["never-comparable share between \"a\" and 5"]),
        ("fruit.kind > 3", ["never-comparable fruit.kind > 3"]),
        ("fruit.weight > 3", []),
        ("if ripe then share > 3 else share > \"b\"", ["never-comparable share > \"b\""]),
    ])
    func `values of kinds that never compare`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("share = null", ["never-null share = null"]),
        ("share != null", ["never-null share != null"]),
        ("maybe = null", []),
        ("anything = null", []),
        ("share / amount = null", []),
        ("numbers[1] = null", []),
        ("maybe != null and maybe = null", ["never-null maybe = null"]),
        ("fruit.kind = null", ["never-null fruit.kind = null"]),
    ])
    func `what is never null`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("colour = \"grene\"", ["impossible-value \"grene\""]),
        ("colour = \"green\"", []),
        ("colour != \"purple\"", ["impossible-value \"purple\""]),
        ("title = \"grene\"", []),
        ("colour in (\"red\", \"bleu\")", ["impossible-value \"bleu\""]),
        ("colour in [\"red\", \"bleu\"]", ["impossible-value \"bleu\""]),
        ("colour in (\"red\", \"blue\")", []),
        ("\"blue\" in colours", ["impossible-value \"blue\""]),
        ("\"green\" in colours", []),
        ("fruits[kind = \"aple\"]", ["impossible-value \"aple\""]),
        ("fruits[kind = \"apple\"]", []),
        ("fruits[item.kind = \"aple\"]", ["impossible-value \"aple\""]),
        ("some f in fruits satisfies f.kind = \"aple\"", ["impossible-value \"aple\""]),
        ("count(for f in fruits return f.kind = \"aple\")", ["impossible-value \"aple\""]),
        ("colour = \"red\" and colour = \"blue\"", ["impossible-value \"blue\""]),
        ("colour = \"red\" or colour = \"blue\"", []),
        ("day of week(picked) = \"maandag\"", ["impossible-value \"maandag\""]),
        ("day of week(picked) = \"Monday\"", []),
    ])
    func `a text that cannot occur`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("share > 100", ["never-true share > 100"]),
        ("share >= 100", []),
        ("share <= 100", ["always-true share <= 100"]),
        ("maybe <= 100", []),
        ("maybe > 100", ["never-true maybe > 100"]),
        ("amount > 100", []),
        ("share = 101", ["never-true share = 101"]),
        ("share != 101", ["always-true share != 101"]),
        ("share * 2 > 200", ["never-true share * 2 > 200"]),
        ("share + amount > 200", []),
        ("share between 101 and 200", ["never-true share between 101 and 200"]),
        ("share between 20 and 10", ["empty-range 20 and 10"]),
        ("share in [20..10]", ["empty-range [20..10]"]),
        ("share in [10..20]", []),
        ("share in [101..200]", ["never-true [101..200]"]),
        ("share in (> 100)", ["never-true 100"]),
        ("share between 0 and 20", []),
        ("share in [0..20]", []),
        ("share in (1, 101)", ["never-true 101"]),
        ("share > 50 and share < 40", ["never-true share < 40"]),
        ("share > 50 or share < 40", []),
        ("share > 50 and share < 60", []),
        ("share > 50 and share > 40", ["always-true share > 40"]),
        ("share > 50 or share > 60", ["never-true share > 60"]),
        ("fruit.weight > 5 and fruit.weight < 3", ["never-true fruit.weight < 3"]),
        ("share > limit", []),
        ("share > 60 and share < limit", ["never-true share < limit"]),
        ("limit < other", []),
        ("limit < 50", []),
        ("1 < 2", []),
        ("count(numbers) < 0", ["never-true count(numbers) < 0"]),
        ("count(numbers) = 0", []),
        ("not(share > 100)", ["never-true share > 100"]),
        ("not(share > 50) and share > 60", ["never-true share > 60"]),
        ("every share in numbers satisfies share > 100", []),
    ])
    func `a comparison that always comes out the same`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("if true then 1 else 2", ["unreachable 2"]),
        ("if false then 1 else 2", ["unreachable 1"]),
        ("if ripe then 1 else 2", []),
        ("if ripe then (if ripe then 1 else 2) else 3", ["unreachable 2"]),
        ("if ripe then 1 else if ripe then 2 else 3", ["unreachable 2"]),
        ("if title > \"a\" then 1 else if title > \"a\" then 2 else 3", ["unreachable 2"]),
        ("if title > \"a\" then 1 else if title > \"b\" then 2 else 3", []),
        ("if share > 80 then 3 else if share > 60 then 2 else 1", []),
        ("if share > 60 then 3 else if share > 80 then 2 else 1", ["never-true share > 80"]),
        ("if limit > 50 then 1 else 2", []),
        ("if null then 1 else 2", ["unreachable 1"]),
        ("if anything then 1 else 2", []),
    ])
    func `a branch that is never reached`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("share + \"a\"", ["wrong-operand share + \"a\""]),
        ("title + \"a\"", []),
        ("title + share", ["wrong-operand title + share"]),
        ("title + string(share)", []),
        ("title - \"a\"", ["wrong-operand title - \"a\""]),
        ("picked + @\"P1D\"", []),
        ("picked + 1", ["wrong-operand picked + 1"]),
        ("picked * 2", ["wrong-operand picked * 2"]),
        ("age * 2", []),
        ("anything * 2", []),
        ("-title", ["wrong-operand -title"]),
        ("-age", []),
        ("share / 0", ["division-by-zero share / 0"]),
        ("share / amount", []),
        ("anything + 1 / 0", ["division-by-zero 1 / 0"]),
        ("share + null", ["wrong-operand share + null"]),
        ("share + maybe", []),
    ])
    func `calculating with kinds that do not fit`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("if share then 1 else 2", ["not-boolean share"]),
        ("if share > 5 then 1 else 2", []),
        ("share and ripe", ["not-boolean share"]),
        ("ripe or title", ["not-boolean title"]),
        ("ripe or anything", []),
        ("not(share)", ["not-boolean share"]),
        ("not(ripe)", []),
        ("some n in numbers satisfies n", ["not-boolean n"]),
        ("some n in numbers satisfies n > 1", []),
        ("fruits[kind]", ["not-boolean kind"]),
        ("fruits[weight]", []),
        ("numbers[\"1\"]", ["not-boolean \"1\""]),
        ("numbers[1]", []),
    ])
    func `a condition that is neither true nor false`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test func `a whole condition is true or false`() throws {
        #expect(try Self.findings(in: "share", isCondition: true) == ["not-boolean share"])
        #expect(try Self.findings(in: "share") == [])
        #expect(try Self.findings(in: "share > 5", isCondition: true) == [])
        #expect(try Self.findings(in: "null", isCondition: true) == [])
    }

    @Test(arguments: [
        ("upper case(share)", ["wrong-argument share"]),
        ("upper case(title)", []),
        ("upper case(anything)", []),
        ("upper case([title])", []),
        ("upper case([share])", ["wrong-argument [share]"]),
        ("sqrt(null)", ["wrong-argument null"]),
        ("sqrt(maybe)", []),
        ("sum(numbers)", []),
        ("sum(1, 2)", []),
        ("count(share)", []),
        ("substring(title)", ["wrong-number-of-arguments substring(title)"]),
        ("substring(title, 1)", []),
        ("substring(title, 1, 2, 3)", ["wrong-number-of-arguments substring(title, 1, 2, 3)"]),
        ("substring(string: title, begin: 1)", ["wrong-argument-name substring(string: title, begin: 1)"]),
        ("substring(string: title, start position: 1)", []),
        ("substring(string: title, start position: \"1\")", ["wrong-argument \"1\""]),
        ("date(\"2020-02-30\")", ["failing-call date(\"2020-02-30\")"]),
        ("date(\"2020-02-29\")", []),
        ("date(title)", []),
        ("number(\"twelve\")", ["failing-call number(\"twelve\")"]),
        ("sqrt(-1)", ["failing-call sqrt(-1)"]),
        ("matches(\"a\", \"[\")", ["failing-call matches(\"a\", \"[\")"]),
        ("share(3)", ["not-a-function share"]),
        ("anything(3)", []),
        ("{ f: function(a) a + 1, b: f(1) }", []),
        ("{ f: function(a) a + 1, b: f(1, 2) }", ["wrong-number-of-arguments f"]),
        ("{ a: 1, a: 2 }", ["key-twice { a: 1, a: 2 }"]),
    ])
    func `a call that cannot work`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("share.value", ["no-member share.value"]),
        ("fruit.weigth", ["no-member fruit.weigth"]),
        ("fruit.weight", []),
        ("fruits.weigth", ["no-member fruits.weigth"]),
        ("fruits.weight", []),
        ("anything.weigth", []),
        ("picked.year", []),
        ("picked.hour", ["no-member picked.hour"]),
        ("age.days", []),
        ("fruits[weigth > 3]", ["no-member weigth"]),
        ("fruits[weight > share]", []),
        ("[anything][weigth > 3]", []),
    ])
    func `a part that is not there`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test(arguments: [
        ("@\"2020-13-01\"", ["not-temporal @\"2020-13-01\""]),
        ("@\"2020-12-01\"", []),
        ("@\"P2Y\"", []),
        ("[1..\"a\"]", ["bad-range [1..\"a\"]"]),
        ("[\"a\"..\"b\"]", []),
        ("share in [\"a\"..\"b\"]", ["never-comparable [\"a\"..\"b\"]"]),
        ("title in [\"a\"..\"b\"]", []),
        ("title in (1, 2)", ["never-comparable 1", "never-comparable 2"]),
        ("title in numbers", ["never-comparable numbers"]),
        ("share in numbers", []),
        ("for i in 1..3 return i", []),
        ("for i in \"a\"..\"c\" return i", ["not-steppable \"a\"..\"c\""]),
    ])
    func `literals, ranges and lists`(text: String, findings: [String]) throws {
        #expect(try Self.findings(in: text) == findings)
    }

    @Test func `a near name is suggested and a quoted number shown without quotes`() throws {
        let scope = FEELDictionaryTypeScope(Self.names)
        func hints(_ text: String) throws -> [String] {
            FEELTypeChecker().typing(of: try tree(text), in: scope).findings.map(\.hint.nl)
        }
        #expect(try hints("colour = \"grene\"") == ["bedoelde u 'green'?"])
        #expect(try hints("fruit.weigth") == ["bedoelde u 'weight'?"])
        #expect(try hints("share = \"67\"") == ["schrijf 67 zonder aanhalingstekens"])
        #expect(try hints("colour = \"violet\"") == ["mogelijk zijn: blue, green, red"])
    }

    @Test(arguments: [
        ("share + 1", "number [1..101]"),
        ("share / amount", "number | Null"),
        ("maybe", "number [0..100] | Null"),
        ("if ripe then 1 else \"a\"", "number [1..1] | \"a\""),
        ("for n in numbers return n > 2", "list<boolean>"),
        ("fruits.kind", "list<\"apple\" | \"pear\">"),
        ("fruits[kind = \"apple\"].weight", "list<number>"),
        ("{ a: share, b: a + 1 }", "context<a: number [0..100], b: number [1..101]>"),
        ("[1..5]", "range<number [1..5]>"),
        ("picked - picked", "days and time duration | Null"),
        ("function(a) a", "function<Any> -> Any"),
        ("anything", "Any"),
        ("[]", "list<nothing>"),
        ("max(numbers)", "number | Null"),
        ("anything and false", "false"),
    ])
    func `the type of an expression`(text: String, type: String) throws {
        let typing = FEELTypeChecker().typing(of: try tree(text), in: FEELDictionaryTypeScope(Self.names))
        #expect(typing.type.description == type)
    }
}
