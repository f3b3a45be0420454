"""Hunter: the public addresses of a domain, each with the pages that publish it.

An address found is not a consent: what is kept is where it was published, and when.
"""
