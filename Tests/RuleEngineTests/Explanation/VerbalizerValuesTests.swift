import RuleEngine
import Testing

/// Conditions in words together with the values that they met.
@Suite struct VerbalizerValuesTests {
    @Test(arguments: WordsTable.rows(of: table))
    func `a condition is said with what it met`(row: WordsTable.Row) {
        #expect(Self.words(row.expression, .nl) == row.nl)
        #expect(Self.words(row.expression, .en) == row.en)
    }

    @Test(arguments: [
        ("1 + 2", "1 + 2 is 3", "1 + 2 is 3"),
        ("25 / 2", "25 ÷ 2 is 12,5", "25 ÷ 2 is 12.5"),
        ("2 > 1", "2 is meer dan 1: dit is waar", "2 is more than 1: this is true"),
        ("1 > 2", "1 is meer dan 2: dit is niet waar", "1 is more than 2: this is not true"),
        ("1 / 0", "1 ÷ 0 heeft geen waarde", "1 ÷ 0 has no value"),
        ("1 / 0 > 2", "1 ÷ 0 is meer dan 2: dit heeft geen waarde", "1 ÷ 0 is more than 2: this has no value"),
        ("12.5", "12,5", "12.5"), ("\"a\"", "‘a’", "‘a’"), ("true", "waar", "true"),
        (
            "for i in 1..2 return i * 2", "voor elke i van 1 tot en met 2: i × 2; uitkomst: 2 en 4",
            "for each i from 1 to 2: i × 2; result: 2 and 4"
        ),
        ("upper case(\"a\")", "‘a’ in hoofdletters; uitkomst: ‘A’", "‘a’ in capitals; result: ‘A’"),
        (
            "@\"2020-03-31\" + @\"P1D\"", "31 maart 2020 + 1 dag is 1 april 2020",
            "31 March 2020 + 1 day is 1 April 2020"
        ),
        ("ripe", "ripe is waar", "ripe is true"), ("dry", "dry is niet waar", "dry is not true"),
        (
            "u > 3", "u is meer dan 3: dit is nog niet bekend (nee of ja)",
            "u is more than 3: this is not yet known (no or yes)"
        ),
    ])
    func `an expression is said with its value`(text: String, nl: String, en: String) throws {
        let expression = try #require(FEELParser.parse(text).expression)
        let set = FEELEvaluator().evaluate(expression, in: Self.scope).result.set
        #expect(Verbalizer(WrittenNames(), .nl).answer(expression, set) == nl)
        #expect(Verbalizer(WrittenNames(), .en).answer(expression, set) == en)
    }

    @Test(arguments: [
        ("-", "wat dan ook"), ("> 5, 3", "meer dan 5, of gelijk aan 3"), ("1, 2", "een van: 1 of 2"),
        ("not(> 5, 3)", "niet meer dan 5 en niet gelijk aan 3"), ("not(1, 2)", "geen van: 1 of 2"),
        ("[1..10)", "minstens 1 en minder dan 10"), ("not([1..10))", "niet (minstens 1 en minder dan 10)"),
        ("? > x", "zo dat geldt: (de waarde is meer dan x)"),
    ])
    func `a cell of a decision table is said as what it asks`(cell: String, words: String) throws {
        let tests = try #require(FEELParser.parse(cell, as: .unaryTests).tests)
        #expect(Verbalizer(WrittenNames(), .nl).words(tests) == words)
    }

    /// The condition in words, with the values of the scope.
    static func words(_ text: String, _ language: Language) -> String {
        guard let expression = FEELParser.parse(text).expression else { return "?" }
        return Verbalizer(Titles(), language) { FEELEvaluator().evaluate($0, in: scope).result.set }.condition(
            expression)
    }

    private static let scope = FEELDictionaryScope([
        "x": number("5"), "y": number("3"), "share": number("74"), "limit": number("67"), "other": number("70"),
        "u": UncertainValue(.numbers(NumberInterval(low: .zero, high: FEELNumber(100)), orNull: false)),
        "v": UncertainValue(.oneOf([.boolean(true), .boolean(false)])), "name": UncertainValue(.string("South")),
        "ripe": UncertainValue(.boolean(true)), "dry": UncertainValue(.boolean(false)), "n": UncertainValue(.null),
        "list": UncertainValue(.list([.number(.one), .number(FEELNumber(3))])),
        "day": UncertainValue(FEELDate("2020-04-01").map { .date($0) } ?? .null),
        "wait": UncertainValue(.daysDuration(FEELDaysDuration(seconds: 93_600))),
    ])

