import Synchronization

/// Holds back who asks much faster than people can: a bucket of requests for each, which fills with time.
package final class RateLimit: Sendable {
    private struct Bucket {
        var filled: Double
        var at: Double
    }

    private let size: Double
    private let perSecond: Double
    private let mostClients: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - size: how many requests may come at once.
    ///   - perSecond: how many may come every second in the long run.
    package init(size: Int = 400, perSecond: Int = 40, mostClients: Int = 10_000) {
        self.size = Double(size)
        self.perSecond = Double(perSecond)
        self.mostClients = mostClients
    }

    /// Whether one more request of a client is within the limit.
    ///
    /// - Parameter now: seconds.
    package func admits(_ client: String, now: Double) -> Bool {
        buckets.withLock { buckets in
            if buckets.count >= mostClients, buckets[client] == nil {
                buckets = buckets.filter { $0.value.filled + (now - $0.value.at) * perSecond < size }
                // Too many of them are busy: who is new waits.
                guard buckets.count < mostClients else { return false }
            }
            var bucket = buckets[client] ?? Bucket(filled: size, at: now)
            bucket.filled = min(size, bucket.filled + max(0, now - bucket.at) * perSecond)
            bucket.at = now
            let isAdmitted = bucket.filled >= 1
            if isAdmitted { bucket.filled -= 1 }
            buckets[client] = bucket
            return isAdmitted
        }
    }
}
