"""What can be taken away: all matches of a search, a passage to quote, a feed.

`exports.py` lists the formats and their addresses; each other file is one format.
"""
