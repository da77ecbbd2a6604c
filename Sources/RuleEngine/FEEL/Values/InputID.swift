/// The number of an unknown input in a session, to say what an open conclusion waits for; below zero, of something in the
/// session that waits for inputs itself.
package struct InputID: Hashable, Comparable, Sendable {
    package let rawValue: Int32

    package init(_ rawValue: Int32) { self.rawValue = rawValue }

    package static func < (left: InputID, right: InputID) -> Bool { left.rawValue < right.rawValue }
}
