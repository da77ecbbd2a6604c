extension CauseFinder {
    /// Of messages about one unit the place counts where it is written: as a message that stands there already or, where
    /// there are many, as one of its own.
    mutating func groupUnits(_ parents: inout [Int?]) {
        parents += [Int?](repeating: nil, count: diagnostics.count - parents.count)
        let mismatches = diagnostics.indices.filter {
            diagnostics[$0].code == DiagnosticCauses.unitCode && parents[$0] == nil
        }
        guard !mismatches.isEmpty else { return }
        var members: [SourceSpan: [Int]] = [:]
        var places: [(unit: Diagnostic.Related, uses: Int)] = []
        for index in mismatches {
            for related in diagnostics[index].related {
                if members[related.span] == nil { places.append((related, 0)) }
                members[related.span, default: []].append(index)
            }
        }
        for index in places.indices { places[index].uses = members[places[index].unit.span]?.count ?? 0 }
        let told = Dictionary(
            diagnostics.enumerated().compactMap { entry in
                entry.element.span.map { ($0, entry.offset) }
            }, uniquingKeysWith: { first, _ in first })
        // The unit that fits in the fewest places first.
        for (unit, uses) in places.enumerated().sorted(by: {
            ($1.element.uses, $0.offset) < ($0.element.uses, $1.offset)
        })
        .map(\.element) {
            let open = (members[unit.span] ?? []).filter { parents[$0] == nil }
            if let cause = told[unit.span], diagnostics[cause].code != DiagnosticCauses.unitCode {
                for index in open { parents[index] = cause }
            } else if open.count == uses, uses >= Self.manyUses {
                diagnostics.append(.unfitting(unit, places: uses))
                parents.append(nil)
                for index in open { parents[index] = diagnostics.count - 1 }
            } else {
                for index in open.dropFirst() { parents[index] = open[0] }
            }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// A unit that is told here, because it does not fit in many places.
    fileprivate static func unfitting(_ unit: Related, places: Int) -> Diagnostic {
        Diagnostic(
            code: DiagnosticCauses.unitCode,
            message: LocalizedText(
                nl: "\(unit.message.nl); op \(places) plaatsen past die niet bij wat ernaast staat",
                en: "\(unit.message.en); in \(places) places that does not fit what stands beside it"),
            at: unit.span,
            hint: LocalizedText(
                nl: "schrijf hier de eenheid die de andere waarden hebben, of reken om waar zij worden vergeleken",
                en: "write the unit here that the other values have, or convert where they are compared"))
    }
}
