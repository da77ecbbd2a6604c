; Waltz: label the lines of a flat drawing of blocks as boundary (B), convex (+) or concave (-).
;
; After the OPS5 benchmark suite (University of Texas) and D. Waltz (1972). A point is one whole number, 100 x + y.
; Saliences stand where OPS5 relies on specificity. Facts come from a file: stage, line.

(deftemplate stage (slot value))
(deftemplate line (slot p1) (slot p2))
(deftemplate edge
  (slot p1) (slot p2) (slot joined (default false)) (slot label (default nil)) (slot plotted (default nil)))
(deftemplate junction (slot p1) (slot p2) (slot p3 (default nil)) (slot base_point) (slot type))

; ---- Geometry

; The direction from one point to another, in radians between minus pi and pi.
(deffunction direction (?from ?to)
  (bind ?dx (- (div ?to 100) (div ?from 100)))
  (bind ?dy (- (mod ?to 100) (mod ?from 100)))
  (if (= ?dx 0) then
    (if (> ?dy 0) then (return (/ (pi) 2)) else (return (- 0 (/ (pi) 2)))))
  (bind ?slope (atan (/ ?dy ?dx)))
  (if (> ?dx 0) then (return ?slope))
  (if (>= ?dy 0) then (return (+ ?slope (pi))) else (return (- ?slope (pi)))))

; The angle between two directions, at most pi.
(deffunction angle (?a ?b)
  (bind ?difference (abs (- ?a ?b)))
  (if (> ?difference (pi)) then (return (- (* 2 (pi)) ?difference)) else (return ?difference)))

; Asserts the junction of three edges at one point. The edge that both angles of the smallest sum share is the
; shaft, p2.
(deffunction assert_junction (?base ?p1 ?p2 ?p3)
  (bind ?d1 (direction ?base ?p1))
  (bind ?d2 (direction ?base ?p2))
  (bind ?d3 (direction ?base ?p3))
  (bind ?a12 (angle ?d1 ?d2))
  (bind ?a13 (angle ?d1 ?d3))
  (bind ?a23 (angle ?d2 ?d3))
  (bind ?at1 (+ ?a12 ?a13))
  (bind ?at2 (+ ?a12 ?a23))
  (bind ?at3 (+ ?a13 ?a23))
  (bind ?sum ?at3)
  (bind ?left ?p1) (bind ?shaft ?p3) (bind ?right ?p2)
  (if (< ?at2 ?sum) then
    (bind ?sum ?at2)
    (bind ?left ?p1) (bind ?shaft ?p2) (bind ?right ?p3))
  (if (< ?at1 ?sum) then
    (bind ?sum ?at1)
    (bind ?left ?p2) (bind ?shaft ?p1) (bind ?right ?p3))
  (bind ?type arrow)
  (if (< (abs (- ?sum (pi))) 0.001) then (bind ?type tee) else
    (if (> ?sum (pi)) then (bind ?type fork)))
  (assert (junction (p1 ?left) (p2 ?shaft) (p3 ?right) (base_point ?base) (type ?type))))

; ---- Stage duplicate

(defrule reverse_edges
  (stage (value duplicate))
  ?line <- (line (p1 ?p1) (p2 ?p2))
  =>
  (assert (edge (p1 ?p1) (p2 ?p2)))
  (assert (edge (p1 ?p2) (p2 ?p1)))
  (retract ?line))

(defrule done_reversing
  (declare (salience -10))
  ?stage <- (stage (value duplicate))
  (not (line))
  =>
  (modify ?stage (value detect_junctions)))

; ---- Stage detect_junctions

(defrule make_3_junction
  (declare (salience 10))
  (stage (value detect_junctions))
  ?e1 <- (edge (p1 ?base) (p2 ?p1) (joined false))
  ?e2 <- (edge (p1 ?base) (p2 ?p2&~?p1) (joined false))
  ?e3 <- (edge (p1 ?base) (p2 ?p3&~?p1&~?p2) (joined false))
  =>
  (assert_junction ?base ?p1 ?p2 ?p3)
  (modify ?e1 (joined true))
  (modify ?e2 (joined true))
  (modify ?e3 (joined true)))

