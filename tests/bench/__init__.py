"""``make bench``: figures of speed and memory, as a table with ratios taken in one run. Never part of the tests."""
