import Foundation
import RuleEngine
import TestSupport

/// The Areas set of the benchmarks: rules that compare figures of an area with constants and with those of its municipality,
/// combine and count what they find; and a table of areas with gaps.
struct AreasSet {
    let ruleBase: RuleBase
    let columns: RecordColumns
    /// The names of the areas, in the order of the columns.
    let names: [String]

    /// - Parameter limit: the first areas of the table; all when `nil`.
    /// - Returns: `nil` where the set is not on this machine.
    init?(first limit: Int?) throws {
        guard let archive = sharedFolder()?.appending(path: "data/benchmarks/areas.tar.gz"),
            FileManager.default.fileExists(atPath: archive.path)
        else { return nil }
        let folder = FileManager.default.temporaryDirectory.appending(path: "areas-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // What stays behind is in the temporary folder.
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "xzf", archive.path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        let rules = try JSONDecoder().decode(
            RuleList.self, from: Data(contentsOf: folder.appending(path: "rules.json"))
        ).rules
        ruleBase = RuleBaseReader.read(Self.files(rules)).ruleBase
        let areas = try Self.rows(folder.appending(path: "areas.csv"))
        let municipalities = try Self.rows(folder.appending(path: "munis.csv"))
        let lines = areas.dropFirst().prefix(limit ?? .max)
        let ofName = Dictionary(municipalities.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
        var columns = RecordColumns(ruleBase.record, count: lines.count)
        for (row, cells) in lines.enumerated() {
            let own = zip(areas[0], cells).map { (RecordSchema.Slot(name: String($0)), $1) }
            let other = zip(municipalities[0], ofName[cells[1]] ?? []).map {
                (RecordSchema.Slot(context: "municipality", name: String($0)), $1)
            }
            for (slot, cell) in own + other {
                guard let index = ruleBase.record.index(of: slot), let number = FEELNumber(String(cell)) else {
                    continue
                }
                _ = columns.set(index, of: row, to: number)
            }
        }
        self.columns = columns
        names = lines.map { String($0[0]) }
    }

    private static func rows(_ file: URL) throws -> [[Substring]] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    // MARK: Rules

    private struct RuleList: Decodable { let rules: [Entry] }

    /// A rule of the set: what it compares (`conds`, `ind` with `factor`), combines (`all`, `none`) or counts (`of`).
    private struct Entry: Decodable {
        let id: String
        let kind: String
        let conds: [Comparison]?
        let ind: Int?
        let factor: Double?
        let all: [String]?
        let none: [String]?
        let of: [String]?
        let atLeast: Int?

        var conditions: [String] {
            let tests = (conds ?? []).map { "\(AreasSet.indicator($0.indicator)) \($0.sign) \($0.bound)" }
            switch kind {
            case "join":
                let name = AreasSet.indicator(ind ?? 0)
                return ["\(name) > \(factor ?? 0) * municipality.\(name)"] + tests
            case "combine":
                let present = (all ?? []).enumerated().map { "{ signal: s\($0), code: \($1) }" }
                return present + (none ?? []).map { "{ absent: { signal: s, code: \($0) } }" }
            case "count":
                let group = (of ?? []).map { "\"\($0)\"" }.joined(separator: ", ")
                return ["{ count: { signal: s, where: 's.code in [\(group)]', as: n } }", "n >= \(atLeast ?? 0)"]
            default: return tests
            }
        }
    }

    /// `[38, ">", 89.9]`
    private struct Comparison: Decodable {
        let indicator: Int
        let sign: String
        let bound: Double

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            indicator = try parts.decode(Int.self)
            sign = try parts.decode(String.self)
            bound = try parts.decode(Double.self)
        }
    }

    private static func indicator(_ number: Int) -> String { number < 10 ? "i0\(number)" : "i\(number)" }

    private static func files(_ rules: [Entry]) -> [SourceFile] {
        let indicators = (0..<60).map(indicator).map {
            "  - { code: \($0), title: { nl: \($0), en: \($0) }, type: number, range: '[0..100]' }\n"
        }
        let signals = rules.map { "  - { code: \($0.id), title: { nl: \($0.id), en: \($0.id) } }\n" }
        let lines = rules.map {
            "\($0.id): \($0.conditions.joined(separator: " ;; ")) => signal: { code: \($0.id) }"
        }
        return [
            SourceFile(
                name: "indicators.yaml",
                text: "vocabulary: indicators\ntitle: { nl: Indicatoren, en: Indicators }\nattributes:\n"
                    + "  type: { string: true }\n  range: { string: true }\ncodes:\n" + indicators.joined()),
            SourceFile(
                name: "signals.yaml",
                text: "vocabulary: signals\ntitle: { nl: Signalen, en: Signals }\ncodes:\n" + signals.joined()),
            SourceFile(
                name: "record.yaml",
                text: """
                    record: area
                    title: { nl: Gebied, en: Area }
                    names: { vocabulary: indicators }
                    contexts:
                      municipality: { title: { nl: de gemeente, en: the municipality }, vocabulary: indicators }
                    """),
            SourceFile(
                name: "templates.yaml",
                text: "templates:\n  - template: signal\n    title: { nl: Signaal, en: Signal }\n    per: area\n"
                    + "    key: { code: { vocabulary: signals } }\n"),
            SourceFile(
                name: "source.yaml",
                text: "source: almanac\ntitle: Areas\nread: { nl: niets, en: nothing }\nfindings:\n"
                    + "  - { id: A-1, statement: { nl: Getrokken., en: Drawn. }, certainty: read }\n"),
            Orchard.ruleSet(lines.joined(separator: "\n")),
        ]
    }
}
