"""Write publications with no key and no network, from sentences of our own."""
