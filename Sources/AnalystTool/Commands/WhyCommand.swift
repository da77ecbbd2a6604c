import Analyst
internal import ArgumentParser
import RuleEngine

/// `analyst why`: what a finding rests on, down to figures and sources.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Waarom een bevinding er is. / Why a finding is there.",
        discussion: "analyst why sheets/areas/rotterdam-zuid.yaml problem:armoede", aliases: ["waarom"])

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Argument(help: "Bevinding, soort:code. / Finding, kind:code.")
    var finding: String

    @OptionGroup var options: WhyOptions
    @OptionGroup var common: CommonOptions

    func run() throws { try options.explain(sheet, finding, common) { $0.why($1) } }
}

/// What `why` and `why-not` have in common.
struct WhyOptions: ParsableArguments {
    @Flag(help: "Zoek ook wat er minstens anders moet zijn. / Also look for the least that must be different.")
    var robustness = false

    @Option(help: "Vorm: text of json. / Format: text or json.")
    var format: AnswerFormat = .text

    @OptionGroup var depth: DepthOptions

    /// - Parameter lines: what the renderer tells of the finding.
    func explain(
        _ path: String, _ text: String, _ common: CommonOptions,
        _ lines: (ExplanationRenderer, FindingID) -> [String]
    ) throws {
        let date = try common.analysisDate()
        let library = try common.library()
        let sheet = try common.sheet(path, for: library.ruleBase)
        let id = try FindingName(library.ruleBase, common).finding(text)
        let area = AreaSession(sheet, under: common.compiled(library), on: date, running: .all)
        let result = robustness ? area.session.robustness(of: id, scale: area.scale) : nil
        switch format {
        case .text:
            let renderer = ExplanationRenderer(area, common.language, depth: depth.value)
            let lines = lines(renderer, id) + (result.map { renderer.lines($0) } ?? [])
            Console.output(lines.joined(separator: "\n") + "\n")
        case .json:
            let json = depth.levels.map { ExplanationJSON(area, common.language, levels: $0) }
            Console.output((json ?? ExplanationJSON(area, common.language)).why(id, result))
        }
    }
}

/// `analyst why-not`: the rules that could have concluded a finding, and what stands in their way.
struct WhyNotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not", abstract: "Waarom een bevinding er niet is. / Why a finding is not there.",
        discussion: "analyst why-not sheets/areas/rotterdam-zuid.yaml intervention:jogg", aliases: ["waarom-niet"])

    @Argument(help: "Feitenblad. / Fact sheet.")
    var sheet: String

    @Argument(help: "Bevinding, soort:code. / Finding, kind:code.")
    var finding: String

    @OptionGroup var options: WhyOptions
    @OptionGroup var common: CommonOptions

    func run() throws { try options.explain(sheet, finding, common) { $0.whyNot($1) } }
}
