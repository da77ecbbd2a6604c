/// RuleEngine reads rules that people have written, runs them on what is known, and says why.
///
/// Rules are texts in YAML, conditions in them are FEEL, the expression language of DMN. What is not known stays not known: a
/// finding is *found* when it holds whatever the unknown inputs turn out to be, *refuted* when it holds in no case, and *open*
/// otherwise; then it names the inputs that it waits for.
///
/// The whole way, read → compile → run → ask why, on rules about driving too fast:
///
/// ```swift
/// let reading = RuleBaseReader.read(files)
/// guard !reading.hasErrors, let today = FEELDate("2026-11-01") else {
///     return print(DiagnosticRenderer(language: .en, sources: files).render(reading.diagnostics))
/// }
/// let network = Network(reading.ruleBase)
///
/// var session = Session(network, SessionInputs(date: today))
/// let fine = FindingID(template: "fine", key: ["speeding"])
/// print(fine, session.state(of: fine), "waits for", session.awaitedInputs(of: fine).count, "input")
/// let speed = RecordSchema.Slot(name: "speed")
/// session.set(speed, to: .exactly(.number(70)))
/// for step in session.explanation(of: fine).steps {
///     let met = session.sentence(of: step.conditions[0], in: .en)
///     print(fine, session.state(of: fine), "by rule", step.ruleName, "as", met)
/// }
///
/// var other = session
/// other.set(speed, to: .exactly(.number(45)))
/// for change in session.difference(to: other).changes { print(change.finding, change.before, "->", change.after) }
/// for step in other.whyNot(fine).steps { print(step.ruleName, step.conditions[0].state) }
/// ```
///
/// `files` are texts with names, of type `SourceFile`: the engine reads no file, clock or environment itself. `RuleBaseReader`
/// finds what is wrong in them as a compiler does, all of it at once. A `Network` is compiled once and shared; a `Session` is a
/// value: a copy with another input is a what-if. What is wrong with a text or an input is told as a `Diagnostic`; no text and
/// no input stops the program, and every run ends within its limits.
///
/// Beside sessions there are three smaller doors:
///
/// - `RecordColumns` and `ColumnarSession` run simple rules on thousands of records in one pass;
/// - `ProductionNetwork` and `ProductionSession` run a rule set with `mode: production`: rules that change a working memory,
///   one firing at a time;
/// - `FEELProgram` evaluates one expression by itself.
