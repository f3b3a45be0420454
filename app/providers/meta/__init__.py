"""Facebook Pages and Instagram professional accounts, through Meta's Graph API.

Wire facts: contract 08 (2026-11-21). What it marks (k) is long-standing public behaviour nobody read again: such
facts are marked (k) here too, and are the first to check the day a real application is registered.
"""
