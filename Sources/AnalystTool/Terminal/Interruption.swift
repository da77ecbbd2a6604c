import Dispatch
import Foundation

/// Says a last word when the person presses Ctrl-C, and ends with the exit code that shells expect.
///
/// Nothing needs saving then: every confirmed answer is in the sheet already, and a sheet is replaced as a whole.
struct Interruption {
    private let source: any DispatchSourceSignal

    init(_ lastWord: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            lastWord()
            exit(130)
        }
        source.resume()
    }

    func cancel() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}
