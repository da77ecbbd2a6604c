package import Foundation
package import RuleEngine

/// What a change of the rules does to the exercises of casebooks: which lines are judged otherwise, before and after.
package struct CaseImpact: Sendable {
    /// A line of an exercise with what it is by the standard of that exercise; `nil` where it is not among what can be picked.
    package struct Line: Sendable {
        package let code: String
        package let title: LocalizedText
        package let before: MarkingKey.Standing?
        package let after: MarkingKey.Standing?
    }

    package struct Exercise: Sendable {
        package let id: String
        package let title: LocalizedText
        /// In the order in which they can be picked; what is gone comes last.
        package let lines: [Line]
    }

    package struct Case: Sendable {
        package let book: String
        package let id: String
        package let title: LocalizedText
        package let exercises: [Exercise]
    }

    /// A case that cannot be done under one of the rule bases.
    package struct Fault: Sendable {
        package let book: String
        package let id: String
        /// Under the rules of now; otherwise under those before.
        package let isNew: Bool
        package let reason: LocalizedText
    }

    /// The cases with a line that is judged otherwise, in the order of their casebooks.
    package let cases: [Case]
    package let faults: [Fault]
    /// All cases that were looked at.
    package let count: Int

    /// - Parameter folder: the folder of casebooks; sheets are named from the folder above it.
    package init(_ comparison: RuleComparison, in books: [Casebook], below folder: URL) {
        let entries = books.flatMap { book in book.cases.map { (book, $0) } }
        let results = Concurrently.map(entries) { book, entry -> (case: Case?, fault: Fault?) in
            func prepared(_ rules: CompiledRules, isNew: Bool) -> Result<PreparedCase, Unprepared> {
                do throws(BadInput) {
                    return .success(try PreparedCase(entry, of: book, below: folder, rules: rules))
                } catch {
                    return .failure(Unprepared(isNew: isNew, reason: error.diagnostics.first?.message))
                }
            }
            do throws(Unprepared) {
                let after = try prepared(comparison.new, isNew: true).get()
                let before = try prepared(comparison.old, isNew: false).get()
                return (Case(from: before, to: after), nil)
            } catch {
                let reason = error.reason ?? LocalizedText(verbatim: "")
                return (nil, Fault(book: book.id, id: entry.id, isNew: error.isNew, reason: reason))
            }
        }
        cases = results.compactMap(\.case)
        faults = results.compactMap(\.fault)
        count = entries.count
    }

    private struct Unprepared: Error {
        let isNew: Bool
        let reason: LocalizedText?
    }
}

extension CaseImpact.Case {
    /// `nil` where no line is judged otherwise.
    init?(from old: PreparedCase, to new: PreparedCase) {
        let exercises = new.exercises.compactMap { exercise in
            old.exercise(exercise.id).flatMap { CaseImpact.Exercise(from: $0, to: exercise) }
        }
        guard !exercises.isEmpty else { return nil }
        self.init(book: new.book.id, id: new.case.id, title: new.case.title, exercises: exercises)
    }
}

extension CaseImpact.Exercise {
    /// `nil` where no line is judged otherwise. A line that is not there is as good as a wrong one: a new code that nobody
    /// should pick changes no exercise.
    init?(from old: Exercise, to new: Exercise) {
        let (before, after) = (old.key(), new.key())
        let gone = old.options.filter { new[$0.code] == nil }
        let lines = (new.options + gone).compactMap { option -> CaseImpact.Line? in
            let line = CaseImpact.Line(
                code: option.code, title: option.title,
                before: old[option.code].map { before[$0.code].standing },
                after: new[option.code].map { after[$0.code].standing })
            return (line.before ?? .wrong) == (line.after ?? .wrong) ? nil : line
        }
        guard !lines.isEmpty else { return nil }
        self.init(id: new.id, title: new.title, lines: lines)
    }
}
