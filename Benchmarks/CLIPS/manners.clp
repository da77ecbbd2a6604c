; Manners: seat guests along one table so that neighbours differ in sex and share a hobby.
;
; Depth-first search after the OPS5 benchmark suite (University of Texas). It relies on the newest match going first
; (strategy depth); saliences stand where OPS5 relies on specificity.
; Facts come from a file: guest, last_seat, count, context.

(deftemplate context (slot state))
(deftemplate count (slot c))
(deftemplate last_seat (slot seat))
(deftemplate guest (slot name) (slot sex) (slot hobby))
(deftemplate seating (slot seat1) (slot name1) (slot name2) (slot seat2) (slot id) (slot pid) (slot path_done))
(deftemplate path (slot id) (slot name) (slot seat))
(deftemplate chosen (slot id) (slot name) (slot hobby))

(defrule assign_first_seat
  ?context <- (context (state start))
  (guest (name ?name))
  ?count <- (count (c ?c))
  =>
  (assert (seating (seat1 1) (name1 ?name) (name2 ?name) (seat2 1) (id ?c) (pid 0) (path_done yes)))
  (assert (path (id ?c) (name ?name) (seat 1)))
  (modify ?count (c (+ ?c 1)))
  (modify ?context (state assign_seats)))

(defrule find_seating
  ?context <- (context (state assign_seats))
  (seating (name2 ?right) (seat2 ?seat) (id ?id) (path_done yes))
  (guest (name ?right) (sex ?sex) (hobby ?hobby))
  (guest (name ?next) (sex ~?sex) (hobby ?hobby))
  ?count <- (count (c ?c))
  (not (path (id ?id) (name ?next)))
  (not (chosen (id ?id) (name ?next) (hobby ?hobby)))
  =>
  (assert (seating (seat1 ?seat) (name1 ?right) (name2 ?next) (seat2 (+ ?seat 1)) (id ?c) (pid ?id) (path_done no)))
  (assert (path (id ?c) (name ?next) (seat (+ ?seat 1))))
  (assert (chosen (id ?id) (name ?next) (hobby ?hobby)))
  (modify ?count (c (+ ?c 1)))
  (modify ?context (state make_path)))

(defrule make_path
  (declare (salience 1))
  (context (state make_path))
  (seating (id ?id) (pid ?pid) (path_done no))
  (path (id ?pid) (name ?name) (seat ?seat))
  (not (path (id ?id) (name ?name)))
  =>
  (assert (path (id ?id) (name ?name) (seat ?seat))))

(defrule path_done
  ?context <- (context (state make_path))
  ?seating <- (seating (path_done no))
  =>
  (modify ?seating (path_done yes))
  (modify ?context (state check_done)))

(defrule are_we_done
  (declare (salience 1))
  ?context <- (context (state check_done))
  (last_seat (seat ?last))
  (seating (seat2 ?last))
  =>
  (modify ?context (state print_results)))

(defrule continue
  ?context <- (context (state check_done))
  =>
  (modify ?context (state assign_seats)))

(defrule print_results
  (declare (salience 1))
  (context (state print_results))
  (last_seat (seat ?last))
  (seating (seat2 ?last) (id ?id))
  ?path <- (path (id ?id))
  =>
  (retract ?path))

(defrule all_done
  (context (state print_results))
  =>
  (halt))
