/// The smallest changes of inputs that undo a finding, or that bring about one that is not found. Data, not text.
///
/// *Smallest* is: fewest changed inputs, then the least change, measured by the scale that the caller hands in. Every
/// alternative was tried: the rules were run on the changed inputs.
package struct Robustness: Sendable {
    /// What the changes are for.
    package enum Goal: String, Sendable {
        /// The finding is no longer found.
        case undo
        /// The finding is found.
        case bringAbout
    }

    /// Inputs that together reach the goal, none of which can be left out.
    package struct Alternative: Sendable {
        /// Ordered by input: named values in the order of the record, then facts.
        package let changes: [InputChange]
        /// The sizes of the changes together.
        package let size: FEELNumber
        /// What the session says of the finding after the changes.
        package let state: FindingState
    }

    package let finding: FindingID
    /// What the session says of the finding now.
    package let state: FindingState
    package let goal: Goal
    /// The smallest first; all change the same number of inputs. Empty when nothing was found.
    package let alternatives: [Alternative]
    /// The search met its limits, so that there may be other and smaller changes.
    package let isCutOff: Bool
    /// How often the rules were run.
    package let runs: Int
}

/// Limits of a search for changes.
package struct RobustnessLimits: Hashable, Sendable {
    /// Inputs that may change together.
    package var inputs: Int
    /// Runs of the rules.
    package var runs: Int
    /// Alternatives that are given.
    package var alternatives: Int

    package init(inputs: Int = 3, runs: Int = 200, alternatives: Int = 3) {
        self.inputs = inputs
        self.runs = runs
        self.alternatives = alternatives
    }

    package static let standard = RobustnessLimits()
}

extension Session {
    /// How much must change for a finding to be undone, or, where it is not found, to be found.
    ///
    /// What a person added or rejected stays as it is; then there is no alternative.
    package func robustness(
        of finding: FindingID, scale: InputScale = InputScale(), limits: RobustnessLimits = .standard
    ) -> Robustness {
        var search = RobustnessSearch(self, finding, scale, limits)
        return search.result()
    }
}
