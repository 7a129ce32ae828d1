-- Holds its one row where the recorded times of this log are simulated, as in the demo; written with those events.
CREATE TABLE simulated_times (id INT PRIMARY KEY);
