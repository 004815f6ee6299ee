"""Questions about relations, answered plainly: dictionaries, queues and sets, written from the contracts alone.

Names are bytes; a relation is (row, parent, child). Nothing here is shared with the program.
"""

from collections import defaultdict, deque

TYPES_OF_SOMEBODY = ("identity", "")


def type_of(name):
    """The type of a BRN, or "" for an opaque name."""
    parts = name.split(b":")
    if len(parts) != 8 or parts[:3] != [b"brn", b"bid", b"balkanid"] or any(parts[3:5]) or not all(parts[5:]):
        return ""
    return parts[6].decode("latin-1")


class Walks:
    """The relations among `rows`, which are (parent, child); rows with an empty cell are none."""

    def __init__(self, rows):
        self.rows = rows
        self.names = {name for row in rows for name in row if name}
        self.relations = [(row, parent, child) for row, (parent, child) in enumerate(rows) if parent and child]
        self.sides = {"down": defaultdict(list), "up": defaultdict(list)}
        for row, parent, child in self.relations:
            self.sides["down"][parent].append((row, child))
            self.sides["up"][child].append((row, parent))

    def reach(self, starts, direction="down", only=None):
        """{name: (distance, via, row)}; via and row are None for starts."""
        step = self.sides[direction]
        distance = {name: 0 for name in starts}
        queue = deque(distance)
        while queue:
            name = queue.popleft()
            for row, end in step[name]:
                if end not in distance and (only is None or row in only):
                    distance[end] = distance[name] + 1
                    queue.append(end)
        back = self.sides["up" if direction == "down" else "down"]
        found = {}
        for name, far in distance.items():
            ways = [
                (row, end)
                for row, end in back[name]
                if distance.get(end) == far - 1 and (only is None or row in only)
            ]
            row, via = min(ways) if far else (None, None)
            found[name] = (far, via, row)
        return found

    def paths(self, starts, ends, only=None):
        """Every shortest path as a list of names, in the order of the first relations that they take."""
        distance = {name: far for name, (far, _, _) in self.reach(starts, "down", only).items()}
        near = [distance[end] for end in ends if end in distance]
        if not near:
            return []
        goals = {end for end in ends if distance.get(end) == min(near)}
        # What leads on to a goal, layer by layer from the goals.
        leading, layer = set(goals), set(goals)
        for far in range(min(near) - 1, -1, -1):
            layer = {
                parent
                for name in layer
                for row, parent in self.sides["up"][name]
                if distance.get(parent) == far and (only is None or row in only)
            }
            leading |= layer
        found = [[start] for start in dict.fromkeys(starts) if start in leading]
        for far in range(1, min(near) + 1):
            found = [[*path, end] for path in found for end in self.steps(path[-1], far, distance, leading, only)]
        return found

    def steps(self, name, far, distance, leading, only):
        return dict.fromkeys(
            end
            for row, end in self.sides["down"][name]
            if end in leading and distance[end] == far and (only is None or row in only)
        )

    def cycles(self, only=None):
        """Sets of names: Kosaraju's two searches."""
        if only is not None:
            return Walks([ends if row in only else (b"", b"") for row, ends in enumerate(self.rows)]).cycles()
        left, order = [], set()
        for start in self.names:
            if start in order:
                continue
            order.add(start)
            stack = [(start, iter(self.sides["down"][start]))]
            while stack:
                name, ends = stack[-1]
                for _, end in ends:
                    if end not in order:
                        order.add(end)
                        stack.append((end, iter(self.sides["down"][end])))
                        break
                else:
                    left.append(name)
                    stack.pop()
        seen, found = set(), []
        for start in reversed(left):
            if start in seen:
                continue
            component, stack = set(), [start]
            seen.add(start)
            while stack:
                name = stack.pop()
                component.add(name)
                for _, parent in self.sides["up"][name]:
                    if parent not in seen:
                        seen.add(parent)
                        stack.append(parent)
            if len(component) > 1 or any(end == start for _, end in self.sides["down"][start]):
                found.append(component)
        return found

    def orphans(self):
        owned = self.reach([name for name in self.names if type_of(name) in TYPES_OF_SOMEBODY])
        return self.names - owned.keys()

    def roots(self):
        return {name for name in self.names if not self.sides["up"][name]}

    def leaves(self):
        return {name for name in self.names if not self.sides["down"][name]}

    def shared(self, starts, direction="down", only=None):
        reached = [self.reach([start], direction, only).keys() for start in starts]
        return set.intersection(*map(set, reached)) - set(starts)
