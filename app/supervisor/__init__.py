"""`make run`: one command starts everything, keeps it alive, and stops it on Ctrl-C."""
