"""The rebalancing problem as a general solver sees it: CP-SAT, one thread. Arguments: file, seconds. Prints handovers (or -1) and bound."""
import sys
from ortools.sat.python import cp_model

words = list(map(int, open(sys.argv[1]).read().split()))
workers, groups = words[0], words[1]
capacity = words[2:2 + workers]
at = 2 + workers
model = cp_model.CpModel()
loads = [[] for _ in range(workers)]
cost = []
for _ in range(groups):
    points, cases, holder, locked, count = words[at:at + 5]
    allowed = words[at + 5:at + 5 + count]
    at += 5 + count
    if locked:
        capacity[holder] -= points
        continue
    choices = []
    for worker in allowed:
        chosen = model.NewBoolVar("")
        choices.append(chosen)
        loads[worker].append(points * chosen)
        if holder >= 0 and worker != holder:
            cost.append(cases * chosen)
    model.AddExactlyOne(choices)
for worker in range(workers):
    model.Add(sum(loads[worker]) <= capacity[worker])
model.Minimize(sum(cost))
solver = cp_model.CpSolver()
solver.parameters.max_time_in_seconds = float(sys.argv[2])
solver.parameters.num_workers = 1
status = solver.Solve(model)
found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
print(int(solver.ObjectiveValue()) if found else -1, int(solver.BestObjectiveBound()))
