/// Words for a value, and how they hold together beside other words.
struct Phrase {
    /// What the words are, and so where they need brackets.
    enum Form {
        /// Commas, colons, whole statements: in brackets in any larger phrase.
        case loose
        /// "a to the power b", "the sum of a and b": may stand beside a verb only.
        case power
        /// "the sum of a": may stand beside a verb, and at the end of another phrase.
        case tail
        /// "a + b"
        case sum
        /// "a × b"
        case product
        /// One name, number or text.
        case word
    }

    /// A place in a larger sentence.
    enum Place {
        /// By itself, or behind a colon at the end.
        case whole
        /// On one side of a verb.
        case side
        /// Behind "the sum of", where the phrase ends.
        case end
        case summand, factor
        /// Between other words.
        case middle
    }

    let text: String
    let form: Form

    init(_ text: String, _ form: Form) {
        self.text = text
        self.form = form
    }

    /// The words, in brackets where they would otherwise be read with what stands beside them.
    func text(in place: Place) -> String { fits(place) ? text : "(\(text))" }

    private func fits(_ place: Place) -> Bool {
        switch place {
        case .whole: true
        case .side: form != .loose
        case .end: form == .word || form == .tail
        case .summand: form == .word || form == .product || form == .sum
        case .factor: form == .word || form == .product
        case .middle: form == .word
        }
    }
}

/// A statement in words, and what joins its parts.
struct Clause {
    /// What joins the parts, and so where the clause needs brackets.
    enum Joint { case and, or, colon }

    let text: String
    let joint: Joint?

    init(_ text: String, _ joint: Joint? = nil) {
        self.text = text
        self.joint = joint
    }

    /// The words as a part of a clause with a joint of its own.
    func text(in outer: Joint) -> String { joint == nil || (joint == outer && outer != .colon) ? text : "(\(text))" }
}
