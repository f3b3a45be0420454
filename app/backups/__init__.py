"""`flask backup` and `flask restore`: the database and the pictures in one file, checked to the last row."""
