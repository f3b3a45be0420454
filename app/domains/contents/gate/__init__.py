"""The gate every text passes: facts, French, trades, what mends each fault, and the footer of a broker."""
