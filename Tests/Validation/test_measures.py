"""The measures on orders small enough to count by hand. Run: python3 -m unittest discover Tests/Validation"""

import unittest

import numpy as np

from measures import auc, average_precision, interval, mean_ranks, spearman


def flags(text):
    return np.array([sign == "x" for sign in text])


class MeasureTests(unittest.TestCase):
    def test_auc_counts_pairs_and_half_ties(self):
        heaviness = np.array([4, 3, 2, 1])
        self.assertEqual(auc(heaviness, flags("xx..")), 1)
        self.assertEqual(auc(heaviness, flags("..xx")), 0)
        self.assertEqual(auc(heaviness, flags("x..x")), 0.5)
        self.assertEqual(auc(np.array([2, 2, 1, 1]), flags("x.x.")), 0.5)
        self.assertEqual(auc(np.array([3, 3, 1]), flags("x..")), 0.75)

    def test_average_precision_takes_ties_at_once(self):
        self.assertEqual(average_precision(np.array([4, 3, 2, 1]), flags("xx..")), 1)
        self.assertAlmostEqual(average_precision(np.array([4, 3, 2, 1]), flags("x.x.")), (1 + 2 / 3) / 2)
        self.assertEqual(average_precision(np.array([2, 2, 1, 1]), flags("x...")), 0.5)
        self.assertEqual(average_precision(np.array([2, 2, 1, 1]), flags(".x..")), 0.5)

    def test_a_weight_is_as_many_copies(self):
        heaviness, listed = np.array([3, 2, 2, 1]), flags("x.x.")
        twice = np.array([0, 1, 2, 2, 3])
        weight = np.array([1.0, 1, 2, 1])
        for measure in (auc, average_precision):
            self.assertAlmostEqual(measure(heaviness, listed, weight), measure(heaviness[twice], listed[twice]))

    def test_spearman_shares_places(self):
        self.assertEqual(list(mean_ranks(np.array([10, 20, 20, 5]))), [2, 3.5, 3.5, 1])
        self.assertAlmostEqual(spearman(np.array([1, 2, 3]), np.array([10, 20, 40])), 1)
        self.assertAlmostEqual(spearman(np.array([1, 2, 3]), np.array([3, 2, 1])), -1)

    def test_an_interval_holds_the_measure_and_has_no_width_for_one_cluster(self):
        heaviness = np.array([5, 4, 3, 2, 1, 0])
        listed = flags("x.x..x")
        low, high = interval(auc, heaviness, listed, np.array([0, -1, 1, -1, -1, 2]), draws=500)
        self.assertLess(low, auc(heaviness, listed))
        self.assertGreater(high, auc(heaviness, listed))
        one = interval(auc, heaviness, listed, np.array([0, -1, 0, -1, -1, 0]), draws=5)
        self.assertEqual(one, (auc(heaviness, listed), auc(heaviness, listed)))


if __name__ == "__main__":
    unittest.main()
