/// The smallest changes of inputs that undo a finding, or that bring about one that is not found. Data, not text.
///
/// *Smallest* is: fewest changed inputs, then the least change, measured by the scale that the caller hands in. Every
/// alternative was tried: the rules were run on the changed inputs.
public struct Robustness: Sendable {
    /// What the changes are for.
    public enum Goal: String, Sendable {
        /// The finding is no longer found.
        case undo
        /// The finding is found.
        case bringAbout
    }

    /// Inputs that together reach the goal, none of which can be left out.
    public struct Alternative: Sendable {
        /// Ordered by input: named values in the order of the record, then facts.
        public let changes: [InputChange]
        /// The sizes of the changes together.
        public let size: FEELNumber
        /// What the session says of the finding after the changes.
        public let state: FindingState
    }

    public let finding: FindingID
    /// What the session says of the finding now.
    public let state: FindingState
    public let goal: Goal
    /// The smallest first; all change the same number of inputs. Empty when nothing was found.
    public let alternatives: [Alternative]
    /// The search met its limits, so that there may be other and smaller changes.
    public let isCutOff: Bool
    /// How often the rules were run.
    public let runs: Int
}

/// Limits of a search for changes.
public struct RobustnessLimits: Hashable, Sendable {
    /// Inputs that may change together.
    public var inputs: Int
    /// Runs of the rules.
    public var runs: Int
    /// Alternatives that are given.
    public var alternatives: Int

    public init(inputs: Int = 3, runs: Int = 200, alternatives: Int = 3) {
        self.inputs = inputs
        self.runs = runs
        self.alternatives = alternatives
    }

    public static let standard = RobustnessLimits()
}

extension Session {
    /// How much must change for a finding to be undone, or, where it is not found, to be found.
    ///
    /// What a person added or rejected stays as it is; then there is no alternative.
    public func robustness(
        of finding: FindingID, scale: InputScale = InputScale(), limits: RobustnessLimits = .standard
    ) -> Robustness {
        var search = RobustnessSearch(self, finding, scale, limits)
        return search.result()
    }
}
