/// Finds the filters that a new fact can pass by the value of one field, instead of trying all.
extension ProductionNetwork {
    struct Dispatch: Sendable {
        /// Filters without constants; in `lists`.
        let always: Range<Int32>
        /// In `dispatchFields`.
        let fields: Range<Int32>
    }

    /// A field that some filters want to have a certain value: a hash table with open addressing (Knuth 1973, *The Art
    /// of Computer Programming* 3, section 6.4, algorithm L).
    struct DispatchField: Sendable {
        let field: Int32
        /// The first of its slots, in `dispatchSlots`.
        let start: Int32
        /// One less than the number of its slots, a power of two.
        let mask: UInt64
    }

    struct DispatchSlot: Sendable {
        let value: CompactValue
        /// In `lists`; none in a free slot.
        let filters: Range<Int32>

        static let free = DispatchSlot(value: .null, filters: 0..<0)
    }

    /// The filters that want a field to have a value, as places in `lists`.
    @inline(__always)
    func filters(behind field: DispatchField, _ value: CompactValue) -> Range<Int32> {
        var index = value.hash(after: 0)
        while true {
            let slot = dispatchSlots[Int(field.start) + Int(index & field.mask)]
            if slot.value == value || slot.filters.isEmpty { return slot.filters }
            index &+= 1
        }
    }

    /// Spreads the filters over their templates and the values of their first constants.
    mutating func addDispatches() {
        for template in productionSet.templates.indices {
            let own = filters.indices.filter { filters[$0].template == Int32(template) }
            let always = own.filter { filters[$0].constants.isEmpty }.map { Int32($0) }
            let start = Int32(dispatchFields.count)
            for field in productionSet.templates[template].fields.indices {
                addDispatch(field, own.filter { firstConstant($0).map { Int($0.field) == field } ?? false })
            }
            dispatches.append(Dispatch(always: list(always), fields: start..<Int32(dispatchFields.count)))
        }
    }

    private func firstConstant(_ filter: Int) -> FieldConstant? {
        filters[filter].constants.first.map { constants[Int($0)] }
    }

    private mutating func addDispatch(_ field: Int, _ filters: [Int]) {
        guard !filters.isEmpty else { return }
        var size = 4
        while size < filters.count * 2 { size *= 2 }
        let start = dispatchSlots.count
        let mask = UInt64(size - 1)
        dispatchFields.append(DispatchField(field: Int32(field), start: Int32(start), mask: mask))
        dispatchSlots += [DispatchSlot](repeating: .free, count: size)
        for filter in filters {
            guard let value = firstConstant(filter)?.value,
                self.filters(behind: dispatchFields[dispatchFields.count - 1], value).isEmpty
            else { continue }
            var index = value.hash(after: 0)
            while !dispatchSlots[start + Int(index & mask)].filters.isEmpty { index &+= 1 }
            let alike = filters.filter { firstConstant($0)?.value == value }.map { Int32($0) }
            dispatchSlots[start + Int(index & mask)] = DispatchSlot(value: value, filters: list(alike))
        }
    }

    /// Appends a list.
    ///
    /// - Returns: where it stands in `lists`.
    mutating func list(_ items: [Int32]) -> Range<Int32> {
        let start = Int32(lists.count)
        lists += items
        return start..<Int32(lists.count)
    }
}
