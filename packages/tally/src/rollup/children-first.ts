/**
 * The areas of a forest in an order in which every area stands before its parent, leaves first.
 *
 * `parent[i]` is the index of i's parent, −1 for a root. Throws RangeError on an index out of range and Error on a cycle.
 */
export const childrenFirst = (parent: Int32Array): Int32Array => {
  const waiting = countChildren(parent);
  const order = new Int32Array(parent.length);
  let length = 0;
  for (let area = 0; area < parent.length; area++) if (waiting[area] === 0) order[length++] = area;
  for (let i = 0; i < length; i++) {
    const above = parent[order[i]!]!;
    if (above >= 0 && --waiting[above]! === 0) order[length++] = above;
  }
  if (length < parent.length)
    throw new Error(`${parent.length - length} areas are their own ancestors, or above such`);
  return order;
};

const countChildren = (parent: Int32Array): Int32Array => {
  const children = new Int32Array(parent.length);
  for (let area = 0; area < parent.length; area++) {
    const above = parent[area]!;
    if (above < -1 || above >= parent.length) throw new RangeError(`area ${area} has parent ${above}`);
    if (above >= 0) children[above]!++;
  }
  return children;
};
