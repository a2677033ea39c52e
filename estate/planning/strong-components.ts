/**
 * Strongly connected components of a directed graph (Tarjan's algorithm, without recursion): nodes that reach
 * each other. A component comes after all that it leads to.
 *
 * @param targets for every node those that its edges lead to
 */
export function strongComponents(targets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const order = new Array<number>(targets.length).fill(-1);
  const low = new Array<number>(targets.length).fill(0);
  const onStack = new Set<number>();
  const stack: number[] = [];
  const components: number[][] = [];
  let next = 0;
  for (let root = 0; root < targets.length; root += 1) {
    if (order[root] !== -1) continue;
    const path: { readonly node: number; edge: number }[] = [];
    const enter = (node: number): void => {
      order[node] = low[node] = next;
      next += 1;
      stack.push(node);
      onStack.add(node);
      path.push({ node, edge: 0 });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const target = targets[node]?.[top.edge];
      top.edge += 1;
      if (target !== undefined) {
        if (order[target] === -1) enter(target);
        else if (onStack.has(target)) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      const component: number[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === node) break;
      }
      components.push(component.sort((a, b) => a - b));
    }
  }
  return components;
}
