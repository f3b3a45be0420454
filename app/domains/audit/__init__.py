"""The journal of activity: who changed what, when, from where; nothing in it is ever changed."""
