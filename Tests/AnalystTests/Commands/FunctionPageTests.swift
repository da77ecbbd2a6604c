import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

/// What `analyst feel --functions NAME` tells.
@Suite struct FunctionPageTests {
    private static let now = FEELDateTime("2026-05-01T10:00:00Z")

    @Test func `a page tells the meaning, the forms, what comes out, and what null and wrong kinds give`() throws {
        #expect(
            try page("sublist", .en) == """
                function:        sublist
                meaning:         Gives a part of a list.
                                 Positions count from 1, and from the end when they are below zero.
                call:            sublist(list: list, start position: number, length: number)
                may be left out: length
                result:          list<Any>
                belongs to:      Lists
                in words:        the members of (the list 4, 5 and 6) from position 1, 2 in all; result: 4 and 5

                examples
                  sublist([4, 5, 6], 1, 2) gives [4, 5]
                  sublist(null, 1, 2) gives null: `sublist` expects a list for `list`, not null (no value).
                  sublist([4, 5, 6], null, 2) gives null: `sublist` expects a number for `start position`, not null (no value).
                  sublist([4, 5, 6], 1, null) gives [4, 5, 6]
                  sublist([4, 5, 6], 4) gives null: The list does not have that position; the first one is 1.

                """)
    }

    @Test func `a function beyond the standard says where it may be called`() throws {
        #expect(
            try page("atan2", .nl) == """
                functie:    atan2
                betekenis:  Geeft de hoek van de richting van een punt, in radialen.
                aanroep:    atan2(y: number, x: number)
                uitkomst:   number
                hoort bij:  Buiten de standaard van FEEL
                alleen in:  productiesystemen
                in woorden: de hoek van de richting van het punt met y 1 en x 1 is 0,785398163397448

                voorbeelden
                  atan2(1, 1) geeft 0.785398163397448
                  atan2(null, 1) geeft null: `atan2` verwacht bij `y` een getal, niet null (geen waarde).
                  atan2(1, null) geeft null: `atan2` verwacht bij `x` een getal, niet null (geen waarde).
                  atan2(0, 0) geeft null: Het punt (0, 0) ligt in geen enkele richting.

                """)
    }

    @Test(arguments: Builtin.allNames, Language.allCases)
    func `every function has a page in each language`(name: String, language: Language) throws {
        let page = try page(name, language)
        #expect(page.contains(language == .nl ? "\nbetekenis:" : "\nmeaning:"))
        #expect(page.contains(language == .nl ? " geeft null: " : " gives null: "))
        #expect(page.contains(language == .nl ? "\nin woorden:" : "\nin words:"))
        #expect(!page.contains("toegepast op") && !page.contains("applied to"))
    }

    @Test func `today is the day that was given`() throws {
        #expect(try page("today", .nl).contains("  today() geeft 2026-05-01\n"))
    }

    @Test(arguments: Language.allCases)
    func `the list has a line for each function`(language: Language) {
        let lines = FunctionList.text(in: language).split(separator: "\n").filter { $0.hasPrefix("  ") }
        let names = lines.map { line in
            line.split(separator: " ", omittingEmptySubsequences: false).dropFirst(2).prefix { !$0.isEmpty }
                .joined(separator: " ")
        }
        #expect(names.sorted() == Builtin.allNames)
    }

    @Test func `the list goes by kind and says what is beyond the standard`() {
        let text = FunctionList.text(in: .en)
        #expect(text.hasPrefix("Numbers\n  decimal                    Rounds to a number of decimals"))
        #expect(text.contains("\n\nBeyond the standard of FEEL\n  known                      Says whether"))
        #expect(text.contains("Says whether a value is known. Only in rules about the analysis itself.\n"))
        #expect(text.hasSuffix("\n\nMore about one function, with examples: analyst feel --functions NAME\n"))
    }

    @Test(arguments: [
        (["round up"], "round up"), (["round", "up"], "round up"), (["Round  Up(n, scale)"], "round up"),
        (["sum"], "sum"), (["sums"], nil), ([""], nil),
    ])
    func `a name may be one word or more, in capitals, with brackets`(words: [String], name: String?) {
        #expect(FunctionName(words).function?.name == name)
    }

    @Test(arguments: [
        ("sums", "‘sums’ is no function. Did you mean ‘sum’?"),
        ("lowercase", "‘lowercase’ is no function. Did you mean ‘lower case’?"),
        ("length", "‘length’ is no function. Did you mean ‘string length’?"),
        ("case", "‘case’ is no function. Did you mean ‘lower case’ or ‘upper case’?"),
        ("as", "‘as’ is no function. Did you mean ‘abs’?"),
        ("quartile", "‘quartile’ is no function. `analyst feel --functions` shows them all."),
        ("", "‘’ is no function. `analyst feel --functions` shows them all."),
    ])
    func `a name that is no function is answered with those that were probably meant`(name: String, answer: String) {
        #expect(FunctionName([name]).unknown.en == answer)
    }

    private func page(_ name: String, _ language: Language) throws -> String {
        FunctionPage(try #require(Builtin.function(named: name)), now: Self.now, language).text
    }
}
