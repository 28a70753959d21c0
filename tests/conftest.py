"""For every test: examples have no deadline, since machines are shared and noisy."""

from hypothesis import settings

settings.register_profile("loccit", deadline=None)
settings.load_profile("loccit")
