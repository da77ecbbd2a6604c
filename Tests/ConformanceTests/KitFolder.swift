import DecisionModels
import Foundation
import RuleEngine

/// A folder of the kit: test files, each for one model.
struct KitFolder {
    let level: String
    let name: String
    let url: URL

    func results() throws -> [KitResult] {
        let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
        let models = try files.filter { $0.pathExtension == "dmn" }.map(Self.source)
        return try files.filter { $0.pathExtension == "xml" }.flatMap { try results(of: $0, models) }
    }

    private static func source(_ url: URL) throws -> SourceFile {
        SourceFile(name: url.lastPathComponent, text: try String(contentsOf: url, encoding: .utf8))
    }

    private func results(of file: URL, _ models: [SourceFile]) throws -> [KitResult] {
        let cases = try ModelCaseFile(Self.source(file))
        guard let model = models.first(where: { $0.name == cases.modelName.value }),
            let set = ModelSet.read(model, neighbours: models).set
        else { return [] }
        let zones = FoundationTimeZones()
        let program = ModelProgram(set, timeZones: zones, now: Self.now)
        return cases.cases.flatMap { testCase in
            program.results(of: testCase, timeZones: zones).map { result in
                KitResult(level: level, folder: name, testCase: testCase.name, result: result)
            }
        }
    }

    private static var now: FEELDateTime? {
        FEELDateTime(Date().formatted(Date.ISO8601FormatStyle()))
    }
}
