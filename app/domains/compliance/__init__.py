"""What may be said, and to whom: language, trade rules, consent."""
