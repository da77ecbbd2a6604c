import Foundation

/// Whether random tests run all their cases (`ANALYST_FULL_TESTS=1`; `make test-full` sets it) or a sample of them.
package enum FullRuns {
    package static let isAsked = ProcessInfo.processInfo.environment["ANALYST_FULL_TESTS"] == "1"
}
