/// An address of this server that a browser sent back: never one of another host.
package struct OwnAddress: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.utf8.allSatisfy({ (33..<127).contains($0) })
        else { return nil }
        self.text = text
    }
}
