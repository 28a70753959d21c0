"""Which proxies are believed, and who asks through them."""

import ipaddress
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from werkzeug.middleware.proxy_fix import ProxyFix

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network
_MOST = 20
"""Proxies one behind the other."""
_TOLD = (
    "HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_BY",
    "HTTP_X_FORWARDED_SERVER", "HTTP_X_FORWARDED_SSL", "HTTP_X_FORWARDED_SCHEME",
    "HTTP_X_REAL_IP", "HTTP_X_SCRIPT_NAME",
)  # fmt: skip
"""What proxies say of a request, and anyone could."""


@dataclass(frozen=True, slots=True)
class Proxies:
    """The last so many, whoever connects, or those with an address in these networks."""

    count: int = 0
    networks: tuple[Network, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Proxies":
        """A number, or addresses and networks with commas between; raises ValueError.

        >>> Proxies.read("1").count, Proxies.read("127.0.0.1, fd00::/8").count
        (1, 0)
        """
        if text.strip().isdecimal():
            return cls(min(int(text), _MOST))
        parts = [part.strip() for part in text.split(",")]
        return cls(0, tuple(ipaddress.ip_network(part, strict=False) for part in parts))

    @property
    def are_any(self) -> bool:
        return bool(self.count or self.networks)

    def hops(self, peer: str, forwarded_for: str) -> int:
        """How many of those that a request came through are believed; 0 for none.

        >>> own = Proxies.read("10.0.0.0/8")
        >>> own.hops("10.0.0.1", "6.6.6.6, 192.0.2.7, 10.0.0.2"), own.hops("192.0.2.7", "6.6.6.6")
        (2, 0)
        """
        if not self.networks:
            return self.count
        seen = [peer, *reversed([each.strip() for each in forwarded_for.split(",")][-_MOST:])]
        trusted = 0
        while trusted < len(seen) and self._is_own(seen[trusted]):
            trusted += 1
        return trusted

    def _is_own(self, text: str) -> bool:
        address = _address(text)
        return address is not None and any(
            address.version == network.version and address in network for network in self.networks
        )

    def client(self, peer: str, forwarded_for: str) -> str:
        """Who asks, as far as that can be told: an address, of IPv6 its network of 64 bits.

        >>> Proxies(1).client("127.0.0.1", "6.6.6.6, 192.0.2.7"), Proxies().client("::1", "6.6.6.6")
        ('192.0.2.7', '::')
        """
        hops = self.hops(peer, forwarded_for)
        told = [each.strip() for each in forwarded_for.split(",") if each.strip()]
        return _network(told[-min(hops, len(told))] if hops and told else peer)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """
    >>> _address("[2001:db8::1]:443"), _address("::ffff:192.0.2.7"), _address("unknown")
    (IPv6Address('2001:db8::1'), IPv4Address('192.0.2.7'), None)
    """
    bare = text.strip('" ').partition("%")[0]
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if address.version == 6 else None
    return mapped or address


def _network(text: str) -> str:
    address = _address(text)
    if address is None:
        return text[:100]
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)


BELIEVED = ("FOR", "PROTO", "HOST", "PORT", "PREFIX")
Wsgi: TypeAlias = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Believed:
    """A WSGI application that hears of what proxies say only what those that are believed say.

    Of `X-Forwarded-Prefix` nothing, unless `prefix`.
    """

    def __init__(self, app: Wsgi, proxies: Proxies, prefix: bool) -> None:
        self._app = app
        self._proxies = proxies
        self._prefix = prefix

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        told = environ.get("HTTP_X_FORWARDED_FOR", "")
        hops = self._proxies.hops(environ.get("REMOTE_ADDR", ""), told)
        if not hops:
            for name in _TOLD:
                environ.pop(name, None)
            return self._app(environ, start_response)
        kept = {f"HTTP_X_FORWARDED_{each}" for each in ("FOR", "PROTO", "HOST")}
        kept |= {"HTTP_X_FORWARDED_PREFIX"} if self._prefix else set()
        for name in kept.symmetric_difference(_TOLD):
            environ.pop(name, None)
        depth = [self._depth(environ, name, hops) for name in BELIEVED]
        return ProxyFix(self._app, *depth)(environ, start_response)

    def _depth(self, environ: dict[str, Any], name: str, hops: int) -> int:
        """How many values of a header are those of proxies: not each of several sets each."""
        values = len(environ.get(f"HTTP_X_FORWARDED_{name}", "").split(","))
        return min(hops, values) if self._proxies.networks else hops
