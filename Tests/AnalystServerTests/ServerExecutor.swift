import Dispatch

/// Threads for the server alone: tests wait for its answers on the threads that Swift shares among tasks, of which there are
/// no more than cores.
final class ServerExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "server", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
