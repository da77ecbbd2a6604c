import Analyst
import Dispatch
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The web, asked for tables that the user wants to be fetched. Nothing else in the program uses the network.
///
/// An answer that leads to another host is refused: only the publisher's own service is asked.
struct WebService: TableService {
    /// Seconds without a byte after which a service counts as silent.
    let patience: Int

    /// Seconds that one answer may take in all, as many times the patience.
    private static let most = 20

    func answer(to address: String, limit: Int) throws(ServiceFault) -> ServiceAnswer {
        guard let url = URL(string: address) else { throw .other(NSURLErrorBadURL) }
        var question = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        question.timeoutInterval = TimeInterval(patience)
        question.setValue("application/json", forHTTPHeaderField: "Accept")
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = TimeInterval(patience)
        let exchange = WebExchange(from: url, limit: limit)
        let session = URLSession(configuration: configuration, delegate: exchange, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        session.dataTask(with: question).resume()
        guard exchange.end.wait(timeout: .now() + .seconds(patience * Self.most)) == .success else {
            throw .timedOut
        }
        return try exchange.outcome.get()
    }
}

/// One question and its answer.
///
/// The session calls it on one queue, one call after the other; whoever waits reads the outcome only behind the signal of
/// the last call. So it may be handed over unchecked.
private final class WebExchange: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    /// Signalled when `outcome` stands.
    let end = DispatchSemaphore(value: 0)
    private(set) var outcome: Result<ServiceAnswer, ServiceFault> = .failure(.brokenOff)

    private let origin: URL
    private let limit: Int
    private var bytes: [UInt8] = []
    private var fault: ServiceFault?
    private var redirections = 0

    init(from origin: URL, limit: Int) {
        self.origin = origin
        self.limit = limit
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        redirections += 1
        let isSame = request.url?.host == origin.host && request.url?.port == origin.port
        if isSame, request.url?.scheme == origin.scheme, redirections <= 5 {
            completionHandler(request)
        } else {
            fault = .redirected(request.url?.host ?? "?")
            completionHandler(nil)
            task.cancel()
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard fault == nil else { return }
        guard bytes.count + data.count <= limit else {
            fault = .tooLarge(limit)
            dataTask.cancel()
            return
        }
        bytes += data
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        let response = task.response as? HTTPURLResponse
        if let fault {
            outcome = .failure(fault)
        } else if let error {
            outcome = .failure(ServiceFault(error, hasBegun: response != nil))
        } else if let response {
            let wait = response.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
            outcome = .success(
                ServiceAnswer(status: response.statusCode, bytes: bytes, retryAfter: wait.map { max($0, 0) }))
        }
        end.signal()
    }
}

extension ServiceFault {
    /// - Parameter hasBegun: whether an answer had begun to come in.
    fileprivate init(_ error: any Error, hasBegun: Bool) {
        let number = (error as NSError).code
        self =
            switch number {
            case NSURLErrorTimedOut: .timedOut
            case NSURLErrorCannotFindHost, NSURLErrorCannotConnectToHost, NSURLErrorDNSLookupFailed,
                NSURLErrorNotConnectedToInternet:
                .noConnection
            case NSURLErrorNetworkConnectionLost: .brokenOff
            case NSURLErrorSecureConnectionFailed, NSURLErrorServerCertificateUntrusted,
                NSURLErrorServerCertificateHasBadDate, NSURLErrorServerCertificateHasUnknownRoot,
                NSURLErrorServerCertificateNotYetValid, NSURLErrorClientCertificateRejected:
                .notTrusted
            default: hasBegun ? .brokenOff : .other(number)
            }
    }
}