(defrule make_L
  (stage (value detect_junctions))
  ?e1 <- (edge (p1 ?base) (p2 ?p1) (joined false))
  ?e2 <- (edge (p1 ?base) (p2 ?p2&~?p1) (joined false))
  (not (edge (p1 ?base) (p2 ~?p1&~?p2)))
  =>
  (assert (junction (p1 ?p1) (p2 ?p2) (base_point ?base) (type L)))
  (modify ?e1 (joined true))
  (modify ?e2 (joined true)))

(defrule done_detecting
  (declare (salience -10))
  ?stage <- (stage (value detect_junctions))
  (not (edge (joined false)))
  =>
  (modify ?stage (value find_initial_boundary)))

; ---- Stage find_initial_boundary

(defrule initial_boundary_L
  ?stage <- (stage (value find_initial_boundary))
  (junction (type L) (base_point ?base) (p1 ?p1) (p2 ?p2))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  (not (junction (base_point ?other&:(> ?other ?base))))
  =>
  (modify ?e1 (label B))
  (modify ?e2 (label B))
  (modify ?stage (value find_second_boundary)))

(defrule initial_boundary_arrow
  ?stage <- (stage (value find_initial_boundary))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  ?e3 <- (edge (p1 ?base) (p2 ?p3))
  (not (junction (base_point ?other&:(> ?other ?base))))
  =>
  (modify ?e1 (label B))
  (modify ?e2 (label +))
  (modify ?e3 (label B))
  (modify ?stage (value find_second_boundary)))

; ---- Stage find_second_boundary

(defrule second_boundary_L
  ?stage <- (stage (value find_second_boundary))
  (junction (type L) (base_point ?base) (p1 ?p1) (p2 ?p2))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  (not (junction (base_point ?other&:(< ?other ?base))))
  =>
  (modify ?e1 (label B))
  (modify ?e2 (label B))
  (modify ?stage (value labeling)))

(defrule second_boundary_arrow
  ?stage <- (stage (value find_second_boundary))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  ?e3 <- (edge (p1 ?base) (p2 ?p3))
  (not (junction (base_point ?other&:(< ?other ?base))))
  =>
  (modify ?e1 (label B))
  (modify ?e2 (label +))
  (modify ?e3 (label B))
  (modify ?stage (value labeling)))

; ---- Stage labeling

(defrule match_edge
  (stage (value labeling))
  ?e1 <- (edge (p1 ?p1) (p2 ?p2) (label ?label&+|-|B))
  ?e2 <- (edge (p1 ?p2) (p2 ?p1) (label nil))
  =>
  (modify ?e1 (plotted t))
  (modify ?e2 (label ?label) (plotted t)))

(defrule label_L
  (stage (value labeling))
  (junction (type L) (base_point ?base))
  (edge (p1 ?base) (p2 ?p1) (label +|-))
  ?e <- (edge (p1 ?base) (p2 ~?p1) (label nil))
  =>
  (modify ?e (label B)))

(defrule label_tee_A
  (declare (salience 5))
  (stage (value labeling))
  (junction (type tee) (base_point ?base) (p1 ?p1) (p3 ?p3))
  ?e1 <- (edge (p1 ?base) (p2 ?p1) (label nil))
  ?e3 <- (edge (p1 ?base) (p2 ?p3))
  =>
  (modify ?e1 (label B))
  (modify ?e3 (label B)))

(defrule label_tee_B
  (stage (value labeling))
  (junction (type tee) (base_point ?base) (p1 ?p1) (p3 ?p3))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  ?e3 <- (edge (p1 ?base) (p2 ?p3) (label nil))
  =>
  (modify ?e1 (label B))
  (modify ?e3 (label B)))

(defrule label_fork_1
  (stage (value labeling))
  (junction (type fork) (base_point ?base))
  (edge (p1 ?base) (p2 ?p1) (label +))
  ?e2 <- (edge (p1 ?base) (p2 ?p2&~?p1) (label nil))
  ?e3 <- (edge (p1 ?base) (p2 ~?p1&~?p2))
  =>
  (modify ?e2 (label +))
  (modify ?e3 (label +)))

(defrule label_fork_2
  (stage (value labeling))
  (junction (type fork) (base_point ?base))
  (edge (p1 ?base) (p2 ?p1) (label B))
  (edge (p1 ?base) (p2 ?p2&~?p1) (label -))
  ?e <- (edge (p1 ?base) (p2 ~?p1&~?p2) (label nil))
  =>
  (modify ?e (label B)))

