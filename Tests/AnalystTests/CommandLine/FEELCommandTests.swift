import Testing

/// `analyst feel` on the command line.
@Suite struct FEELCommandTests {
    @Test(arguments: [
        ("nl", "2 > 1", "in woorden:  2 is meer dan 1: dit is waar"),
        ("en", "2 > 1", "in words: 2 is more than 1: this is true"),
        ("nl", "25 / 2", "in woorden:  25 ÷ 2 is 12,5"), ("en", "25 / 2", "in words: 25 ÷ 2 is 12.5"),
        ("nl", "1 / 0", "in woorden:  1 ÷ 0 heeft geen waarde"),
        ("nl", "sum([1, 2])", "in woorden:  de som van 1 en 2 is 3"),
        ("en", "date(\"2020-03-31\")", "in words: 31 March 2020"),
    ])
    func `an expression is said in the language of the command`(language: String, text: String, line: String) throws {
        let outcome = try CommandLineTests.analyst(["feel", text, "--explain", "--lang", language])
        #expect(outcome.code == 0)
        #expect(outcome.output.split(separator: "\n").first.map(String.init) == line)
    }

    @Test func `without explain there is the value and no sentence`() throws {
        let outcome = try CommandLineTests.analyst(["feel", "2 > 1", "--lang", "nl"])
        #expect(outcome.output == "true\n")
    }

    @Test(arguments: [
        (["--functions"], "Getallen\n  decimal "), (["--functions", "round", "up"], "functie:    round up\n"),
        (["sum", "--functions"], "functie:    sum\n"),
    ])
    func `the functions are listed, or one is told`(words: [String], start: String) throws {
        let outcome = try CommandLineTests.analyst(["feel"] + words + ["--lang", "nl"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix(start))
    }

    @Test func `a name that no function has ends with code 2 and the nearest that does`() throws {
        let outcome = try CommandLineTests.analyst(["feel", "--functions", "summ", "--lang", "nl"])
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors == "‘summ’ is geen functie. Bedoelde u ‘sum’?\n")
    }

    @Test(arguments: [[], ["1", "+", "1"], ["--functions", "--explain"]])
    func `a command with no expression, several, or two wishes is refused`(words: [String]) throws {
        let outcome = try CommandLineTests.analyst(["feel"] + words)
        #expect(outcome.code == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("analyst feel --help"))
    }
}
