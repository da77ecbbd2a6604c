/// Groups of nodes that reach each other.
///
/// After R. Tarjan, "Depth-first search and linear graph algorithms" (1972).
enum StrongComponents {
    /// - Parameter edges: by node, the nodes that it points to.
    /// - Returns: the groups, each after those that it points to.
    static func of(_ edges: [[Int]]) -> [[Int]] {
        var state = State(count: edges.count)
        for root in edges.indices where state.index[root] < 0 {
            // An explicit stack: chains may be long.
            var work: [(node: Int, next: Int)] = [(root, 0)]
            state.open(root)
            while let (node, next) = work.last {
                if next < edges[node].count {
                    work[work.count - 1].next += 1
                    let target = edges[node][next]
                    if state.index[target] < 0 {
                        state.open(target)
                        work.append((target, 0))
                    } else if state.onStack[target] {
                        state.low[node] = min(state.low[node], state.index[target])
                    }
                } else {
                    work.removeLast()
                    if let parent = work.last?.node { state.low[parent] = min(state.low[parent], state.low[node]) }
                    state.close(node)
                }
            }
        }
        return state.components
    }

    private struct State {
        var index: [Int]
        var low: [Int]
        var onStack: [Bool]
        var stack: [Int] = []
        var components: [[Int]] = []
        private var counter = 0

        init(count: Int) {
            index = Array(repeating: -1, count: count)
            low = index
            onStack = Array(repeating: false, count: count)
        }

        mutating func open(_ node: Int) {
            index[node] = counter
            low[node] = counter
            counter += 1
            stack.append(node)
            onStack[node] = true
        }

        mutating func close(_ node: Int) {
            guard low[node] == index[node] else { return }
            var group: [Int] = []
            while let top = stack.popLast() {
                onStack[top] = false
                group.append(top)
                if top == node { break }
            }
            components.append(group)
        }
    }
}
