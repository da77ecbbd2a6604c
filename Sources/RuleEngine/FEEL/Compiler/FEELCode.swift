/// An expression made ready to run: flat tables of small parts instead of a tree, every name traced to its slot.
///
/// `FEELEvaluator.compile` makes it once; `FEELEvaluator.evaluate(_:in:)` runs it as often as one likes. It is
/// immutable and can be shared.
///
///     let code = evaluator.compile(expression, for: FEELNameList(["v", "w"]))
///     let truth = evaluator.truth(of: code, in: FEELSlotArray(values))
package struct FEELCode: Sendable {
    let parts: Parts
    /// The part that gives the result.
    let root: Int32

    init(_ parts: Parts, root: Int32) {
        self.parts = parts
        self.root = root
    }

    /// The result is the same whatever the environment holds: the expression came down to a value when it was compiled.
    package var isConstant: Bool {
        if case .constant = parts.nodes[Int(root)] { true } else { false }
    }

    /// The tables of a piece of code. They sit behind one reference, so that code is cheap to hand on.
    final class Parts: Sendable {
        let nodes: [Node]
        /// Where each node stands in the text, for notes.
        let ranges: [Range<Int>]
        let constants: [FEELValue]
        let references: [Reference]
        let names: [String]
        /// Nodes in a row, for lists.
        let members: [Int32]
        let tests: [Test]
        let calls: [CallSite]
        let chains: [ChainSite]
        let choices: [ChoiceSite]
        let loops: [LoopSite]
        let contexts: [ContextSite]
        let functions: [FunctionSite]
        let types: [FEELTypeName]
        /// How many registers a run needs: loop variables, parameters, entries of contexts, items of filters.
        let registerCount: Int

        init(_ draft: CodeDraft) {
            nodes = draft.nodes
            ranges = draft.ranges
            constants = draft.constants
            references = draft.references
            names = draft.names
            members = draft.members
            tests = draft.tests
            calls = draft.calls
            chains = draft.chains
            choices = draft.choices
            loops = draft.loops
            contexts = draft.contexts
            functions = draft.functions
            types = draft.types
            registerCount = draft.registerCount
        }
    }
}

/// The tables of `FEELCode` while they are being filled.
struct CodeDraft {
    var nodes: [FEELCode.Node] = []
    var ranges: [Range<Int>] = []
    var constants: [FEELValue] = []
    var references: [FEELCode.Reference] = []
    var names: [String] = []
    var members: [Int32] = []
    var tests: [FEELCode.Test] = []
    var calls: [FEELCode.CallSite] = []
    var chains: [FEELCode.ChainSite] = []
    var choices: [FEELCode.ChoiceSite] = []
    var loops: [FEELCode.LoopSite] = []
    var contexts: [FEELCode.ContextSite] = []
    var functions: [FEELCode.FunctionSite] = []
    var types: [FEELTypeName] = []
    var registerCount = 0
}
