/// Names with slots in their order: the first has slot 0.
package struct FEELNameList: FEELNameResolver, Sendable {
    private let names: [String]

    package init(_ names: [String]) { self.names = names }

    package func slot(of name: String) -> Int32? { names.firstIndex(of: name).map(Int32.init) }
}
