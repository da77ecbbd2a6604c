import Foundation
import TestSupport
import Testing

extension Golden {
    /// Compares with the approved text in a file of these tests.
    static func expect(_ text: String, equals path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let difference = try difference(text, from: tests.appending(path: path))
        #expect(difference == nil, sourceLocation: sourceLocation)
    }
}