    private static func number(_ text: String) -> UncertainValue {
        UncertainValue(FEELNumber(text).map { .number($0) } ?? .null)
    }

    /// Titles and units for some names.
    private struct Titles: ExpressionNames {
        func title(of name: String, member: String?, in language: Language) -> String? {
            name == "share" ? (language == .nl ? "aandeel" : "share") : nil
        }

        func unit(of name: String, member: String?) -> String? {
            ["share", "limit", "other"].contains(name) ? "%" : nil
        }
    }
}

extension VerbalizerValuesTests {
    /// `condition ⇒ Dutch ⇒ English`, with the values of the scope above.
    static let table = #"""
        x > 3 ⇒ x is 5, meer dan 3 ⇒ x is 5, more than 3
        x > 7 ⇒ x is 5; voorwaarde: meer dan 7 ⇒ x is 5; condition: more than 7
        not(x > 3) ⇒ x is 5; voorwaarde: niet meer dan 3 ⇒ x is 5; condition: not more than 3
        not(x > 7) ⇒ x is 5, niet meer dan 7 ⇒ x is 5, not more than 7
        x = 5 ⇒ x is 5 ⇒ x is 5
        67 < x ⇒ x is 5; voorwaarde: meer dan 67 ⇒ x is 5; condition: more than 67
        x > 1.5 * y ⇒ x is 5, meer dan 4,5 (1,5 × y) ⇒ x is 5, more than 4.5 (1.5 × y)
        x + y * 2 > 9 ⇒ x + y × 2 is 11, meer dan 9 ⇒ x + y × 2 is 11, more than 9
        y < x ⇒ y is 3, minder dan 5 (x) ⇒ y is 3, less than 5 (x)
        u > 3 ⇒ u is nog niet bekend (0 tot 100); voorwaarde: meer dan 3 ⇒ u is not yet known (0 to 100); condition: more than 3
        u <= x ⇒ u is nog niet bekend (0 tot 100); voorwaarde: hoogstens 5 (x) ⇒ u is not yet known (0 to 100); condition: at most 5 (x)
        name = "South" ⇒ name is South ⇒ name is South
        name = "North" ⇒ name is South; voorwaarde: gelijk aan ‘North’ ⇒ name is South; condition: equal to ‘North’
        contains(name, "ou") ⇒ name (South) bevat de tekst ‘ou’ ⇒ name (South) contains the text ‘ou’
        contains(name, "x") ⇒ voorwaarde: name (South) bevat de tekst ‘x’ ⇒ condition: name (South) contains the text ‘x’
        not(contains(name, "x")) ⇒ name (South) bevat niet de tekst ‘x’ ⇒ name (South) does not contain the text ‘x’
        ripe ⇒ ripe: ja ⇒ ripe: yes
        dry ⇒ dry: nee (gevraagd: ja) ⇒ dry: no (asked: yes)
        not(dry) ⇒ dry: nee ⇒ dry: no
        not(ripe) ⇒ ripe: ja (gevraagd: nee) ⇒ ripe: yes (asked: no)
        ripe = true ⇒ ripe: ja ⇒ ripe: yes
        dry != true ⇒ dry: nee ⇒ dry: no
        v ⇒ v: nog niet bekend (ja of nee) (gevraagd: ja) ⇒ v: not yet known (yes or no) (asked: yes)
        ripe and dry ⇒ ripe: ja en dry: nee (gevraagd: ja) ⇒ ripe: yes and dry: no (asked: yes)
        ripe and x > 3 ⇒ ripe: ja, en x is 5, meer dan 3 ⇒ ripe: yes, and x is 5, more than 3
        ripe or dry ⇒ ripe: ja, of dry: nee (gevraagd: ja) ⇒ ripe: yes, or dry: no (asked: yes)
        not(ripe and dry) ⇒ ripe: ja (gevraagd: nee), of dry: nee ⇒ ripe: yes (asked: no), or dry: no
        x between 1 and 10 ⇒ x is 5, minstens 1 en hoogstens 10 ⇒ x is 5, at least 1 and at most 10
        x in (1, 2) ⇒ x is 5; voorwaarde: een van: 1 of 2 ⇒ x is 5; condition: one of: 1 or 2
        x in (> 3, 1) ⇒ x is 5, meer dan 3, of gelijk aan 1 ⇒ x is 5, more than 3, or equal to 1
        not(x in [1..3]) ⇒ x is 5, niet (minstens 1 en hoogstens 3) ⇒ x is 5, not (at least 1 and at most 3)
        count(list) >= 2 ⇒ het aantal leden van list is 2, minstens 2 ⇒ the number of members of list is 2, at least 2
        count(list) > 5 ⇒ het aantal leden van list is 2; voorwaarde: meer dan 5 ⇒ the number of members of list is 2; condition: more than 5
        some i in list satisfies i > 2 ⇒ voor minstens één i uit list geldt: i is meer dan 2 ⇒ for at least one i of list it holds that: i is more than 2
        every i in list satisfies i > 2 ⇒ voorwaarde: voor elke i uit list geldt: i is meer dan 2 ⇒ condition: for each i of list it holds that: i is more than 2
        sum(list) + x > 100 ⇒ (de som van list) + x is 9; voorwaarde: meer dan 100 ⇒ (the sum of list) + x is 9; condition: more than 100
        list contains(list, x) ⇒ voorwaarde: x (5) is een lid van list (1 en 3) ⇒ condition: x (5) is a member of list (1 and 3)
        x = null ⇒ x is 5; voorwaarde: geen waarde ⇒ x is 5; condition: no value
        n = null ⇒ n heeft geen waarde ⇒ n has no value
        n != null ⇒ n heeft geen waarde; voorwaarde: een waarde ⇒ n has no value; condition: a value
        x != null ⇒ x is 5 ⇒ x is 5
        day > @"2020-03-31" ⇒ day is 1 april 2020, later dan 31 maart 2020 ⇒ day is 1 April 2020, later than 31 March 2020
        day < @"2020-03-31" ⇒ day is 1 april 2020; voorwaarde: eerder dan 31 maart 2020 ⇒ day is 1 April 2020; condition: earlier than 31 March 2020
        if ripe then x > 3 else x > 9 ⇒ als geldt: ripe: ja, dan geldt: x is 5, meer dan 3, en anders: x is 5; voorwaarde: meer dan 9 ⇒ if it holds that: ripe: yes, then: x is 5, more than 3, and otherwise: x is 5; condition: more than 9
        1 < 2 ⇒ 1 is minder dan 2 ⇒ 1 is less than 2
        2 < 1 ⇒ voorwaarde: 2 is minder dan 1 ⇒ condition: 2 is less than 1
        x instance of string ⇒ x is 5; voorwaarde: van de soort tekst ⇒ x is 5; condition: of the kind text
        wait > @"P1D" ⇒ wait is 1 dag en 2 uur, langer dan 1 dag ⇒ wait is 1 day and 2 hours, longer than 1 day
        list[item > 1][1] > 0 ⇒ lid 1 van de leden van list waarvoor geldt: (het lid is meer dan 1) is 3, meer dan 0 ⇒ member 1 of the members of list for which: (the member is more than 1) is 3, more than 0
        share > 67 ⇒ aandeel is 74 %, meer dan 67 % ⇒ share is 74 %, more than 67 %
        share > 80 ⇒ aandeel is 74 %; voorwaarde: meer dan 80 % ⇒ share is 74 %; condition: more than 80 %
        share > limit ⇒ aandeel is 74 %, meer dan 67 % (limit) ⇒ share is 74 %, more than 67 % (limit)
        share - other > 10 ⇒ aandeel − other is 4 %; voorwaarde: meer dan 10 % ⇒ share − other is 4 %; condition: more than 10 %
        67 < share ⇒ aandeel is 74 %, meer dan 67 % ⇒ share is 74 %, more than 67 %
        share between 60 and 70 ⇒ aandeel is 74 %; voorwaarde: minstens 60 % en hoogstens 70 % ⇒ share is 74 %; condition: at least 60 % and at most 70 %
        """#
}
