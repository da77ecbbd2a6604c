import RuleEngine
import TestSupport
import Testing

struct FEELNamesTests {
    private static let names = FEELNames.builtins.adding([
        "sociale huur", "sociale huur  particulier", "x+y", "a-b", "Student's name",
        "date and hour", "in return",
        "Model v1.2", "s.p",
    ])

    @Test(arguments: [
        ("string length(a)", "(call ‹string length› a)"),
        ("date and time(a) < b", "(< (call ‹date and time› a) b)"),
        ("date  and\n time(a)", "(call ‹date and time› a)"), ("date and b", "(and date b)"),
        ("date and hour", "‹date and hour›"), ("sociale huur > 5", "(> ‹sociale huur› 5)"),
        ("sociale huur particulier", "‹sociale huur particulier›"),
        ("sociale huur + particulier", "(+ ‹sociale huur› particulier)"),
        ("x+y", "‹x+y›"), ("x + y", "‹x+y›"), ("x+z", "(+ x z)"), ("x - y", "(- x y)"),
        ("a-b-c", "(- ‹a-b› c)"),
        ("Student's name + 1", "(+ ‹Student's name› 1)"), ("in return", "‹in return›"),
        ("Model v1.2 + 1", "(+ ‹Model v1.2› 1)"),
        ("s.p.q", "(. ‹s.p› q)"), ("a.sociale huur", "(. a sociale huur)"),
        ("t.time offset", "(. t time offset)"),
        ("r.start included", "(. r start included)"),
    ])
    func `the longest known name is taken`(text: String, tree: String) {
        #expect(FEELTreeText.text(of: FEELParser.parse(text, names: Self.names)) == tree)
    }

    @Test(arguments: [
        ("for first name in a return first name + 1", "(for (in first name a) (+ ‹first name› 1))"),
        ("some p-q in a satisfies p-q > 1", "(some (in p-q a) (> ‹p-q› 1))"),
        ("function(first arg, b) first arg * b", "(function first arg b (* ‹first arg› b))"),
        ("{a b: 1, c: a b + 1}", "(context a b:1 c:(+ ‹a b› 1))"),
        ("{a-b: 1, c: {d: a-b}}", "(context a-b:1 c:(context d:‹a-b›))"),
        ("{a b: 1}.a b", "(. (context a b:1) a b)"),
        ("[{a b: 1}][a b > 0]", "(filter (list (context a b:1)) (> ‹a b› 0))"),
        ("{a-b: 1}.c + a-b", "(- (+ (. (context a-b:1) c) a) b)"),
        ("(for p-q in a return p-q) = p-q", "(= (for (in p-q a) ‹p-q›) (- p q))"),
    ])
    func `a name bound in the text is known where it is bound`(text: String, tree: String) {
        #expect(FEELTreeText.text(of: FEELParser.parse(text)) == tree)
    }
}
