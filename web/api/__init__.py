"""The JSON API. `api.py` lists its operations; what each takes and answers is read from its types.

`parameters` what is asked, `answers` what comes back and how it is found, `operation` how a
request becomes one, `openapi` the description made from them, `docs` the page made from that.
"""
