/// How much a YAML text may ask of the machine. What goes beyond is refused with a diagnostic.
package struct YAMLLimits: Hashable, Sendable {
    /// Length of the text in UTF-8 bytes.
    package var bytes: Int
    /// Scalars, sequences and mappings in the text.
    package var nodes: Int
    /// Sequences and mappings inside each other.
    package var depth: Int
    /// Nodes that aliases stand for, all together, with aliases inside aliases counted in full.
    package var aliasedNodes: Int
    /// Mistakes that are told; one more ends the reading.
    package var mistakes: Int

    package init(bytes: Int, nodes: Int, depth: Int, aliasedNodes: Int, mistakes: Int = 10_000) {
        self.bytes = bytes
        self.nodes = nodes
        self.depth = depth
        self.aliasedNodes = aliasedNodes
        self.mistakes = mistakes
    }

    /// Wide for anything that people write: 32 MiB, two million nodes, 64 levels, a hundred thousand aliased nodes;
    /// ten thousand mistakes.
    package static let standard = YAMLLimits(
        bytes: 32 << 20, nodes: 2_000_000, depth: 64, aliasedNodes: 100_000)
}
