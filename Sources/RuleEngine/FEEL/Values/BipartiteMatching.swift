/// Matching of two sides, by augmenting paths (Kuhn 1955).
enum BipartiteMatching {
    /// Every one of `needed` gets its own partner among `offered`.
    static func covers(_ needed: [Int], with offered: [Int], where fits: (Int, Int) -> Bool) -> Bool {
        var partner = [Int?](repeating: nil, count: offered.count)

        func findPartner(for one: Int, visited: inout [Bool]) -> Bool {
            for (index, other) in offered.enumerated() where !visited[index] && fits(one, other) {
                visited[index] = true
                if let taken = partner[index], !findPartner(for: taken, visited: &visited) { continue }
                partner[index] = one
                return true
            }
            return false
        }

        guard needed.count <= offered.count else { return false }
        for one in needed {
            var visited = [Bool](repeating: false, count: offered.count)
            guard findPartner(for: one, visited: &visited) else { return false }
        }
        return true
    }
}
