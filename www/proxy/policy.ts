/**
 * The RAM policy that the proxy's account needs, and nothing beyond it.
 *
 * Both actions are authorised on instances and commands; narrowing the two resources narrows what is visible.
 */
export function ramPolicy() {
  return {
    Version: "1",
    Statement: [
      {
        Effect: "Allow",
        Action: ["ecs:DescribeInvocations", "ecs:DescribeInvocationResults"],
        Resource: ["acs:ecs:*:*:instance/*", "acs:ecs:*:*:command/*"],
      },
    ],
  } as const;
}
