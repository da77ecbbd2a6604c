package import Analyst
import Dispatch
package import RuleEngine

/// Makes reports, one after another and apart from the threads that answer browsers: a PDF may take minutes.
package enum ReportDesk {
    package enum Fault: Error {
        case sheet(BadInput)
        case report(ReportFault)
    }

    private static let queue = DispatchQueue(label: "reports", qos: .utility)

    package static func bytes(
        of dossier: Dossier, _ options: AnalysisOptions, under rules: CompiledRules, on day: FEELDate,
        converter: (any PDFConverter)?
    ) async throws(Fault) -> [UInt8] {
        let result: Result<[UInt8], Fault> = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: Result { () throws(Fault) in
                        try make(dossier, options, rules, day, converter)
                    })
            }
        }
        return try result.get()
    }

    private static func make(
        _ dossier: Dossier, _ options: AnalysisOptions, _ rules: CompiledRules, _ day: FEELDate,
        _ converter: (any PDFConverter)?
    ) throws(Fault) -> [UInt8] {
        var run = AnalysisRun(options, under: rules, on: day)
        do {
            _ = run.add(try dossier.writtenSheet())
        } catch {
            throw .sheet(error)
        }
        do {
            return try run.report(converter: converter)
        } catch {
            throw .report(error)
        }
    }
}
