"""Who is served next: clients take turns, each lane has its bounds, and who comes too much is told.

Nothing here knows of sockets or threads; whoever calls holds a lock.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from loccit.web.serving.limits import HELD_BACK, Lane, LaneName

T = TypeVar("T")
Refusal = Literal["client", "site"]
"""Because this client asks for too much at once, or because all together do."""
REFUSED = "loccit.refused"
"""In a request's environment: the reason for which it is refused."""


@dataclass(frozen=True, slots=True)
class Ticket(Generic[T]):
    """A request that waits, or runs; `refused` says why it is only to be told so."""

    task: T
    client: str
    lane: LaneName
    since: float
    refused: Refusal | None = None


class _Waiting(Generic[T]):
    """The requests of one lane, a queue a client."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.queues: OrderedDict[str, deque[Ticket[T]]] = OrderedDict()
        self.running: Counter[str] = Counter()
        self.rested_at = 0.0

    def refusal(self, client: str) -> Refusal | None:
        lane, own = self.lane, len(self.queues.get(client, ())) + self.running[client]
        if own >= lane.running_of_one + lane.waiting_of_one:
            return "client"
        all = sum(map(len, self.queues.values())) + self.running.total()
        return "site" if all >= lane.running + lane.waiting else None

    def add(self, ticket: Ticket[T]) -> None:
        self.queues.setdefault(ticket.client, deque()).append(ticket)

    def next(self, now: float) -> Ticket[T] | None:
        """That of the client whose turn it is, who then comes last."""
        if self.running.total() >= self.lane.running or now < self.rested_at:
            return None
        for client, queue in self.queues.items():
            if self.running[client] < self.lane.running_of_one:
                ticket = queue.popleft()
                self.running[client] += 1
                self.queues.move_to_end(client)
                if not queue:
                    del self.queues[client]
                return ticket
        return None

    def ended(self, client: str, began: float, now: float) -> None:
        self.running[client] -= 1
        if not self.running[client]:
            del self.running[client]
        if self.lane.rests:
            self.rested_at = now + (now - began)

    def late(self, now: float) -> Iterator[Ticket[T]]:
        """Take out those that have waited for too long."""
        for client, queue in list(self.queues.items()):
            while queue and now - queue[0].since > self.lane.seconds:
                yield queue.popleft()
            if not queue:
                del self.queues[client]


class Lanes(Generic[T]):
    def __init__(self, lanes: Mapping[LaneName, Lane]) -> None:
        self._lanes: dict[LaneName, _Waiting[T]] = {
            name: _Waiting(lane) for name, lane in lanes.items()
        }
        self._refused: deque[Ticket[T]] = deque()

    def add(self, task: T, client: str, lane: LaneName, now: float) -> None:
        """Let a request wait for its turn, or for being told that it gets none."""
        refusal = self._lanes[lane].refusal(client)
        ticket = Ticket(task, client, lane, now, refusal)
        if refusal:
            self._refused.append(ticket)
        else:
            self._lanes[lane].add(ticket)

    def next(self, now: float) -> Ticket[T] | None:
        """What is to run now; None where nothing is."""
        for name, waiting in self._lanes.items():
            for late in waiting.late(now):
                self._refused.append(Ticket(late.task, late.client, name, 0.0, "site"))
            ticket = waiting.next(now)
            if ticket:
                return ticket
            if name == "quick" and self._refused and now - self._refused[0].since >= HELD_BACK:
                return self._refused.popleft()
        return None

    def ended(self, ticket: Ticket[T], began: float, now: float) -> None:
        if not ticket.refused:
            self._lanes[ticket.lane].ended(ticket.client, began, now)

    def emptied(self) -> list[T]:
        """All that wait, which then don't."""
        queues = [queue for each in self._lanes.values() for queue in each.queues.values()]
        left = [ticket.task for queue in (*queues, self._refused) for ticket in queue]
        for each in self._lanes.values():
            each.queues.clear()
        self._refused.clear()
        return left

    def due_in(self, now: float, most: float) -> float | None:
        """Seconds until time alone may make something due, `most` at most; None where nothing
        waits."""
        if self.is_idle:
            return None
        resting = (each.rested_at - now for each in self._lanes.values() if each.queues)
        return min([most, *(seconds for seconds in resting if seconds > 0)])

    @property
    def is_idle(self) -> bool:
        busy = any(each.queues or each.running for each in self._lanes.values())
        return not busy and not self._refused
