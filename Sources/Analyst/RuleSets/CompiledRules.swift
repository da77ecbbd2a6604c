package import RuleEngine

/// Rules that are read and compiled once and shared by all that run them. The only place that compiles rules.
///
///     let rules = CompiledRules(try RuleLibrary(folder: folder))
///     let area = AreaSession(sheet, under: rules, on: date)
package struct CompiledRules: Sendable {
    /// Which of the rules a session runs.
    package enum Scope: Sendable {
        /// The rules that lead to what a report shows. Others, such as those that put areas in an order, say nothing of one
        /// area by itself: they would cost time with each answer, and ask for answers that change nothing.
        case reported
        /// All rules, to explain whatever they say.
        case all
    }

    /// The rules in the form in which sessions run them.
    package let network: Network
    /// The version of the rules: the SHA-256 of the list of their files; empty where the rules come without files.
    package let hash: String
    /// The files of the rules, each with its SHA-256.
    package let files: [FileDigest]
    /// The packages of knowledge that the rules come from.
    package let packages: JoinedPackages
    /// What of the files is not in the rules, for its faults.
    package let omissions: [RuleOmission]
    /// Offsets of named time zones, where rules compare times in them.
    package let timeZones: (any TimeZoneRules)?
    /// What reports show.
    package let report: ReportPlan
    /// By rule, whether it leads to what a report shows; `nil`: all do, or the rules make no report.
    package let reported: [Bool]?
    /// By rule, whether it leads to the leading parts of a report, which decide what is asked first; `nil`: there are none.
    package let leading: [Bool]?

    package var ruleBase: RuleBase { network.ruleBase }

    package init(_ library: RuleLibrary, timeZones: (any TimeZoneRules)? = nil) {
        self.init(
            library.ruleBase, hash: library.hash, files: library.digests, packages: library.packages,
            omissions: library.omissions, timeZones: timeZones)
    }

    package init(
        _ ruleBase: RuleBase, hash: String = "", files: [FileDigest] = [], packages: JoinedPackages = .none,
        omissions: [RuleOmission] = [], timeZones: (any TimeZoneRules)? = nil
    ) {
        network = Network(ruleBase)
        self.hash = hash
        self.files = files
        self.packages = packages
        self.omissions = omissions
        self.timeZones = timeZones
        report = ReportPlan(ruleBase)
        let dependencies = RuleDependencies(network)
        func rules(leadingTo templates: Set<String>) -> [Bool]? {
            templates.isEmpty ? nil : dependencies.rules(leadingTo: templates)
        }
        reported = rules(leadingTo: report.shownTemplates)
        leading = rules(leadingTo: report.leadingTemplates)
    }

    /// The rules that a screening needs, compiled by themselves.
    ///
    /// - Parameters:
    ///   - slots: the values of the record that are held; rules that need others take no part.
    ///   - templates: the kinds of fact that are asked for.
    package func restricted(to slots: Set<RecordSchema.Slot>, for templates: Set<String>) -> CompiledRules {
        CompiledRules(ruleBase.restricted(to: slots, for: templates), hash: hash, timeZones: timeZones)
    }

    /// A run of the rules on inputs. Sheets have a door of their own: `AreaSession`.
    package func session(_ inputs: SessionInputs, running scope: Scope = .all) -> Session {
        session(inputs, considering: scope == .all ? nil : reported)
    }

    /// - Parameter considered: by rule, whether it is run; `nil`: all are.
    package func session(
        _ inputs: SessionInputs, considering considered: [Bool]?, limits: SessionLimits = .standard
    ) -> Session {
        Session(network, inputs, limits: limits, timeZones: timeZones, considering: considered)
    }
}
