/** Numbers of two digits and more, also as the bound of a repetition in a regular expression. */
const isLimit = (value) => Math.abs(value) >= 10;

/** Converting a unit is no limit: as a factor or divisor, or in a table of units such as `{ GiB: 1024 }`. */
const factors = new Set([1024, 1000, 60, 24]);
const operators = new Set(["*", "/"]);
const unit = /^([KMGT]i?)?B$|^(seconds|minutes|hours|days)$/;

function isConversion({ value, parent }) {
  if (!factors.has(value)) return false;
  if (parent.type === "BinaryExpression") return operators.has(parent.operator);
  return parent.type === "Property" && unit.test(parent.key.name ?? "");
}

export const noLimitNumbers = {
  meta: {
    type: "problem",
    docs: { description: "Rules hold no number: limits stand in limits/matrix, with their source." },
    schema: [],
    messages: {
      number:
        "{{raw}} looks like a limit. Put it into limits/matrix with its source and read it with numberOf(limit).",
      repetition:
        "{{raw}} bounds a length. Put the number into limits/matrix with its source and compare the length with it.",
    },
  },
  create(context) {
    return {
      Literal(node) {
        if (typeof node.value === "number" || typeof node.value === "bigint") {
          if (isLimit(Number(node.value)) && !isConversion(node)) {
            context.report({ node, messageId: "number", data: { raw: node.raw } });
          }
        } else if (node.regex !== undefined) {
          for (const [raw, low, high] of node.regex.pattern.matchAll(/(?<!\\[upP])\{(\d+)(?:,(\d*))?\}/g)) {
            if (isLimit(Number(low)) || isLimit(Number(high ?? 0))) {
              context.report({ node, messageId: "repetition", data: { raw } });
            }
          }
        }
      },
    };
  },
};