(defrule label_fork_3
  (stage (value labeling))
  (junction (type fork) (base_point ?base))
  (edge (p1 ?base) (p2 ?p1) (label B))
  (edge (p1 ?base) (p2 ?p2&~?p1) (label B))
  ?e <- (edge (p1 ?base) (p2 ~?p1&~?p2) (label nil))
  =>
  (modify ?e (label -)))

(defrule label_fork_4
  (stage (value labeling))
  (junction (type fork) (base_point ?base))
  (edge (p1 ?base) (p2 ?p1) (label -))
  (edge (p1 ?base) (p2 ?p2&~?p1) (label -))
  ?e <- (edge (p1 ?base) (p2 ~?p1&~?p2) (label nil))
  =>
  (modify ?e (label -)))

(defrule label_arrow_1A
  (declare (salience 5))
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p1) (label ?label&B|-))
  ?e2 <- (edge (p1 ?base) (p2 ?p2) (label nil))
  ?e3 <- (edge (p1 ?base) (p2 ?p3))
  =>
  (modify ?e2 (label +))
  (modify ?e3 (label ?label)))

(defrule label_arrow_1B
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p1) (label ?label&B|-))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  ?e3 <- (edge (p1 ?base) (p2 ?p3) (label nil))
  =>
  (modify ?e2 (label +))
  (modify ?e3 (label ?label)))

(defrule label_arrow_2A
  (declare (salience 5))
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p3) (label ?label&B|-))
  ?e2 <- (edge (p1 ?base) (p2 ?p2) (label nil))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  =>
  (modify ?e2 (label +))
  (modify ?e1 (label ?label)))

(defrule label_arrow_2B
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p3) (label ?label&B|-))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  ?e1 <- (edge (p1 ?base) (p2 ?p1) (label nil))
  =>
  (modify ?e2 (label +))
  (modify ?e1 (label ?label)))

(defrule label_arrow_3A
  (declare (salience 5))
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p1) (label +))
  ?e2 <- (edge (p1 ?base) (p2 ?p2) (label nil))
  ?e3 <- (edge (p1 ?base) (p2 ?p3))
  =>
  (modify ?e2 (label -))
  (modify ?e3 (label +)))

(defrule label_arrow_3B
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p1) (label +))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  ?e3 <- (edge (p1 ?base) (p2 ?p3) (label nil))
  =>
  (modify ?e2 (label -))
  (modify ?e3 (label +)))

(defrule label_arrow_4A
  (declare (salience 5))
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p3) (label +))
  ?e2 <- (edge (p1 ?base) (p2 ?p2) (label nil))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  =>
  (modify ?e2 (label -))
  (modify ?e1 (label +)))

(defrule label_arrow_4B
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p3) (label +))
  ?e2 <- (edge (p1 ?base) (p2 ?p2))
  ?e1 <- (edge (p1 ?base) (p2 ?p1) (label nil))
  =>
  (modify ?e2 (label -))
  (modify ?e1 (label +)))

(defrule label_arrow_5A
  (declare (salience 5))
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p2) (label -))
  ?e1 <- (edge (p1 ?base) (p2 ?p1))
  ?e3 <- (edge (p1 ?base) (p2 ?p3) (label nil))
  =>
  (modify ?e1 (label +))
  (modify ?e3 (label +)))

(defrule label_arrow_5B
  (stage (value labeling))
  (junction (type arrow) (base_point ?base) (p1 ?p1) (p2 ?p2) (p3 ?p3))
  (edge (p1 ?base) (p2 ?p2) (label -))
  ?e1 <- (edge (p1 ?base) (p2 ?p1) (label nil))
  ?e3 <- (edge (p1 ?base) (p2 ?p3))
  =>
  (modify ?e1 (label +))
  (modify ?e3 (label +)))

(defrule done_labeling
  (declare (salience -10))
  ?stage <- (stage (value labeling))
  =>
  (modify ?stage (value plot_remaining_edges)))

; ---- Stage plot_remaining_edges

(defrule plot_remaining
  (stage (value plot_remaining_edges))
  ?e <- (edge (label ~nil) (plotted nil))
  =>
  (modify ?e (plotted t)))

(defrule plot_boundaries
  (stage (value plot_remaining_edges))
  ?e <- (edge (label nil) (plotted nil))
  =>
  (modify ?e (plotted t)))

(defrule done_plotting
  (declare (salience -10))
  ?stage <- (stage (value plot_remaining_edges))
  (not (edge (plotted nil)))
  =>
  (modify ?stage (value done)))
